"""When a day's reminders come: the plan's proposal, the patient's own times, and the instants they mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from ryg_app.domain.diary import DAY_STARTS, diary_day
from ryg_app.domain.dose import EVERY_DAY
from ryg_app.domain.owed import DayState
from ryg_app.domain.plan import ReminderKind
from ryg_app.domain.plan_limits import EARLIEST_REMINDER, LATEST_REMINDER, REMINDERS, Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from ryg_app.domain.owed import OwedDay
    from ryg_app.domain.plan import ReminderRule

REPEATS = Span(0, 3)
REPEAT_MINUTES = Span(5, 60)


class Topic(StrEnum):
    """What a reminder is about; in this order when several come together."""

    SESSION = "session"
    WALK = "walk"
    DIARY = "diary"
    REVIEW = "review"
    CLOSING = "closing"


_ORDER = {topic: place for place, topic in enumerate(Topic)}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One reminder of one diary day: its identity, whatever the clock says and the patient moves.

    Attributes:
        day: The diary day.
        topic: What it is about.
        slot: The how manieth of that topic on the day, 1 and upwards; for a session, the session's number.
    """

    day: date
    topic: Topic
    slot: int = 1


@dataclass(frozen=True, slots=True)
class PlannedReminder:
    """An occurrence and the local time it is to come at."""

    occurrence: Occurrence
    at: time


@dataclass(frozen=True, slots=True)
class ReminderTime:
    """A time of the patient's own: from 05:00 to 23:30 on ISO weekdays of the diary day.

    One that is turned off keeps its place, so that the second one goes on being about session 2.
    """

    kind: ReminderKind
    at: time
    weekdays: frozenset[int] = EVERY_DAY
    on: bool = True


@dataclass(frozen=True, slots=True)
class ReminderChoices:
    """What the patient has chosen about reminders.

    Attributes:
        on: Whether there are any at all.
        times: The patient's own times; ``None`` while the plan's proposal is followed.
        repeats: How often an unanswered one comes again, 0 to 3.
        repeat_minutes: After how long it comes again, 5 to 60.
        changed: When the times were last changed; what was past by then does not come that day.
    """

    on: bool = True
    times: tuple[ReminderTime, ...] | None = None
    repeats: int = 1
    repeat_minutes: int = 20
    changed: datetime | None = None


DEFAULT_TIMES = (
    ReminderTime(ReminderKind.SESSION, time(10)),
    ReminderTime(ReminderKind.SESSION, time(17)),
    ReminderTime(ReminderKind.DIARY, time(20, 30)),
)
"""Not early in the morning: Snook 1998 (docs/clinical-sources.md)."""
DEFAULT_WALK = ReminderTime(ReminderKind.WALK, time(14))
NOTE_AT = {Topic.REVIEW: time(20, 30), Topic.CLOSING: time(10)}


class TimesProblem(StrEnum):
    """What does not fit in the patient's own times."""

    TOO_EARLY_OR_LATE = "too_early_or_late"
    NO_WEEKDAY = "no_weekday"
    TOO_MANY = "too_many"
    TWICE = "twice"
    DIARY_BEFORE_SESSION = "diary_before_session"


def proposed_times(rules: Iterable[ReminderRule]) -> tuple[ReminderTime, ...]:
    """Return a plan's proposal, or the usual times where it has none; a walk waits to be turned on."""
    times = tuple(ReminderTime(r.kind, r.at, r.weekdays, r.kind is not ReminderKind.WALK) for r in rules)
    return in_order(times or DEFAULT_TIMES)


def times_in_force(rules: Iterable[ReminderRule], choices: ReminderChoices) -> tuple[ReminderTime, ...]:
    """Return the patient's own times, or the plan's while there are none."""
    return proposed_times(rules) if choices.times is None else choices.times


def in_order(times: Iterable[ReminderTime]) -> tuple[ReminderTime, ...]:
    """Return the times as the day goes."""
    return tuple(sorted(times, key=lambda t: (t.at, _ORDER[Topic(t.kind)], sorted(t.weekdays), not t.on)))


