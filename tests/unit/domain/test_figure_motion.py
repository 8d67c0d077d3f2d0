from __future__ import annotations

from dataclasses import astuple, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.exercise import Side, StepKind
from ryg_app.domain.figure.motion import FigureMotion, minimum_jerk, pose, pose_on_the_way
from tests.figures import FIGURES, figure, figures, fractions, sides

if TYPE_CHECKING:
    from ryg_app.domain.figure.motion import Angles

REPETITION = (StepKind.OUT, StepKind.HOLD, StepKind.BACK, StepKind.REST)
STILL = sorted(set(StepKind) - {StepKind.OUT, StepKind.HOLD, StepKind.BACK})
every_figure = pytest.mark.parametrize("names", FIGURES)


def numbers(angles: Angles) -> object:
    return pytest.approx(astuple(angles), abs=1e-9)


def at(motion: FigureMotion, kind: StepKind, fraction: float) -> tuple[float, ...]:
    return astuple(pose(motion, kind, fraction, None).angles)


@every_figure
@pytest.mark.parametrize("kind", STILL)
@pytest.mark.parametrize("fraction", [0.0, 1.0])
def test_a_step_without_movement_is_spent_in_the_start_pose(
    names: tuple[str, str], kind: StepKind, fraction: float
) -> None:
    motion = figure(*names)
    assert at(motion, kind, fraction) == numbers(motion.keys[0].angles)


@every_figure
def test_moving_out_leads_to_the_pose_that_is_held(names: tuple[str, str]) -> None:
    motion = figure(*names)
    last = numbers(motion.keys[-1].angles)
    assert at(motion, StepKind.OUT, 1.0) == last
    assert at(motion, StepKind.HOLD, 0.0) == last
    assert at(motion, StepKind.HOLD, 1.0) == last
    assert at(motion, StepKind.BACK, 0.0) == last


@every_figure
@pytest.mark.parametrize("left_out", [StepKind.HOLD, StepKind.REST, None])
def test_each_step_begins_where_the_one_before_it_ended(
    names: tuple[str, str], left_out: StepKind | None
) -> None:
    motion = figure(*names)
    cycle = [kind for kind in REPETITION if kind is not left_out]
    for before, after in pairwise([*cycle, *cycle]):
        assert at(motion, before, 1.0) == pytest.approx(at(motion, after, 0.0), abs=1e-9)


@given(figures, fractions)
def test_moving_back_is_moving_out_in_reverse(motion: FigureMotion, fraction: float) -> None:
    there, back = at(motion, StepKind.OUT, fraction), at(motion, StepKind.BACK, 1 - fraction)
    assert there == pytest.approx(back, abs=1e-6)


@given(figures, fractions)
def test_a_movement_never_goes_beyond_its_key_poses(motion: FigureMotion, out: float) -> None:
    values = zip(*(astuple(key.angles) for key in motion.keys), strict=True)
    for reached, keys in zip(astuple(pose_on_the_way(motion, out, None).angles), values, strict=True):
        assert min(keys) - 1e-9 <= reached <= max(keys) + 1e-9


@every_figure
def test_a_movement_goes_through_every_key_pose(names: tuple[str, str]) -> None:
    motion = figure(*names)
    for key in motion.keys:
        assert astuple(pose_on_the_way(motion, key.at, None).angles) == numbers(key.angles)


@given(figures, st.floats(-5, 0) | st.floats(1, 5), st.sampled_from(StepKind))
def test_a_fraction_outside_the_step_is_its_nearest_end(
    motion: FigureMotion, fraction: float, kind: StepKind
) -> None:
    assert at(motion, kind, fraction) == at(motion, kind, min(max(fraction, 0.0), 1.0))


def test_a_movement_starts_and_ends_without_a_jerk() -> None:
    assert (minimum_jerk(0), minimum_jerk(0.5), minimum_jerk(1)) == (0, 0.5, 1)
    assert minimum_jerk(0.01) < 0.0001
    assert minimum_jerk(0.99) > 0.9999


@given(figures)
def test_a_held_pose_breathes_in_and_out_once(motion: FigureMotion) -> None:
    breaths = [pose(motion, StepKind.HOLD, step / 4, None).angles.breath for step in range(5)]
    assert breaths == pytest.approx([0, 0.5, 1, 0.5, 0])


@given(figures, fractions, sides)
def test_both_sides_do_the_same(motion: FigureMotion, fraction: float, side: Side) -> None:
    shown = pose(motion, StepKind.OUT, fraction, side)
    assert shown.moving is side
    assert shown.angles == pose(motion, StepKind.OUT, fraction, None).angles


@pytest.mark.parametrize(
    "times", [(), (0.0,), (0.0, 0.5), (0.2, 1.0), (0.0, 0.7, 0.7, 1.0), (0.0, 0.8, 0.4, 1.0)]
)
def test_key_poses_out_of_order_are_refused(times: tuple[float, ...]) -> None:
    motion = figure(*FIGURES[0])
    keys = tuple(replace(motion.keys[0], at=time) for time in times)
    with pytest.raises(ValueError, match=r"^\["):
        replace(motion, keys=keys)
