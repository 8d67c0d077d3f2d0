"""A movement as key poses from the exercise data, and the pose at any moment of a step.

In ``assets/exercises/*.json`` a variant may hold a ``figure``::

    "figure": {
      "together": false,                    both legs do the same; else one moves and the other stays planted
      "shows": "nerve",                     what is seen through the body: "nothing", "spine" or "nerve"
      "guides": ["shank", "gaze"],          the arrows, each shown in the direction of the movement
      "order": ["start", "end"],            key poses by name, in the order of moving out
      "poses": {
        "start": {"at": 0, "hip": 90, …},   ``at``: how much of moving out has gone, 0 to 1, rising
        "end": {"at": 1, "hip": 90, …}
      }
    }

A pose names all of: ``hip``, ``knee`` (flexion +), ``ankle`` (foot towards the shin +), ``pelvis`` (backward
tilt +), ``neck`` (looking down +), degrees; ``gap_mm``, the room under the low back; ``planted``, whether the
foot stays where it is on the ground; ``hands``, ``resting`` or ``behind_thigh``. The start pose is held while
getting ready and resting. The angles follow the movement that each exercise file's ``source`` describes.
"""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from ryg_app.domain.exercise import Position, Side, StepKind

if TYPE_CHECKING:
    from collections.abc import Sequence


class Shown(StrEnum):
    """What is seen through the body."""

    NOTHING = "nothing"
    SPINE = "spine"
    NERVE = "nerve"


class Guide(StrEnum):
    """What an arrow points out."""

    PELVIS = "pelvis"
    LOW_BACK = "low_back"
    KNEE = "knee"
    SHANK = "shank"
    FOOT = "foot"
    GAZE = "gaze"


class Hands(StrEnum):
    """What the hands do: rest along the sides (lying) or on the thighs (seated), or hold."""

    RESTING = "resting"
    BEHIND_THIGH = "behind_thigh"


@dataclass(frozen=True, slots=True)
class Angles:
    """A posture in numbers.

    Attributes:
        hip: Flexion of the moving leg's hip, degrees from the line of the trunk.
        knee: Flexion, degrees.
        ankle: Degrees, foot towards the shin positive.
        pelvis: Backward tilt, degrees.
        neck: Degrees, looking down positive.
        gap_mm: Room under the low back.
        planted: 1 when the foot is on its place on the ground, 0 when the angles alone place it.
        grip: 1 when the hands hold behind the thigh, 0 when they rest.
        breath: 1 at the top of a breath, 0 at its bottom.
    """

    hip: float
    knee: float
    ankle: float
    pelvis: float
    neck: float
    gap_mm: float
    planted: float
    grip: float
    breath: float = 0.0


@dataclass(frozen=True, slots=True)
class KeyPose:
    """A posture the movement goes through when ``at`` (0 to 1) of moving out has gone."""

    at: float
    angles: Angles


@dataclass(frozen=True, slots=True)
class FigureMotion:
    """The movement of one exercise variant.

    Attributes:
        position: How the body is placed.
        together: Whether both legs do the same.
        shows: What is seen through the body.
        guides: The arrows.
        keys: At least two key poses, the first at 0 and the last at 1, in rising order.
    """

    position: Position
    together: bool
    shows: Shown
    guides: tuple[Guide, ...]
    keys: tuple[KeyPose, ...]

    def __post_init__(self) -> None:
        times = [key.at for key in self.keys]
        ends_right = times[:1] == [0.0] and times[-1:] == [1.0]
        if not ends_right or any(later <= earlier for earlier, later in pairwise(times)):
            raise ValueError(times)


@dataclass(frozen=True, slots=True)
class Pose:
    """A posture of one body.

    Attributes:
        position: How the body is placed.
        moving: Whose leg the angles are for.
        together: Whether the other leg does the same; else it is planted.
        angles: The posture.
    """

    position: Position
    moving: Side
    together: bool
    angles: Angles


def pose(motion: FigureMotion, kind: StepKind, fraction: float, side: Side | None) -> Pose:
    """Return the posture when ``fraction`` (0 to 1) of a step is gone.

    Args:
        motion: The movement.
        kind: Moving out, holding and moving back; any other step is spent in the start pose.
        fraction: How much of the step is gone; taken to the nearest end.
        side: The leg that moves; ``None`` is the right one.
    """
    gone = min(max(fraction, 0.0), 1.0)
    breath = (1 - math.cos(2 * math.pi * gone)) / 2 if kind in {StepKind.HOLD, StepKind.REST} else 0.0
    return pose_on_the_way(motion, way_out(kind, gone), side, breath)


def way_out(kind: StepKind, fraction: float) -> float:
    """Return how far out a movement is, 0 to 1, when ``fraction`` of a step is gone."""
    match kind:
        case StepKind.OUT:
            return minimum_jerk(fraction)
        case StepKind.HOLD:
            return 1.0
        case StepKind.BACK:
            return minimum_jerk(1.0 - fraction)
        case _:
            return 0.0


def pose_on_the_way(motion: FigureMotion, out: float, side: Side | None, breath: float = 0.0) -> Pose:
    """Return the posture ``out`` (0 to 1) of the way from the start pose to the last."""
    times = [key.at for key in motion.keys]
    channels = zip(*(astuple(key.angles) for key in motion.keys), strict=True)
    angles = Angles(*(_smooth_value(times, values, out) for values in channels))
    return Pose(motion.position, side or Side.RIGHT, motion.together, replace(angles, breath=breath))


def minimum_jerk(fraction: float) -> float:
    """Ease ``fraction`` (0 to 1) the way a calm limb moves: no speed and no acceleration at the ends."""
    return fraction**3 * (10 - 15 * fraction + 6 * fraction**2)


def _smooth_value(times: Sequence[float], values: Sequence[float], now: float) -> float:
    """Go through the values without a corner and without ever overshooting one."""
    index = max(i for i, start in enumerate(times[:-1]) if start <= now or i == 0)
    span = times[index + 1] - times[index]
    share = (now - times[index]) / span
    before, after = values[index], values[index + 1]
    leaving, arriving = (_slope(times, values, i) * span for i in (index, index + 1))
    square, cube = share**2, share**3
    return (
        (2 * cube - 3 * square + 1) * before
        + (cube - 2 * square + share) * leaving
        + (3 * square - 2 * cube) * after
        + (cube - square) * arriving
    )


def _slope(times: Sequence[float], values: Sequence[float], index: int) -> float:
    steps = [
        (values[i + 1] - values[i]) / (times[i + 1] - times[i])
        for i in (index - 1, index)
        if 0 <= i < len(times) - 1
    ]
    if len(steps) == 1:
        return steps[0]
    before, after = steps
    return 0.0 if before * after <= 0 else 2 * before * after / (before + after)
