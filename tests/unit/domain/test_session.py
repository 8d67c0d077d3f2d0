"""What was done of a session is told by the repetitions done, and by nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.exercise import Position, Side
from ryg_app.domain.session import Ending, ExerciseDone, OpenSession, done_without_computer, outcome
from ryg_app.domain.timeline import timeline
from tests.builders import PLAN_ID, at, session_exercise, session_plan
from tests.unit.domain.sessions import sessions

if TYPE_CHECKING:
    from ryg_app.domain.session import SessionPlan


def opened(session: SessionPlan) -> OpenSession:
    return OpenSession("a-session", at("2026-11-23 10:00"), PLAN_ID, 1, session, elapsed_s=0)


@pytest.mark.parametrize(
    ("sides", "sets", "in_all"),
    [((), 1, 3), ((), 2, 6), ((Side.LEFT,), 2, 6), ((Side.RIGHT, Side.LEFT), 2, 12)],
)
def test_repetitions_are_per_side_and_set(sides: tuple[Side, ...], sets: int, in_all: int) -> None:
    assert session_exercise(sides=sides, sets=sets, repetitions=3).repetitions == in_all


@given(sessions(), st.data())
def test_an_exercise_counts_its_own_repetitions_and_no_others(
    session: SessionPlan, data: st.DataObject
) -> None:
    keys = [step.key for step in timeline(session, {}).repetition_starts()]
    done = data.draw(st.frozensets(st.sampled_from(keys)))
    told = outcome(replace(opened(session), done=done))
    assert [one.entry_id for one in told] == [exercise.entry_id for exercise in session.exercises]
    assert [one.planned for one in told] == [exercise.repetitions for exercise in session.exercises]
    assert [one.repetitions for one in told] == [
        len([key for key in done if key.exercise == index]) for index in range(len(session.exercises))
    ]


@given(sessions(), st.data())
def test_an_exercise_is_done_when_every_repetition_is(session: SessionPlan, data: st.DataObject) -> None:
    keys = [step.key for step in timeline(session, {}).repetition_starts()]
    done = data.draw(st.frozensets(st.sampled_from(keys)))
    for one in outcome(replace(opened(session), done=done)):
        assert (one.ending is Ending.DONE) is (one.repetitions == one.planned)
        assert (one.ending is Ending.SKIPPED) is (one.repetitions == 0)


def test_a_session_that_was_only_begun_skipped_everything() -> None:
    assert {one.ending for one in outcome(opened(session_plan()))} == {Ending.SKIPPED}


def test_too_painful_is_said_even_when_every_repetition_was_done() -> None:
    session = session_plan()
    everything = frozenset(step.key for step in timeline(session, {}).repetition_starts())
    told = outcome(replace(opened(session), done=everything, too_painful=frozenset({1})))
    assert [one.ending for one in told] == [Ending.DONE, Ending.TOO_PAINFUL]
    assert [one.repetitions for one in told] == [5, 5]


def test_too_painful_keeps_the_repetitions_that_were_done() -> None:
    session = session_plan()
    first = timeline(session, {}).repetition_starts()[0].key
    told = outcome(replace(opened(session), done=frozenset({first}), too_painful=frozenset({0})))
    assert told[0] == ExerciseDone("pelvic_tilt", 1, 5, Ending.TOO_PAINFUL)


def test_done_without_the_computer_is_done_in_full() -> None:
    both = session_exercise("knee_to_chest", Position.SUPINE, (Side.RIGHT, Side.LEFT), repetitions=3)
    assert done_without_computer(session_plan(both, session_exercise(repetitions=10, sets=2))) == (
        ExerciseDone("knee_to_chest", 6, 6, Ending.DONE),
        ExerciseDone("pelvic_tilt", 20, 20, Ending.DONE),
    )
