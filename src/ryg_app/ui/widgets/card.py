"""The white rounded surface that groups what belongs together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.labels import TextLabel, section_title, small

_GAP = 14


class Card(QFrame):
    """A title on the left, an aside on the right, and a `body` layout for the content.

    A title or aside without text takes no room. `soft` is the paler surface for what is only looked at.
    Where the card may be taller than its content, end `body` with a stretch.
    """

    def __init__(
        self, title: str = "", aside: str = "", *, soft: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("soft", soft)
        self._title, self._aside = section_title(), small()
        self.head = ColumnsLayout(_GAP, place="middle")
        self.head.add(self._title, stretch=1, at_least_em=8)
        self.head.add(self._aside, stretch=0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(_GAP)
        outer = _CardColumn(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(_GAP)
        outer.addLayout(self.head)
        outer.addLayout(self.body, 1)
        self.set_title(title)
        self.set_aside(aside)

    def set_title(self, text: str) -> None:
        """The heading, also the accessible name of the card."""
        _show(self._title, text)
        self.setAccessibleName(text)

    def set_aside(self, text: str) -> None:
        """The muted remark to the right of the title."""
        _show(self._aside, text)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a small control at the right end of the title row."""
        self.head.add(widget, stretch=0)


class _CardColumn(QVBoxLayout):
    """Takes spare height only when something in the body asks for it."""

    def expandingDirections(self) -> Qt.Orientation:
        body = self.itemAt(1)
        return body.expandingDirections() if body else Qt.Orientation.Horizontal


def _show(label: TextLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
