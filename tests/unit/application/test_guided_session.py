from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.application.guided_session import GuidedSession, SessionState, record_of, restart_at
from ryg_app.domain.errors import NotSavedError, NotSavedReason
from ryg_app.domain.exercise import Position, Side, StepKind
from ryg_app.domain.session import Ending, OpenSession, RepetitionKey
from ryg_app.domain.timeline import Tone, timeline
from tests.builders import session_exercise, session_plan
from tests.fakes import A_MORNING, FakeClock, MemoryOpenSessions

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.domain.session import SessionExercise, SessionPlan
    from ryg_app.domain.timeline import Moment

THREE = session_plan(
    session_exercise("tilt", repetitions=2, sets=2, set_rest_s=5),
    session_exercise("knee", sides=(Side.RIGHT, Side.LEFT), repetitions=2),
    session_exercise("slider", Position.SEATED, (Side.LEFT,), repetitions=2, hold_s=0),
)
FULL_DISK = NotSavedError("open.json", NotSavedReason.FULL)


@dataclass
class Room:
    guided: GuidedSession
    clock: FakeClock
    kept: MemoryOpenSessions

    @property
    def moment(self) -> Moment:
        return self.guided.moment()

    def let_pass(self, seconds: float) -> list[Tone]:
        tones: list[Tone] = []
        while seconds > 0:
            self.clock.advance(min(0.5, seconds))
            tones += [cue.tone for cue in self.guided.tick().tones]
            self.guided.keep()
            seconds -= 0.5
        return tones

    def run_until(self, wanted: Callable[[Moment], bool]) -> None:
        for _ in range(5000):
            if wanted(self.moment):
                return
            if self.guided.waits:
                self.guided.ready()
            self.let_pass(0.5)
        pytest.fail("the session never came there")


def room(session: SessionPlan = THREE, *, elapsed_s: float = 0.0, running: bool = True) -> Room:
    opened = OpenSession("an-id", A_MORNING, "a-plan", 1, session, elapsed_s=elapsed_s)
    clock, kept = FakeClock(), MemoryOpenSessions()
    guided = GuidedSession(opened, timeline(session, {}), clock, kept)
    if running:
        guided.resume()
    return Room(guided, clock, kept)


def at(kind: StepKind, exercise: int = 0, repetition: int = 0) -> Callable[[Moment], bool]:
    wanted = (kind, exercise, repetition)
    return lambda m: (m.step.kind, m.step.exercise, m.step.repetition) == wanted


def test_a_session_stands_still_until_it_is_let_go() -> None:
    here = room(running=False)
    here.let_pass(10)
    assert (here.moment.elapsed_s, here.guided.state) == (0.0, SessionState.PAUSED)


def test_a_pause_takes_no_time_of_the_session() -> None:
    here = room()
    here.let_pass(1)
    here.guided.pause()
    here.let_pass(600)
    here.guided.resume()
    here.let_pass(1)
    assert here.moment.elapsed_s == 2.0


def test_two_seconds_without_a_look_are_still_taken_as_time() -> None:
    here = room()
    here.clock.advance(2.0)
    assert not here.guided.tick().slept
    assert here.moment.elapsed_s == 2.0


def test_a_longer_gap_pauses_where_the_session_was_last_seen() -> None:
    here = room()
    here.let_pass(1)
    here.clock.advance(2.01)
    tick = here.guided.tick()
    assert (tick.slept, tick.state, tick.moment.elapsed_s) == (True, SessionState.PAUSED, 1.0)
    assert here.kept.writes == 1


def test_any_key_ends_getting_down() -> None:
    here = room()
    here.guided.ready()
    assert here.moment.step.kind is StepKind.GET_READY


def test_getting_down_ends_by_its_time_too() -> None:
    here = room()
    here.let_pass(60)
    assert here.moment.step.kind is StepKind.GET_READY


def test_a_key_does_nothing_to_a_step_that_waits_for_nobody() -> None:
    here = room()
    here.run_until(at(StepKind.HOLD))
    before = here.moment
    here.guided.ready()
    assert here.moment == before


def test_changing_position_holds_until_a_key_is_pressed() -> None:
    here = room()
    here.run_until(at(StepKind.CHANGE_POSITION, exercise=2))
    here.let_pass(300)
    tick = here.guided.tick()
    assert (tick.waiting, tick.moment.step.kind) == (True, StepKind.CHANGE_POSITION)
    here.guided.ready()
    assert here.moment.step.kind is StepKind.GET_READY


def test_the_tone_of_a_step_that_was_jumped_to_is_heard_once() -> None:
    here = room()
    here.guided.ready()
    assert here.let_pass(1).count(Tone.READY) == 1


def test_the_last_tone_is_heard_when_a_key_ends_the_session() -> None:
    here = room()
    here.run_until(at(StepKind.GET_UP, exercise=2, repetition=1))
    here.guided.ready()
    assert here.guided.tick().tones[-1].tone is Tone.ALL_DONE
    assert here.guided.tick().tones == ()
    assert here.guided.state is SessionState.OVER


