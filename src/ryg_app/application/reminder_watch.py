"""What keeps reminders coming: looks when the alarm rings, shows the one thing, and sets the next alarm."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from ryg_app.domain.errors import RygAppError

if TYPE_CHECKING:
    from datetime import datetime

    from ryg_app.application.ports import AlarmClock
    from ryg_app.application.reminding import Reminding
    from ryg_app.domain.reminders import Reminder

_log = logging.getLogger(__name__)


class ReminderScreen(Protocol):
    """Where reminders are shown: at most one at a time."""

    def show_reminder(self, reminder: Reminder) -> None:
        """Show it in place of any other."""

    def take_away(self) -> None:
        """Show none: what was asked has been answered, is done, or is not owed any more."""


class ReminderWatch:
    """Joins the alarm clock, the rules and the screen; everything happens in the event loop."""

    def __init__(self, reminding: Reminding, alarm: AlarmClock, screen: ReminderScreen) -> None:
        self._reminding = reminding
        self._alarm = alarm
        self._screen = screen
        self._held = False
        self._shown: Reminder | None = None

    def start(self) -> None:
        """Begin, with whatever was missed while the program was not running."""
        self._alarm.start(self.look)
        self.look()

    def stop(self) -> None:
        """Show nothing more."""
        self._alarm.stop()

    def hold(self, *, on: bool) -> None:
        """Show nothing while a session is under way; afterwards look at once."""
        self._held = on
        if not on:
            self.look()

    def look(self) -> None:
        """Show what is due, take away what is not, and set the alarm anew.

        Call it also after every answer and every change of the plan, the diary or the reminders.
        """
        try:
            self._show()
        except RygAppError as error:
            # The page in view tells of a file that cannot be read; a reminder is no place for that.
            _log.warning("No reminder could be worked out: %s", error)
        finally:
            # Whatever happened, there is a next time.
            self._alarm.set(self._next_change())

    def _show(self) -> None:
        if self._held:
            return
        reminder = self._reminding.due()
        if reminder is not None:
            self._screen.show_reminder(reminder)
            self._reminding.raised(reminder)
            self._shown = reminder
            return
        waiting = self._reminding.waiting()
        if waiting is None and self._shown is not None:
            self._shown = None
            self._screen.take_away()

    def _next_change(self) -> datetime | None:
        try:
            return self._reminding.next_change()
        except RygAppError:
            return None
