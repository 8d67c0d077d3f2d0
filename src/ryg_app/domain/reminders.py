"""What becomes of a reminder: planned, raised, snoozed, done, declined, or lapsed at 03:00."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from ryg_app.domain.diary import diary_day
from ryg_app.domain.reminder_times import ReminderChoices, Topic, day_ends, has_come, instant_of, utc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ryg_app.domain.diary import DayLog
    from ryg_app.domain.owed import OwedDay
    from ryg_app.domain.reminder_times import Occurrence, PlannedReminder

ON_TIME_WITHIN = timedelta(minutes=5)
SNOOZE_MINUTES = (10, 30, 60)


class ReminderState(StrEnum):
    """Where an occurrence stands; every one begins as planned."""

    PLANNED = "planned"
    RAISED = "raised"
    SNOOZED = "snoozed"
    DONE = "done"
    DECLINED = "declined"
    LAPSED = "lapsed"


class Reason(StrEnum):
    """Why a reminder came to its state.

    Raised: ON_TIME, CATCH_UP, REPEAT, SNOOZE_OVER; STARTED after the patient pressed start. Snoozed: LATER.
    Done: SAID_DONE, FOUND_DONE. Declined: NOT_TODAY. Lapsed: UNANSWERED after it was shown, and never shown:
    PAUSED, FLARE, NOT_OWED, QUIET, SET_LATER (its time was past when it was set), NOT_RUNNING.
    """

    ON_TIME = "on_time"
    CATCH_UP = "catch_up"
    REPEAT = "repeat"
    SNOOZE_OVER = "snooze_over"
    STARTED = "started"
    LATER = "later"
    SAID_DONE = "said_done"
    FOUND_DONE = "found_done"
    NOT_TODAY = "not_today"
    UNANSWERED = "unanswered"
    PAUSED = "paused"
    FLARE = "flare"
    NOT_OWED = "not_owed"
    QUIET = "quiet"
    SET_LATER = "set_later"
    NOT_RUNNING = "not_running"


_TELLING = (Reason.CATCH_UP, Reason.ON_TIME, Reason.SNOOZE_OVER, Reason.REPEAT, Reason.STARTED)
FINAL = frozenset({ReminderState.DONE, ReminderState.DECLINED, ReminderState.LAPSED})


@dataclass(frozen=True, slots=True)
class ReminderEvent:
    """One transition; ``until`` says how long a snoozed one waits."""

    at: datetime
    occurrence: Occurrence
    state: ReminderState
    reason: Reason
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Quiet:
    """No reminder is shown from one moment until another; what is owed stays owed."""

    since: datetime
    until: datetime

    def holds(self, moment: datetime) -> bool:
        """Tell whether a moment lies within."""
        return utc(self.since) <= utc(moment) < utc(self.until)


@dataclass(frozen=True, slots=True)
class CalendarCopy:
    """What was last taken out as a calendar file, so that the next one replaces it.

    Attributes:
        calendar_id: Begins the identifier of each of its events; stays the same for good.
        sequence: Number of the edition, 1 and upwards.
        events: The identifiers of the events that stood in it.
    """

    calendar_id: str
    sequence: int
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReminderBook:
    """What is kept of reminders besides their transitions.

    Attributes:
        choices: What the patient has chosen.
        quiet: ``None`` when no quiet was asked for.
        closed_through: Up to this day, included, every reminder has come to its end.
        calendar: ``None`` until a calendar file has been made.
    """

    choices: ReminderChoices = field(default_factory=ReminderChoices)
    quiet: Quiet | None = None
    closed_through: date | None = None
    calendar: CalendarCopy | None = None


@dataclass(frozen=True, slots=True)
class ReminderDay:
    """All that decides about one diary day's reminders.

    Attributes:
        owed: What the plan says of the day.
        log: What is kept of the day.
        planned: Its reminders in order.
        events: The transitions so far, in the order they were recorded.
        since: When plan and times came to count; what was past by then does not come any more.
        quiet: ``None`` when the patient has asked for no quiet.
        reviewed: Whether the questions of the review week have been answered, or skipped.
    """

    owed: OwedDay
    log: DayLog
    planned: tuple[PlannedReminder, ...]
    events: tuple[ReminderEvent, ...]
    since: datetime
    quiet: Quiet | None = None
    reviewed: bool = False

    def standing(self, occurrence: Occurrence, now: datetime) -> tuple[ReminderEvent, ...]:
        """Return the transitions that count now.

        What lapsed at a moment that has not come yet lapsed by a clock that has been set right since.
        """
        return tuple(
            event
            for event in self.events
            if event.occurrence == occurrence
            and (event.state is not ReminderState.LAPSED or utc(event.at) <= utc(now))
        )

    def state(self, occurrence: Occurrence, now: datetime) -> ReminderState:
        """Return where an occurrence stands."""
        events = self.standing(occurrence, now)
        return events[-1].state if events else ReminderState.PLANNED


@dataclass(frozen=True, slots=True)
class Reminder:
    """The one thing to show now: everything of the day that is waiting for an answer, never two at once.

    Attributes:
        occurrences: What it is about, in the order of the day; never empty.
        reasons: Why each of them is shown now.
    """

    occurrences: tuple[Occurrence, ...]
    reasons: tuple[Reason, ...]

    @property
    def reason(self) -> Reason:
        """Why it is shown: something was missed, is due, was put off, or comes again."""
        return min(self.reasons, key=_TELLING.index)

    @property
    def topics(self) -> frozenset[Topic]:
        """What it is about."""
        return frozenset(occurrence.topic for occurrence in self.occurrences)

    @property
    def sessions(self) -> tuple[int, ...]:
        """The numbers of the sessions it is about."""
        return tuple(o.slot for o in self.occurrences if o.topic is Topic.SESSION)


def due(day: ReminderDay, choices: ReminderChoices, now: datetime) -> Reminder | None:
    """Return the one thing to show now, or ``None``; the day has been settled."""
    if diary_day(now) != day.owed.day or (day.quiet is not None and day.quiet.holds(now)):
        return None
    asking = [(p.occurrence, _why_asking(day, p, choices, now)) for p in day.planned]
    if not any(reason for _, reason in asking):
        return None
    # Shown again with the rest, because a new notice takes the place of the one before.
    unanswered = {o for o, _ in asking if day.state(o, now) is ReminderState.RAISED}
    shown = [(o, reason or Reason.REPEAT) for o, reason in asking if reason or o in unanswered]
    return _reminder(shown)


def waiting(day: ReminderDay, now: datetime) -> Reminder | None:
    """Return what has been shown and not been answered; it may have to be taken off the screen again."""
    if diary_day(now) != day.owed.day:
        return None
    last = [(p.occurrence, events[-1]) for p in day.planned if (events := day.standing(p.occurrence, now))]
    raised = [(o, event.reason) for o, event in last if event.state is ReminderState.RAISED]
    return _reminder(raised) if raised else None


def _reminder(shown: list[tuple[Occurrence, Reason]]) -> Reminder:
    return Reminder(tuple(o for o, _ in shown), tuple(reason for _, reason in shown))


def _why_asking(
    day: ReminderDay, planned: PlannedReminder, choices: ReminderChoices, now: datetime
) -> Reason | None:
    events = day.standing(planned.occurrence, now)
    if not events:
        if not has_come(planned, now):
            return None
        late = utc(now) - _instant(planned, now) > ON_TIME_WITHIN
        return Reason.CATCH_UP if late else Reason.ON_TIME
    again = _comes_again_at(events, choices)
    if again is None:
        return None
    # A clock that has been set back behind the answer must not make the patient wait for it all over.
    if events[-1].state is ReminderState.SNOOZED and utc(now) < utc(events[-1].at):
        again = utc(now)
    reason = Reason.SNOOZE_OVER if events[-1].state is ReminderState.SNOOZED else Reason.REPEAT
    return reason if utc(now) >= again else None


def _comes_again_at(events: tuple[ReminderEvent, ...], choices: ReminderChoices) -> datetime | None:
    last = events[-1]
    if last.state is ReminderState.SNOOZED and last.until is not None:
        return utc(last.until)
    if last.state is not ReminderState.RAISED or last.reason is Reason.STARTED:
        return None
    if _times_raised_since_answer(events) > choices.repeats:
        return None
    return utc(last.at) + timedelta(minutes=choices.repeat_minutes)


def _times_raised_since_answer(events: Iterable[ReminderEvent]) -> int:
    times = 0
    for event in events:
        times = times + 1 if event.state is ReminderState.RAISED else 0
    return times


def next_change(day: ReminderDay, choices: ReminderChoices, now: datetime) -> datetime:
    """Return the next instant, in UTC, at which anything can change: the end of the day at the latest."""
    return min(moment for moment in _changes(day, choices, now) if moment > utc(now))


def _changes(day: ReminderDay, choices: ReminderChoices, now: datetime) -> Iterator[datetime]:
    yield max(day_ends(day.owed.day, now.tzinfo), utc(now) + timedelta(seconds=1))
    if day.quiet is not None:
        yield utc(day.quiet.until)
    for planned in day.planned:
        events = day.standing(planned.occurrence, now)
        again = _comes_again_at(events, choices) if events else _instant(planned, now)
        if again is not None:
            yield again


def _instant(planned: PlannedReminder, now: datetime) -> datetime:
    return instant_of(planned.occurrence.day, planned.at, now.tzinfo)
