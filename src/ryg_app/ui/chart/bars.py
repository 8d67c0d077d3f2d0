"""Walking as bars that stand, the leg as a strip that hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from ryg_app.domain.diary import LegExtent
from ryg_app.domain.progress import depth

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ryg_app.application.progress_view import ProgressView
    from ryg_app.ui.chart.frame import Frame
    from ryg_app.ui.theme import Theme

_SHARE = 0.72
_WIDEST = 22.0
_CAP = 2.0
_RADIUS = 2.5
_PARTS = len(LegExtent) - 1
# Narrower than this a gap between the bars would only shimmer.
_NARROWEST_WITH_GAP = 3.0


def paint_walking(painter: QPainter, frame: Frame, model: ProgressView, theme: Theme) -> None:
    """A bar for each day with walking noted; a day with 0 minutes has its cap on the line."""
    fill, cap = QColor(theme.colors.chart_walk), QColor(theme.colors.accent)
    for day in model.days:
        minutes = day.answers.walked_minutes
        if minutes is None:
            continue
        height = minutes / frame.walk_top * frame.walk.height()
        box = _bar(frame, frame.x(day.day), frame.walk.bottom() - height, height)
        _paint_bar(painter, box, fill)
        if frame.step >= _NARROWEST_WITH_GAP:
            painter.fillRect(QRectF(box.left(), box.top() - _CAP / 2, box.width(), _CAP), cap)


def paint_leg(painter: QPainter, frame: Frame, model: ProgressView, theme: Theme) -> None:
    """A bar for each day answered, hanging as far down as it reached; «nowhere» is a cap on the line."""
    fill, cap = QColor(theme.colors.chart_leg), QColor(theme.colors.chart_leg)
    fill.setAlphaF(0.45)
    for day in model.days:
        extent = day.answers.leg_extent
        if extent is None:
            continue
        height = depth(extent) / _PARTS * frame.leg.height()
        box = _bar(frame, frame.x(day.day), frame.leg.top(), height)
        _paint_bar(painter, box, fill)
        if frame.step >= _NARROWEST_WITH_GAP:
            painter.fillRect(QRectF(box.left(), box.bottom() - _CAP, box.width(), _CAP), cap)


def _bar(frame: Frame, middle: float, top: float, height: float) -> QRectF:
    share = _SHARE if frame.step >= _NARROWEST_WITH_GAP else 1.0
    width = min(frame.step * share, _WIDEST)
    return QRectF(middle - width / 2, top, width, height)


def _paint_bar(painter: QPainter, box: QRectF, fill: QColor) -> None:
    if box.width() < 2 * _RADIUS:
        painter.fillRect(box, fill)
        return
    path = QPainterPath()
    path.addRoundedRect(box, _RADIUS, _RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(path, fill)
