"""Standard fields that a scrolling wheel cannot change in passing."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QTimeEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

_TEXT_INSET = 10
_CLOCK = "HH:mm"


class DropDown(QComboBox):
    """A list to choose from; values are kept as item data by the caller."""

    def __init__(self, name: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TimeField(QTimeEdit):
    """A time of day on the 24-hour clock, typed or by the arrow keys."""

    changed = Signal(object)

    def __init__(self, name: str = "", value: time = time(0), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat(_CLOCK)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        # The padding of the style sheet does not reach the line inside.
        self.lineEdit().setTextMargins(_TEXT_INSET, 0, 0, 0)
        self.value = value
        self.timeChanged.connect(self._tell)

    @property
    def value(self) -> time:
        """Hour and minute; setting it emits `changed` when it is another time."""
        return time(self.time().hour(), self.time().minute())

    @value.setter
    def value(self, value: time) -> None:
        self.setTime(QTime(value.hour, value.minute))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _tell(self) -> None:
        self.changed.emit(self.value)
