"""Trunk in a shirt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.exercise import Position

if TYPE_CHECKING:
    from ryg_app.domain.figure.skeleton import Skeleton
    from ryg_app.ui.figure.canvas import Canvas
    from ryg_app.ui.figure.palette import Tone

BREATH = 0.0035


def paint_torso(canvas: Canvas, bones: Skeleton, shirt: Tone) -> None:
    """Paint the trunk from the collar to the hips."""
    outline = canvas.closed([*back_outline(bones), *_front_outline(bones)])
    turn = bones.frame
    canvas.form([outline], shirt, turn.point(-0.15 + 0.14j), turn.point(-0.15 - 0.02j))


def back_outline(bones: Skeleton) -> list[complex]:
    """Return the back from the collar to the buttocks; the low back stands `gap` off the ground."""
    lying = bones.pose.position is Position.SUPINE
    gap = bones.gap if lying else bones.gap * 0.6
    round_back = 0.0 if lying else 0.008
    trunk = (
        -0.334 + 0.050j,
        -0.306 + 0.016j,
        -0.245 + complex(0, -round_back),
        -0.185 + complex(0, 0.001),
        -0.128 + complex(0, gap * 0.62),
        -0.085 + complex(0, gap),
    )
    to_pelvis = (bones.frame.point(-0.050 + complex(0, gap * 0.66)) + bones.pelvis.point(-0.050 + 0.010j)) / 2
    hips = (-0.020 + 0.003j, 0.018 + 0.005j, 0.040 + 0.020j)
    return [
        *(bones.frame.point(point) for point in trunk),
        to_pelvis,
        *(bones.pelvis.point(point) for point in hips),
    ]


def _front_outline(bones: Skeleton) -> list[complex]:
    breath = bones.pose.angles.breath * BREATH
    trunk = (
        (-0.045, 0.121, 0.4),
        (-0.100, 0.124, 0.9),
        (-0.165, 0.133, 1.0),
        (-0.222, 0.137, 0.9),
        (-0.268, 0.127, 0.4),
        (-0.305, 0.108, 0.0),
        (-0.330, 0.090, 0.0),
    )
    hips = (0.046 + 0.080j, 0.020 + 0.110j)
    waist = (bones.pelvis.point(-0.004 + 0.1215j) + bones.frame.point(-0.004 + 0.1215j)) / 2
    return [
        *(bones.pelvis.point(point) for point in hips),
        waist,
        *(bones.frame.point(complex(x, y + breath * share)) for x, y, share in trunk),
    ]
