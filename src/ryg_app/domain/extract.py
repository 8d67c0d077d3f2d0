"""What leaves the program: the log of a period with the plans it was kept under."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ryg_app.domain.diary import DAY_STARTS, diary_day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ryg_app.domain.course import CourseRecord
    from ryg_app.domain.diary import DayLog
    from ryg_app.domain.owed import OwedDay
    from ryg_app.domain.plan import Plan, PlanFile


LOG_SCHEMA = "rygapp.log/1"


@dataclass(frozen=True, slots=True)
class KeptLog:
    """A log as it stands in an open file: everything it can be built anew from.

    Attributes:
        made: When the file was written.
        first: First diary day of the period.
        last: Last diary day of the period.
        days: The days that hold anything, in order.
        record: The course record, whole.
        plans: The adopted plans, without their pictures.
        pictures_left_out: Names of those pictures.
    """

    made: datetime
    first: date
    last: date
    days: tuple[DayLog, ...]
    record: CourseRecord
    plans: tuple[PlanFile, ...]
    pictures_left_out: tuple[str, ...] = ()

    @property
    def as_of(self) -> datetime:
        """The moment up to which it tells: when it was made, or the end of its last day if that is earlier.

        Days after the last one are not in the file, and must not look as if nothing had been done on them.
        """
        if diary_day(self.made) <= self.last:
            return self.made
        next_day = datetime.combine(self.last + timedelta(days=1), DAY_STARTS, self.made.tzinfo)
        return next_day - timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class ExtractDay:
    """One diary day: what was kept, and what was owed (``None`` before the first plan)."""

    log: DayLog
    owed: OwedDay | None


@dataclass(frozen=True, slots=True)
class LogExtract:
    """The log from the first to the last day, both included.

    Attributes:
        made: When it was taken out.
        first: First diary day.
        last: Last diary day.
        days: Every day of the period, in order, also those that hold nothing.
        record: The course record, whole.
        plans: Every adopted plan.
        titles: The title of each exercise by (plan_id, revision, entry_id), in the reader's language.
        lost_plans: Names of the files of adopted plans that can no longer be read; what was owed while one
            of them was in force is not known.
    """

    made: datetime
    first: date
    last: date
    days: tuple[ExtractDay, ...]
    record: CourseRecord
    plans: tuple[PlanFile, ...]
    titles: Mapping[tuple[str, int, str], str]
    lost_plans: tuple[str, ...] = ()

    def plan_of(self, plan_id: str, revision: int) -> Plan | None:
        """Return an adopted plan, or ``None`` when it is not among them."""
        for plan_file in self.plans:
            if (plan_file.plan.plan_id, plan_file.plan.revision) == (plan_id, revision):
                return plan_file.plan
        return None
