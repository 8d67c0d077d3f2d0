"""Flare, pause, appointment, missing days, and the legend that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF

from ryg_app.domain.diary import diary_day
from ryg_app.domain.owed import DayState
from ryg_app.domain.progress import spans
from ryg_app.ui.chart.ink import pale
from ryg_app.ui.chart.legend import SAMPLE_GAP, SAMPLE_WIDTH, Sample
from ryg_app.ui.chart.lines import thick_pen

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ryg_app.application.progress_view import ProgressView
    from ryg_app.ui.chart.frame import Frame
    from ryg_app.ui.theme import Theme

_DIAMOND = 5.0
_SQUARE = 4.5
_MISSING_WIDTH = 3.0
_GROUND_SHARE, _HATCH_SHARE, _HATCH_STEP = 0.10, 0.55, 8.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def paint_days(painter: QPainter, frame: Frame, model: ProgressView, theme: Theme) -> None:
    """The ground of special days: pauses hatched, flares in a warm colour."""
    for pause in spans(model.days, lambda day: day.state is DayState.PAUSED):
        for panel in (frame.pain, frame.walk, frame.leg):
            _hatch(painter, frame.column(pause.first, pause.last, panel), theme)
    for flare in spans(model.days, lambda day: day.state is DayState.FLARE):
        for panel in (frame.pain, frame.walk, frame.leg):
            painter.fillRect(frame.column(flare.first, flare.last, panel), QColor(theme.colors.warning_soft))


def paint_marks(painter: QPainter, frame: Frame, model: ProgressView, theme: Theme) -> None:
    """Missing days beneath the zero, a diamond for a flare, a dotted line on a square for an appointment."""
    for gap in spans(model.days, model.is_gap):
        box = frame.column(gap.first, gap.last, frame.marks)
        inset = min(1.5, box.width() / 4)
        _missing(painter, box.left() + inset, box.right() - inset, box.center().y() + 1, theme)
    for flare in spans(model.days, lambda day: day.state is DayState.FLARE):
        box = frame.column(flare.first, flare.last, frame.pain)
        _diamond(painter, QPointF(box.center().x(), frame.pain.top()), theme)
    for visit in model.appointments:
        x = frame.x(diary_day(visit.at))
        painter.setPen(QPen(QColor(theme.colors.text_muted), 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, frame.pain.top()), QPointF(x, frame.pain.bottom()))
        _square(painter, QPointF(x, frame.pain.bottom()), theme)


def paint_legend(painter: QPainter, frame: Frame, theme: Theme) -> None:
    """The samples and their words."""
    for entry, box in frame.legend:
        _sample(painter, entry.sample, QRectF(box.left(), box.top(), SAMPLE_WIDTH, box.height()), theme)
        painter.setFont(frame.bold)
        painter.setPen(QColor(theme.colors.text))
        painter.drawText(box.adjusted(SAMPLE_WIDTH + SAMPLE_GAP, 0, 0, 0), _LEFT, entry.text)


def _sample(painter: QPainter, sample: Sample, box: QRectF, theme: Theme) -> None:
    middle, colors = box.center(), theme.colors
    match sample:
        case Sample.LEG | Sample.BACK:
            color = colors.chart_leg if sample is Sample.LEG else colors.chart_back
            painter.setPen(thick_pen(color, dashed=sample is Sample.BACK))
            painter.drawLine(QPointF(box.left() + 2, middle.y()), QPointF(box.right() - 1, middle.y()))
        case Sample.FLARE:
            painter.fillRect(box.adjusted(7, 4, -7, -4), QColor(colors.warning_soft))
            _diamond(painter, middle, theme)
        case Sample.PAUSE:
            _hatch(painter, box.adjusted(3, 5, -3, -5), theme)
        case Sample.APPOINTMENT:
            painter.setPen(QPen(QColor(colors.text_muted), 1.2, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(middle.x(), box.top() + 2), QPointF(middle.x(), box.bottom() - 4))
            _square(painter, QPointF(middle.x(), box.bottom() - 7), theme)
        case Sample.MISSING:
            _missing(painter, box.left() + 6, box.right() - 4, middle.y(), theme)


def _hatch(painter: QPainter, box: QRectF, theme: Theme) -> None:
    # Drawn as lines: a hatched brush has the size of device dots, which on paper are too small to see.
    color, ground = theme.colors.control_border, theme.colors.surface
    painter.fillRect(box, pale(color, ground, _GROUND_SHARE))
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(pale(color, ground, _HATCH_SHARE), 1))
    x, height = box.left(), box.height()
    while x < box.right() + height:
        painter.drawLine(QPointF(x, box.top()), QPointF(x - height, box.bottom()))
        x += _HATCH_STEP
    painter.restore()


def _diamond(painter: QPainter, middle: QPointF, theme: Theme) -> None:
    x, y = middle.x(), middle.y()
    corners = [(x, y - _DIAMOND), (x + _DIAMOND, y), (x, y + _DIAMOND), (x - _DIAMOND, y)]
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(path, QColor(theme.colors.warning))


def _square(painter: QPainter, middle: QPointF, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.colors.surface), 1.5))
    painter.setBrush(QColor(theme.colors.text))
    painter.drawRect(QRectF(middle.x() - _SQUARE, middle.y() - _SQUARE, 2 * _SQUARE, 2 * _SQUARE))


def _missing(painter: QPainter, left: float, right: float, y: float, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.colors.control_border), _MISSING_WIDTH, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
