"""A diary day runs from three to three, and an entry knows when it was made and whether it was changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.diary import (
    Answers,
    DayLog,
    LegExtent,
    diary_day,
    with_answers,
    with_session,
)
from tests.builders import START, at, session_record
from tests.fakes import COPENHAGEN

if TYPE_CHECKING:
    from ryg_app.domain.session import SessionRecord

EVENING = at("2026-11-23 20:30")
NEXT_MORNING = at("2026-11-24 09:00")
answers = st.builds(
    Answers,
    back=st.none() | st.integers(0, 10),
    leg=st.none() | st.integers(0, 10),
    leg_extent=st.none() | st.sampled_from(LegExtent),
    walks=st.sampled_from([(), (0,), (10,), (5, 20)]),
    note=st.text(max_size=5),
)
moments = st.datetimes(datetime(2026, 11, 23, 3), datetime(2027, 12, 1)).map(  # noqa: DTZ001 - placed below
    lambda wall: wall.replace(tzinfo=COPENHAGEN)
)
records = st.builds(
    lambda session_id, minutes: session_record(
        session_id=session_id, started=EVENING + timedelta(minutes=minutes)
    ),
    st.sampled_from("abc"),
    st.integers(0, 300),
)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-12-11 02:59:59.999999", "2026-12-10"),
        ("2026-12-11 03:00", "2026-12-11"),
        ("2026-12-11 23:59", "2026-12-11"),
        ("2026-12-12 00:00", "2026-12-11"),
        ("2027-01-01 02:30", "2026-12-31"),
        ("2028-03-01 01:00", "2028-02-29"),
        ("2027-03-01 01:00", "2027-02-28"),
    ],
)
def test_a_diary_day_begins_at_three(moment: str, day: str) -> None:
    assert diary_day(at(moment)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-10-25T00:30:00+00:00", "2026-10-24"),  # half past two, the first time
        ("2026-10-25T01:30:00+00:00", "2026-10-24"),  # half past two, the second time
        ("2026-10-25T02:00:00+00:00", "2026-10-25"),
        ("2027-03-28T00:59:59+00:00", "2027-03-27"),  # the last second before two o'clock becomes three
        ("2027-03-28T01:00:00+00:00", "2027-03-28"),
    ],
)
def test_a_diary_day_begins_once_when_the_clocks_change(moment: str, day: str) -> None:
    local = datetime.fromisoformat(moment).astimezone(COPENHAGEN)
    assert diary_day(local) == date.fromisoformat(day)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)), st.integers(0, 3 * 86_400))  # noqa: DTZ001
def test_a_later_moment_is_never_on_an_earlier_day(moment: datetime, seconds: int) -> None:
    first = moment.replace(tzinfo=UTC)
    second = first + timedelta(seconds=seconds)
    assert diary_day(first.astimezone(COPENHAGEN)) <= diary_day(second.astimezone(COPENHAGEN))


def test_the_first_answers_are_recorded_and_not_changed() -> None:
    log = with_answers(DayLog(START), Answers(back=4), EVENING)
    assert log == DayLog(START, Answers(back=4), recorded=EVENING)
    assert not log.recorded_late


def test_the_first_answers_of_a_day_that_is_over_are_late_and_not_changed() -> None:
    log = with_answers(DayLog(START), Answers(back=4), NEXT_MORNING)
    assert log.recorded_late
    assert log.changed is None


def test_answers_after_midnight_are_not_late() -> None:
    assert not with_answers(DayLog(START), Answers(back=4), at("2026-11-24 02:30")).recorded_late


def test_changing_ones_mind_on_the_day_is_no_change() -> None:
    log = with_answers(DayLog(START), Answers(back=4), EVENING)
    later = with_answers(log, Answers(back=5), at("2026-11-24 01:00"))
    assert (later.answers.back, later.recorded, later.changed) == (5, EVENING, None)


def test_answers_changed_after_the_day_are_marked() -> None:
    log = with_answers(DayLog(START), Answers(back=4), EVENING)
    later = with_answers(log, Answers(back=5), NEXT_MORNING)
    assert (later.answers.back, later.recorded, later.changed) == (5, EVENING, NEXT_MORNING)


def test_a_number_added_after_the_day_is_marked_too() -> None:
    log = with_answers(DayLog(START), Answers(back=4), EVENING)
    assert with_answers(log, Answers(back=4, leg=2), NEXT_MORNING).changed == NEXT_MORNING


def test_a_late_entry_that_is_corrected_is_marked_as_changed() -> None:
    log = with_answers(DayLog(START), Answers(back=4), NEXT_MORNING)
    corrected = with_answers(log, Answers(back=3), NEXT_MORNING + timedelta(minutes=5))
    assert corrected.recorded == NEXT_MORNING
    assert corrected.changed == NEXT_MORNING + timedelta(minutes=5)


@given(answers, moments, moments)
def test_saving_the_same_again_changes_nothing(said: Answers, first: datetime, second: datetime) -> None:
    log = with_answers(DayLog(START), said, first)
    assert with_answers(log, said, second) is log


@given(answers, answers, moments, moments)
def test_the_newest_answers_count_and_the_first_recording_stands(
    said: Answers, corrected: Answers, one: datetime, other: datetime
) -> None:
    first, second = sorted((one, other))
    log = with_answers(with_answers(DayLog(START), said, first), corrected, second)
    assert log.answers == corrected
    assert log.recorded in (None, first, second)
    if not said.is_empty():
        assert log.recorded == first
        assert (log.changed == second) is (corrected != said and diary_day(second) > START)


def test_answers_leave_the_sessions_alone() -> None:
    log = with_session(DayLog(START), session_record())
    assert with_answers(log, Answers(leg=3), EVENING).sessions == log.sessions


def test_no_answers_are_empty_and_no_pain_is_an_answer() -> None:
    assert Answers().is_empty()
    assert not Answers(back=0).is_empty()
    assert not Answers(walks=(0,)).is_empty()
    assert not Answers(woken=False).is_empty()
    assert not Answers(note="Lidt stiv.").is_empty()


def test_what_was_walked_is_the_sum_of_the_walks_and_nothing_when_nothing_was_said() -> None:
    assert Answers(walks=(10, 5)).walked_minutes == 15
    assert Answers(walks=(0,)).walked_minutes == 0
    assert Answers().walked_minutes is None


@given(st.lists(records, max_size=8))
def test_a_session_is_kept_once_and_sessions_in_the_order_they_began(
    written: list[SessionRecord],
) -> None:
    log = DayLog(START)
    for record in written:
        log = with_session(log, record)
    newest = {record.session_id: record for record in written}
    assert {record.session_id: record for record in log.sessions} == newest
    assert len(log.sessions) == len(newest)
    assert [r.started for r in log.sessions] == sorted(r.started for r in log.sessions)


@given(records)
def test_writing_a_session_twice_is_harmless(record: SessionRecord) -> None:
    once = with_session(DayLog(START), record)
    assert with_session(once, record) == once


def test_a_session_written_again_is_replaced_by_what_is_known_now() -> None:
    log = with_session(with_session(DayLog(START), session_record()), session_record(worst_leg_pain=3))
    assert [record.worst_leg_pain for record in log.sessions] == [3]


def test_the_sessions_done_are_known_by_their_numbers() -> None:
    log = with_session(DayLog(START), session_record(number=2))
    assert log.sessions_done() == {2}
    assert DayLog(START).sessions_done() == frozenset()


def test_a_number_in_an_older_note_does_not_stop_the_other_answers() -> None:
    log = DayLog(START, Answers(note="010190-1234"))
    answers = Answers(back=2, note="010190-1234")
    assert with_answers(log, answers, at("2026-11-23 20:00")).answers == answers
