"""A session is a function of time: it is whole, it only goes forward, and nothing is done twice."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.exercise import Position, Side, StepKind
from ryg_app.domain.session import Pace, RepetitionKey, SessionPlan
from ryg_app.domain.steps import Wait
from ryg_app.domain.timeline import Tone, timeline
from tests.builders import session_exercise, session_plan
from tests.unit.domain.sessions import paces, sessions

if TYPE_CHECKING:
    from ryg_app.domain.timeline import Timeline

any_time = st.floats(allow_nan=False, allow_infinity=True)
lines = st.builds(timeline, sessions(), st.just({}), paces)


def kinds(line: Timeline) -> list[StepKind]:
    return [step.kind for step in line.steps]


def repetitions_owed(session: SessionPlan) -> list[RepetitionKey]:
    return [
        RepetitionKey(index, set_index, side, repetition)
        for index, exercise in enumerate(session.exercises)
        for set_index in range(exercise.dose.sets)
        for side in exercise.sides or (None,)
        for repetition in range(exercise.dose.repetitions)
    ]


@given(lines)
def test_the_steps_fill_the_session_without_gap_or_overlap(line: Timeline) -> None:
    assert line.steps[0].start_s == 0
    assert all(before.end_s == after.start_s for before, after in pairwise(line.steps))
    assert all(step.length_s > 0 for step in line.steps)
    assert [step.index for step in line.steps] == list(range(len(line.steps)))
    assert line.length_s == sum(step.length_s for step in line.steps)


@given(lines, any_time)
def test_every_time_has_its_moment(line: Timeline, elapsed: float) -> None:
    moment = line.at(elapsed)
    assert moment.elapsed_s == min(max(0.0, elapsed), line.length_s)
    assert 0 <= moment.into_s <= moment.step.length_s
    assert moment.into_s + moment.left_s == pytest.approx(moment.step.length_s)
    assert 0 <= moment.fraction <= 1
    assert moment.finished == (elapsed >= line.length_s)


@given(lines, st.data())
def test_a_moment_lies_in_the_step_of_its_time(line: Timeline, data: st.DataObject) -> None:
    moment = line.at(data.draw(st.floats(0, line.length_s, exclude_max=True)))
    assert moment.step.start_s <= moment.elapsed_s < moment.step.end_s


@given(lines, any_time, any_time)
def test_a_later_time_is_never_an_earlier_step(line: Timeline, one: float, other: float) -> None:
    before, after = sorted((one, other))
    assert line.at(before).step.index <= line.at(after).step.index


def test_a_time_that_is_no_number_is_the_beginning() -> None:
    line = timeline(session_plan(), {})
    assert line.at(float("nan")) == line.at(0)


def test_a_step_begins_at_its_very_first_instant() -> None:
    line = timeline(session_plan(), {})
    assert all(line.at(step.start_s).step is step for step in line.steps)


@given(sessions(), paces)
def test_every_repetition_of_every_side_set_and_exercise_comes_once_and_in_order(
    session: SessionPlan, pace: Pace
) -> None:
    line = timeline(session, {}, pace)
    owed = repetitions_owed(session)
    assert [step.key for step in line.steps if step.kind is StepKind.OUT] == owed
    assert [step.key for step in line.steps if step.kind is StepKind.BACK] == owed
    assert [step.key for step in line.repetition_starts()] == owed
    assert len(owed) == sum(exercise.repetitions for exercise in session.exercises)


@given(sessions(), paces)
def test_what_is_held_is_held_in_every_repetition_for_its_seconds(session: SessionPlan, pace: Pace) -> None:
    line = timeline(session, {}, pace)
    held = {step.key: step.length_s for step in line.steps if step.kind is StepKind.HOLD}
    assert held == {
        key: session.exercises[key.exercise].dose.hold_s
        for key in repetitions_owed(session)
        if session.exercises[key.exercise].dose.hold_s > 0
    }


@given(sessions(), paces)
def test_a_movement_takes_the_seconds_of_its_dose(session: SessionPlan, pace: Pace) -> None:
    for step in timeline(session, {}, pace).steps:
        dose = session.exercises[step.exercise].dose
        seconds = {StepKind.OUT: dose.out_s, StepKind.BACK: dose.back_s, StepKind.SET_REST: dose.set_rest_s}
        assert step.length_s == seconds.get(step.kind, step.length_s)


@given(sessions(), paces)
def test_a_rest_lies_between_two_repetitions_of_one_side_and_nowhere_else(
    session: SessionPlan, pace: Pace
) -> None:
    steps = timeline(session, {}, pace).steps
    for before, after in pairwise(steps):
        dose = session.exercises[before.exercise].dose
        if before.kind is StepKind.REST:
            assert after.kind is StepKind.OUT
            assert after.part == before.part
            assert before.length_s == dose.rest_s
        last = before.repetition == dose.repetitions - 1
        if before.kind is StepKind.BACK and not last and dose.rest_s:
            assert after.kind is StepKind.REST
    assert steps[-1].kind is not StepKind.REST


@given(lines)
def test_the_sides_never_change_unannounced(line: Timeline) -> None:
    moved = [step for step in line.steps if step.kind in (StepKind.OUT, StepKind.CHANGE_SIDE)]
    for before, after in pairwise(moved):
        if after.kind is StepKind.OUT and after.exercise == before.exercise:
            assert after.side == before.side


def test_the_second_set_goes_back_to_the_first_side_after_a_change() -> None:
    both = session_exercise(sides=(Side.RIGHT, Side.LEFT), repetitions=1, sets=2, hold_s=0, set_rest_s=0)
    changes = [s for s in timeline(session_plan(both), {}).steps if s.kind is StepKind.CHANGE_SIDE]
    assert [(step.set_index, step.side) for step in changes] == [
        (0, Side.LEFT),
        (1, Side.RIGHT),
        (1, Side.LEFT),
    ]


def test_one_side_alone_is_never_changed() -> None:
    left = session_exercise(sides=(Side.LEFT,), sets=3)
    assert StepKind.CHANGE_SIDE not in kinds(timeline(session_plan(left), {}))


@given(lines)
def test_one_gets_down_once_and_first(line: Timeline) -> None:
    assert kinds(line)[0] is StepKind.GET_DOWN
    assert kinds(line).count(StepKind.GET_DOWN) == 1


@given(sessions(), paces)
def test_the_position_changes_only_between_exercises_in_different_positions(
    session: SessionPlan, pace: Pace
) -> None:
    steps = timeline(session, {}, pace).steps
    changes = {
        s.exercise: s.kind for s in steps if s.kind in (StepKind.CHANGE_EXERCISE, StepKind.CHANGE_POSITION)
    }
    assert changes == {
        index + 1: StepKind.CHANGE_EXERCISE if one.position is other.position else StepKind.CHANGE_POSITION
        for index, (one, other) in enumerate(pairwise(session.exercises))
    }


def test_exercises_in_one_position_need_one_getting_down_and_one_getting_up() -> None:
    session = session_plan(session_exercise("a"), session_exercise("b"), session_exercise("c"))
    moves = {StepKind.GET_DOWN, StepKind.CHANGE_POSITION, StepKind.GET_UP}
    assert [k for k in kinds(timeline(session, {})) if k in moves] == [StepKind.GET_DOWN, StepKind.GET_UP]


@given(lines)
def test_every_exercise_begins_with_getting_ready(line: Timeline) -> None:
    leading = {StepKind.GET_DOWN, StepKind.CHANGE_EXERCISE, StepKind.CHANGE_POSITION}
    for before, after in pairwise(line.steps):
        if before.kind in leading:
            assert after.kind is StepKind.GET_READY
            assert after.exercise == before.exercise


@given(lines)
def test_only_what_a_person_must_do_in_their_own_time_waits_for_a_key(line: Timeline) -> None:
    waits = {StepKind.GET_DOWN: Wait.AT_MOST}
    waits |= dict.fromkeys((StepKind.CHANGE_POSITION, StepKind.GET_UP), Wait.FOR_A_KEY)
    assert all(step.wait is waits.get(step.kind, Wait.NO) for step in line.steps)


@given(sessions(), paces)
def test_one_gets_up_at_the_end_unless_one_stands(session: SessionPlan, pace: Pace) -> None:
    line = timeline(session, {}, pace)
    stands = session.exercises[-1].position is Position.STANDING
    assert (kinds(line)[-1] is StepKind.GET_UP) is not stands
    assert StepKind.GET_UP not in kinds(line)[:-1]


@given(lines)
def test_an_exercise_ends_with_its_last_movement(line: Timeline) -> None:
    for index in {step.exercise for step in line.steps}:
        last = [s for s in line.steps if s.exercise == index and s.kind is StepKind.BACK][-1]
        assert line.end_of_exercise(index) == last.end_s


@given(lines)
def test_the_tones_come_in_order_and_the_last_says_that_all_is_done(line: Timeline) -> None:
    times = [cue.at_s for cue in line.tones]
    assert times == sorted(times)
    assert [cue.at_s for cue in line.tones if cue.tone is Tone.ALL_DONE] == [line.length_s]
    assert line.tones[-1].tone is Tone.ALL_DONE


@given(lines)
def test_never_two_tones_at_once(line: Timeline) -> None:
    times = [cue.at_s for cue in line.tones]
    assert len(times) == len(set(times))


@given(lines)
def test_every_movement_out_and_back_has_its_tone(line: Timeline) -> None:
    for kind, tone in (
        (StepKind.OUT, Tone.START),
        (StepKind.BACK, Tone.END),
        (StepKind.CHANGE_SIDE, Tone.SIDE),
    ):
        sounded = [cue.at_s for cue in line.tones if cue.tone is tone]
        assert sounded == [step.start_s for step in line.steps if step.kind is kind]


@given(lines)
def test_the_last_three_seconds_are_ticked_inside_the_step_they_belong_to(line: Timeline) -> None:
    ticked = {line.at(cue.at_s).step.index for cue in line.tones if cue.tone is Tone.TICK}
    assert all(line.at(cue.at_s).left_s in (1, 2, 3) for cue in line.tones if cue.tone is Tone.TICK)
    assert all(line.at(cue.at_s).into_s > 0 for cue in line.tones if cue.tone is Tone.TICK)
    assert not ticked & {s.index for s in line.steps if s.wait is Wait.FOR_A_KEY}
    assert {s.index for s in line.steps if s.kind is StepKind.HOLD and s.length_s > 1} <= ticked


@given(lines, st.data())
def test_looking_often_or_seldom_hears_every_tone_once(line: Timeline, data: st.DataObject) -> None:
    times = st.sampled_from([cue.at_s for cue in line.tones]) | st.floats(0, line.length_s)
    looks = sorted(data.draw(st.lists(times, max_size=20)))
    heard = [
        tone
        for after, until in pairwise([-1.0, *looks, line.length_s])
        for tone in line.tones_between(after, until)
    ]
    assert heard == list(line.tones)


def test_a_session_without_exercises_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one exercise"):
        timeline(SessionPlan(1, ()), {})


def test_one_tilt_and_one_slide_from_getting_down_to_getting_up() -> None:
    tilt = session_exercise(repetitions=1, hold_s=5)
    slider = session_exercise("slider", Position.SEATED, (Side.LEFT,), repetitions=2, hold_s=0, rest_s=1)
    line = timeline(session_plan(tilt, slider), {})
    assert [(step.kind, step.length_s) for step in line.steps] == [
        (StepKind.GET_DOWN, 60),
        (StepKind.GET_READY, 5),
        (StepKind.OUT, 2),
        (StepKind.HOLD, 5),
        (StepKind.BACK, 2),
        (StepKind.CHANGE_POSITION, 20),
        (StepKind.GET_READY, 5),
        (StepKind.OUT, 2),
        (StepKind.BACK, 2),
        (StepKind.REST, 1),
        (StepKind.OUT, 2),
        (StepKind.BACK, 2),
        (StepKind.GET_UP, 20),
    ]


@given(sessions(), st.data())
def test_the_silence_lasts_until_the_next_sound(session: SessionPlan, data: st.DataObject) -> None:
    line = timeline(session, {"hold": 0.5, "ready": 0.4})
    now = data.draw(st.floats(0, line.length_s, exclude_max=True))
    sounds = [tone.at_s for tone in line.tones] + [cue.at_s for cue in line.cues]
    coming = [at_s for at_s in sounds if at_s > now]
    assert line.silence_after(now) == min(coming) - now


def test_after_the_last_tone_the_silence_has_no_end() -> None:
    line = timeline(session_plan(), {})
    assert line.silence_after(line.length_s) == math.inf
