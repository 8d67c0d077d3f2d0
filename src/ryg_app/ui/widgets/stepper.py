"""A whole number, by buttons, by arrow keys or typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSpinBox, QWidget

from ryg_app.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


@dataclass(frozen=True, slots=True)
class StepperWords:
    """What is counted, the unit after the number, and the names of the two buttons."""

    name: str
    unit: str
    fewer: str
    more: str


class Stepper(QWidget):
    """A number within a range; `changed` carries it, also when set by code."""

    changed = Signal(int)

    def __init__(
        self, words: StepperWords, least: int, most: int, step: int = 1, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = _Field(self)
        self.field.setRange(least, most)
        self.field.setSingleStep(step)
        self._fewer, self._more = self._button("\N{MINUS SIGN}"), self._button("+")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._fewer, self.field, self._more):
            row.addWidget(part)
        row.addStretch(1)
        self._fewer.clicked.connect(self.field.stepDown)
        self._more.clicked.connect(self.field.stepUp)
        self.field.valueChanged.connect(self.changed)
        self.setFocusProxy(self.field)
        self.set_words(words)

    @property
    def value(self) -> int:
        """The number; setting one outside the range takes the nearest inside."""
        return self.field.value()

    @value.setter
    def value(self, number: int) -> None:
        self.field.setValue(number)

    def set_words(self, words: StepperWords) -> None:
        """Say the same in other words."""
        self.field.setAccessibleName(words.name)
        self.field.setSuffix(f" {words.unit}" if words.unit else "")
        self._fewer.setAccessibleName(words.fewer)
        self._more.setAccessibleName(words.more)

    def _button(self, sign: str) -> ActionButton:
        button = ActionButton(sign, "step", parent=self)
        button.setAutoRepeat(True)
        # The arrow keys do the same, so Tab need not stop three times.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button


class _Field(QSpinBox):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "stepper")
        # A wheel that passes over it must not take the focus either.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page must never change a number in passing.
        event.ignore()
