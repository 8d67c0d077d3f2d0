"""What reminders say: neutral, because anybody in the room can read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.errors import NothingToRemindError, ReminderTimesError
from ryg_app.domain.owed import DayState
from ryg_app.domain.plan import ReminderKind
from ryg_app.domain.reminder_times import TimesProblem, Topic
from ryg_app.domain.reminders import Reason, ReminderState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ryg_app.application.reminder_plan import ComingDay
    from ryg_app.domain.errors import RygAppError
    from ryg_app.domain.reminder_times import Occurrence
    from ryg_app.domain.reminders import ReminderEvent
    from ryg_app.wording.catalogues import Words


def calendar_titles(words: Words) -> Mapping[Topic, str]:
    """Return what each reminder is called in the calendar of a phone."""
    _ = words.gettext
    return {
        Topic.SESSION: _("Time for exercises"),
        Topic.WALK: _("Time for a walk"),
        Topic.DIARY: _("Time for the diary"),
        Topic.REVIEW: _("A few extra questions today"),
        Topic.CLOSING: _("The last day is over"),
    }


def topic_word(words: Words, topic: Topic, slot: int, of: int | None = None) -> str:
    """Return what a reminder is about, as a line of the plan; one of several sessions goes by its number."""
    pgettext = words.pgettext
    if topic is Topic.SESSION and of == 1:
        return pgettext("what a reminder is about", "Exercises")
    if topic is Topic.SESSION:
        return pgettext("what a reminder is about", "Exercises {number}").format(number=slot)
    return {
        Topic.WALK: pgettext("what a reminder is about", "Walk"),
        Topic.DIARY: pgettext("what a reminder is about", "Diary"),
        Topic.REVIEW: pgettext("what a reminder is about", "Questions of the review week"),
        Topic.CLOSING: pgettext("what a reminder is about", "The course is over"),
    }[topic]


def new_reminder_words(words: Words, kind: ReminderKind) -> str:
    """Return what a button that adds a reminder says."""
    _ = words.gettext
    return {
        ReminderKind.SESSION: _("Add one for exercises"),
        ReminderKind.DIARY: _("Add one for the diary"),
        ReminderKind.WALK: _("Add one for a walk"),
    }[kind]


def coming_words(words: Words, day: ComingDay) -> str:
    """Return a day's reminders in one line: «10.00 Exercises 1 · 20.30 Diary»; empty when none will come."""
    return " · ".join(
        f"{words.clock(one.at)} {topic_word(words, one.occurrence.topic, one.occurrence.slot, day.sessions)}"
        for one in day.reminders
    )


def no_reminders_words(words: Words, day: ComingDay, *, is_today: bool) -> str:
    """Return why a day has no reminders to come."""
    _ = words.gettext
    if day.state is DayState.PAUSED:
        return _("None: pause")
    if day.state is DayState.BEFORE:
        return _("None: the course has not begun")
    if day.state is DayState.AFTER:
        return _("None: the course is over")
    return _("No more today") if is_today else _("None")


def story_words(words: Words, events: Iterable[ReminderEvent]) -> tuple[str, ...]:
    """Return a line for each reminder of a day with all that became of it, in the order it began."""
    stories: dict[Occurrence, list[ReminderEvent]] = {}
    for event in events:
        stories.setdefault(event.occurrence, []).append(event)
    return tuple(_story(words, occurrence, told) for occurrence, told in stories.items())


def _story(words: Words, occurrence: Occurrence, told: list[ReminderEvent]) -> str:
    topic, first = topic_word(words, occurrence.topic, occurrence.slot), told[0]
    was_shown = first.state is ReminderState.RAISED
    shown_at = f"{words.clock(first.at)} " if was_shown else ""
    became = (event_words(words, event, was_shown=was_shown) for event in told)
    return f"{shown_at}{topic}: {', '.join(became)}"


def event_words(words: Words, event: ReminderEvent, *, was_shown: bool) -> str:
    """Return what became of a reminder, as a neutral fact for use inside a sentence."""
    _ = words.gettext
    taken_away = {
        Reason.PAUSED: _("taken away: pause"),
        Reason.FLARE: _("taken away: bad day"),
        Reason.NOT_OWED: _("taken away: nothing is planned any more"),
    }
    if was_shown and event.reason in taken_away:
        return taken_away[event.reason]
    if event.state is ReminderState.SNOOZED and event.until is not None:
        return _("put off until {time}").format(time=words.clock(event.until.astimezone(event.at.tzinfo)))
    return {
        Reason.ON_TIME: _("shown"),
        Reason.CATCH_UP: _("shown, because its time had passed"),
        Reason.REPEAT: _("shown again"),
        Reason.SNOOZE_OVER: _("shown again"),
        Reason.STARTED: _("start pressed"),
        Reason.LATER: _("put off"),
        Reason.SAID_DONE: _("done"),
        Reason.FOUND_DONE: _("done"),
        Reason.NOT_TODAY: _("not today"),
        Reason.UNANSWERED: _("not answered"),
        Reason.PAUSED: _("not shown: pause"),
        Reason.FLARE: _("not shown: bad day"),
        Reason.NOT_OWED: _("not shown: nothing was planned"),
        Reason.QUIET: _("not shown: reminders were quiet"),
        Reason.SET_LATER: _("not shown: its time had passed when it was set"),
        Reason.NOT_RUNNING: _("not shown: RygApp was closed, or the computer was asleep"),
    }[event.reason]


def about_reminders(words: Words, error: RygAppError) -> str:
    """Return what went wrong with reminders, or nothing for any other error."""
    match error:
        case ReminderTimesError():
            return _times_problem(words, error.problem)
        case NothingToRemindError():
            return words.gettext(
                "There are no reminders to come: no plan is in use, it is over, or reminders are off."
            )
        case _:
            return ""


def _times_problem(words: Words, problem: TimesProblem) -> str:
    _ = words.gettext
    return {
        TimesProblem.TOO_EARLY_OR_LATE: _("Choose a time from 05:00 to 23:30. Nothing was changed."),
        TimesProblem.NO_WEEKDAY: _("Choose at least one day of the week. Nothing was changed."),
        TimesProblem.TOO_MANY: _("There is room for 12 reminders. Nothing was changed."),
        TimesProblem.TWICE: _("There is one about that at that time already. Nothing was changed."),
        TimesProblem.DIARY_BEFORE_SESSION: _(
            "The diary asks about the whole day, so its reminder comes after the last exercises. "
            "Nothing was changed."
        ),
    }[problem]
