"""What leads out of the program and back in: sheets, files of the diary, and backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ryg_app.ui.backup_flow import BackupFlow
from ryg_app.ui.exports import Exports
from ryg_app.ui.menus import Entry
from ryg_app.ui.paper_flow import PaperFlow
from ryg_app.ui.tasks import Tasks
from ryg_app.ui.weekly_backup import WeeklyBackup

if TYPE_CHECKING:
    from ryg_app.application.app import App
    from ryg_app.ui.pages.settings import SettingsPage
    from ryg_app.ui.stage import Stage
    from ryg_app.ui.telling import Telling
    from ryg_app.ui.window import Window
    from ryg_app.wording.catalogues import Words


class Keeping(QObject):
    """Lives as long as the window.

    Attributes:
        restored: The name of the backup of what was there before, once another has taken the place of
            everything: then only a new window will do. Empty when that could not be finished.
    """

    def __init__(self, app: App, window: Window) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self.tasks = Tasks(self)
        self.weekly = WeeklyBackup(app.backups, self.tasks, self)
        self.restored: str | None = None

    def begin(self, words: Words, stage: Stage, telling: Telling) -> None:
        """Make the flows anew, and offer the backups where what is kept cannot be read."""
        self.exports = Exports(self._app.exporting, words, stage, self.tasks)
        self.backups = BackupFlow(self._app.backups, words, stage, self.tasks)
        self.exports.refused.connect(telling.refused)
        self.exports.saved.connect(telling.saved)
        self.backups.refused.connect(telling.refused)
        self.backups.told.connect(telling.say)
        self.backups.restored.connect(self._on_restored)
        self.paper = PaperFlow(self._app, words, stage, self._window.shell)
        self.paper.refused.connect(telling.refused)
        self.exports.offers_paper = True
        self.exports.paper_wanted.connect(self.paper.show_appointment_of)
        # One page is in view already; the others come later.
        self._on_page_made(self._window.shell.current)
        self._window.shell.page_made.connect(self._on_page_made)
        self.backups.offer_where_damaged(self._app)

    def entries(self, words: Words) -> tuple[Entry, ...]:
        """Return the lines of the menu."""
        _ = words.gettext
        return (
            Entry(_("Save the appointment report …"), self._show_report, "Ctrl+P"),
            Entry(_("Save the diary as a file …"), self._show_exports),
            Entry(_("Make a backup …"), self._make_backup),
            Entry(_("Put a backup back …"), self._choose_backup),
        )

    def lead_from(self, settings: SettingsPage) -> None:
        """Let the buttons of *Indstillinger* lead to the same places."""
        settings.export_clicked.connect(self._show_exports)
        settings.backup_clicked.connect(self._make_backup)
        settings.restore_clicked.connect(self._choose_backup)

    def rest(self) -> None:
        """Begin nothing more, and return once everything begun has ended."""
        self.weekly.stop()
        self.tasks.wait()

    @Slot(str)
    def _on_page_made(self, key: str) -> None:
        self.paper.connect_page(key, self._window.shell)

    @Slot()
    def _show_report(self) -> None:
        self.paper.show_appointment()

    @Slot()
    def _show_exports(self) -> None:
        self.exports.show_page()

    @Slot()
    def _make_backup(self) -> None:
        self.backups.ask_for_backup()

    @Slot()
    def _choose_backup(self) -> None:
        self.backups.choose()

    @Slot(str)
    def _on_restored(self, kept: str) -> None:
        self.restored = kept
        self.rest()
        self._window.end_unsaved()
