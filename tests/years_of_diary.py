"""Years of a made-up diary without living through them: a course, a long time without one, and again."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from ryg_app.application.course import Course
from ryg_app.application.progress import Progress
from ryg_app.domain.course import Adoption, Appointment, CourseRecord, FlareMark, Pause, PhaseAnswer
from ryg_app.domain.diary import Answers, DayLog, LegExtent
from ryg_app.domain.session import done_without_computer
from tests import builders
from tests.fakes import COPENHAGEN, FakeClock, MemoryCourseRecords, MemoryDayLogs, MemoryPlanShelf
from tests.made_up_answers import REVIEW_DAYS, made_up_questions, made_up_review, with_rarer_answers
from tests.plans import exercises

if TYPE_CHECKING:
    from ryg_app.domain.owed import OwedDay
    from ryg_app.domain.session import SessionRecord

COURSE_DAYS, DAYS_BETWEEN = 12 * 7, 20 * 7
SKIPPED_SHARE, SKIPPED_AFTERWARDS = 0.12, 0.4


def years_of_progress(days: int, first: date = builders.START, seed: int = 7) -> Progress:
    """Return the use case around that many days, the last of them being today."""
    course, logs, clock = years_of_diary(days, first, seed)
    return Progress(course, MemoryDayLogs(logs), exercises(), clock)


def years_of_diary(
    days: int, first: date = builders.START, seed: int = 7
) -> tuple[Course, list[DayLog], FakeClock]:
    """Return the course, that many days and the clock on the last of them."""
    clock = FakeClock(_at(first + timedelta(days=days - 1), 21))
    shelf = MemoryPlanShelf([builders.plan_file()])
    course = Course(MemoryCourseRecords(_record(first, days)), shelf, clock)
    rng = random.Random(seed)  # noqa: S311 - made-up data, not a secret
    span = (first + timedelta(days=number) for number in range(days))
    logs = [_log(day, number, course.owed(day), rng) for number, day in enumerate(span)]
    return course, logs, clock


def _record(first: date, days: int) -> CourseRecord:
    starts = [first + timedelta(days=number) for number in range(0, days, COURSE_DAYS + DAYS_BETWEEN)]
    return CourseRecord(
        adoptions=tuple(Adoption(_at(start, 8), builders.PLAN_ID, 1, start) for start in starts),
        phase_answers=tuple(
            PhaseAnswer(_at(start + timedelta(days=after), 8), phase, accepted=True)
            for start in starts
            for phase, after in ((2, 15), (3, 43))
        ),
        flares=tuple(FlareMark(_at(day, 9), day) for day in (start + timedelta(days=17) for start in starts)),
        pauses=tuple(Pause(start + timedelta(days=31), start + timedelta(days=33)) for start in starts),
        appointments=tuple(Appointment(_at(start + timedelta(days=30), 10)) for start in starts),
        questions=tuple(question for start in starts for question in made_up_questions(_at(start, 20))),
        reviews=tuple(
            review
            for start in starts
            for review in (made_up_review(_at(start, 20), place) for place in range(len(REVIEW_DAYS)))
            if review.day < first + timedelta(days=days)
        ),
    )


def _log(day: date, number: int, owed: OwedDay | None, rng: random.Random) -> DayLog:
    done = () if rng.random() < SKIPPED_SHARE or owed is None else _sessions(day, owed)
    in_course = number % (COURSE_DAYS + DAYS_BETWEEN)
    if rng.random() < (SKIPPED_SHARE if in_course < COURSE_DAYS else SKIPPED_AFTERWARDS):
        return DayLog(day, sessions=done)
    eased = min(in_course, COURSE_DAYS) / COURSE_DAYS
    leg, back = _pain(6.5 - 4 * eased, rng), _pain(5 - 2 * eased, rng)
    extent = list(LegExtent)[(leg + rng.randint(0, 1)) * 2 // 3 if leg < 8 else 5]
    answers = Answers(back, leg, extent, (rng.choice((0, 10, 15, 20, 25, 30)),))
    return DayLog(day, with_rarer_answers(answers, in_course), done, recorded=_at(day, 20))


def _sessions(day: date, owed: OwedDay) -> tuple[SessionRecord, ...]:
    return tuple(
        builders.session_record(
            session_id=f"{day}-{session.number}",
            number=session.number,
            started=_at(day, 9 + session.number),
            ended=_at(day, 9 + session.number),
            without_computer=day.day % 7 == 0,
            exercises=done_without_computer(session),
        )
        for session in owed.sessions
    )


def _pain(about: float, rng: random.Random) -> int:
    return max(0, min(10, round(about + rng.uniform(-1.5, 1.5))))


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), COPENHAGEN)
