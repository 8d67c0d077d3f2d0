"""Saving the diary as tables or as an open file, from the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.wording.headings import table_headings

if TYPE_CHECKING:
    from ryg_app.application.exporting import Exporting
    from ryg_app.wording.catalogues import Words


class Exports(QObject):
    """`saved` carries the file's name once it is durable, `refused` what went wrong."""

    saved = Signal(str)
    refused = Signal(object)

    def __init__(self, exporting: Exporting, words: Words, window: QWidget) -> None:
        super().__init__(window)
        self._exporting = exporting
        self._words = words
        self._window = window

    @Slot()
    def ask_for_tables(self) -> None:
        """Ask where to, and save the two tables there."""
        path = self._ask(self._words.gettext("Save the diary as tables"), ".csv")
        if path is not None:
            self.save_tables(path)

    @Slot()
    def ask_for_log(self) -> None:
        """Ask where to, and save the open log file there."""
        path = self._ask(self._words.gettext("Save the diary as an open file"), ".ryglog")
        if path is not None:
            self.save_log(path)

    def save_tables(self, path: Path) -> None:
        """Save the two tables; the system's dialog has already asked before replacing them."""
        try:
            extract = self._exporting.extract(self._words.language)
            self._exporting.write_tables(extract, table_headings(self._words), path, replace=True)
        except RygAppError as error:
            self.refused.emit(error)
            return
        self.saved.emit(path.name)

    def save_log(self, path: Path) -> None:
        """Save the open log file; the system's dialog has already asked before replacing one."""
        try:
            extract = self._exporting.extract(self._words.language)
            self._exporting.write_log(extract, path, replace=True)
        except RygAppError as error:
            self.refused.emit(error)
            return
        self.saved.emit(path.name)

    def _ask(self, title: str, suffix: str) -> Path | None:
        proposal = self._words.pgettext("file name", "diary") + suffix
        dialog = QFileDialog(self._window, title, "", f"*{suffix}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # With its help the dialog knows the whole name, and asks before that very file is replaced.
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(proposal)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None