def test_back_goes_to_the_start_of_the_repetition() -> None:
    here = room()
    here.run_until(at(StepKind.HOLD, repetition=1))
    here.let_pass(2)
    here.guided.back()
    assert (here.moment.step.kind, here.moment.step.repetition, here.moment.into_s) == (StepKind.OUT, 1, 0.0)


def test_back_at_the_very_start_of_a_repetition_goes_to_the_one_before() -> None:
    here = room()
    here.run_until(at(StepKind.OUT, repetition=1))
    here.guided.back()
    assert (here.moment.step.kind, here.moment.step.repetition) == (StepKind.OUT, 0)


def test_back_before_anything_was_done_goes_to_the_beginning() -> None:
    here = room()
    here.let_pass(3)
    here.guided.back()
    assert here.moment.elapsed_s == 0.0


def test_back_never_leads_into_an_exercise_that_hurt() -> None:
    here = room()
    here.run_until(at(StepKind.HOLD, exercise=1))
    here.guided.too_painful()
    for _ in range(5):
        here.guided.back()
        assert here.moment.step.exercise == 2


def test_skipping_a_movement_leaves_out_the_rest_of_the_exercise() -> None:
    here = room()
    here.run_until(at(StepKind.HOLD))
    here.guided.skip()
    assert (here.moment.step.kind, here.moment.step.exercise) == (StepKind.CHANGE_EXERCISE, 1)


def test_skipping_a_wait_leaves_out_only_the_wait() -> None:
    here = room()
    here.run_until(at(StepKind.GET_READY))
    here.guided.skip()
    assert (here.moment.step.kind, here.moment.step.exercise) == (StepKind.OUT, 0)


def test_an_exercise_that_hurts_ends_and_time_stands_still_before_the_next() -> None:
    here = room()
    here.run_until(at(StepKind.HOLD, repetition=1))
    here.guided.too_painful()
    assert here.guided.state is SessionState.PAUSED
    assert here.moment.step.kind is StepKind.CHANGE_EXERCISE
    assert here.kept.get() == here.guided.opened
    assert here.guided.opened.too_painful == {0}


def test_on_the_way_to_the_next_exercise_it_is_the_one_just_left_that_hurt() -> None:
    here = room()
    here.run_until(at(StepKind.CHANGE_EXERCISE, exercise=1))
    before = here.moment
    here.guided.too_painful()
    assert here.guided.opened.too_painful == {0}
    assert here.moment == before


def test_pain_in_the_last_standing_exercise_ends_the_session() -> None:
    here = room(session_plan(session_exercise("heel", Position.STANDING)))
    here.run_until(at(StepKind.HOLD))
    here.guided.too_painful()
    assert here.guided.state is SessionState.OVER


def test_nothing_is_written_in_the_middle_of_a_set() -> None:
    here = room(session_plan(session_exercise(repetitions=5)))
    here.run_until(at(StepKind.OUT))
    writes = here.kept.writes
    here.run_until(at(StepKind.HOLD, repetition=4))
    assert here.kept.writes == writes


def test_what_was_done_is_written_between_two_sets_and_at_the_end() -> None:
    here = room(session_plan(session_exercise("heel", Position.STANDING, repetitions=2, sets=2)))
    here.run_until(at(StepKind.SET_REST))
    kept = here.kept.get()
    assert kept is not None
    assert len(kept.done) == 2
    here.run_until(lambda moment: moment.finished)
    kept = here.kept.get()
    assert kept is not None
    assert len(kept.done) == 4


def test_what_sounds_is_known_before_anything_is_written() -> None:
    here = room(session_plan(session_exercise("heel", Position.STANDING, repetitions=2, sets=2)))
    here.run_until(at(StepKind.BACK, repetition=1))
    here.clock.advance(1.9)
    here.guided.tick()
    writes = here.kept.writes
    here.clock.advance(0.2)
    assert here.guided.tick().moment.step.kind is StepKind.SET_REST
    assert here.kept.writes == writes
    here.guided.keep()
    assert here.kept.writes == writes + 1


def test_stopping_writes_what_was_done_since_the_last_set() -> None:
    here = room()
    here.run_until(at(StepKind.OUT, repetition=1))
    here.guided.stop()
    kept = here.kept.get()
    assert kept is not None
    assert kept.done == {RepetitionKey(0, 0, None, 0)}


def test_a_full_disk_is_told_and_forgotten_when_saving_works_again() -> None:
    here = room()
    here.kept.fail_with = FULL_DISK
    here.guided.pause()
    assert here.guided.last_save_failed is FULL_DISK
    here.kept.fail_with = None
    here.guided.resume()
    here.guided.pause()
    assert here.guided.last_save_failed is None


