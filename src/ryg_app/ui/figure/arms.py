"""Bare arms in short sleeves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.figure.kinematics import direction, towards
from ryg_app.domain.figure.motion import minimum_jerk
from ryg_app.ui.figure import limbs
from ryg_app.ui.figure.palette import sheer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ryg_app.domain.figure.skeleton import Arm, Skeleton
    from ryg_app.ui.figure.canvas import Canvas
    from ryg_app.ui.figure.palette import Tone

ELBOW_RADIUS = 0.0252
WRIST_RADIUS = 0.0150
FLAT_LINES: tuple[Sequence[complex], ...] = (
    (0.050 + 0.0035j, 0.070 - 0.0005j, 0.090 - 0.0075j),
    (0.056 - 0.0055j, 0.072 - 0.0070j, 0.086 - 0.0105j),
    (0.056 - 0.0060j, 0.072 - 0.0075j, 0.086 - 0.0110j),
)
HOLDING_LINES: tuple[Sequence[complex], ...] = (
    (0.036 + 0.0115j, 0.048 + 0.0125j, 0.0575 + 0.0110j),
    (0.038 - 0.0005j, 0.049 - 0.0005j, 0.0595 - 0.0010j),
    (0.036 - 0.0120j, 0.046 - 0.0130j, 0.0570 - 0.0130j),
)
MOST_WRIST_BEND = 28.0


def paint_arm(canvas: Canvas, bones: Skeleton, skin: Tone, offset: complex = 0j) -> None:
    """Paint an arm with its hand; `offset` is where the other side of the body is seen."""
    arm = bones.arm
    shoulder, elbow, wrist = (joint + offset for joint in (arm.shoulder, arm.elbow, arm.wrist))
    closed = minimum_jerk(bones.pose.angles.grip)
    hand = hand_direction(bones)
    outline = _between(limbs.FLAT_HAND, limbs.HOLDING_HAND, closed)
    thumb = _between(limbs.TUCKED_THUMB, limbs.THUMB, closed)
    paths = [
        limbs.limb(canvas, shoulder, elbow, limbs.UPPER_ARM),
        canvas.disc(elbow, ELBOW_RADIUS),
        limbs.limb(canvas, elbow, wrist, limbs.FOREARM),
        canvas.disc(wrist, WRIST_RADIUS),
        limbs.shape(canvas, outline, wrist, hand),
        limbs.shape(canvas, thumb, wrist, hand),
    ]
    top = max(shoulder.imag, elbow.imag, wrist.imag) + 0.03
    canvas.form(paths, skin, complex(0, top), complex(0, min(elbow.imag, wrist.imag) - 0.03))
    turn = towards(hand)
    for flat, holding in zip(FLAT_LINES, HOLDING_LINES, strict=True):
        line = [wrist + turn * point for point in _between(flat, holding, closed)]
        canvas.line(canvas.open(line), sheer(skin.edge, 0.7), 0.0017)


def paint_sleeve(canvas: Canvas, arm: Arm, shirt: Tone, offset: complex = 0j) -> None:
    """Paint the short sleeve over the upper arm."""
    shoulder, elbow = arm.shoulder + offset, arm.elbow + offset
    bone = elbow - shoulder
    cap = canvas.disc(shoulder, limbs.SLEEVE[0][1])
    side = 1j * bone / abs(bone)
    if side.imag < 0:
        side = -side
    canvas.form(
        [cap, limbs.limb(canvas, shoulder, elbow, limbs.SLEEVE)],
        shirt,
        shoulder + side * 0.045,
        shoulder - side * 0.06,
    )


def hand_direction(bones: Skeleton) -> float:
    """Return where the fingers point, degrees: with the forearm, bent towards what the hand lies on."""
    fore = bones.arm.fore_direction
    if bones.pose.angles.grip > 0:
        behind = bones.moving.thigh_direction - 90
        return fore + _held(_turn(fore, behind), MOST_WRIST_BEND) * bones.pose.angles.grip
    return fore + _held(_turn(fore, _resting_direction(bones)), MOST_WRIST_BEND)


def _resting_direction(bones: Skeleton) -> float:
    return direction(bones.frame.turn) + (0 if bones.frame.turn.real > 0 else 78)


def _turn(start: float, end: float) -> float:
    return (end - start + 180) % 360 - 180


def _held(value: float, most: float) -> float:
    return min(max(value, -most), most)


def _between(first: Sequence[complex], second: Sequence[complex], share: float) -> list[complex]:
    return [start + (end - start) * share for start, end in zip(first, second, strict=True)]
