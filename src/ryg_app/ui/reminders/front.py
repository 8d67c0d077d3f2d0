"""What a reminder can do in the window, wherever the person is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ryg_app.domain.errors import RygAppError
from ryg_app.domain.reminder_times import Topic
from ryg_app.ui.shell import COURSE, TODAY

if TYPE_CHECKING:
    from ryg_app.application.app import App
    from ryg_app.application.today import SessionCard
    from ryg_app.domain.reminders import Reminder
    from ryg_app.ui.window import Window


class Front:
    """The window, as reminders see it; its flows and pages are made anew now and then."""

    def __init__(self, app: App, window: Window) -> None:
        self._app = app
        self._window = window

    @property
    def is_seen(self) -> bool:
        """Whether the person has the window in front of them."""
        window = self._window
        return window.isVisible() and window.isActiveWindow() and not window.isMinimized()

    @property
    def is_in_session(self) -> bool:
        """Whether a session is open in the window."""
        return self._window.sessions.page is not None

    @property
    def is_exercising(self) -> bool:
        """Whether a session is running, and not only standing there."""
        return self._window.sessions.is_running

    def pause(self) -> None:
        """Let a session that is open wait."""
        if self._window.sessions.page is not None:
            self._window.sessions.page.pause()

    def come_forward(self) -> None:
        """Show the window on top of the others."""
        self._window.come_forward()

    def draw_attention(self) -> None:
        """Let the taskbar point to the window, without opening it."""
        QApplication.alert(self._window)

    def refuse(self, error: RygAppError) -> None:
        """Say what went wrong."""
        self._window.telling.refused(error)

    def say(self, text: str) -> None:
        """Say something on the page in view."""
        self._window.telling.say("info", text)

    def start(self, reminder: Reminder) -> bool:
        """Lead to what the reminder is about, in one step; tell whether it was still to be done.

        A session under way is never replaced, and neither is a question that waits for an answer.
        """
        self.come_forward()
        if self.is_in_session or QApplication.activeModalWidget() is not None:
            return True
        if Topic.SESSION not in reminder.topics:
            return self._go(COURSE if reminder.topics == {Topic.CLOSING} else TODAY)
        try:
            return self._start_session(reminder)
        except RygAppError as error:
            self.refuse(error)
            return True

    def _start_session(self, reminder: Reminder) -> bool:
        left = self._app.sessions.under_way()
        if left is not None:
            self._window.sessions.take_up(left)
            return True
        view = self._app.today.view()
        card = _owed(view.sessions, reminder)
        if card is None:
            self._go(TODAY)
            return False
        if view.needs_side:
            return self._go(TODAY)
        self._window.sessions.start(card.session)
        return True

    def _go(self, page: str) -> bool:
        self._window.stage.uncover_all()
        self._window.shell.go(page)
        return True


def _owed(cards: tuple[SessionCard, ...], reminder: Reminder) -> SessionCard | None:
    owed = [card for card in cards if card.record is None and card.session.number in reminder.sessions]
    return owed[0] if owed else None
