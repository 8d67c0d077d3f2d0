from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ryg_app.application.course import Course
from ryg_app.application.guided_session import GuidedSession, SessionState
from ryg_app.application.sessions import Sessions, Trial
from ryg_app.domain.errors import NoPlanError, NotSavedError, NotSavedReason
from ryg_app.domain.exercise import Side, StepKind
from ryg_app.domain.preferences import Preferences, VoiceChoice
from ryg_app.domain.session import Ending
from ryg_app.domain.voice import Clip
from tests.builders import PLAN_ID, START, at, course_record, plan_file, session_exercise, session_plan
from tests.fakes import (
    FakeClock,
    FakeVoices,
    MemoryCourseRecords,
    MemoryDayLogs,
    MemoryOpenSessions,
    MemoryPlanShelf,
    MemoryPreferences,
)

FULL_DISK = NotSavedError("log-2026.json", NotSavedReason.FULL)


class World:
    def __init__(self, *, adopted: bool = True) -> None:
        self.clock = FakeClock(at("2026-11-23 10:00"))
        self.days, self.kept = MemoryDayLogs(), MemoryOpenSessions()
        records = MemoryCourseRecords(course_record() if adopted else None)
        course = Course(records, MemoryPlanShelf([plan_file()]), self.clock)
        self.sessions = Sessions(
            course, self.days, self.kept, MemoryPreferences(), self.clock, lambda: "an-id", FakeVoices()
        )

    def let_pass(self, guided: GuidedSession, seconds: float) -> None:
        for _ in range(round(seconds)):
            self.clock.advance(1)
            guided.tick()

    def started(self) -> GuidedSession:
        """Return a session in the middle of its second repetition."""
        guided = self.sessions.start(session_plan())
        guided.resume()
        guided.ready()
        self.let_pass(guided, 5 + 11 + 4)
        assert (guided.moment().step.kind, len(guided.opened.done)) == (StepKind.HOLD, 1)
        return guided


def test_a_session_belongs_to_the_plan_in_force() -> None:
    guided = World().sessions.start(session_plan())
    assert (guided.opened.plan_id, guided.opened.revision) == (PLAN_ID, 1)
    assert guided.state is SessionState.PAUSED


def test_without_a_plan_there_is_no_session() -> None:
    with pytest.raises(NoPlanError):
        World(adopted=False).sessions.start(session_plan())


def test_the_time_to_get_down_is_the_patients_choice() -> None:
    guided = World().sessions.start(session_plan())
    assert guided.line.steps[0].length_s == 60


def test_an_ended_session_stands_in_its_diary_day_and_is_no_longer_under_way() -> None:
    world = World()
    guided = world.started()
    guided.stop()
    record = world.sessions.end(guided)
    assert record is not None
    assert world.days.get(START).sessions == (record,)
    assert record.ended == world.clock.now()
    assert [done.ending for done in record.exercises] == [Ending.PARTLY, Ending.SKIPPED]
    assert world.sessions.under_way() is None


def test_a_session_past_midnight_belongs_to_the_day_it_began_on() -> None:
    world = World()
    world.clock.set(at("2026-11-24 02:50"))
    guided = world.started()
    world.clock.set(at("2026-11-24 03:05"))
    world.sessions.end(guided)
    assert len(world.days.get(START).sessions) == 1


def test_nothing_is_kept_of_a_session_in_which_nothing_was_done() -> None:
    world = World()
    guided = world.sessions.start(session_plan())
    guided.resume()
    guided.pause()
    assert world.sessions.end(guided) is None
    assert world.days.every() == ()
    assert world.kept.get() is None


def test_a_full_disk_at_the_end_loses_nothing() -> None:
    world = World()
    guided = world.started()
    guided.stop()
    world.days.fail_with = FULL_DISK
    with pytest.raises(NotSavedError):
        world.sessions.end(guided)
    assert world.kept.get() == guided.opened
    world.days.fail_with = None
    assert world.sessions.end(guided) is not None


