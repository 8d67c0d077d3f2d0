"""Making a backup and putting one back, from the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog

from ryg_app.domain.errors import DamagedFileError, RygAppError
from ryg_app.ui.save_dialog import ask_where_to_save
from ryg_app.wording.backup_words import left_out_sentence
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from ryg_app.application.app import App
    from ryg_app.application.backup import Backups
    from ryg_app.domain.backup import BackupContents
    from ryg_app.ui.stage import Stage
    from ryg_app.ui.tasks import Tasks
    from ryg_app.wording.catalogues import Words

SUFFIX = ".rygbackup"


class BackupFlow(QObject):
    """`told` carries a kind of message and its text, `refused` what went wrong.

    `restored` comes with the name of the backup that keeps what was there before. Everything that was read
    until then is of the past: the window must be built anew.
    """

    told = Signal(str, str)
    refused = Signal(object)
    restored = Signal(str)

    def __init__(self, backups: Backups, words: Words, stage: Stage, tasks: Tasks) -> None:
        super().__init__(stage.base)
        self._backups = backups
        self._words = words
        self._stage = stage
        self._tasks = tasks
        self._is_reading = False
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    @Slot()
    def ask_for_backup(self) -> None:
        """Ask where to, and save everything there."""
        _ = self._words.gettext
        title, name = _("Make a backup"), f"rygapp-{self._backups.today().isoformat()}{SUFFIX}"
        path = ask_where_to_save(
            self._stage, self._words, title, folder=self._folder, name=name, suffix=SUFFIX
        )
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Save everything; whoever chose the name has agreed to replace what is there."""
        task = self._tasks.run(partial(self._saved, path))
        task.done.connect(self._on_saved)
        task.failed.connect(self.refused)
        task.start()

    def _saved(self, path: Path) -> tuple[Path, tuple[str, ...]]:
        return path, self._backups.save(path, replace=True)

    @Slot(object)
    def _on_saved(self, made: tuple[Path, tuple[str, ...]]) -> None:
        path, left_out = made
        if left_out:
            self.told.emit("warning", left_out_sentence(self._words, left_out))
        else:
            said = self._words.gettext("Saved: {name} in {folder}.")
            self.told.emit("success", said.format(name=path.name, folder=path.parent))

    def offer_where_damaged(self, app: App) -> None:
        """Show the backups where the course or this year's diary cannot be read: little else works then."""
        for read in (app.course.record, partial(app.diary.view, app.diary.today())):
            try:
                read()
            except DamagedFileError as error:
                # A plan that is lost can be opened again from its own file.
                if error.file_name.endswith(".json"):
                    self.choose(error_sentence(self._words, error))
                    return
            except RygAppError:
                continue  # the page that meets it says so

    @Slot()
    def choose(self, trouble: str = "") -> None:
        """Show the backups there are; ``trouble`` says why, where it was not the patient's own wish."""
        from ryg_app.ui.pages.backups import BackupChoicePage, BackupPreviewPage

        # There is room for one unpacked backup: what a page shows must be what it puts back.
        if any(isinstance(page, BackupChoicePage | BackupPreviewPage) for page in self._stage.pile):
            return
        page = BackupChoicePage(self._backups.stock(), self._words, trouble=trouble)
        page.chosen.connect(self.preview)
        page.file_clicked.connect(self.ask_for_file)
        page.dismissed.connect(self._stage.uncover)
        self._stage.cover(page)

    @Slot()
    def ask_for_file(self) -> None:
        """Ask for a backup, and show what is in it."""
        _ = self._words.gettext
        kinds = _("Backups") + f" (*{SUFFIX})"
        chosen, _kind = QFileDialog.getOpenFileName(self._stage, _("Put a backup back"), self._folder, kinds)
        if chosen:
            self.preview(Path(chosen))

    @Slot(object)
    def preview(self, path: Path) -> None:
        """Show what is in a backup; one that will not do is refused in a sentence."""
        if self._is_reading:
            return
        self._is_reading = True
        task = self._tasks.run(partial(self._backups.preview, path))
        task.done.connect(self._show)
        task.failed.connect(self.refused)
        task.over.connect(self._on_read)
        task.start()

    @Slot()
    def _on_read(self) -> None:
        self._is_reading = False

    @Slot(object)
    def _show(self, contents: BackupContents) -> None:
        from ryg_app.ui.pages.backups import BackupPreviewPage

        page = BackupPreviewPage(contents, self._words)
        page.restore_clicked.connect(self._restore)
        page.dismissed.connect(self._dismiss)
        self._stage.cover(page)

    @Slot()
    def _dismiss(self) -> None:
        self._backups.dismiss()
        self._stage.uncover()

    @Slot()
    def _restore(self) -> None:
        # The weekly backup may be reading the very files that are replaced.
        self._tasks.wait()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            kept = self._backups.restore()
        except RygAppError as error:
            self.refused.emit(error)
            if self._backups.is_half_restored:
                # Nothing may be saved any more into what the next start replaces.
                self.restored.emit("")
            return
        finally:
            QApplication.restoreOverrideCursor()
        self.restored.emit(kept.name)
