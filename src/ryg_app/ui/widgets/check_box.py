"""Check boxes whose text wraps: the common part, and the one with a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent

TARGET = 44
RING = 3
_GAP = 14
_TICK = ((-0.42, 0.02), (-0.10, 0.36), (0.44, -0.32))


class MarkedCheckBox(QCheckBox):
    """Draws the text and the focus ring; what is derived from it draws the mark into `mark_box`."""

    mark_size = (1.5, 1.5)
    mark_radius = 0.2

    def __init__(self, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        """The words beside the mark, also the accessible name."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._size_for(self.fontMetrics().horizontalAdvance(self.text()))

    def minimumSizeHint(self) -> QSize:
        words = self.text().split()
        return self._size_for(max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0))

    def heightForWidth(self, width: int) -> int:
        room = max(width - self._text_left(), 1)
        box = self.fontMetrics().boundingRect(0, 0, room, 10_000, self._flags(), self.text())
        return max(TARGET, box.height() + 8)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            self._paint_focus(painter)
        self.paint_mark(painter, self.mark_box())
        painter.setPen(self.palette().color(self.color_group(), QPalette.ColorRole.WindowText))
        painter.drawText(self.rect().adjusted(self._text_left(), 0, 0, 0), self._flags(), self.text())
        painter.end()

    def paint_mark(self, painter: QPainter, box: QRectF) -> None:
        """Draw what tells on from off."""
        raise NotImplementedError

    def mark_box(self) -> QRectF:
        """Where the mark goes."""
        em = self.fontInfo().pixelSize()
        width, height = round(em * self.mark_size[0]), round(em * self.mark_size[1])
        return QRectF(RING + 1, (self.height() - height) / 2, width, height)

    def color_group(self) -> QPalette.ColorGroup:
        """The group of palette colours for the state the box is in."""
        return QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Shadow), RING - 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = self.mark_box()
        radius = box.height() * self.mark_radius + RING
        painter.drawRoundedRect(box.adjusted(-RING, -RING, RING, RING), radius, radius)

    def _size_for(self, text_width: int) -> QSize:
        width = self._text_left() + text_width + 2
        if not self.text():
            width = max(self._text_left() - _GAP + RING, TARGET)
        return QSize(width, self.heightForWidth(width))

    def _text_left(self) -> int:
        return round(self.mark_box().right()) + _GAP

    def _flags(self) -> int:
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return middle.value | Qt.TextFlag.TextWordWrap.value


def paint_tick(painter: QPainter, middle: QPointF, radius: float, color: QColor) -> None:
    """Draw a tick that fits a circle of `radius` px around `middle`."""
    pen = QPen(color, radius * 0.28)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([middle + QPointF(dx * radius, dy * radius) for dx, dy in _TICK])
