"""The coming reminders as a calendar file for the phone: offered with a first plan, and on *Plan*."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.wording.reminder_words import calendar_titles

if TYPE_CHECKING:
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
        dialog = QFileDialog(self._window, _("Save the reminders as a calendar file"), "", f"*{SUFFIX}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # With its help the dialog knows the whole name, and asks before that very file is replaced.
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(self._words.pgettext("file name", "reminders") + SUFFIX)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if chosen:
            self.save(Path(chosen[0]))

    def save(self, path: Path) -> None:
        """Save the calendar; the system's dialog has already asked before replacing a file."""
        try:
            self._app.reminders.calendar.write(path, calendar_titles(self._words), replace_file=True)
        except RygAppError as error:
            self.refused.emit(error)
            return
        self.saved.emit(path.name)
