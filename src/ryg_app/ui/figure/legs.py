"""Legs in leggings, with bare feet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ryg_app.domain.exercise import Position
from ryg_app.domain.figure.kinematics import towards
from ryg_app.ui.figure import limbs
from ryg_app.ui.figure.palette import sheer

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from ryg_app.domain.figure.skeleton import Leg, Skeleton
    from ryg_app.ui.figure.canvas import Canvas
    from ryg_app.ui.figure.palette import Tone

HIP_RADIUS = 0.0582
KNEE_RADIUS = 0.0370
KNEECAP_RADIUS = 0.031
KNEECAP_FORWARD = 0.0068
FOLD_START = 0.044
FOLD_WIDTH = 0.040

LYING_PELVIS = (
    -0.040 + 0.1170j,
    -0.046 + 0.0600j,
    -0.038 + 0.0080j,
    -0.018 + 0.0000j,
    0.020 - 0.0010j,
    0.051 + 0.0120j,
    0.068 + 0.0380j,
    0.070 + 0.0700j,
    0.056 + 0.0980j,
    0.028 + 0.1130j,
    -0.006 + 0.1190j,
)
SEATED_PELVIS = (
    -0.046 + 0.1170j,
    -0.050 + 0.0600j,
    -0.044 + 0.0060j,
    -0.018 - 0.0060j,
    0.020 - 0.0100j,
    0.050 - 0.0010j,
    0.0655 + 0.0200j,
    0.0680 + 0.0700j,
    0.0500 + 0.1050j,
    0.0150 + 0.1180j,
    -0.020 + 0.1200j,
)


def paint_foot(canvas: Canvas, leg: Leg, skin: Tone) -> None:
    """Paint the bare foot and the ankle."""
    forward = towards(leg.foot_direction)
    up = 1j * forward
    ankle = leg.ankle
    paths = [
        limbs.limb(canvas, leg.knee, ankle, limbs.LOWER_SHANK),
        limbs.shape(canvas, limbs.FOOT, ankle, leg.foot_direction),
    ]
    canvas.form(paths, skin, ankle + up * 0.03, ankle - up * 0.045)
    toe = [ankle + forward * point for point in (0.0905 - 0.0365j, 0.0925 - 0.0300j, 0.0970 - 0.0275j)]
    canvas.line(canvas.open(toe), sheer(skin.edge, 0.55), 0.0017)
    canvas.fill(canvas.disc(ankle + forward * (-0.002 - 0.004j), 0.0078), sheer(skin.light, 0.7))


def paint_leg(canvas: Canvas, leg: Leg, tone: Tone, pelvis: QPainterPath | None = None) -> None:
    """Paint hip, thigh, knee and lower leg as one piece of cloth."""
    whole = [limbs.limb(canvas, leg.knee, leg.ankle, limbs.SHANK), *_thigh(canvas, leg)]
    if pelvis is not None:
        whole.append(pelvis)
    top = max(leg.knee.imag, leg.ankle.imag) + 0.04
    lowest = min(leg.hip.imag - 0.06, leg.ankle.imag)
    canvas.form(whole, tone, complex(0, top), complex(0, lowest))
    _paint_fold(canvas, leg, tone)
    _paint_hem(canvas, leg, tone)


def hollow_of_knee(leg: Leg) -> complex:
    """Return the direction from the knee into its hollow, as a step of length 1."""
    along = towards(leg.thigh_direction) + towards(leg.shank_direction)
    return -1j * along / abs(along)


def pelvis_path(canvas: Canvas, bones: Skeleton) -> QPainterPath:
    """Return the outline of hips and buttocks."""
    lying = bones.pose.position is Position.SUPINE
    outline = LYING_PELVIS if lying else SEATED_PELVIS
    return canvas.closed([bones.pelvis.point(point) for point in outline])


def paint_groin(canvas: Canvas, leg: Leg, tone: Tone) -> None:
    """Draw the fold between belly and thigh."""
    along = towards(leg.thigh_direction)
    points = [leg.hip + along * offset for offset in (0.050 + 0.046j, 0.016 + 0.036j, -0.014 + 0.014j)]
    canvas.line(canvas.open(points), sheer(tone.edge, 0.45), 0.0022)


def _thigh(canvas: Canvas, leg: Leg) -> list[QPainterPath]:
    return [
        limbs.limb(canvas, leg.hip, leg.knee, limbs.THIGH),
        canvas.disc(leg.hip, HIP_RADIUS),
        canvas.disc(leg.knee, KNEE_RADIUS),
        canvas.disc(leg.knee - hollow_of_knee(leg) * KNEECAP_FORWARD, KNEECAP_RADIUS),
    ]


def _paint_fold(canvas: Canvas, leg: Leg, tone: Tone) -> None:
    half = math.radians(180 - leg.knee_flexion) / 2
    end = FOLD_WIDTH / math.sin(half)
    if end <= FOLD_START:
        return
    inwards = hollow_of_knee(leg)
    points = [leg.knee + inwards * reach for reach in (FOLD_START, (FOLD_START + end) / 2, end)]
    canvas.line(canvas.open(points), sheer(tone.edge, 0.7), 0.0022)


def _paint_hem(canvas: Canvas, leg: Leg, tone: Tone) -> None:
    bone = leg.ankle - leg.knee
    front = 1j * bone / abs(bone)
    middle = leg.knee + bone * 0.775
    points = [middle + front * 0.0215, middle + bone * 0.008, middle - front * 0.0250]
    canvas.line(canvas.open(points), sheer(tone.edge, 0.5), 0.0017)
