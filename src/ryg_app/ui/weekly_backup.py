"""The backup the program makes by itself, at a moment when nobody waits for it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from ryg_app.application.backup import Backups
    from ryg_app.ui.tasks import Tasks

AFTER_START_MS = 20_000
# In the tray the program may stay open for weeks.
BETWEEN_MS = 6 * 60 * 60 * 1000

_log = logging.getLogger(__name__)


class WeeklyBackup(QObject):
    """Asks now and then whether one is due; one that fails is tried again and bothers nobody."""

    def __init__(self, backups: Backups, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._backups = backups
        self._tasks = tasks
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.make_if_due)
        self._timer.start(AFTER_START_MS)

    @Slot()
    def make_if_due(self) -> None:
        """Begin to make it beside the window, if it is due."""
        self._timer.start(BETWEEN_MS)
        task = self._tasks.run(self._backups.save_weekly)
        task.failed.connect(self._note)
        task.start()

    def stop(self) -> None:
        """Make no more of them."""
        self._timer.stop()

    @Slot(object)
    def _note(self, error: object) -> None:
        _log.warning("the weekly backup was not made: %r", error)
