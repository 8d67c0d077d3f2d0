"""One day in the month: its number, a tick or a dot for its answers, a frame when it is the one shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ryg_app.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ryg_app.application.diary import DayMark

_TARGET = 44
_RADIUS = 10
_TINT = 0.6
_TICK = ((-0.40, 0.00), (-0.10, 0.30), (0.42, -0.34))


class MonthDay(ActionButton):
    """Painted from the palette; what it means is also in its accessible name."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("", "option", parent=parent)
        self.day = date.min
        self._mark: DayMark | None = None
        self._today = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_filled(self) -> bool:
        """Whether the day carries a tick or a dot."""
        return self._mark is not None

    def show_day(self, day: date, mark: DayMark | None, *, chosen: bool, today: bool) -> None:
        """Show a day; `chosen` is the one whose answers are on the page."""
        self.day = day
        self._mark, self._today = mark, today
        self.setText(str(day.day))
        self.setChecked(chosen)
        self.update()

    def nextCheckState(self) -> None:
        # The page decides which day is shown: leaving the other one may fail.
        return

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance("30") + 8
        return QSize(max(_TARGET, width), max(_TARGET, round(metrics.height() * 1.9)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_number(painter)
        if self._mark is not None:
            self._paint_mark(painter, self._mark)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        colors, role = self.palette(), QPalette.ColorRole
        painter.setPen(QPen(colors.color(role.Dark), 1) if self.isEnabled() else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.is_filled:
            tint = colors.color(role.Light)
            tint.setAlphaF(_TINT)
            painter.setBrush(tint)
        elif self.isEnabled() and self.underMouse():
            painter.setBrush(colors.color(role.Window))
        if self.isChecked():
            painter.setPen(QPen(colors.color(role.Accent), 2.5))
        if self.hasFocus():
            painter.setPen(QPen(colors.color(role.Shadow), 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), _RADIUS, _RADIUS)

    def _paint_number(self, painter: QPainter) -> None:
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.WindowText))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold if self._today or self.isChecked() else QFont.Weight.Medium)
        font.setUnderline(self._today)
        painter.setFont(font)
        lift = self.height() * (0.30 if self.is_filled else 0.0)
        room = QRectF(self.rect()).adjusted(0, 0, 0, -lift)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())

    def _paint_mark(self, painter: QPainter, mark: DayMark) -> None:
        if mark.complete:
            self._paint_tick(painter)
        else:
            self._paint_dot(painter)
        if mark.late:
            self._paint_corner(painter)

    def _paint_dot(self, painter: QPainter) -> None:
        radius = self.height() * 0.07
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Link))
        painter.drawEllipse(QPointF(self.width() / 2, self.height() * 0.74), radius, radius)

    def _paint_corner(self, painter: QPainter) -> None:
        side, right, top = self.height() * 0.22, self.width() - 7.0, 7.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawPolygon([QPointF(right - side, top), QPointF(right, top), QPointF(right, top + side)])

    def _paint_tick(self, painter: QPainter) -> None:
        size = self.height() * 0.24
        pen = QPen(self.palette().color(QPalette.ColorRole.Link), max(1.8, size * 0.18))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        middle = QPointF(self.width() / 2, self.height() * 0.74)
        painter.drawPolyline([middle + QPointF(dx * size, dy * size) for dx, dy in _TICK])
