"""Back and leg pain: thin from day to day, thick the mean of seven days."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPainter

    from ryg_app.application.progress_view import ProgressView
    from ryg_app.domain.progress import ProgressDay
    from ryg_app.ui.chart.frame import Frame
    from ryg_app.ui.theme import Theme

    Value = Callable[[ProgressDay], float | None]

THICK, THIN = 3.0, 1.2
DASHES = (3.2, 1.9)
_THIN_OPACITY, _DENSE_OPACITY = 0.55, 0.28
_DENSE_STEP = 3.0
# Days this wide apart can each carry a dot of their own.
_DOTTED_STEP = 12.0
_DOT, _END = 2.6, 4.5


def paint_lines(painter: QPainter, frame: Frame, model: ProgressView, theme: Theme) -> None:
    """The back first, so that the leg lies on top."""
    back, leg = QColor(theme.colors.chart_back), QColor(theme.colors.chart_leg)
    _paint_thin(painter, frame, model, lambda day: day.answers.back, back)
    _paint_thin(painter, frame, model, lambda day: day.answers.leg, leg)
    _paint_thick(painter, frame, model, lambda day: day.back_mean, thick_pen(back, dashed=True))
    _paint_thick(painter, frame, model, lambda day: day.leg_mean, thick_pen(leg, dashed=False))


def thick_pen(color: QColor, *, dashed: bool) -> QPen:
    """The pen of a mean; the back is dashed, the leg is not."""
    pen = QPen(color, THICK, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(DASHES)
    return pen


def _paint_thin(painter: QPainter, frame: Frame, model: ProgressView, value: Value, color: QColor) -> None:
    pale = QColor(color)
    pale.setAlphaF(_DENSE_OPACITY if frame.step < _DENSE_STEP else _THIN_OPACITY)
    for run in _runs(frame, model, value):
        painter.setPen(QPen(pale, THIN))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_path(run))
        if len(run) == 1 or frame.step >= _DOTTED_STEP:
            _dots(painter, run, color, _DOT if frame.step >= _DENSE_STEP else 1.2)


def _paint_thick(painter: QPainter, frame: Frame, model: ProgressView, value: Value, pen: QPen) -> None:
    runs = list(_runs(frame, model, value))
    for run in runs:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_path(run))
        if len(run) == 1:
            _dots(painter, run, pen.color(), _END)
    if runs:
        _dots(painter, runs[-1][-1:], pen.color(), _END)


def _runs(frame: Frame, model: ProgressView, value: Value) -> Iterator[list[QPointF]]:
    for known, members in groupby(model.days, key=lambda day: value(day) is not None):
        if known:
            yield [QPointF(frame.x(day.day), frame.pain_y(value(day) or 0)) for day in members]


def _path(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path


def _dots(painter: QPainter, points: list[QPointF], color: QColor, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for point in points:
        painter.drawEllipse(point, radius, radius)
