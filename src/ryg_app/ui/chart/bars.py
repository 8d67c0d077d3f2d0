"""Walking as bars that stand, the leg as a strip that hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from ryg_app.domain.diary import LegExtent
from ryg_app.domain.progress import depth
from ryg_app.ui.chart.ink import pale

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ryg_app.application.progress_view import ChartColumn
    from ryg_app.ui.chart.frame import Frame
    from ryg_app.ui.theme import Theme

_SHARE = 0.72
_WIDEST = 22.0
_CAP = 2.0
_RADIUS = 2.5
_PARTS = len(LegExtent) - 1
_LEG_SHARE = 0.45
# Narrower than this a gap between the bars would only shimmer.
_NARROWEST_WITH_GAP = 3.0


def paint_walking(painter: QPainter, frame: Frame, theme: Theme) -> None:
    """A bar for each day or week with walking noted; 0 minutes is a cap on the line."""
    fill, cap = QColor(theme.colors.chart_walk), QColor(theme.colors.accent)
    for column in frame.columns:
        if column.walked_minutes is None:
            continue
        height = column.walked_minutes / frame.walk_top * frame.walk.height()
        box = _bar(frame, column, frame.walk.bottom() - height, height)
        _paint_bar(painter, box, fill)
        _paint_cap(painter, box, box.top() - _CAP / 2, cap)


def paint_leg(painter: QPainter, frame: Frame, theme: Theme) -> None:
    """A bar for each day or week answered, hanging as far down as it reached; nowhere is a cap on top."""
    cap = QColor(theme.colors.chart_leg)
    fill = pale(theme.colors.chart_leg, theme.colors.surface, _LEG_SHARE)
    for column in frame.columns:
        if column.extent is None:
            continue
        height = depth(column.extent) / _PARTS * frame.leg.height()
        box = _bar(frame, column, frame.leg.top(), height)
        _paint_bar(painter, box, fill)
        _paint_cap(painter, box, box.bottom() - _CAP, cap)


def _bar(frame: Frame, column: ChartColumn, top: float, height: float) -> QRectF:
    room = frame.width(column)
    width = min(room * (_SHARE if room >= _NARROWEST_WITH_GAP else 1.0), _WIDEST)
    return QRectF(frame.middle(column) - width / 2, top, width, height)


def _paint_bar(painter: QPainter, box: QRectF, fill: QColor) -> None:
    if box.width() < 2 * _RADIUS:
        painter.fillRect(box, fill)
        return
    path = QPainterPath()
    path.addRoundedRect(box, _RADIUS, _RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(path, fill)


def _paint_cap(painter: QPainter, box: QRectF, top: float, color: QColor) -> None:
    if box.width() >= _NARROWEST_WITH_GAP * _SHARE:
        painter.fillRect(QRectF(box.left(), top, box.width(), _CAP), color)
