"""How much of an exercise: repetitions, sets, seconds, sessions a day, weekdays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

EVERY_DAY: frozenset[int] = frozenset(range(1, 8))
DOSE_FIELDS = (
    "repetitions",
    "sets",
    "hold_s",
    "out_s",
    "back_s",
    "rest_s",
    "set_rest_s",
    "sessions_per_day",
)


@dataclass(frozen=True, slots=True)
class Dose:
    """A prescription of one exercise.

    Attributes:
        repetitions: Per side and set, at least 1.
        sets: At least 1.
        hold_s: Seconds held at the end of the movement; 0 means the movement turns at once.
        out_s: Seconds from the start position to the end of the movement.
        back_s: Seconds from the end of the movement back to the start position.
        rest_s: Seconds between two repetitions.
        set_rest_s: Seconds between two sets.
        sessions_per_day: The exercise is part of the day's first this many sessions.
        weekdays: ISO weekdays (1 = Monday) of the diary day.
    """

    repetitions: int
    sets: int
    hold_s: int
    out_s: int
    back_s: int
    rest_s: int
    set_rest_s: int
    sessions_per_day: int
    weekdays: frozenset[int] = EVERY_DAY

    def with_number(self, name: str, number: int) -> Dose:
        """Return the dose with another number in a field of ``DOSE_FIELDS``."""
        numbers = {field: getattr(self, field) for field in DOSE_FIELDS} | {name: number}
        return Dose(**numbers, weekdays=self.weekdays)


@dataclass(frozen=True, slots=True)
class Allowed:
    """The values a dose field may take: from ``low`` to ``high``, both included."""

    low: int
    high: int
    default: int


@dataclass(frozen=True, slots=True)
class DoseRange:
    """What is allowed for each numeric field of a dose, by the field's name in ``DOSE_FIELDS``."""

    fields: Mapping[str, Allowed]

    def default_dose(self) -> Dose:
        """Return the dose the catalogue proposes, on every day of the week."""
        return Dose(**{name: self.fields[name].default for name in DOSE_FIELDS}, weekdays=EVERY_DAY)


@dataclass(frozen=True, slots=True)
class Walking:
    """How much to walk.

    Attributes:
        minutes: Length of one walk.
        times_per_day: Walks a day.
        weekdays: ISO weekdays (1 = Monday) of the diary day.
    """

    minutes: int
    times_per_day: int
    weekdays: frozenset[int] = EVERY_DAY