def test_a_session_that_is_over_can_no_longer_be_moved() -> None:
    here = room()
    here.run_until(at(StepKind.HOLD))
    here.guided.stop()
    before = here.guided.opened
    for action in (
        here.guided.resume,
        here.guided.ready,
        here.guided.back,
        here.guided.skip,
        here.guided.too_painful,
    ):
        action()
    assert (here.guided.state, here.guided.opened) == (SessionState.OVER, before)


def test_a_session_is_taken_up_at_the_start_of_the_repetition_it_was_in() -> None:
    here = room()
    here.run_until(at(StepKind.HOLD, exercise=1, repetition=1))
    opened = replace(here.guided.opened, elapsed_s=here.moment.elapsed_s)
    step = here.guided.line.at(restart_at(opened, here.guided.line)).step
    assert (step.kind, step.exercise, step.repetition) == (StepKind.OUT, 1, 1)


def test_a_session_is_taken_up_at_the_start_of_the_wait_it_was_in() -> None:
    here = room()
    here.run_until(at(StepKind.SET_REST))
    opened = replace(here.guided.opened, elapsed_s=here.moment.elapsed_s)
    moment = here.guided.line.at(restart_at(opened, here.guided.line))
    assert (moment.step.kind, moment.into_s) == (StepKind.SET_REST, 0.0)


def test_what_was_done_is_kept_when_a_key_ends_the_session_and_it_is_stopped_at_once() -> None:
    here = room(session_plan(session_exercise("tilt", repetitions=2, hold_s=0)))
    here.run_until(at(StepKind.OUT, repetition=1))
    here.guided.skip()
    here.guided.ready()
    here.guided.stop()
    kept = here.kept.get()
    assert kept is not None
    assert len(kept.done) == 1


def test_there_is_no_record_of_a_session_in_which_nothing_was_done() -> None:
    assert record_of(room().guided.opened, A_MORNING) is None


def test_a_session_led_through_to_its_end_is_done_in_full() -> None:
    here = room()
    here.run_until(lambda moment: moment.finished)
    record = record_of(here.guided.opened, here.clock.now())
    assert record is not None
    assert [(e.entry_id, e.repetitions, e.ending) for e in record.exercises] == [
        ("tilt", 4, Ending.DONE),
        ("knee", 4, Ending.DONE),
        ("slider", 2, Ending.DONE),
    ]


def planned(session: SessionPlan) -> set[RepetitionKey]:
    return {step.key for step in timeline(session, {}).steps if step.kind is StepKind.OUT}


doses = st.fixed_dictionaries(
    {
        "repetitions": st.integers(1, 3),
        "sets": st.integers(1, 2),
        "hold_s": st.integers(0, 3),
        "rest_s": st.integers(0, 2),
        "set_rest_s": st.integers(0, 3),
    }
)
exercises = st.builds(
    lambda position, sides, dose: session_exercise("an_exercise", position, sides, **dose),
    st.sampled_from(Position),
    st.sampled_from(((), (Side.LEFT,), (Side.RIGHT, Side.LEFT))),
    doses,
)
ACTIONS = ("resume", "pause", "ready", "back", "skip", "too_painful")
actions = st.one_of(st.sampled_from(ACTIONS), st.floats(0.0, 2.5), st.floats(0.0, 1.9), st.integers(3, 60))


def act(here: Room, action: str | float) -> None:
    if isinstance(action, str):
        getattr(here.guided, action)()
    elif isinstance(action, int):
        here.let_pass(action)
    else:
        here.clock.advance(action)
        here.guided.tick()


@given(session=st.lists(exercises, min_size=1, max_size=3), taken=st.lists(actions, max_size=40))
def test_whatever_the_person_does_no_done_repetition_is_lost(
    session: list[SessionExercise], taken: list[str | float]
) -> None:
    plan = session_plan(*session)
    here = room(plan)
    possible, done, hurt = planned(plan), frozenset[RepetitionKey](), frozenset[int]()
    for action in taken:
        act(here, action)
        opened = here.guided.opened
        assert done <= opened.done <= possible
        assert hurt <= opened.too_painful
        assert 0.0 <= here.moment.elapsed_s <= here.guided.line.length_s
        assert 0.0 <= opened.elapsed_s <= here.guided.line.length_s
        if here.guided.state is SessionState.RUNNING and here.moment.step.kind is not StepKind.GET_UP:
            assert here.moment.step.exercise not in opened.too_painful
        done, hurt = opened.done, opened.too_painful


@given(session=st.lists(exercises, min_size=1, max_size=3), taken=st.lists(actions, max_size=40))
def test_what_is_kept_on_pause_is_what_the_record_will_say(
    session: list[SessionExercise], taken: list[str | float]
) -> None:
    here = room(session_plan(*session))
    for action in taken:
        act(here, action)
    here.guided.pause()
    here.guided.stop()
    kept = here.kept.get()
    assert kept is None or record_of(kept, A_MORNING) == record_of(here.guided.opened, A_MORNING)
