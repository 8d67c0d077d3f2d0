"""Which days are taken out, and as what kind of file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

FOUR_WEEKS = timedelta(days=27)


class FileKind(StrEnum):
    """A kind of file the diary is taken out as; the value is the ending of its name."""

    TABLES = ".csv"
    WORKBOOK = ".xlsx"
    LOG = ".ryglog"
    DOCUMENT = ".fhir.json"


class ExportPeriod(StrEnum):
    """The days that can be chosen at one press."""

    SINCE_APPOINTMENT = "since_appointment"
    FOUR_WEEKS = "four_weeks"
    EVERYTHING = "everything"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class ExportDays:
    """What there is to choose from.

    Attributes:
        earliest: The earliest day a diary can have.
        first: The first diary day there is anything of.
        last: Today.
        last_appointment: The day of the last appointment that has passed; ``None`` without one.
    """

    earliest: date
    first: date
    last: date
    last_appointment: date | None

    @property
    def usual(self) -> ExportPeriod:
        """What is proposed: since the last appointment, or else everything."""
        return ExportPeriod.SINCE_APPOINTMENT if self.last_appointment else ExportPeriod.EVERYTHING

    def first_of(self, period: ExportPeriod) -> date:
        """Return the first day of a period; of the chosen days, the earliest that can be chosen."""
        match period:
            case ExportPeriod.SINCE_APPOINTMENT:
                return self.last_appointment or self.first
            case ExportPeriod.FOUR_WEEKS:
                return self.last - FOUR_WEEKS
            case ExportPeriod.EVERYTHING | ExportPeriod.CHOSEN:
                return self.first
