"""The outlines of limbs, hands and feet, laid along the bones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.figure.kinematics import towards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainterPath

    from ryg_app.ui.figure.canvas import Canvas

Profile = tuple[tuple[float, float, float], ...]
"""Along a limb (0-1): how far its front and its back are from the bone."""

THIGH: Profile = (
    (0.0, 0.054, 0.058),
    (0.2, 0.059, 0.059),
    (0.4, 0.057, 0.052),
    (0.6, 0.051, 0.046),
    (0.8, 0.043, 0.040),
    (1.0, 0.0368, 0.0355),
)
SHANK: Profile = (
    (0.0, 0.0364, 0.0345),
    (0.12, 0.0345, 0.0395),
    (0.28, 0.0325, 0.0440),
    (0.45, 0.0290, 0.0400),
    (0.62, 0.0245, 0.0310),
    (0.80, 0.0205, 0.0240),
)
LOWER_SHANK: Profile = (
    (0.70, 0.0215, 0.0265),
    (0.82, 0.0190, 0.0225),
    (0.92, 0.0185, 0.0195),
    (1.0, 0.0200, 0.0195),
)
UPPER_ARM: Profile = ((0.0, 0.034, 0.034), (0.35, 0.033, 0.032), (0.7, 0.028, 0.028), (1.0, 0.0245, 0.0255))
FOREARM: Profile = (
    (0.0, 0.0250, 0.0250),
    (0.25, 0.0265, 0.0260),
    (0.6, 0.0210, 0.0205),
    (1.0, 0.0150, 0.0150),
)
SLEEVE: Profile = ((0.0, 0.041, 0.041), (0.3, 0.0405, 0.0395), (0.56, 0.0375, 0.0365))

FOOT = (
    -0.0195 + 0.010j,
    -0.0270 - 0.004j,
    -0.0350 - 0.0205j,
    -0.0290 - 0.0370j,
    -0.0080 - 0.0390j,
    0.0200 - 0.0362j,
    0.0480 - 0.0350j,
    0.0740 - 0.0385j,
    0.1000 - 0.0388j,
    0.1135 - 0.0330j,
    0.1120 - 0.0235j,
    0.0960 - 0.0170j,
    0.0720 - 0.0090j,
    0.0460 + 0.0010j,
    0.0255 + 0.0105j,
    0.0070 + 0.0165j,
)

FLAT_HAND = (
    -0.003 + 0.0143j,
    0.016 + 0.0165j,
    0.040 + 0.0165j,
    0.066 + 0.0095j,
    0.090 - 0.0010j,
    0.0985 - 0.0085j,
    0.0930 - 0.0130j,
    0.068 - 0.0120j,
    0.040 - 0.0130j,
    0.014 - 0.0150j,
    -0.003 - 0.0143j,
)
HOLDING_HAND = (
    -0.003 + 0.0143j,
    0.012 + 0.0200j,
    0.032 + 0.0245j,
    0.048 + 0.0235j,
    0.0575 + 0.0150j,
    0.0600 + 0.0000j,
    0.0570 - 0.0150j,
    0.046 - 0.0235j,
    0.028 - 0.0225j,
    0.010 - 0.0170j,
    -0.003 - 0.0143j,
)
THUMB = (
    0.006 + 0.0120j,
    0.014 + 0.0240j,
    0.026 + 0.0345j,
    0.038 + 0.0385j,
    0.0445 + 0.0345j,
    0.0410 + 0.0275j,
    0.031 + 0.0200j,
    0.022 + 0.0110j,
)
TUCKED_THUMB = (
    0.006 + 0.0100j,
    0.018 + 0.0110j,
    0.030 + 0.0115j,
    0.041 + 0.0090j,
    0.0430 + 0.0050j,
    0.0390 + 0.0020j,
    0.030 + 0.0010j,
    0.018 + 0.0020j,
)


def along(start: complex, end: complex, profile: Profile) -> tuple[list[complex], list[complex]]:
    """Return the front of a limb from start to end, and its back from end to start."""
    bone = end - start
    front = 1j * bone / abs(bone)
    forwards = [start + bone * share + front * width for share, width, _ in profile]
    backwards = [start + bone * share - front * width for share, _, width in reversed(profile)]
    return forwards, backwards


def limb(canvas: Canvas, start: complex, end: complex, profile: Profile) -> QPainterPath:
    """Return the outline of one limb."""
    return canvas.strip(*along(start, end, profile))


def shape(canvas: Canvas, points: Sequence[complex], joint: complex, degrees: float) -> QPainterPath:
    """Return an outline that is drawn from the origin to the right, laid from `joint` towards `degrees`."""
    turn = towards(degrees)
    return canvas.closed([joint + turn * point for point in points])
