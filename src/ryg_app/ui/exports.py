"""Taking the diary out, from the window: the page, where to, and what was made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from ryg_app.application.export_period import FileKind
from ryg_app.domain.errors import RygAppError
from ryg_app.ui.save_dialog import ask_where_to_save, may_be_written
from ryg_app.wording.document_words import document_words
from ryg_app.wording.headings import table_headings

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ryg_app.application.exporting import Exporting
    from ryg_app.domain.extract import LogExtract
    from ryg_app.ui.pages.export import ExportPage
    from ryg_app.ui.stage import Stage
    from ryg_app.ui.tasks import Tasks
    from ryg_app.wording.catalogues import Words


class Exports(QObject):
    """`saved` carries the file's name once it is durable, `refused` what went wrong.

    `paper_wanted` carries the first and the last day of the sheet; `offers_paper` shows its button.
    """

    saved = Signal(str)
    refused = Signal(object)
    paper_wanted = Signal(object, object)

    def __init__(self, exporting: Exporting, words: Words, stage: Stage, tasks: Tasks) -> None:
        super().__init__(stage.base)
        self._exporting = exporting
        self._words = words
        self._stage = stage
        self._tasks = tasks
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.offers_paper = False
        self.page: ExportPage | None = None

    @Slot()
    def show_page(self) -> None:
        """Show what the diary can be taken out as."""
        from ryg_app.ui.pages.export import ExportPage

        if self.page is not None:
            return
        try:
            days = self._exporting.days()
        except RygAppError as error:
            self.refused.emit(error)
            return
        page = self.page = ExportPage(days, self._words)
        if self.offers_paper:
            page.offer_paper()
        page.wanted.connect(self.ask)
        page.paper_wanted.connect(self.paper_wanted)
        page.back_clicked.connect(self._stage.uncover)
        page.notice.action_pressed.connect(self._open_folder)
        page.destroyed.connect(self._forget_page)
        self._stage.cover(page)

    @Slot(object)
    def ask(self, kind: FileKind) -> None:
        """Ask where to, and save the days chosen there."""
        if self.page is None:
            return
        first, last = self.page.span
        path = self._chosen_path(kind, last)
        if path is not None:
            self.save(kind, path, first, last)

    def save(self, kind: FileKind, path: Path, first: date | None = None, last: date | None = None) -> None:
        """Save a file; whoever chose the name has agreed to replace what is there."""
        try:
            extract = self._exporting.extract(self._words.language, first, last)
        except RygAppError as error:
            self.refused.emit(error)
            return
        # What is taken out is frozen, so the window may go on while it is written.
        task = self._tasks.run(partial(self._write, kind, extract, path))
        task.done.connect(self._on_saved)
        task.failed.connect(self._on_failed)
        if self.page is not None:
            self.page.set_busy(busy=True)
            self.page.notice.show_message(
                "info", self._words.gettext("Saving …"), close=self._words.gettext("Close")
            )
        task.start()

    def _write(self, kind: FileKind, extract: LogExtract, path: Path) -> Path:
        exporting, words = self._exporting, self._words
        match kind:
            case FileKind.TABLES:
                return exporting.write_tables(extract, table_headings(words), path, replace=True)[0]
            case FileKind.WORKBOOK:
                return exporting.write_workbook(extract, table_headings(words), path, replace=True)
            case FileKind.LOG:
                return exporting.write_log(extract, path, replace=True)
            case FileKind.DOCUMENT:
                return exporting.write_document(extract, document_words(words), path, replace=True)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._folder = str(path.parent)
        if self.page is None:
            self.saved.emit(path.name)
            return
        _ = self._words.gettext
        self.page.set_busy(busy=False)
        self.page.notice.show_message(
            "success",
            _("Saved: {name}").format(name=path.name),
            close=_("Close"),
            action=_("Open the folder"),
        )

    @Slot(object)
    def _on_failed(self, error: RygAppError) -> None:
        if self.page is not None:
            self.page.set_busy(busy=False)
        self.refused.emit(error)

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))

    @Slot()
    def _forget_page(self) -> None:
        self.page = None

    def _chosen_path(self, kind: FileKind, last: date) -> Path | None:
        suffix = kind.value
        name = self._words.pgettext("file name", "diary") + f"-{last.isoformat()}{suffix}"
        title = self._words.gettext("Save the diary as a file")
        path = ask_where_to_save(
            self._stage, self._words, title, folder=self._folder, name=name, suffix=suffix
        )
        if path is None or kind is not FileKind.TABLES:
            return path
        second = self._exporting.second_table(path)
        return path if may_be_written(self._stage, self._words, title, second) else None
