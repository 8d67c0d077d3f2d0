"""*Dagbog*: reading and writing the answers of any day up to today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.domain.diary import Answers, DayLog, with_answers
from ryg_app.domain.errors import DamagedFileError, FutureDayError

if TYPE_CHECKING:
    from datetime import date, datetime

    from ryg_app.application.course import Course
    from ryg_app.application.ports import Clock, DayLogs
    from ryg_app.domain.owed import OwedDay


@dataclass(frozen=True, slots=True)
class DiaryView:
    """A day as the diary shows it; ``owed`` is ``None`` without a plan, or with one that cannot be read."""

    day: date
    today: date
    log: DayLog
    owed: OwedDay | None

    @property
    def has_next(self) -> bool:
        """Whether there is a later day to go to."""
        return self.day < self.today


class Diary:
    """What *Dagbog* and ``diary add`` can ask and tell."""

    def __init__(self, course: Course, days: DayLogs, clock: Clock) -> None:
        self._course = course
        self._days = days
        self._clock = clock

    def view(self, day: date) -> DiaryView:
        """Return a day.

        Raises:
            FutureDayError: The day is not here yet.
        """
        today = self._refuse_future(day)
        return DiaryView(day, today, self._days.get(day), self._owed(day))

    def today(self) -> date:
        """Return the diary day it is now."""
        return self._course.today()

    def filled_in(self, first: date, last: date) -> frozenset[date]:
        """Return the days in that range, both included, that have answers."""
        return frozenset(log.day for log in self._days.between(first, last) if not log.answers.is_empty())

    def save(self, day: date, answers: Answers) -> DayLog:
        """Keep the answers of a day; return once they are durable.

        Raises:
            FutureDayError: The day is not here yet.
            PersonalNumberError: The note looks like it holds a CPR number.
            NotSavedError: Nothing was kept.
        """
        self._refuse_future(day)
        log = with_answers(self._days.get(day), answers, self._clock.now())
        self._days.save(log)
        return log

    def now(self) -> datetime:
        """Return the local time, for «saved at»."""
        return self._clock.now()

    def _owed(self, day: date) -> OwedDay | None:
        # A lost plan file must not stand between the patient and the diary; *Plan* tells of it.
        try:
            return self._course.owed(day)
        except DamagedFileError:
            return None

    def _refuse_future(self, day: date) -> date:
        today = self._course.today()
        if day > today:
            raise FutureDayError(day, today)
        return today
