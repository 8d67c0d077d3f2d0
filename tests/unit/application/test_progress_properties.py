"""Whatever was paused, called bad or adopted anew: each past day is counted by what was owed on it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from ryg_app.application.course import Course
from ryg_app.application.progress import Progress
from ryg_app.application.progress_view import Period
from ryg_app.domain.course import Adoption, CourseRecord, FlareMark, Pause
from ryg_app.domain.diary import Answers, DayLog, diary_day, with_session
from ryg_app.domain.owed import DayState
from tests import builders
from tests.fakes import COPENHAGEN, FakeClock, MemoryCourseRecords, MemoryDayLogs, MemoryPlanShelf
from tests.plans import exercises

A_DAY = timedelta(days=1)
LENGTH = 70
# Begun here, seventy days go over the end of summer time, the new year, or the start of summer time.
starts = st.sampled_from([date(2026, 9, 28), date(2026, 11, 23), date(2027, 2, 1)])
places = st.integers(0, LENGTH - 2)


@st.composite
def courses(draw: st.DrawFn) -> tuple[Course, MemoryDayLogs, FakeClock, date]:
    start = draw(starts)
    days = [start + number * A_DAY for number in range(LENGTH)]
    revised = sorted(draw(st.sets(places.filter(bool), max_size=2)))
    adoptions = [(days[0], 1), *((days[place], number) for number, place in enumerate(revised, start=2))]
    record = CourseRecord(
        adoptions=tuple(Adoption(_at(day, 8), builders.PLAN_ID, n, start) for day, n in adoptions),
        flares=tuple(FlareMark(_at(days[n], 9), days[n]) for n in sorted(draw(st.sets(places, max_size=4)))),
        pauses=tuple(
            Pause(days[n], days[n] + draw(st.integers(0, 9)) * A_DAY)
            for n in draw(st.sets(places, max_size=2))
        ),
    )
    shelf = MemoryPlanShelf(builders.plan_file(revision=number) for _day, number in adoptions)
    clock = FakeClock(_at(days[-1], 21))
    logs = [DayLog(day, Answers(1, 2)) for day in days if draw(st.booleans())]
    return Course(MemoryCourseRecords(record), shelf, clock), MemoryDayLogs(logs), clock, start


def _at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=COPENHAGEN)


@settings(max_examples=30)
@given(courses())
def test_a_day_that_is_over_counts_what_was_owed_on_it(
    lived: tuple[Course, MemoryDayLogs, FakeClock, date],
) -> None:
    course, logs, clock, _start = lived
    view = Progress(course, logs, exercises(), clock).view(Period.COURSE, "da")
    assert len(view.days) == LENGTH
    for day in view.days[:-1]:
        owed = course.owed(day.day)
        assert owed is not None
        assert day.state is owed.state
        assert day.tally.planned == sum(len(session.exercises) for session in owed.sessions)
        assert day.tally.planned == 0 or day.state is not DayState.PAUSED
        assert day.answers == logs.get(day.day).answers
    assert view.tally.planned == sum(day.tally.planned for day in view.days)


@settings(max_examples=30)
@given(courses(), st.integers(0, LENGTH * 24 * 60 - 1))
def test_a_session_counts_on_the_diary_day_it_began_at_any_minute_of_the_course(
    lived: tuple[Course, MemoryDayLogs, FakeClock, date], minute: int
) -> None:
    course, logs, clock, start = lived
    began = (_at(start, 3).astimezone(UTC) + timedelta(minutes=minute)).astimezone(COPENHAGEN)
    day = min(diary_day(began), course.today())
    record = builders.session_record(started=began, ended=began)
    logs.save(with_session(logs.get(day), record))
    view = Progress(course, logs, exercises(), clock).view(Period.COURSE, "da")
    done = {kept.day: kept.tally.done + kept.tally.extra for kept in view.days}
    assert {kept for kept, count in done.items() if count} == {day}
    assert sum(done.values()) == 1
