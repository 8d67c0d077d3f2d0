"""The day as the parts of *I dag* show it, and what comes after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from ryg_app.domain.course import DAYS_A_WEEK, last_day
from ryg_app.domain.owed import sessions_of_day

if TYPE_CHECKING:
    from datetime import datetime

    from ryg_app.application.today import TodayView
    from ryg_app.domain.session import OpenSession
    from ryg_app.wording.catalogues import Words

MORNING, FORENOON_ENDS, EVENING = time(3), time(10), time(18)


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything the page shows at one moment.

    Attributes:
        view: The day.
        under_way: The session that was begun and not ended.
        starts: First day of the course; ``None`` without a plan.
    """

    view: TodayView
    under_way: OpenSession | None
    starts: date | None


def greeting(words: Words, now: datetime) -> str:
    """Return what one says at that time of day."""
    _ = words.gettext
    if MORNING <= now.time() < FORENOON_ENDS:
        return _("Good morning")
    return _("Hello") if FORENOON_ENDS <= now.time() < EVENING else _("Good evening")


def capitalized(text: str) -> str:
    """Return the text with its first letter large and the others as they are."""
    return text[:1].upper() + text[1:]


def week_progress(starts: date, day: date) -> tuple[int, float]:
    """Return the whole weeks gone before a day's week, and how much of that week (0 to 1) it completes."""
    weeks, days = divmod((day - starts).days, DAYS_A_WEEK)
    return weeks, (days + 1) / DAYS_A_WEEK


def next_exercise_day(picture: Picture) -> date | None:
    """Return the next day on which the phase in force has exercises, or ``None`` when there is none left."""
    view = picture.view
    if view.plan is None or view.owed is None or picture.starts is None:
        return None
    doses = view.plan.phases[view.owed.phase - 1].doses
    end = last_day(picture.starts, view.plan.weeks)
    coming = (view.day + timedelta(days=n) for n in range(1, DAYS_A_WEEK + 1))
    return next(
        (
            day
            for day in coming
            if day <= end and sessions_of_day(view.plan, doses, day.isoweekday(), affected=None)
        ),
        None,
    )
