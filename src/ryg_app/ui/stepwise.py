"""Long work done a little at a time, so that the window lives on meanwhile and the work can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressDialog

from ryg_app.domain.errors import RygAppError

if TYPE_CHECKING:
    from collections.abc import Generator

    from PySide6.QtWidgets import QWidget

    from ryg_app.wording.catalogues import Words

_WHOLE, _SHOWN_AFTER_MS = 1000, 500


class Stepwise(QObject):
    """Works through one generator of shares (0 to 1) at a time; `done`, or `refused` with what went wrong."""

    done = Signal()
    refused = Signal(object)

    def __init__(self, words: Words, window: QWidget) -> None:
        super().__init__(window)
        self._words = words
        self._window = window
        self._steps: Generator[float, None, None] | None = None
        self._progress: QProgressDialog | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    @property
    def is_busy(self) -> bool:
        """Whether something is being worked on."""
        return self._steps is not None

    def begin(self, steps: Generator[float, None, None], text: str) -> None:
        """Work on this, in place of anything before it; progress is shown after half a second."""
        self.stop()
        self._steps = steps
        self._progress = dialog = QProgressDialog(text, self._words.gettext("Stop"), 0, _WHOLE, self._window)
        dialog.setWindowTitle("RygApp")
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.setMinimumDuration(_SHOWN_AFTER_MS)
        dialog.canceled.connect(self.stop)
        self._timer.start(0)

    @Slot()
    def stop(self) -> None:
        """Give it up; nothing is left of it."""
        if self._steps is not None:
            self._steps.close()
            self._end()

    @Slot()
    def _step(self) -> None:
        if self._steps is None:
            return
        try:
            share = next(self._steps)
        except StopIteration:
            self._end()
            self.done.emit()
        except RygAppError as error:
            self._end()
            self.refused.emit(error)
        else:
            if self._progress is not None:
                self._progress.setValue(round(share * _WHOLE))

    def _end(self) -> None:
        self._timer.stop()
        self._steps = None
        if self._progress is not None:
            self._progress.canceled.disconnect(self.stop)
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None
