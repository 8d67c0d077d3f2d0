"""An on/off switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette

from ryg_app.ui.widgets.check_box import MarkedCheckBox, paint_tick

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_INSET = 3


class Switch(MarkedCheckBox):
    """A check box drawn as a switch: the knob stands to the right when it is on, with a tick in it."""

    mark_size = (2.8, 1.6)
    mark_radius = 0.5

    def paint_mark(self, painter: QPainter, box: QRectF) -> None:
        colors, role = self.palette(), QPalette.ColorRole
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._track_color())
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        radius = box.height() / 2 - _INSET
        x = box.right() - radius - _INSET if self.isChecked() else box.left() + radius + _INSET
        middle = QPointF(x, box.center().y())
        painter.setBrush(colors.color(role.HighlightedText if self.isChecked() else role.Base))
        painter.drawEllipse(middle, radius, radius)
        if self.isChecked():
            paint_tick(painter, middle, radius, self._track_color())

    def _track_color(self) -> QColor:
        role = QPalette.ColorRole
        if not self.isEnabled():
            return self.palette().color(role.Midlight)
        return self.palette().color(role.Accent if self.isChecked() else role.Mid)
