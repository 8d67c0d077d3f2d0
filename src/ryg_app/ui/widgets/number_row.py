"""The numeric rating scale from 0 to 10 as eleven buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.labels import small
from ryg_app.ui.widgets.option_row import OptionRow, typed_digit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

HIGHEST = 10
_TEN_WITHIN_MS = 1000


class NumberRow(OptionRow):
    """Choose by mouse, by arrow keys with Space or Enter, or by typing the number.

    1 then 0 within a second is 10: `chosen` carries 1 at once, and 10 when the 0 comes.
    """

    def __init__(
        self,
        question: str,
        low: str,
        high: str,
        *,
        show_question: bool = True,
        show_anchors: bool = True,
    ) -> None:
        numbers = [(number, str(number)) for number in range(HIGHEST + 1)]
        self._low, self._high = small(), small()
        super().__init__(question, numbers, show_question=show_question)
        self._add_anchors(shown=show_anchors)
        self.one_was_typed = QTimer(self)
        self.one_was_typed.setSingleShot(True)
        self.one_was_typed.setInterval(_TEN_WITHIN_MS)
        self.set_words(question, low, high)

    def set_words(self, question: str, low: str, high: str) -> None:
        """The question and what 0 and 10 stand for."""
        self.set_texts(question, [str(number) for number in range(HIGHEST + 1)])
        self._low.setText(f"0 {low}")
        self._high.setText(f"{HIGHEST} {high}")
        self.setAccessibleDescription(f"0 {low}, {HIGHEST} {high}")
        self.button(0).setAccessibleDescription(low)
        self.button(HIGHEST).setAccessibleDescription(high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = typed_digit(event)
        if digit is not None:
            self._typed(digit)
            return
        self.one_was_typed.stop()
        super().keyPressEvent(event)

    def _typed(self, digit: int) -> None:
        number = HIGHEST if digit == 0 and self.one_was_typed.isActive() else digit
        self.one_was_typed.stop()
        if number == 1:
            self.one_was_typed.start()
        self.choose(number)
        self._roving.move_to(self.button(number))

    def _add_anchors(self, *, shown: bool) -> None:
        self._high.setAlignment(Qt.AlignmentFlag.AlignRight)
        anchors = ColumnsLayout(12, place="top")
        anchors.add(self._low, stretch=0)
        anchors.add(self._high, stretch=1)
        self._column.addLayout(anchors)
        self._low.setVisible(shown)
        self._high.setVisible(shown)
