"""A calm band in a card: one sentence and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body

if TYPE_CHECKING:
    from ryg_app.ui.widgets.buttons import ActionButton

_GAP = 12
_SENTENCE_EM = 14


class Banner(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, *buttons: ActionButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.sentence = body()
        actions = FlowLayout(8, alignment=Qt.AlignmentFlag.AlignLeft)
        for button in buttons:
            actions.addWidget(button)
        row = ColumnsLayout(_GAP, place="middle")
        row.add(self.sentence, stretch=1, at_least_em=_SENTENCE_EM)
        if buttons:
            row.add(actions, stretch=0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(row)
        self.say("")

    def say(self, text: str) -> None:
        """Show the sentence; an empty one hides the band."""
        self.sentence.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
