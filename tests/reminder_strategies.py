"""Hypothesis strategies for what is kept of reminders; each varies every field there is."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from ryg_app.domain.plan import ReminderKind
from ryg_app.domain.reminder_times import Occurrence, ReminderChoices, ReminderTime, Topic
from ryg_app.domain.reminders import CalendarCopy, Quiet, Reason, ReminderBook, ReminderEvent, ReminderState
from tests.strategies import days, every_field, identifiers, moments, or_none, texts, tuples_of, weekdays

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

reminder_times = every_field(
    ReminderTime,
    kind=st.sampled_from(ReminderKind),
    at=st.times(time(5), time(23, 30)).map(lambda wall: wall.replace(second=0, microsecond=0)),
    weekdays=weekdays,
    on=st.booleans(),
)
reminder_books = every_field(
    ReminderBook,
    choices=every_field(
        ReminderChoices,
        on=st.booleans(),
        times=or_none(tuples_of(reminder_times)),
        repeats=st.integers(0, 3),
        repeat_minutes=st.integers(5, 60),
        changed=or_none(moments),
    ),
    quiet=or_none(every_field(Quiet, since=moments, until=moments)),
    closed_through=or_none(days),
    calendar=or_none(
        every_field(
            CalendarCopy, calendar_id=identifiers, sequence=st.integers(1, 999), events=tuples_of(texts)
        )
    ),
)


def reminder_events(of: date) -> SearchStrategy[tuple[ReminderEvent, ...]]:
    return tuples_of(
        every_field(
            ReminderEvent,
            at=moments,
            occurrence=every_field(
                Occurrence, day=st.just(of), topic=st.sampled_from(Topic), slot=st.integers(1, 12)
            ),
            state=st.sampled_from(ReminderState),
            reason=st.sampled_from(Reason),
            until=or_none(moments),
        )
    )
