"""What becomes of a reminder by itself: nothing is owed for it, it is done already, or its day is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.diary import diary_day
from ryg_app.domain.owed import DayState
from ryg_app.domain.reminder_times import Topic, has_come, instant_of, utc
from ryg_app.domain.reminders import FINAL, Reason, ReminderEvent, ReminderState

if TYPE_CHECKING:
    from datetime import datetime

    from ryg_app.domain.owed import OwedDay
    from ryg_app.domain.reminder_times import Occurrence, PlannedReminder
    from ryg_app.domain.reminders import ReminderDay


def settle(day: ReminderDay, now: datetime) -> tuple[ReminderEvent, ...]:
    """Return the transitions that follow from the facts alone: found done, not owed, lapsed."""
    found = ((p.occurrence, _settled(day, p, now)) for p in day.planned)
    return tuple(ReminderEvent(now, occurrence, *told) for occurrence, told in found if told)


def _settled(
    day: ReminderDay, planned: PlannedReminder, now: datetime
) -> tuple[ReminderState, Reason] | None:
    events, over = day.standing(planned.occurrence, now), diary_day(now) > day.owed.day
    if events and events[-1].state in FINAL:
        return None
    if not (events or over or has_come(planned, now)):
        return None
    if not events and _was_past_when_set(day, planned, now):
        return ReminderState.LAPSED, Reason.SET_LATER
    silence = why_silent(day, planned.occurrence)
    if silence is not None:
        return (ReminderState.DONE if silence is Reason.FOUND_DONE else ReminderState.LAPSED), silence
    return (ReminderState.LAPSED, _why_lapsed(day, planned, now)) if over else None


def _why_lapsed(day: ReminderDay, planned: PlannedReminder, now: datetime) -> Reason:
    if day.standing(planned.occurrence, now):
        return Reason.UNANSWERED
    was_quiet = day.quiet is not None and day.quiet.holds(
        instant_of(planned.occurrence.day, planned.at, now.tzinfo)
    )
    return Reason.QUIET if was_quiet else Reason.NOT_RUNNING


def _was_past_when_set(day: ReminderDay, planned: PlannedReminder, now: datetime) -> bool:
    return instant_of(planned.occurrence.day, planned.at, now.tzinfo) < utc(day.since) <= utc(now)


def why_silent(day: ReminderDay, occurrence: Occurrence) -> Reason | None:
    """Return why nothing is owed for an occurrence, or ``None`` when something is."""
    if occurrence.topic is Topic.CLOSING:
        return None
    if day.owed.state is DayState.PAUSED:
        return Reason.PAUSED
    if _is_done(day, occurrence):
        return Reason.FOUND_DONE
    if _is_owed(day.owed, occurrence):
        return None
    return Reason.FLARE if day.owed.state is DayState.FLARE else Reason.NOT_OWED


def _is_owed(owed: OwedDay, occurrence: Occurrence) -> bool:
    if owed.state not in (DayState.ORDINARY, DayState.FLARE):
        return False
    match occurrence.topic:
        case Topic.SESSION:
            return any(session.number == occurrence.slot for session in owed.sessions)
        case Topic.WALK:
            return owed.walking is not None and occurrence.slot <= owed.walking.times_per_day
        case _:
            return True


def _is_done(day: ReminderDay, occurrence: Occurrence) -> bool:
    answers, walking = day.log.answers, day.owed.walking
    match occurrence.topic:
        case Topic.SESSION:
            return occurrence.slot in day.log.sessions_done()
        case Topic.WALK:
            far_enough = (
                walking is not None and (answers.walked_minutes or 0) >= walking.minutes * occurrence.slot
            )
            return far_enough or sum(1 for minutes in answers.walks if minutes) >= occurrence.slot
        case Topic.DIARY:
            return None not in (answers.back, answers.leg, answers.walked_minutes)
        case Topic.REVIEW:
            return day.reviewed
        case _:
            return False
