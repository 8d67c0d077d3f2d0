"""The reminders of the coming days, what became of the past ones, and the patient's own times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ryg_app.domain.course import last_day
from ryg_app.domain.diary import diary_day
from ryg_app.domain.errors import ReminderTimesError
from ryg_app.domain.reminder_settling import why_silent
from ryg_app.domain.reminder_times import (
    REPEAT_MINUTES,
    REPEATS,
    in_order,
    instant_of,
    planned_on,
    problem_of,
    proposed_times,
    times_in_force,
    utc,
    with_walks,
)
from ryg_app.domain.reminders import FINAL, ReminderDay, ReminderState

if TYPE_CHECKING:
    from datetime import date, datetime

    from ryg_app.application.course import Course
    from ryg_app.application.ports import Clock, DayLogs, ReminderBooks, ReminderEvents
    from ryg_app.domain.owed import DayState
    from ryg_app.domain.plan import ReminderRule
    from ryg_app.domain.reminder_times import Occurrence, PlannedReminder, ReminderChoices, ReminderTime
    from ryg_app.domain.reminders import ReminderEvent

DAYS_AHEAD = 7


@dataclass(frozen=True, slots=True)
class ComingReminder:
    """A reminder that will come if nothing is done before.

    Attributes:
        occurrence: What it is about.
        at: When, local time with its zone.
    """

    occurrence: Occurrence
    at: datetime


@dataclass(frozen=True, slots=True)
class ComingDay:
    """The reminders of a coming diary day.

    Attributes:
        day: The diary day.
        state: What kind of day it is in the course.
        sessions: How many sessions the plan has on it.
        reminders: In order; empty when none will come.
    """

    day: date
    state: DayState
    sessions: int
    reminders: tuple[ComingReminder, ...]


@dataclass(frozen=True, slots=True)
class ReminderTimesView:
    """The times as the patient can change them.

    Attributes:
        choices: What the patient has chosen.
        times: The times in force, in the order of the day.
        proposed: What the plan proposes.
    """

    choices: ReminderChoices
    times: tuple[ReminderTime, ...]
    proposed: tuple[ReminderTime, ...]

    @property
    def are_own(self) -> bool:
        """Whether the patient has times of their own that differ from what the plan proposes."""
        return self.times != self.proposed


class ReminderPlan:
    """What *Plan* and the tray can ask and tell about reminders."""

    def __init__(
        self, course: Course, days: DayLogs, events: ReminderEvents, books: ReminderBooks, clock: Clock
    ) -> None:
        self._course = course
        self._days = days
        self._events = events
        self._books = books
        self._clock = clock

    def next(self) -> ComingReminder | None:
        """Return the next reminder of the coming seven days, or ``None``.

        Raises:
            DamagedFileError: The plan can no longer be read.
        """
        return next((one for day in self.coming() for one in day.reminders), None)

    def coming(self, days: int = DAYS_AHEAD) -> tuple[ComingDay, ...]:
        """Return today and the days after it with the reminders that are still to come; empty without a plan.

        Raises:
            DamagedFileError: The plan can no longer be read.
        """
        now = self._clock.now()
        today = diary_day(now)
        found = (self._coming_on(today + timedelta(days=n), now) for n in range(days))
        return tuple(day for day in found if day is not None)

    def _coming_on(self, day: date, now: datetime) -> ComingDay | None:
        facts = self._facts(day, now)
        if facts is None:
            return None
        coming = (
            ComingReminder(planned.occurrence, at.astimezone(now.tzinfo))
            for planned in facts.planned
            if (at := _comes_at(facts, planned, now)) is not None
            and utc(at) > utc(now)
            and not (facts.quiet and facts.quiet.holds(at))
            and why_silent(facts, planned.occurrence) is None
        )
        return ComingDay(
            day,
            facts.owed.state,
            len(facts.owed.sessions),
            tuple(sorted(coming, key=lambda one: utc(one.at))),
        )

    def until_the_end(self) -> tuple[PlannedReminder, ...]:
        """Return every reminder still to come to the end of the course, by what is known now.

        Raises:
            DamagedFileError: The plan can no longer be read.
        """
        now, plan = self._clock.now(), self._course.plan()
        adoption = self._course.record().adoption_at(now)
        if plan is None or adoption is None:
            return ()
        today, closing = diary_day(now), last_day(adoption.start, plan.weeks) + timedelta(days=1)
        days = (today + timedelta(days=n) for n in range((closing - today).days + 1))
        return tuple(
            planned
            for facts in (self._facts(day, now) for day in days)
            if facts is not None
            for planned in facts.planned
            if not facts.standing(planned.occurrence, now)
            and instant_of(planned.occurrence.day, planned.at, now.tzinfo) > utc(now)
            and why_silent(facts, planned.occurrence) is None
        )

    def _facts(self, day: date, now: datetime) -> ReminderDay | None:
        owed, record, book = self._course.owed(day), self._course.record(), self._books.get()
        if owed is None:
            return None
        planned = planned_on(owed, self.times().times) if book.choices.on else ()
        reviewed = any(review.day >= day for review in record.reviews)
        quiet = book.quiet if book.quiet and book.quiet.holds(now) else None
        return ReminderDay(owed, self._days.get(day), planned, self._events.get(day), now, quiet, reviewed)

    def history(self, days: int = DAYS_AHEAD) -> tuple[ReminderEvent, ...]:
        """Return what became of the reminders of today and the days before it, in the order of time."""
        today = self._course.today()
        return self._events.between(today - timedelta(days=days - 1), today)

    # The patient's own times -------------------------------------------------------------------------

    def times(self) -> ReminderTimesView:
        """Return the times in force and what the plan proposes.

        Raises:
            DamagedFileError: The plan can no longer be read.
        """
        choices, rules = self._books.get().choices, self._proposal()
        return ReminderTimesView(choices, times_in_force(rules, choices), proposed_times(rules))

    def _proposal(self) -> tuple[ReminderRule, ...]:
        plan = self._course.plan()
        return plan.reminders if plan else ()

    def change_times(self, times: tuple[ReminderTime, ...]) -> None:
        """Use these times from now on, also with a newer edition of the plan; return once that is durable.

        Raises:
            ReminderTimesError: They do not fit; nothing was changed.
            NotSavedError: Nothing was changed.
        """
        problem = problem_of(times)
        if problem is not None:
            raise ReminderTimesError(problem)
        self._save(times=in_order(times), changed=self._clock.now())

    def follow_plan(self) -> None:
        """Use the times the plan proposes again; return once that is durable.

        Raises:
            NotSavedError: Nothing was changed.
        """
        self._save(times=None, changed=self._clock.now())

    def remind_of_walks(self, times: tuple[ReminderTime, ...] | None = None, *, on: bool) -> None:
        """Turn the reminders of walks on or off; return once that is durable.

        Args:
            times: Those to turn them on or off among, and to use from now on; the ones in force by default.
            on: Whether they are wanted.

        Raises:
            DamagedFileError: The plan can no longer be read.
            ReminderTimesError: The times do not fit, or there is no room for one more.
            NotSavedError: Nothing was changed.
        """
        self.change_times(with_walks(self.times().times if times is None else times, on=on))

    def turn(self, *, on: bool) -> None:
        """Turn all reminders on or off; return once that is durable.

        Raises:
            NotSavedError: Nothing was changed.
        """
        self._save(on=on, changed=self._clock.now())

    def repeat(self, times: int, minutes: int) -> None:
        """Let an unanswered one come again so often (0 to 3), after so many minutes (5 to 60).

        Raises:
            ValueError: A number is out of range.
            NotSavedError: Nothing was changed.
        """
        if not (
            REPEATS.low <= times <= REPEATS.high and REPEAT_MINUTES.low <= minutes <= REPEAT_MINUTES.high
        ):
            raise ValueError((times, minutes))
        self._save(repeats=times, repeat_minutes=minutes)

    def _save(self, **changes: object) -> None:
        book = self._books.get()
        choices = replace(book.choices, **changes)  # type: ignore[arg-type]
        self._books.save(replace(book, choices=choices))


def _comes_at(day: ReminderDay, planned: PlannedReminder, now: datetime) -> datetime | None:
    events = day.standing(planned.occurrence, now)
    if not events:
        return instant_of(planned.occurrence.day, planned.at, now.tzinfo)
    if events[-1].state in FINAL or events[-1].state is not ReminderState.SNOOZED:
        return None
    return events[-1].until
