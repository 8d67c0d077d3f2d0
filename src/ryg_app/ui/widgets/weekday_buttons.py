"""On which days of the week: seven buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ryg_app.domain.dose import EVERY_DAY
from ryg_app.ui.widgets.buttons import ActionButton
from ryg_app.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from ryg_app.wording.catalogues import Words

_GAP = 4


class WeekdayButtons(QWidget):
    """The last day cannot be taken away; `edited` carries the ISO weekdays."""

    edited = Signal(object)

    def __init__(self, words: Words, what: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(what)
        self._buttons: dict[int, ActionButton] = {}
        flow = FlowLayout(_GAP, self)
        for number in sorted(EVERY_DAY):
            button = ActionButton(words.weekday(number).rstrip("."), "option", parent=self)
            button.setCheckable(True)
            button.setAccessibleName(f"{what}: {words.weekday(number, 'wide')}")
            button.clicked.connect(self._clicked)
            flow.addWidget(button)
            self._buttons[number] = button

    def button(self, number: int) -> ActionButton:
        """The button of an ISO weekday."""
        return self._buttons[number]

    def show_value(self, weekdays: frozenset[int]) -> None:
        """Press the buttons of those days."""
        for number, button in self._buttons.items():
            button.setChecked(number in weekdays)

    @Slot()
    def _clicked(self) -> None:
        chosen = frozenset(number for number, button in self._buttons.items() if button.isChecked())
        if chosen:
            self.edited.emit(chosen)
            return
        pressed = self.sender()
        if isinstance(pressed, ActionButton):
            pressed.setChecked(True)
