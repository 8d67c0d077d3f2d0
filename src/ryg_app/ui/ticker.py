"""What makes a session look at the clock again and again."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Qt, QTimer, Signal

INTERVAL_MS = 25


class Ticker(QObject):
    """Emits `ticked` some forty times a second while started; it counts nothing, the clock is asked."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.ticked)
        self._between = QTimer(self)
        self._between.setTimerType(Qt.TimerType.PreciseTimer)
        self._between.setSingleShot(True)
        self._between.timeout.connect(self.ticked)

    @property
    def is_running(self) -> bool:
        """Whether `ticked` is being emitted."""
        return self._timer.isActive()

    def start(self) -> None:
        """Go on emitting; nothing happens when it does already."""
        if not self._timer.isActive():
            self._timer.start()

    def also_in(self, seconds: float) -> None:
        """While started, emit once more then, if the turn after that would come too late for a tone."""
        if self._timer.isActive() and seconds * 1000 < INTERVAL_MS:
            self._between.start(math.ceil(seconds * 1000))

    def stop(self) -> None:
        """Emit no more."""
        self._timer.stop()
        self._between.stop()
