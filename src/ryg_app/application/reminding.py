"""Reminding: what is to be shown now, what the patient answers, and when to look again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ryg_app.domain.diary import diary_day
from ryg_app.domain.errors import DamagedFileError, NotSavedError
from ryg_app.domain.plan_limits import WEEKS
from ryg_app.domain.reminder_settling import settle
from ryg_app.domain.reminder_times import Topic, day_ends, planned_on, times_in_force, utc
from ryg_app.domain.reminders import (
    FINAL,
    Quiet,
    Reason,
    Reminder,
    ReminderDay,
    ReminderEvent,
    ReminderState,
    due,
    next_change,
    waiting,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from ryg_app.application.course import Course
    from ryg_app.application.ports import Clock, DayLogs, ReminderBooks, ReminderEvents
    from ryg_app.application.today import Today
    from ryg_app.domain.owed import OwedDay
    from ryg_app.domain.reminder_times import Occurrence

# No reminder is further behind, and a clock set wrong by years must not make looking for one take long.
LONGEST_COURSE = timedelta(weeks=WEEKS.high, days=1)


class Reminding:
    """What shows reminders can ask and tell; nothing here is shown, and nothing waits.

    A transition that cannot be saved is kept until the next one can, so that a full disk does not make a
    reminder come again and again.
    """

    def __init__(
        self,
        course: Course,
        today: Today,
        days: DayLogs,
        events: ReminderEvents,
        books: ReminderBooks,
        clock: Clock,
    ) -> None:
        self._course = course
        self._today = today
        self._days = days
        self._events = events
        self._books = books
        self._clock = clock
        self._unsaved: dict[date, tuple[ReminderEvent, ...]] = {}

    # What is to be shown -----------------------------------------------------------------------------

    def due(self) -> Reminder | None:
        """Return the one thing to show now, after recording what has settled itself; call ``raised`` next."""
        now = self._clock.now()
        day = self._settled_today(now)
        return due(day, self._books.get().choices, now) if day else None

    def waiting(self) -> Reminder | None:
        """Return what was shown and waits for an answer, or ``None`` when nothing is left to answer."""
        now = self._clock.now()
        day = self._settled_today(now)
        return waiting(day, now) if day else None

    def next_change(self) -> datetime | None:
        """Return the instant, in UTC, at which to ask again; ``None`` when no plan is in force."""
        now = self._clock.now()
        day = self._day(diary_day(now), now)
        return next_change(day, self._books.get().choices, now) if day else None

    # What became of it -------------------------------------------------------------------------------

    def raised(self, reminder: Reminder) -> None:
        """Record that it has been shown."""
        now = self._clock.now()
        still_open = self._open(reminder, now)
        self._record(
            ReminderEvent(now, occurrence, ReminderState.RAISED, reason)
            for occurrence, reason in zip(reminder.occurrences, reminder.reasons, strict=True)
            if occurrence in still_open
        )

    def started(self, reminder: Reminder) -> None:
        """Record that the patient pressed start; it is done when its session or day has been saved.

        Start leads to the exercises where there are any; what was shown beside them goes on waiting.
        """
        exercises = tuple(o for o in reminder.occurrences if o.topic is Topic.SESSION)
        now = self._clock.now()
        self._record(
            ReminderEvent(now, occurrence, ReminderState.RAISED, Reason.STARTED)
            for occurrence in self._open(reminder, now)
            if not exercises or occurrence in exercises
        )

    def snooze(self, reminder: Reminder, minutes: int) -> None:
        """Record «later»: it comes again after so many minutes."""
        until = utc(self._clock.now()) + timedelta(minutes=minutes)
        self._answer(reminder, ReminderState.SNOOZED, Reason.LATER, until)

    def decline(self, reminder: Reminder) -> None:
        """Record «not today»."""
        self._answer(reminder, ReminderState.DECLINED, Reason.NOT_TODAY)

    def done(self, reminder: Reminder) -> None:
        """Record «done»; the sessions it is about are kept as done without the computer.

        A diary day is not done by saying so: its reminder waits until the day has been filled in.

        Raises:
            NotSavedError: A session could not be kept; the reminder still waits.
        """
        now = self._clock.now()
        still_open = self._open(reminder, now)
        owed = self._course.owed(diary_day(now))
        for occurrence in still_open:
            if owed is not None and occurrence.topic is Topic.SESSION:
                self._keep_session(owed, occurrence)
        self._record(
            ReminderEvent(now, occurrence, ReminderState.DONE, Reason.SAID_DONE)
            for occurrence in still_open
            if occurrence.topic is not Topic.DIARY
        )

    def _keep_session(self, owed: OwedDay, occurrence: Occurrence) -> None:
        done = self._days.get(owed.day).sessions_done()
        for session in owed.sessions:
            if session.number == occurrence.slot and session.number not in done:
                self._today.done_without_computer(session)

    # Quiet -------------------------------------------------------------------------------------------

    def quiet_until(self) -> datetime | None:
        """Return until when no reminder is shown, or ``None`` when they are."""
        now, quiet = self._clock.now(), self._books.get().quiet
        return quiet.until.astimezone(now.tzinfo) if quiet and quiet.holds(now) else None

    def be_quiet(self, minutes: int | None = None) -> None:
        """Show no reminder for so many minutes, or until the diary day is over; nothing owed is changed.

        Raises:
            NotSavedError: Nothing was changed.
        """
        now = self._clock.now()
        end = day_ends(diary_day(now), now.tzinfo)
        until = end if minutes is None else utc(now) + timedelta(minutes=minutes)
        self._books.save(replace(self._books.get(), quiet=Quiet(now, until)))

    def end_quiet(self) -> None:
        """Show reminders again.

        Raises:
            NotSavedError: Nothing was changed.
        """
        self._books.save(replace(self._books.get(), quiet=None))

    # Within ------------------------------------------------------------------------------------------

    def _settled_today(self, now: datetime) -> ReminderDay | None:
        self._close_past_days(now)
        day = self._day(diary_day(now), now)
        settled = settle(day, now) if day else ()
        if day is None or not settled:
            return day
        self._record(settled)
        return replace(day, events=(*day.events, *settled))

    def _close_past_days(self, now: datetime) -> None:
        adoptions, book, yesterday = self._course.record().adoptions, self._books.get(), _day_before(now)
        if not adoptions or book.closed_through == yesterday:
            return
        begun = book.closed_through or diary_day(adoptions[0].at) - timedelta(days=1)
        past_days = _days_after(begun, min(yesterday, begun + LONGEST_COURSE))
        found = (self._day(past, now) for past in past_days)
        self._record(event for day in found if day for event in settle(day, now))
        # Also after the clock was set back: the days it had come to are not over after all.
        with suppress(NotSavedError):
            self._books.save(replace(book, closed_through=yesterday))

    def _day(self, day: date, now: datetime) -> ReminderDay | None:
        """Return what decides about a day's reminders; ``None`` without a plan that can be read."""
        adoption = self._course.record().adoption_at(now)
        try:
            owed, plan = self._course.owed(day), self._course.plan()
        except DamagedFileError:
            return None
        if adoption is None or owed is None or plan is None:
            return None
        book = self._books.get()
        times = times_in_force(plan.reminders, book.choices)
        planned = planned_on(owed, times) if book.choices.on else ()
        since = max(adoption.at, book.choices.changed or adoption.at, key=utc)
        reviewed = any(review.day >= day for review in self._course.record().reviews)
        events = self._events_of(day)
        return ReminderDay(owed, self._days.get(day), planned, events, since, book.quiet, reviewed)

    def _events_of(self, day: date) -> tuple[ReminderEvent, ...]:
        return (*self._events.get(day), *self._unsaved.get(day, ()))

    def _open(self, reminder: Reminder, now: datetime) -> tuple[Occurrence, ...]:
        day = self._day(diary_day(now), now)
        if day is None:
            return ()
        planned = {p.occurrence for p in day.planned}
        return tuple(o for o in reminder.occurrences if o in planned and day.state(o, now) not in FINAL)

    def _answer(
        self, reminder: Reminder, state: ReminderState, reason: Reason, until: datetime | None = None
    ) -> None:
        now = self._clock.now()
        self._record(ReminderEvent(now, o, state, reason, until) for o in self._open(reminder, now))

    def _record(self, events: Iterable[ReminderEvent]) -> None:
        for event in events:
            day = event.occurrence.day
            self._unsaved[day] = (*self._unsaved.get(day, ()), event)
        if not self._unsaved:
            return
        with suppress(NotSavedError):
            self._events.save({day: self._events_of(day) for day in self._unsaved})
            self._unsaved = {}


def _day_before(now: datetime) -> date:
    return diary_day(now) - timedelta(days=1)


def _days_after(begun: date, last: date) -> Iterable[date]:
    return (begun + timedelta(days=n) for n in range(1, (last - begun).days + 1))
