from __future__ import annotations

from dataclasses import replace

from ryg_app.application.session_view import SessionView, session_view
from ryg_app.domain.exercise import Position, Side, StepKind
from ryg_app.domain.timeline import timeline
from tests.builders import session_exercise, session_plan

TWO = session_plan(
    session_exercise("tilt", repetitions=2, sets=2, set_rest_s=10),
    session_exercise("slider", Position.SEATED, (Side.RIGHT, Side.LEFT), repetitions=1, hold_s=0),
)
LINE = timeline(TWO, {})


def view(kind: StepKind, exercise: int = 0, into_s: float = 0.0, place: int = 0) -> SessionView:
    """Return the view at the ``place``-th step of that kind."""
    steps = [s for s in LINE.steps if s.kind is kind and s.exercise == exercise]
    return session_view(TWO, LINE, LINE.at(steps[place].start_s + into_s))


def test_everything_is_counted_from_one() -> None:
    seen = view(StepKind.HOLD, place=3)
    assert (seen.exercise_number, seen.exercise_count) == (1, 2)
    assert (seen.set_number, seen.set_count) == (2, 2)
    assert (seen.repetition_number, seen.repetition_count) == (2, 2)


def test_seconds_are_rounded_up_so_that_the_last_one_is_seen() -> None:
    assert [view(StepKind.HOLD, into_s=into).seconds_left for into in (0.0, 0.1, 1.0, 4.9)] == [5, 5, 4, 1]


def test_the_fraction_grows_through_the_step() -> None:
    assert view(StepKind.HOLD, into_s=2.5).fraction == 0.5


def test_nothing_is_repeated_while_getting_ready() -> None:
    assert view(StepKind.GET_READY).repetition_number is None


def test_the_coming_exercise_is_named_before_the_change() -> None:
    last = view(StepKind.BACK, place=3)
    assert last.next_kind is StepKind.CHANGE_POSITION
    assert last.next_exercise == TWO.exercises[1]


def test_within_an_exercise_no_other_is_named() -> None:
    assert view(StepKind.OUT).next_exercise is None


def test_nothing_comes_after_getting_up() -> None:
    assert view(StepKind.GET_UP, exercise=1).next_kind is None


def test_there_is_a_part_for_each_set_and_side() -> None:
    assert view(StepKind.GET_DOWN).parts == (0.0, 0.0, 0.0, 0.0)
    assert view(StepKind.SET_REST).parts == (1.0, 0.0, 0.0, 0.0)
    assert view(StepKind.GET_UP, exercise=1).parts == (1.0, 1.0, 1.0, 1.0)


def test_a_part_fills_while_it_lasts() -> None:
    first = view(StepKind.REST)
    assert first.parts == (9 / 20, 0.0, 0.0, 0.0)


def test_the_time_left_of_the_session_runs_out() -> None:
    end = session_view(TWO, LINE, LINE.at(LINE.length_s))
    assert (view(StepKind.GET_DOWN).session_seconds_left, end.session_seconds_left) == (LINE.length_s, 0)


def test_a_session_of_one_standing_exercise_ends_with_its_last_movement() -> None:
    session = session_plan(replace(TWO.exercises[0], position=Position.STANDING))
    line = timeline(session, {})
    last = session_view(session, line, line.at(line.length_s - 0.5))
    assert (last.kind, last.next_kind) == (StepKind.BACK, None)
