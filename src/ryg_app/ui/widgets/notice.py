"""A message in the window that does not get in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ryg_app.ui.accessibility import announce
from ryg_app.ui.widgets.buttons import ActionButton
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

NoticeKind = Literal["info", "success", "warning", "error"]

# Told apart by shape as well as by colour.
_MARKS: dict[str, str] = {"info": "i", "success": "✓", "warning": "!", "error": "✕"}


class Notice(QFrame):
    """Hidden until `show_message`; read aloud when shown, without taking the focus. Escape closes it."""

    action_pressed = Signal()
    closed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._mark, self._text = TextLabel(role="mark"), TextLabel()
        self._action = ActionButton(parent=self)
        self._close = ActionButton("✕", "close", parent=self)
        self._lay_out()
        self._act: Callable[[], None] | None = None
        self._action.clicked.connect(self._on_action)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown, empty when there is none."""
        return self._text.text() if not self.isHidden() else ""

    def show_message(
        self,
        kind: NoticeKind,
        text: str,
        *,
        close: str,
        action: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show `text`; `close` names the close button, `action` one that emits `action_pressed`.

        A message from outside the page brings `act` along, which that button does instead.
        """
        self._act = act
        self.setProperty("kind", kind)
        self._mark.setText(_MARKS[kind])
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._close.setAccessibleName(close)
        self._close.setToolTip(close)
        self.setAccessibleName(text)
        for part in (self, self._mark, self._text):
            part.style().unpolish(part)
            part.style().polish(part)
        self.show()
        announce(self, text, assertive=kind in {"warning", "error"})

    @Slot()
    def _on_action(self) -> None:
        act = self._act
        if act is None:
            self.action_pressed.emit()
            return
        self.dismiss()
        act()

    def dismiss(self) -> None:
        """Hide the message."""
        self._act = None
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def make_way(self) -> None:
        """Hide an error or a success once something else is done; an offer or a warning waits to be seen."""
        if self.property("kind") in {"error", "success"}:
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        buttons = FlowLayout(8)
        buttons.addWidget(self._action)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._mark)
        middle = ColumnsLayout(8, place="middle")
        middle.add(self._text, stretch=1, at_least_em=12)
        middle.add(buttons, stretch=0)
        row.addLayout(middle, 1)
        row.addWidget(self._close)
