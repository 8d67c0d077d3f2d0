"""The course as the other use cases ask about it: which plan counts, what is owed on a day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ryg_app.domain.diary import DAY_STARTS, diary_day
from ryg_app.domain.owed import OwedDay, owed_day

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.application.ports import Clock, CourseRecords, PlanShelf
    from ryg_app.domain.course import CourseRecord
    from ryg_app.domain.exercise import Side
    from ryg_app.domain.plan import Plan, PlanFile


class Course:
    """Joins the course record with the plans on the shelf."""

    def __init__(self, records: CourseRecords, shelf: PlanShelf, clock: Clock) -> None:
        self._records = records
        self._shelf = shelf
        self._clock = clock

    def record(self) -> CourseRecord:
        """Return all that was said about the course."""
        return self._records.get()

    def today(self) -> date:
        """Return the diary day it is now."""
        return diary_day(self._clock.now())

    def plan_file(self, plan_id: str, revision: int) -> PlanFile:
        """Return an adopted plan file.

        Raises:
            DamagedFileError: It is gone or can no longer be read.
        """
        return self._shelf.get(plan_id, revision)

    def plan_at(self, at: datetime) -> Plan | None:
        """Return the plan in force at that moment, or ``None`` before the first adoption.

        Raises:
            DamagedFileError: The plan can no longer be read.
        """
        adoption = self.record().adoption_at(at)
        return self.plan_file(adoption.plan_id, adoption.revision).plan if adoption else None

    def plan(self) -> Plan | None:
        """Return the plan in force now, or ``None`` without one.

        Raises:
            DamagedFileError: The plan can no longer be read.
        """
        return self.plan_at(self._clock.now())

    def affected_side(self) -> Side | None:
        """Return the side the leg hurts on, as the plan or the patient has named it."""
        plan = self.plan()
        return self.record().side_at(plan, self._clock.now()) if plan else None

    def owed(self, day: date) -> OwedDay | None:
        """Return what was, is or will be owed on a diary day, or ``None`` without a plan.

        A day that is over keeps what was known at its end; a coming day is told by what is known now.

        Raises:
            DamagedFileError: The plan can no longer be read.
        """
        at = self.as_known_on(day)
        plan = self.plan_at(at)
        return owed_day(plan, self.record(), day, at) if plan else None

    def as_known_on(self, day: date) -> datetime:
        """Return the moment that says what counted on a diary day: its last one, or now while it lasts."""
        return min(self._clock.now(), self._end_of(day))

    def _end_of(self, day: date) -> datetime:
        next_day = datetime.combine(day + timedelta(days=1), DAY_STARTS, self._clock.now().tzinfo)
        # Subtracted in UTC: on the night summer time begins, 02:59 does not exist.
        return next_day.astimezone(UTC) - timedelta(microseconds=1)
