"""iCalendar files (RFC 5545): local times without a zone, which is what «at ten, wherever I am» means."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ryg_app.domain.reminder_calendar import CalendarSeries, ReminderCalendar
    from ryg_app.domain.reminder_times import Topic

LINE_OCTETS = 75
EVERY_DAY = 7
MINUTES = 15
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class CalendarFiles:
    """Makes the calendar's bytes."""

    def compose(self, calendar: ReminderCalendar, titles: Mapping[Topic, str]) -> bytes:
        """Return the file: a series of events with an alarm each, and the withdrawn ones as cancelled.

        Args:
            calendar: What it holds.
            titles: What each reminder is called; anybody near the phone can read it.
        """
        lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//RygApp//Reminders//EN",
            "CALSCALE:GREGORIAN",
            *(line for one in calendar.series for line in _event(calendar, one, titles[one.topic])),
            *(line for event_id in calendar.withdrawn for line in _withdrawn(calendar, event_id)),
            "END:VCALENDAR",
        ]
        return b"".join(_folded(line) + b"\r\n" for line in lines)


def _event(calendar: ReminderCalendar, series: CalendarSeries, title: str) -> Iterator[str]:
    yield from _head(calendar, series.event_id)
    yield f"DTSTART:{_local(series.days[0], series.at)}"
    yield f"DURATION:PT{MINUTES}M"
    yield from _rule(series)
    yield f"SUMMARY:{_escaped(title)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield "TRIGGER:PT0S"
    yield f"DESCRIPTION:{_escaped(title)}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _withdrawn(calendar: ReminderCalendar, event_id: str) -> Iterator[str]:
    yield from _head(calendar, event_id)
    yield f"DTSTART:{_local(calendar.made.date(), time())}"
    yield "STATUS:CANCELLED"
    yield "END:VEVENT"


def _head(calendar: ReminderCalendar, event_id: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event_id}"
    yield f"DTSTAMP:{calendar.made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{calendar.sequence}"


def _rule(series: CalendarSeries) -> Iterator[str]:
    if len(series.days) == 1:
        return
    # Counted, not until a day: what a local «until» means differs between calendar programs.
    count = f"COUNT={len(series.days) + len(series.left_out())}"
    if len(series.weekdays) == EVERY_DAY:
        yield f"RRULE:FREQ=DAILY;{count}"
    else:
        weekdays = ",".join(_WEEKDAYS[number - 1] for number in series.weekdays)
        yield f"RRULE:FREQ=WEEKLY;BYDAY={weekdays};{count}"
    if series.left_out():
        yield f"EXDATE:{','.join(_local(day, series.at) for day in series.left_out())}"


def _local(day: date, at: time) -> str:
    return f"{datetime.combine(day, at):%Y%m%dT%H%M%S}"


def _escaped(text: str) -> str:
    for plain in ("\\", ";", ","):
        text = text.replace(plain, f"\\{plain}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Return a line of any length as lines of at most 75 octets, no character torn apart."""
    parts, room = [b""], LINE_OCTETS
    for character in line:
        octets = character.encode()
        if len(parts[-1]) + len(octets) > room:
            # The space that marks a continued line counts too.
            parts.append(b"")
            room = LINE_OCTETS - 1
        parts[-1] += octets
    return b"\r\n ".join(parts)
