"""Work that only reads what cannot change, or writes files, done beside the window."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ryg_app.domain.errors import NotSavedError, NotSavedReason, RygAppError

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)


class Task(QObject):
    """One piece of work; `done` carries what it returned, `failed` the error it ended with."""

    done = Signal(object)
    failed = Signal(object)
    over = Signal()

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._thread = threading.Thread(target=self._run, name="ryg-app-task")

    def start(self) -> None:
        """Begin; the signals come from the event loop, after this has returned."""
        self._thread.start()

    def wait(self) -> None:
        """Return once the work has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            result = self._work()
        except RygAppError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - a thread's traceback reaches nobody: the log has it
            _log.exception("a task failed")
            self.failed.emit(NotSavedError("", NotSavedReason.OTHER, str(error)))
        else:
            self.done.emit(result)
        self.over.emit()


class Tasks(QObject):
    """Keeps every task until it has ended, whatever becomes of whoever asked for it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []

    def run(self, work: Callable[[], object]) -> Task:
        """Return a task that is to be connected and then started.

        The work must touch nothing that the window changes: frozen data, and files.
        """
        task = Task(work, self)
        self._tasks.append(task)
        task.over.connect(self._forget)
        return task

    def wait(self) -> None:
        """Return once everything has ended."""
        for task in self._tasks:
            task.wait()

    @Slot()
    def _forget(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            task.wait()
            self._tasks.remove(task)
            task.deleteLater()
