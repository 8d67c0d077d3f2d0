"""What a log file holds, as the use cases ask for it; nothing can be saved there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.diary import DayLog
from ryg_app.domain.errors import DamagedFileError, NotSavedError, NotSavedReason

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.domain.course import CourseRecord
    from ryg_app.domain.extract import KeptLog
    from ryg_app.domain.plan import PlanFile


class LoggedDays:
    """The diary days of a log."""

    def __init__(self, log: KeptLog, file_name: str) -> None:
        self._days = {kept.day: kept for kept in log.days}
        self._file_name = file_name

    def get(self, day: date) -> DayLog:
        """Return the day, empty if the log holds nothing of it."""
        return self._days.get(day, DayLog(day))

    def between(self, first: date, last: date) -> tuple[DayLog, ...]:
        """Return the days that hold anything, both ends included, in order."""
        return tuple(log for log in self.every() if first <= log.day <= last)

    def every(self) -> tuple[DayLog, ...]:
        """Return all days that hold anything, in order."""
        return tuple(log for log in self._days.values() if not log.is_empty)

    def save(self, log: DayLog) -> None:
        """Refuse.

        Raises:
            NotSavedError: Always.
        """
        del log
        raise _refusal(self._file_name)


class LoggedCourse:
    """The course record of a log."""

    def __init__(self, log: KeptLog, file_name: str) -> None:
        self._record = log.record
        self._file_name = file_name

    def get(self) -> CourseRecord:
        """Return it."""
        return self._record

    def save(self, record: CourseRecord) -> None:
        """Refuse.

        Raises:
            NotSavedError: Always.
        """
        del record
        raise _refusal(self._file_name)


class LoggedPlans:
    """The adopted plans of a log, without their pictures."""

    def __init__(self, log: KeptLog, file_name: str) -> None:
        self._plans = {(kept.plan.plan_id, kept.plan.revision): kept for kept in log.plans}
        self._file_name = file_name

    def put(self, plan_file: PlanFile) -> None:
        """Refuse.

        Raises:
            NotSavedError: Always.
        """
        del plan_file
        raise _refusal(self._file_name)

    def get(self, plan_id: str, revision: int) -> PlanFile:
        """Return an adopted plan.

        Raises:
            DamagedFileError: The patient's computer could not read it when the log was written.
        """
        try:
            return self._plans[plan_id, revision]
        except KeyError:
            raise DamagedFileError(self._file_name) from None


def _refusal(file_name: str) -> NotSavedError:
    return NotSavedError(file_name, NotSavedReason.READ_ONLY)
