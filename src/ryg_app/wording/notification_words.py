"""What a reminder says: neutral on the desktop, where anybody can read it, and plain in the window."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ryg_app.domain.reminder_times import Topic
from ryg_app.domain.reminders import SNOOZE_MINUTES
from ryg_app.wording.sentences import session_title

if TYPE_CHECKING:
    from datetime import datetime

    from ryg_app.domain.reminders import Reminder
    from ryg_app.wording.catalogues import Words

START, LATER, DONE, NOT_TODAY, BACK = "start", "later", "done", "not_today", "back"
AFTER = {f"{LATER}_{minutes}": minutes for minutes in SNOOZE_MINUTES}
"""The answers to «later», and the minutes they mean."""

Answers = tuple[tuple[str, str], ...]


def neutral_title(words: Words, reminder: Reminder) -> str:
    """Return a title without a word about health, for a screen that others see."""
    _ = words.gettext
    titles = {
        Topic.SESSION: _("Time for exercises"),
        Topic.WALK: _("Time for a walk"),
        Topic.DIARY: _("Time to write the day down"),
        Topic.REVIEW: _("Time for a short look back"),
        Topic.CLOSING: _("A message from RygApp"),
    }
    return titles[reminder.occurrences[0].topic]


def telling_title(words: Words, reminder: Reminder, sessions: int) -> str:
    """Return a title that says what the reminder is about.

    Args:
        words: The language.
        reminder: What is shown.
        sessions: How many sessions the day has.
    """
    _ = words.gettext
    told = {
        Topic.WALK: _("Time for a walk"),
        Topic.DIARY: _("How was the day?"),
        Topic.REVIEW: _("Time for a short look back"),
        Topic.CLOSING: _("Your course has ended. No more reminders will come."),
    }
    parts = [
        session_title(words, o.slot, max(sessions, o.slot)) if o.topic is Topic.SESSION else told[o.topic]
        for o in reminder.occurrences
    ]
    return " · ".join(dict.fromkeys(parts))


def answers(words: Words, reminder: Reminder) -> Answers:
    """Return identifier and text of each answer that fits, the one most likely wanted first."""
    _ = words.gettext
    if reminder.topics == {Topic.CLOSING}:
        return ((START, _("Show")), (DONE, _("Close")))
    start = _("Start") if Topic.SESSION in reminder.topics else _("Open")
    # A day, or a look back, is not done by saying so.
    can_be_done = bool(reminder.topics & {Topic.SESSION, Topic.WALK})
    done = ((DONE, _("Done")),) if can_be_done else ()
    return ((START, start), (LATER, _("Later")), *done, (NOT_TODAY, _("Not today")))


def ways_to_wait(words: Words) -> Answers:
    """Return the answers to «later»."""
    _ = words.gettext
    waits = ((name, _("In {minutes} min").format(minutes=minutes)) for name, minutes in AFTER.items())
    return (*waits, (BACK, _("Back")))


def following_line(words: Words, now: datetime, following: datetime | None) -> str:
    """Return the line that tells when the next reminder comes."""
    _ = words.gettext
    if following is None:
        return _("No reminder is planned")
    clock, days = words.clock(following), following.date() - now.date()
    if days == timedelta(0):
        return _("Next reminder: today at {time}").format(time=clock)
    if days == timedelta(days=1):
        return _("Next reminder: tomorrow at {time}").format(time=clock)
    return _("Next reminder: {date} at {time}").format(date=words.long_date(following), time=clock)
