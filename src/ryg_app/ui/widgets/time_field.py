"""A field for a time of day."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QAbstractSpinBox, QDateTimeEdit, QTimeEdit

from ryg_app.ui.accessibility import name
from ryg_app.ui.widgets.typing_over import TypingOver

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget

_FORMATS = {QLocale.Language.Danish: "HH.mm"}
MINUTE_STEP = 5


class TimeField(QTimeEdit):
    """Hours and minutes, typed or by the arrow keys; a scrolling wheel cannot change them in passing."""

    def __init__(self, text: str, value: time, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name(self, text)
        self.setDisplayFormat(_FORMATS.get(self.locale().language(), "HH:mm"))
        # A wheel that passes over it must not take the focus either.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        TypingOver(self)
        self.value = value

    @property
    def value(self) -> time:
        """The time shown, whole minutes."""
        return time(self.time().hour(), self.time().minute())

    @value.setter
    def value(self, value: time) -> None:
        self.setTime(QTime(value.hour, value.minute))

    def stepBy(self, steps: int) -> None:
        if self.currentSection() == QDateTimeEdit.Section.MinuteSection:
            self.setTime(self.time().addSecs(steps * MINUTE_STEP * 60))
        else:
            super().stepBy(steps)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        both = QAbstractSpinBox.StepEnabledFlag
        return both.StepUpEnabled | both.StepDownEnabled

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
