"""The coming reminders as a calendar file for the phone: offered with a first plan, and on *Plan*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ryg_app.domain.errors import RygAppError
from ryg_app.ui.save_dialog import ask_where_to_save
from ryg_app.wording.reminder_words import calendar_titles

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ryg_app.application.app import App
    from ryg_app.ui.widgets.notice import Notice
    from ryg_app.wording.catalogues import Words

SUFFIX = ".ics"


class CalendarFlow(QObject):
    """`saved` carries the file's name once it is durable, `refused` what went wrong."""

    saved = Signal(str)
    refused = Signal(object)

    def __init__(self, app: App, words: Words, window: QWidget) -> None:
        super().__init__(window)
        self._app = app
        self._words = words
        self._window = window

    def offer(self, notice: Notice) -> None:
        """Ask whether they are wanted on the phone, when the first plan has just been taken into use."""
        if len(self._app.course.record().adoptions) != 1 or not self._anything_to_come():
            return
        _ = self._words.gettext
        text = _("Would you like the reminders on your phone, too? You can always find this under Plan.")
        action = _("Save a calendar file …")
        notice.show_message("info", text, close=_("No thanks"), action=action, act=self.ask)

    def _anything_to_come(self) -> bool:
        try:
            return self._app.reminders.plan.next() is not None
        except RygAppError:
            return False

    @Slot()
    def ask(self) -> None:
        """Ask where to, and save the calendar there."""
        _ = self._words.gettext
        title = _("Save the reminders as a calendar file")
        name = self._words.pgettext("file name", "reminders") + SUFFIX
        path = ask_where_to_save(self._window, self._words, title, folder="", name=name, suffix=SUFFIX)
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Save the calendar; whoever chose the name has agreed to replace what is there."""
        try:
            self._app.reminders.calendar.write(path, calendar_titles(self._words), replace_file=True)
        except RygAppError as error:
            self.refused.emit(error)
            return
        self.saved.emit(path.name)
