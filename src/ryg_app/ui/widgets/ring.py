"""The ring that empties while a movement is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_THICKNESS = 0.066
_NUMBER_SIZE = 0.40
_CAPTION_SIZE = 0.078
_TEXT_ROOM = 0.68
_FULL_TURN = 5760
_SMALLEST_CHANGE = 0.0005


class TimerRing(QProgressBar):
    """Painted from `set_fraction` and `set_number`, as often as wanted; screen readers get only `set_step`.

    One that is told of every second can say nothing else.
    """

    def __init__(self, name: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fraction = 0.0
        self._number = ""
        self._caption = ""
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_step(name, 0, 1)

    @property
    def fraction(self) -> float:
        """How much of the ring is filled, 0-1."""
        return self._fraction

    def set_step(self, name: str, done: int, total: int) -> None:
        """What is under way, and how far: the name, value and range that a screen reader gets."""
        self.setAccessibleName(name)
        self.setRange(0, total)
        self.setValue(done)

    def set_fraction(self, fraction: float) -> None:
        """Fill `fraction` (held within 0-1) of the ring, clockwise from the top."""
        fraction = min(max(fraction, 0.0), 1.0)
        reached_an_end = fraction in {0.0, 1.0} and fraction != self._fraction
        if reached_an_end or abs(fraction - self._fraction) >= _SMALLEST_CHANGE:
            self._fraction = fraction
            self.update()

    def set_number(self, number: str, caption: str = "") -> None:
        """The large text in the middle and the word beneath it."""
        if (number, caption) != (self._number, self._caption):
            self._number, self._caption = number, caption
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 160)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 4.0
        middle = QPointF(self.width() / 2, self.height() / 2)
        self._paint_ring(painter, middle, side)
        self._paint_texts(painter, middle, side)
        painter.end()

    def _paint_ring(self, painter: QPainter, middle: QPointF, side: float) -> None:
        thickness = side * _THICKNESS
        radius = (side - thickness) / 2
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        colors, role = self.palette(), QPalette.ColorRole
        painter.setPen(QPen(colors.color(role.Midlight), thickness))
        painter.drawEllipse(box)
        if self._fraction > 0:
            round_end = Qt.PenCapStyle.RoundCap
            painter.setPen(QPen(colors.color(role.Accent), thickness, Qt.PenStyle.SolidLine, round_end))
            painter.drawArc(box, _FULL_TURN // 4, -round(_FULL_TURN * self._fraction))

    def _paint_texts(self, painter: QPainter, middle: QPointF, side: float) -> None:
        colors, role = self.palette(), QPalette.ColorRole
        number = self._fitted(self._number, side * _NUMBER_SIZE, side * _TEXT_ROOM, QFont.Weight.Bold)
        height = QFontMetricsF(number).capHeight()
        lift = side * 0.05 if self._caption else 0.0
        baseline = middle.y() + height / 2 - lift
        painter.setFont(number)
        painter.setPen(colors.color(role.WindowText))
        width = QFontMetricsF(number).horizontalAdvance(self._number)
        painter.drawText(QPointF(middle.x() - width / 2, baseline), self._number)
        caption_size = max(side * _CAPTION_SIZE, float(self.fontInfo().pixelSize()))
        caption = self._fitted(self._caption, caption_size, side * _TEXT_ROOM, QFont.Weight.Normal)
        painter.setFont(caption)
        painter.setPen(colors.color(role.PlaceholderText))
        width = QFontMetricsF(caption).horizontalAdvance(self._caption)
        drop = side * 0.06 + QFontMetricsF(caption).capHeight()
        painter.drawText(QPointF(middle.x() - width / 2, baseline + drop), self._caption)

    def _fitted(self, text: str, px: float, room: float, weight: QFont.Weight) -> QFont:
        font = QFont(self.font())
        font.setWeight(weight)
        font.setPixelSize(max(round(px), 1))
        width = QFontMetricsF(font).horizontalAdvance(text)
        if width > room:
            font.setPixelSize(max(int(px * room / width), 1))
        return font
