"""A heading that opens and closes what stands beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from ryg_app.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_CLOSED = "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}"
_OPEN = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
_GAP = 10
_PADDING, _INSET = 4, 10
_TARGET = 44


class Disclosure(QWidget):
    """Closed at first; put the content into `body`."""

    toggled = Signal(bool)

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = _Heading(self)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.heading)
        column.addWidget(self._content)
        self._content.hide()
        self.heading.toggled.connect(self._content.setVisible)
        self.heading.toggled.connect(self.toggled)
        self.set_text(text)

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self.heading.isChecked()

    @is_open.setter
    def is_open(self, wanted: bool) -> None:
        self.heading.setChecked(wanted)

    def set_text(self, text: str) -> None:
        """The heading, also its accessible name."""
        self.heading.setText(text)
        self.heading.setAccessibleName(text)
        self.heading.updateGeometry()


class _Heading(ActionButton):
    """Wraps its text, which a push button cannot."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "disclosure", parent=parent)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self._indent() + self.fontMetrics().horizontalAdvance(self.text()) + 2 * _INSET
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(self._indent() + longest + 2 * _INSET, _TARGET)

    def heightForWidth(self, width: int) -> int:
        room = max(width - self._indent() - _INSET, 1)
        box = self.fontMetrics().boundingRect(0, 0, room, 10_000, self._flags(), self.text())
        return max(_TARGET, box.height() + 2 * _PADDING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        frame = QStyleOptionButton()
        self.initStyleOption(frame)
        frame.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, frame, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        marker = self.rect().adjusted(_INSET, 0, 0, 0)
        painter.drawText(marker, self._flags(), _OPEN if self.isChecked() else _CLOSED)
        painter.drawText(self.rect().adjusted(self._indent(), 0, -_INSET, 0), self._flags(), self.text())
        painter.end()

    def _indent(self) -> int:
        return _INSET + round(self.fontInfo().pixelSize() * 1.1)

    def _flags(self) -> int:
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return middle.value | Qt.TextFlag.TextWordWrap.value