def test_saving_the_end_twice_gives_one_record() -> None:
    world = World()
    guided = world.started()
    guided.stop()
    world.kept.fail_with = NotSavedError("open.json", NotSavedReason.FULL)
    with pytest.raises(NotSavedError):
        world.sessions.end(guided)
    world.kept.fail_with = None
    world.sessions.end(guided)
    assert len(world.days.get(START).sessions) == 1


def test_the_answer_afterwards_is_added_to_the_record() -> None:
    world = World()
    record = world.sessions.end(world.started())
    assert record is not None
    world.sessions.answer(record, 4, {})
    assert [kept.worst_leg_pain for kept in world.days.get(START).sessions] == [4]


def test_a_session_is_taken_up_with_all_that_was_done() -> None:
    world = World()
    guided = world.started()
    guided.pause()
    world.clock.advance(600)
    opened = world.sessions.under_way()
    assert opened is not None
    again = world.sessions.take_up(opened)
    assert again.state is SessionState.PAUSED
    assert again.opened.done == guided.opened.done
    assert (again.moment().step.kind, again.moment().step.repetition) == (StepKind.OUT, 1)


def test_yesterdays_session_is_not_taken_up_but_written_into_its_day() -> None:
    world = World()
    world.started().pause()
    world.clock.set(at("2026-11-24 08:00"))
    assert world.sessions.under_way() is None
    record = world.sessions.end_left_over()
    assert record is not None
    assert world.days.get(START).sessions == (record,)
    assert timedelta(0) < record.ended - record.started < timedelta(minutes=5)


def test_todays_session_is_not_left_over() -> None:
    world = World()
    world.started().pause()
    assert world.sessions.end_left_over() is None
    assert world.sessions.under_way() is not None


def test_giving_up_keeps_what_was_done() -> None:
    world = World()
    world.started().pause()
    opened = world.sessions.under_way()
    assert opened is not None
    record = world.sessions.give_up(opened)
    assert record is not None
    assert record.exercises[0].repetitions == 1
    assert world.sessions.under_way() is None


def test_a_trial_is_one_repetition_on_each_side() -> None:
    exercise = session_exercise(sides=(Side.RIGHT, Side.LEFT), repetitions=10, sets=3)
    guided = Trial(FakeClock(), MemoryPreferences(), FakeVoices()).start(exercise, None)
    outs = [step.side for step in guided.line.steps if step.kind is StepKind.OUT]
    assert outs == [Side.RIGHT, Side.LEFT]


def test_saving_never_fails_in_a_trial() -> None:
    guided = Trial(FakeClock(), MemoryPreferences(), FakeVoices()).start(session_exercise(), None)
    guided.resume()
    guided.stop()
    assert guided.last_save_failed is None


class InTwoLanguages:
    """Knows one clip in each language."""

    def clips(self, language: str) -> dict[str, Clip]:
        return {"hold": Clip(Path(language) / "hold.wav", 0.5, f"hold in {language}")}


@pytest.mark.parametrize(("language", "heard"), [(None, "da"), ("en", "en")])
def test_the_voice_speaks_the_language_of_the_page_also_while_it_is_off(
    language: str | None, heard: str
) -> None:
    preferences = MemoryPreferences(Preferences(language="da", voice=VoiceChoice.OFF))
    trial = Trial(FakeClock(), preferences, InTwoLanguages())
    guided = trial.start(session_exercise(), None, language)
    assert guided.clips["hold"].text == f"hold in {heard}"
    assert "hold" in {cue.clip for cue in guided.line.cues}


def test_an_answer_outlives_a_session_that_could_not_be_cleared() -> None:
    world = World()
    guided = world.started()
    world.kept.fail_with = FULL_DISK
    with pytest.raises(NotSavedError):
        world.sessions.end(guided)
    (record,) = world.days.get(START).sessions
    world.sessions.answer(record, 4, {record.exercises[0].entry_id: "It pulled."})
    world.kept.fail_with = None
    world.clock.advance(24 * 3600)
    world.sessions.end_left_over()
    (kept,) = world.days.get(START).sessions
    assert (kept.worst_leg_pain, kept.exercises[0].words) == (4, "It pulled.")
