"""How long and how many the parts of a plan may be; shared by the file checker and the plan editor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from ryg_app.domain.dose import Allowed, DoseRange


@dataclass(frozen=True, slots=True)
class Span:
    """From ``low`` to ``high``, both included: a number, or the length of a text or list."""

    low: int
    high: int

    def __contains__(self, number: int) -> bool:
        """Tell whether a number lies within."""
        return self.low <= number <= self.high


REVISION = Span(1, 9999)
WEEKS = Span(1, 52)
TITLE = Span(1, 80)
CLINIC_NAME = Span(1, 80)
PHONE = Span(0, 30)
MESSAGE = Span(0, 1000)
NOTE = Span(0, 500)
EXERCISES = Span(1, 30)
STEPS = Span(1, 12)
STEP = Span(1, 200)
PICTURES = Span(0, 6)
PHASES = Span(1, 20)
WEEKDAY = Span(1, 7)
WEEKDAYS = Span(1, 7)
WALK_MINUTES = Span(1, 240)
WALKS_PER_DAY = Span(1, 10)
RULE = Span(1, 500)
REMINDERS = Span(0, 12)

EARLIEST_REMINDER = time(5, 0)
LATEST_REMINDER = time(23, 30)
EARLIEST_ISSUE = date(2000, 1, 1)
LATEST_ISSUE = date(2199, 12, 31)

OWN_EXERCISE_DOSES = DoseRange(
    {
        "repetitions": Allowed(1, 50, 10),
        "sets": Allowed(1, 5, 1),
        "hold_s": Allowed(0, 120, 0),
        "out_s": Allowed(1, 15, 2),
        "back_s": Allowed(1, 15, 2),
        "rest_s": Allowed(0, 60, 1),
        "set_rest_s": Allowed(0, 300, 30),
        "sessions_per_day": Allowed(1, 3, 1),
    },
)
"""What an exercise outside the catalogue may be prescribed."""
