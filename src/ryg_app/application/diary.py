"""*Dagbog*: reading and writing any day up to today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ryg_app.domain.course import CourseRecord
from ryg_app.domain.diary import Answers, DayLog, with_answers, with_session
from ryg_app.domain.errors import DamagedFileError, FutureDayError
from ryg_app.domain.session import said_without_computer, without_said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from ryg_app.application.course import Course
    from ryg_app.application.ports import Clock, DayLogs
    from ryg_app.domain.owed import OwedDay
    from ryg_app.domain.session import SessionPlan


@dataclass(frozen=True, slots=True)
class DiaryView:
    """A day as the diary shows it.

    Attributes:
        day: The diary day.
        today: The one it is now.
        now: Local time of the picture.
        log: What is kept of the day.
        owed: What was owed; ``None`` without a plan, or with one that cannot be read.
        record: All that was said about the course; empty when it cannot be read.
    """

    day: date
    today: date
    now: datetime
    log: DayLog
    owed: OwedDay | None
    record: CourseRecord

    @property
    def has_next(self) -> bool:
        """Whether there is a later day to go to."""
        return self.day < self.today

    @property
    def is_called_bad(self) -> bool:
        """Whether the patient calls it a bad day, also when that was said after it was over."""
        return self.record.is_flare(self.day, self.now)

    @property
    def waiting(self) -> tuple[SessionPlan, ...]:
        """The day's sessions that have no record."""
        done = self.log.sessions_done()
        return (
            tuple(session for session in self.owed.sessions if session.number not in done)
            if self.owed
            else ()
        )


@dataclass(frozen=True, slots=True)
class DayMark:
    """How a day stands in the calendar.

    Attributes:
        complete: Whether the day's four are answered; a day with a mark has some answer.
        late: Whether something was written or changed after the day was over.
    """

    complete: bool
    late: bool


class Diary:
    """What *Dagbog* and ``diary add`` can ask and tell."""

    def __init__(self, course: Course, days: DayLogs, clock: Clock, new_id: Callable[[], str]) -> None:
        self._course = course
        self._days = days
        self._clock = clock
        self._new_id = new_id

    def view(self, day: date) -> DiaryView:
        """Return a day.

        Raises:
            FutureDayError: The day is not here yet.
        """
        today = self._refuse_future(day)
        log, owed = self._days.get(day), self._owed(day)
        return DiaryView(day, today, self._clock.now(), log, owed, self._record())

    def today(self) -> date:
        """Return the diary day it is now."""
        return self._course.today()

    def marks(self, first: date, last: date) -> Mapping[date, DayMark]:
        """Return the days in that range, both included, that have answers, and how they stand."""
        answered = (log for log in self._days.between(first, last) if not log.answers.is_empty())
        return {log.day: DayMark(log.answers.is_complete(), log.is_late) for log in answered}

    def save(self, day: date, answers: Answers) -> DayLog:
        """Keep the answers of a day; return once they are durable.

        Raises:
            FutureDayError: The day is not here yet.
            PersonalNumberError: The note looks like it holds a CPR number.
            NotSavedError: Nothing was kept.
        """
        self._refuse_future(day)
        return self._keep(with_answers(self._days.get(day), answers, self._clock.now()))

    def delete(self, day: date) -> DayLog:
        """Take away every answer of a day, and leave its sessions; return once that is durable.

        Raises:
            NotSavedError: Nothing was changed.
        """
        return self.save(day, Answers())

    def put_back(self, before: DayLog) -> DayLog:
        """Let a day's answers stand as they stood, marks included, and leave its sessions; for undoing.

        Raises:
            NotSavedError: Nothing was changed.
        """
        return self._keep(replace(before, sessions=self._days.get(before.day).sessions))

    def done_without_computer(self, day: date, session: SessionPlan) -> DayLog:
        """Keep a day's session as done, marked as done without the computer; return once it is durable.

        Raises:
            FutureDayError: The day is not here yet.
            NotSavedError: Nothing was kept.
        """
        self._refuse_future(day)
        adoption = self._course.record().adoption_at(self._course.as_known_on(day))
        plan_key = adoption.plan_key if adoption else None
        record = said_without_computer(self._new_id(), session, plan_key, self._clock.now())
        return self._keep(with_session(self._days.get(day), record))

    def take_back(self, day: date, session_id: str) -> DayLog:
        """Remove a session that was said to be done without the computer; return once it is durable.

        Raises:
            NotSavedError: Nothing was changed.
        """
        log = self._days.get(day)
        return self._keep(replace(log, sessions=without_said(log.sessions, session_id)))

    def now(self) -> datetime:
        """Return the local time, for «saved at»."""
        return self._clock.now()

    def _keep(self, log: DayLog) -> DayLog:
        self._days.save(log)
        return log

    def _record(self) -> CourseRecord:
        try:
            return self._course.record()
        except DamagedFileError:
            return CourseRecord()

    def _owed(self, day: date) -> OwedDay | None:
        # Neither a lost plan nor a lost course may stand between the patient and the diary; *Plan* tells.
        try:
            return self._course.owed(day)
        except DamagedFileError:
            return None

    def _refuse_future(self, day: date) -> date:
        today = self._course.today()
        if day > today:
            raise FutureDayError(day, today)
        return today