def problem_of(times: tuple[ReminderTime, ...]) -> TimesProblem | None:
    """Return the first thing that does not fit, or ``None`` when all is well."""
    if len(times) > REMINDERS.high:
        return TimesProblem.TOO_MANY
    if any(not EARLIEST_REMINDER <= one.at <= LATEST_REMINDER for one in times):
        return TimesProblem.TOO_EARLY_OR_LATE
    if any(not one.weekdays for one in times):
        return TimesProblem.NO_WEEKDAY
    for weekday in EVERY_DAY:
        on_day = [one for one in times if weekday in one.weekdays]
        if len({(one.kind, one.at) for one in on_day}) < len(on_day):
            return TimesProblem.TWICE
        sessions = [one.at for one in on_day if one.kind is ReminderKind.SESSION and one.on]
        diaries = [one.at for one in on_day if one.kind is ReminderKind.DIARY and one.on]
        if sessions and diaries and min(diaries) < max(sessions):
            return TimesProblem.DIARY_BEFORE_SESSION
    return None


def with_walks(times: tuple[ReminderTime, ...], *, on: bool) -> tuple[ReminderTime, ...]:
    """Return the times with every walk turned on or off; a day without one gets the usual one."""
    if on and not any(one.kind is ReminderKind.WALK for one in times):
        return in_order((*times, DEFAULT_WALK))
    return tuple(replace(one, on=on) if one.kind is ReminderKind.WALK else one for one in times)


def planned_on(owed: OwedDay, times: tuple[ReminderTime, ...]) -> tuple[PlannedReminder, ...]:
    """Return the reminders of a diary day in order, whether or not they will turn out to be needed.

    Only the days of the course have any, and the day after it has the closing note.
    """
    if owed.state is DayState.BEFORE:
        return ()
    if owed.state is DayState.AFTER:
        sessions = [one.at for one in _on_weekday(times, owed.day) if one.kind is ReminderKind.SESSION]
        at = min(sessions, default=NOTE_AT[Topic.CLOSING])
        return (PlannedReminder(Occurrence(owed.day, Topic.CLOSING), at),) if owed.closing else ()
    planned = [p for kind in ReminderKind for p in _of_kind(owed.day, kind, times)]
    if owed.review:
        diaries = [p.at for p in planned if p.occurrence.topic is Topic.DIARY]
        at = min(diaries, default=NOTE_AT[Topic.REVIEW])
        planned.append(PlannedReminder(Occurrence(owed.day, Topic.REVIEW), at))
    return tuple(sorted(planned, key=lambda p: (p.at, _ORDER[p.occurrence.topic], p.occurrence.slot)))


def _on_weekday(times: tuple[ReminderTime, ...], day: date) -> list[ReminderTime]:
    return [one for one in times if day.isoweekday() in one.weekdays]


def _of_kind(day: date, kind: ReminderKind, times: tuple[ReminderTime, ...]) -> list[PlannedReminder]:
    of_day = _on_weekday(times, day)
    on_at: dict[time, bool] = {}
    for one in of_day:
        if one.kind is kind:
            on_at[one.at] = on_at.get(one.at, False) or one.on
    last_session = max((t.at for t in of_day if t.kind is ReminderKind.SESSION and t.on), default=time.min)
    earliest = last_session if kind is ReminderKind.DIARY else time.min
    return [
        PlannedReminder(Occurrence(day, Topic(kind), slot), max(at, earliest))
        for slot, (at, on) in enumerate(sorted(on_at.items()), start=1)
        if on
    ]


def instant_of(day: date, at: time, zone: tzinfo | None) -> datetime:
    """Return the one instant, in UTC, of a local time on a calendar day.

    A time the clock passes twice means the first pass; one it leaps over means the moment of the leap.
    """
    local = datetime.combine(day, at, zone)
    instant = local.astimezone(UTC)
    if _wall(instant, zone) == local.replace(tzinfo=None):
        return instant
    # Of a time in the gap, the zone rules give an instant as far behind the leap as the time is inside it.
    low, high = local.replace(fold=1).astimezone(UTC), instant
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if _wall(middle, zone) >= local.replace(tzinfo=None):
            high = middle
        else:
            low = middle
    return high.replace(microsecond=0)


def _wall(instant: datetime, zone: tzinfo | None) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None)


def day_ends(day: date, zone: tzinfo | None) -> datetime:
    """Return the instant, in UTC, at which a diary day is over."""
    return instant_of(day + timedelta(days=1), DAY_STARTS, zone)


def has_come(planned: PlannedReminder, now: datetime) -> bool:
    """Tell whether the clock on the wall has reached a reminder, on its day."""
    wall, day = now.replace(tzinfo=None), planned.occurrence.day
    return diary_day(now) == day and wall >= datetime.combine(day, planned.at)


def utc(moment: datetime) -> datetime:
    """Return a moment in UTC, for comparing.

    Two times of one zone are compared by their wall time alone, which goes back an hour in autumn.
    """
    return moment.astimezone(UTC)
