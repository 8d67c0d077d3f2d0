"""The coming reminders as a calendar holds them: one series for each thing and time of day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time, tzinfo

    from ryg_app.domain.reminder_times import PlannedReminder, Topic


SECONDS_A_MINUTE = 60


def next_edition(last: int, now: datetime) -> int:
    """Return the number of the next calendar file, higher than any before it (SEQUENCE of RFC 5545).

    It is the minute it is made in: after an older backup was put back, the last number known is an older one,
    and a phone takes no notice of an edition that is not higher than the one it has.
    """
    return max(last + 1, int(now.timestamp()) // SECONDS_A_MINUTE)


@dataclass(frozen=True, slots=True)
class CalendarSeries:
    """One reminder on several days at one local time.

    Attributes:
        event_id: Stays the same from one edition of the calendar to the next.
        topic: What it is about.
        at: Local time, wherever the patient is.
        days: In order, never empty.
    """

    event_id: str
    topic: Topic
    at: time
    days: tuple[date, ...]

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The ISO weekdays it comes on, in order."""
        return tuple(sorted({day.isoweekday() for day in self.days}))

    def left_out(self) -> tuple[date, ...]:
        """Return the days in its range on which it would come by its weekdays, and does not."""
        length, weekdays, kept = (self.days[-1] - self.days[0]).days, self.weekdays, set(self.days)
        between = (self.days[0] + timedelta(days=n) for n in range(length))
        return tuple(day for day in between if day.isoweekday() in weekdays and day not in kept)


@dataclass(frozen=True, slots=True)
class ReminderCalendar:
    """One edition of the calendar.

    Attributes:
        made: When it was made.
        sequence: Number of the edition; a higher one replaces a lower one.
        series: What it holds.
        withdrawn: Identifiers of an earlier edition's events that are no more.
    """

    made: datetime
    sequence: int
    series: tuple[CalendarSeries, ...]
    withdrawn: tuple[str, ...]


def calendar_series(
    calendar_id: str, planned: Iterable[PlannedReminder], zone: tzinfo | None
) -> tuple[CalendarSeries, ...]:
    """Return the series that reminders make, in the order of what they are about and of the day.

    A series ends where the clocks change: some calendar programs count the days of a series in UTC, and would
    be an hour off behind that night.

    Args:
        calendar_id: Begins every identifier.
        planned: Reminders of any days, in order.
        zone: Where the patient is most likely to be.
    """
    days: dict[tuple[Topic, int], dict[tuple[time, timedelta | None], list[date]]] = {}
    for one in planned:
        day, offset = one.occurrence.day, datetime.combine(one.occurrence.day, one.at, zone).utcoffset()
        of_slot = days.setdefault((one.occurrence.topic, one.occurrence.slot), {})
        of_slot.setdefault((one.at, offset), []).append(day)
    return tuple(
        CalendarSeries(f"{calendar_id}-{topic}-{slot}-{place}", topic, at, tuple(on_days))
        for (topic, slot), of_slot in days.items()
        for place, ((at, _), on_days) in enumerate(sorted(of_slot.items(), key=_by_time_and_day), start=1)
    )


def _by_time_and_day(of_slot: tuple[tuple[time, timedelta | None], list[date]]) -> tuple[time, date]:
    (at, _), days = of_slot
    return at, days[0]
