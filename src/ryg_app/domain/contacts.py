"""Whom to call: telephone numbers as dated data, because they change."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.domain.exercise import Text

EVERYWHERE = "all"
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class ContactNumber:
    """A number to call.

    Attributes:
        contact_id: Stable identifier.
        number: As it is dialled and shown.
        name: Who answers.
        region: Identifier of a region, or ``all``.
        hours: When they answer.
        valid_from: First day on which the number is known to work, if that is known.
        valid_until: Last day on which the number is known to work, if that is known.
        source: Where the number was found.
        checked: When it was last looked up.
    """

    contact_id: str
    number: str
    name: Text
    region: str
    hours: Text
    valid_from: date | None
    valid_until: date | None
    source: str
    checked: date

    def is_known_good(self, today: date) -> bool:
        """Tell whether the number is known to work on that day."""
        return not self.is_to_come(today) and (self.valid_until is None or today <= self.valid_until)

    def is_to_come(self, today: date) -> bool:
        """Tell whether the number does not work yet on that day."""
        return self.valid_from is not None and today < self.valid_from


@dataclass(frozen=True, slots=True)
class Region:
    """A Danish health region."""

    region_id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Contacts:
    """All numbers and regions, with the day they were looked up and how many months that is good for."""

    checked: date
    recheck_after_months: int
    numbers: tuple[ContactNumber, ...]
    regions: tuple[Region, ...]

    def numbers_for(self, region: str | None, today: date) -> tuple[ContactNumber, ...]:
        """Return the numbers of a region and those that work everywhere; all of them for no known region.

        A number past its last known day stays until the same region has a newer one: an old number that can
        be checked is better than none. ``is_known_good`` tells the two apart.
        """
        known = {known.region_id for known in self.regions}
        return tuple(
            number
            for number in self.numbers
            if (region not in known or number.region in {region, EVERYWHERE}) and self._counts(number, today)
        )

    def outdated(self, today: date) -> bool:
        """Tell whether somebody should look the numbers up again."""
        expired = any(number.valid_until and number.valid_until < today for number in self.numbers)
        return expired or today > _months_later(self.checked, self.recheck_after_months)

    def _counts(self, number: ContactNumber, today: date) -> bool:
        replaced = any(other.region == number.region and other.is_known_good(today) for other in self.numbers)
        return number.is_known_good(today) or not (number.is_to_come(today) or replaced)


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    last_day = calendar.monthrange(day.year + years, month + 1)[1]
    return day.replace(year=day.year + years, month=month + 1, day=min(day.day, last_day))
