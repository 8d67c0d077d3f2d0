"""Done of planned: each exercise of each session is counted once, as it was owed on its day."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.adherence import Tally, owed_so_far, summed, tally_day
from ryg_app.domain.diary import DayLog
from ryg_app.domain.owed import DayState, OwedDay
from ryg_app.domain.session import Ending, ExerciseDone, SessionRecord
from tests.builders import START, session_exercise, session_plan, session_record

NAMES = ("tilt", "slider", "knee")

entries = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)
endings = st.sampled_from(Ending)


@st.composite
def owed_days(draw: st.DrawFn) -> OwedDay:
    sessions = tuple(
        session_plan(*(session_exercise(name) for name in draw(entries)), number=number)
        for number in range(1, draw(st.integers(0, 3)) + 1)
    )
    return OwedDay(START, draw(st.sampled_from([DayState.ORDINARY, DayState.FLARE])), 1, 1, sessions)


@st.composite
def records(draw: st.DrawFn) -> SessionRecord:
    done = tuple(ExerciseDone(name, draw(st.integers(0, 5)), 5, draw(endings)) for name in draw(entries))
    return session_record(
        number=draw(st.integers(1, 4)), without_computer=draw(st.booleans()), exercises=done
    )


def tally(owed: OwedDay | None, *sessions: SessionRecord) -> dict[str, Tally]:
    return tally_day(owed, sessions, lambda entry: entry, lambda _record, entry: entry)


def owing(*names: str) -> OwedDay:
    return OwedDay(START, DayState.ORDINARY, 1, 1, (session_plan(*map(session_exercise, names)),))


def having(*done: tuple[str, int, Ending], without_computer: bool = False) -> SessionRecord:
    exercises = tuple(ExerciseDone(name, repetitions, 5, ending) for name, repetitions, ending in done)
    return session_record(exercises=exercises, without_computer=without_computer)


@given(st.none() | owed_days(), st.lists(records(), max_size=4))
def test_nothing_is_done_more_often_than_planned(owed: OwedDay | None, sessions: list[SessionRecord]) -> None:
    told = tally(owed, *sessions)
    for counts in told.values():
        assert 0 <= counts.without_computer <= counts.done
        assert counts.done + counts.partly <= counts.planned
        assert counts.extra >= 0
        assert not counts.extra or counts.done == counts.planned
    finished = sum(e.ending is Ending.DONE for record in sessions for e in record.exercises)
    assert sum(counts.done + counts.extra for counts in told.values()) == finished
    planned = sum(len(session.exercises) for session in owed.sessions) if owed else 0
    assert sum(counts.planned for counts in told.values()) == planned


def test_done_without_the_computer_counts_and_is_marked() -> None:
    told = tally(owing("tilt", "slider"), having(("tilt", 5, Ending.DONE), without_computer=True))
    assert told == {"tilt": Tally(1, 1, without_computer=1), "slider": Tally(1)}


def test_an_exercise_begun_and_stopped_is_partly_done_and_a_skipped_one_is_not() -> None:
    session = having(("tilt", 2, Ending.TOO_PAINFUL), ("slider", 0, Ending.SKIPPED))
    assert tally(owing("tilt", "slider"), session) == {"tilt": Tally(1, partly=1), "slider": Tally(1)}


def test_what_is_done_though_nothing_is_owed_stands_besides_the_plan() -> None:
    assert tally(None, having(("tilt", 5, Ending.DONE))) == {"tilt": Tally(extra=1)}


def test_the_day_under_way_owes_only_the_sessions_that_are_begun() -> None:
    owed = OwedDay(START, DayState.ORDINARY, 1, 1, (session_plan(), session_plan(number=2)))
    log = DayLog(START, sessions=(session_record(number=2),))
    assert [session.number for session in owed_so_far(owed, log).sessions] == [2]
    assert owed_so_far(owed, DayLog(START + timedelta(days=1))).sessions == ()


@given(
    st.lists(st.dictionaries(st.sampled_from(NAMES), st.builds(Tally, st.integers(0, 9), st.integers(0, 9))))
)
def test_days_add_up_to_the_same_whatever_way_they_are_grouped(days: list[dict[str, Tally]]) -> None:
    halves = [summed(days[: len(days) // 2]), summed(days[len(days) // 2 :])]
    assert summed(halves) == summed(days)
