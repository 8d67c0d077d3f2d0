"""The arrows that say which way a movement goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.domain.figure import body
from ryg_app.domain.figure.kinematics import direction, towards
from ryg_app.domain.figure.motion import Guide
from ryg_app.ui.figure.palette import sheer

if TYPE_CHECKING:
    from ryg_app.domain.figure.skeleton import Skeleton
    from ryg_app.ui.figure.canvas import Canvas

WIDTH = 0.0105
HEAD_LENGTH = 0.030
HEAD_WIDTH = 0.0175
HEAD_ROUNDING = 0.005
POINTS = 36


@dataclass(frozen=True, slots=True)
class Travel:
    """Where the movement begins and ends, and where it is now."""

    start: Skeleton
    now: Skeleton
    end: Skeleton


def guide_points(guide: Guide, travel: Travel) -> list[complex]:
    """Return the way an arrow goes when the movement goes out; reversed, it shows the way back."""
    first, now, last = travel.start.moving, travel.now.moving, travel.end.moving
    match guide:
        case Guide.PELVIS:
            return _arc(travel.end.near.hip, 0.150, 70, 116)
        case Guide.LOW_BACK:
            above = travel.now.frame.point(-0.100 + 0.200j)
            return [above - 0.0135j * step for step in range(10)]
        case Guide.KNEE:
            return _arc(last.hip, body.THIGH + 0.085, first.thigh_direction + 14, last.thigh_direction - 3)
        case Guide.SHANK:
            return _arc(last.knee, body.SHANK + 0.125, first.shank_direction + 22, last.shank_direction - 10)
        case Guide.FOOT:
            return _arc(now.ankle, 0.152, now.foot_direction + 30, now.foot_direction - 12)
        case Guide.GAZE:
            facing = [direction(bones.head_turn) - 90 for bones in (travel.start, travel.end)]
            return _arc(travel.end.skull + 0.03 + 0.02j, 0.140, facing[0] + 4, facing[1] + 4)


def paint_guide(canvas: Canvas, points: list[complex], color: str, strength: float) -> None:
    """Paint an arrow along the points; `strength` is how well it is seen, 0-1."""
    if strength <= 0:
        return
    tip = points[-1]
    shaft = [point for point in points if abs(point - tip) > HEAD_LENGTH * 0.75]
    heading = tip - shaft[-1]
    heading /= abs(heading)
    foot = tip - heading * HEAD_LENGTH
    tip_outline = canvas.polygon([tip, foot + heading * HEAD_WIDTH * 1j, foot - heading * HEAD_WIDTH * 1j])
    arrow = canvas.outline(canvas.open(shaft[::4] + shaft[-1:]), WIDTH)
    head = tip_outline.united(canvas.outline(tip_outline, HEAD_ROUNDING))
    canvas.fill(arrow.united(head), sheer(color, strength))


def _arc(middle: complex, radius: float, start: float, end: float) -> list[complex]:
    steps = range(POINTS + 1)
    return [middle + towards(start + (end - start) * step / POINTS, radius) for step in steps]
