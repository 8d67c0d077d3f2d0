"""The event loop, as the alarm clock needs it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable


class EventLoopTicker(QObject):
    """One timer for the next beat; a coarse one, which the system may join with others to save power."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._beat: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._on_timeout)

    def call_in(self, seconds: float, beat: Callable[[], None]) -> None:
        """Call ``beat`` once after that time, instead of any call still waiting."""
        self._beat = beat
        self._timer.start(math.ceil(seconds * 1000))

    def post(self, call: Callable[[], None]) -> None:
        """Make a call when the present one has returned."""
        QTimer.singleShot(0, self, call)

    def stop(self) -> None:
        """Forget the call that is waiting."""
        self._timer.stop()
        self._beat = None

    def _on_timeout(self) -> None:
        if self._beat is not None:
            self._beat()
