"""Saving the sheet for the appointment from a patient's log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from ryg_app.domain.errors import RygAppError
from ryg_app.ui.stepwise import Stepwise

if TYPE_CHECKING:
    from collections.abc import Generator

    from PySide6.QtWidgets import QWidget

    from ryg_app.application.app import App
    from ryg_app.application.printing import Printing
    from ryg_app.wording.catalogues import Words

PDF_SUFFIX = ".pdf"


class SheetSaving(QObject):
    """`saved` carries the file's name once it is durable, `refused` what went wrong."""

    saved = Signal(str)
    refused = Signal(object)

    def __init__(self, app: App, printing: Printing, words: Words, window: QWidget) -> None:
        super().__init__(window)
        self._app = app
        self._printing = printing
        self._words = words
        self._window = window
        self._path = Path()
        self.work = Stepwise(words, window)
        self.work.done.connect(self._on_done)
        self.work.refused.connect(self.refused)

    @Slot()
    def ask(self) -> None:
        """Ask where to, and save the sheet there."""
        _ = self._words.gettext
        dialog = QFileDialog(self._window, _("Save the report for the appointment"), "", f"*{PDF_SUFFIX}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # With its help the dialog knows the whole name, and asks before that very file is replaced.
        dialog.setDefaultSuffix(PDF_SUFFIX)
        dialog.selectFile(self._words.pgettext("file name", "report") + PDF_SUFFIX)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if chosen:
            self.save(Path(chosen[0]))

    def save(self, path: Path) -> None:
        """Save the sheet; the system's dialog has already asked before replacing one."""
        self._path = path
        try:
            sheet = self._app.appointment.sheet(self._app.appointment.period(), self._words.language)
        except RygAppError as error:
            self.refused.emit(error)
            return
        printout = self._printing.paper.appointment(sheet, self._words.language)

        def steps() -> Generator[float, None, None]:
            yield from printout.steps()
            self._printing.save(printout, path, replace=True)

        self.work.begin(steps(), self._words.gettext("Making the report …"))

    @Slot()
    def _on_done(self) -> None:
        self.saved.emit(self._path.name)
