"""Between reminders and their stored documents; the rules are those of ``codecs``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.adapters.store.fields import (
    Document,
    choice,
    day,
    each,
    flag,
    integer,
    local_time,
    members,
    moment,
    optional,
    text,
)
from ryg_app.domain.plan import ReminderKind
from ryg_app.domain.reminder_times import Occurrence, ReminderChoices, ReminderTime, Topic
from ryg_app.domain.reminders import CalendarCopy, Quiet, Reason, ReminderBook, ReminderEvent, ReminderState

if TYPE_CHECKING:
    from datetime import date

_CHOICES = ("on", "times", "repeats", "repeat_minutes", "changed")


def encode_events(of_day: date, events: tuple[ReminderEvent, ...]) -> Document:
    """Return the document of a diary day's transitions."""
    return {"day": of_day.isoformat(), "events": [_encode_event(event) for event in events]}


def decode_events(document: object) -> tuple[date, tuple[ReminderEvent, ...]]:
    """Return the diary day and its transitions of a document."""
    of_day, events = members(document, "day", "events")
    found = day(of_day)
    return found, each(lambda event: _decode_event(found, event), events)


def _encode_event(event: ReminderEvent) -> Document:
    return {
        "at": event.at.isoformat(),
        "topic": event.occurrence.topic,
        "slot": event.occurrence.slot,
        "state": event.state,
        "reason": event.reason,
        "until": None if event.until is None else event.until.isoformat(),
    }


def _decode_event(of_day: date, document: object) -> ReminderEvent:
    at, topic, slot, state, reason, until = members(
        document, "at", "topic", "slot", "state", "reason", "until"
    )
    return ReminderEvent(
        moment(at),
        Occurrence(of_day, choice(Topic, topic), integer(slot)),
        choice(ReminderState, state),
        choice(Reason, reason),
        optional(moment, until),
    )


def encode_book(book: ReminderBook) -> Document:
    """Return the document of what is kept besides the transitions."""
    return {
        "choices": _encode_choices(book.choices),
        "quiet": book.quiet
        and {"since": book.quiet.since.isoformat(), "until": book.quiet.until.isoformat()},
        "closed_through": book.closed_through and book.closed_through.isoformat(),
        "calendar": book.calendar
        and {
            "calendar_id": book.calendar.calendar_id,
            "sequence": book.calendar.sequence,
            "events": list(book.calendar.events),
        },
    }


def decode_book(document: object) -> ReminderBook:
    """Return what is kept besides the transitions of a document."""
    choices, quiet, closed_through, calendar = members(
        document, "choices", "quiet", "closed_through", "calendar"
    )
    return ReminderBook(
        _decode_choices(choices),
        optional(_decode_quiet, quiet),
        optional(day, closed_through),
        optional(_decode_calendar, calendar),
    )


def _encode_choices(choices: ReminderChoices) -> Document:
    times = choices.times
    return {
        "on": choices.on,
        "times": None if times is None else [_encode_time(one) for one in times],
        "repeats": choices.repeats,
        "repeat_minutes": choices.repeat_minutes,
        "changed": choices.changed and choices.changed.isoformat(),
    }


def _decode_choices(document: object) -> ReminderChoices:
    on, times, repeats, repeat_minutes, changed = members(document, *_CHOICES)
    return ReminderChoices(
        flag(on),
        optional(lambda value: each(_decode_time, value), times),
        integer(repeats),
        integer(repeat_minutes),
        optional(moment, changed),
    )


def _encode_time(one: ReminderTime) -> Document:
    return {"kind": one.kind, "at": f"{one.at:%H:%M}", "weekdays": sorted(one.weekdays), "on": one.on}


def _decode_time(document: object) -> ReminderTime:
    kind, at, weekdays, on = members(document, "kind", "at", "weekdays", "on")
    on_weekdays = frozenset(each(integer, weekdays))
    return ReminderTime(choice(ReminderKind, kind), local_time(at), on_weekdays, flag(on))


def _decode_quiet(document: object) -> Quiet:
    since, until = members(document, "since", "until")
    return Quiet(moment(since), moment(until))


def _decode_calendar(document: object) -> CalendarCopy:
    calendar_id, sequence, events = members(document, "calendar_id", "sequence", "events")
    return CalendarCopy(text(calendar_id), integer(sequence), each(text, events))
