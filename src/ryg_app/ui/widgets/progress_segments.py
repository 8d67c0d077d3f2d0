"""Progress as a row of segments, such as the weeks of a course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_GAP = 6
_TEXT_GAP = 6
_TEXT_SIZE = 0.8


class ProgressSegments(QProgressBar):
    """To assistive technology a progress bar of whole segments; `numbered` puts 1, 2, 3 ... beneath."""

    def __init__(self, name: str = "", *, numbered: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbered = numbered
        self._partial = 0.0
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_progress(0, 0.0, 1)

    def show_progress(self, done: int, partial: float, total: int) -> None:
        """`done` of `total` segments are over and `partial` (0-1) of the one after them."""
        before = self._shown_px()
        self.setRange(0, total)
        self.setValue(done)
        self._partial = partial
        if self._shown_px() != before:
            self.update()

    def _shown_px(self) -> tuple[int, int, int]:
        """What can be seen to be different: a session tells of every tick."""
        return self.maximum(), self.value(), round(self._partial * self.width() / max(self.maximum(), 1))

    def sizeHint(self) -> QSize:
        return QSize(self.maximum() * 40, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.maximum() * 12, self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() + _GAP) / self.maximum() - _GAP
        for number in range(self.maximum()):
            left = number * (width + _GAP)
            self._paint_segment(painter, number, QRectF(left, 0, width, self._bar_height()))
        if self._numbered:
            self._paint_numbers(painter, width)
        painter.end()

    def _paint_segment(self, painter: QPainter, number: int, box: QRectF) -> None:
        colors, role = self.palette(), QPalette.ColorRole
        shape = QPainterPath()
        shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
        under_way = number == self.value() and self._partial > 0
        if number < self.value():
            painter.fillPath(shape, colors.color(role.Accent))
        elif under_way:
            painter.fillPath(shape, colors.color(role.Light))
            done = QPainterPath()
            done.addRect(QRectF(box.left(), box.top(), box.width() * self._partial, box.height()))
            painter.fillPath(shape.intersected(done), colors.color(role.Accent))
        else:
            painter.fillPath(shape, colors.color(role.Midlight))

    def _paint_numbers(self, painter: QPainter, width: float) -> None:
        painter.setFont(self._number_font())
        metrics = painter.fontMetrics()
        top = self._bar_height() + _TEXT_GAP
        every = -(-(metrics.horizontalAdvance(str(self.maximum())) + _GAP) // max(round(width + _GAP), 1))
        for number in range(self.maximum()):
            current = number == self.value()
            if number % every and not current:
                continue
            role = QPalette.ColorRole.WindowText if current else QPalette.ColorRole.PlaceholderText
            painter.setPen(self.palette().color(role))
            room = QRectF(number * (width + _GAP) - _GAP, top, width + 2 * _GAP, metrics.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _number_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(self.fontInfo().pixelSize() * _TEXT_SIZE))
        return font

    def _bar_height(self) -> int:
        return round(self.fontInfo().pixelSize() * (0.75 if self._numbered else 0.5))

    def _height(self) -> int:
        if not self._numbered:
            return self._bar_height()
        return self._bar_height() + _TEXT_GAP + round(self.fontMetrics().height() * _TEXT_SIZE) + 2
