"""Back and leg pain: thin from day to day, thick the mean."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from ryg_app.ui.chart.ink import pale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPainter

    from ryg_app.application.progress_view import ProgressView
    from ryg_app.ui.chart.frame import Frame
    from ryg_app.ui.theme import Theme

    Places = Iterable[tuple[float, float | None]]

THICK, THIN = 3.0, 1.2
DASHES = (3.2, 1.9)
_THIN_SHARE, _DENSE_SHARE = 0.55, 0.28
_DENSE_STEP = 3.0
# Days this wide apart can each carry a dot of their own.
_DOTTED_STEP = 12.0
_DOT, _DENSE_DOT, _END = 2.6, 1.2, 4.5


def paint_lines(painter: QPainter, frame: Frame, model: ProgressView, theme: Theme) -> None:
    """The back first, so that the leg lies on top."""
    back, leg = theme.colors.chart_back, theme.colors.chart_leg
    days, columns = model.days, frame.columns
    _paint_thin(painter, frame, ((frame.x(day.day), day.answers.back) for day in days), back, theme)
    _paint_thin(painter, frame, ((frame.x(day.day), day.answers.leg) for day in days), leg, theme)
    _paint_thick(painter, frame, ((frame.middle(c), c.back) for c in columns), thick_pen(back, dashed=True))
    _paint_thick(painter, frame, ((frame.middle(c), c.leg) for c in columns), thick_pen(leg, dashed=False))


def thick_pen(color: str, *, dashed: bool) -> QPen:
    """The pen of a mean; the back is dashed, the leg is not."""
    round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    pen = QPen(QColor(color), THICK, Qt.PenStyle.SolidLine, round_cap, round_join)
    if dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(DASHES)
    return pen


def _paint_thin(painter: QPainter, frame: Frame, places: Places, color: str, theme: Theme) -> None:
    dense = frame.step < _DENSE_STEP
    pen = QPen(pale(color, theme.colors.surface, _DENSE_SHARE if dense else _THIN_SHARE), THIN)
    for run in _runs(frame, places):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_path(run))
        if len(run) == 1 or frame.step >= _DOTTED_STEP:
            _dots(painter, run, QColor(color), _DENSE_DOT if dense else _DOT)


def _paint_thick(painter: QPainter, frame: Frame, places: Places, pen: QPen) -> None:
    runs = list(_runs(frame, places))
    for run in runs:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_path(run))
        if len(run) == 1:
            _dots(painter, run, pen.color(), _DOT)
    if runs:
        _dots(painter, runs[-1][-1:], pen.color(), _END)


def _runs(frame: Frame, places: Places) -> Iterator[list[QPointF]]:
    """Yield the points without a gap between them: what is missing is not drawn across."""
    for known, members in groupby(places, key=lambda place: place[1] is not None):
        if known:
            yield [QPointF(x, frame.pain_y(value or 0)) for x, value in members]


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
