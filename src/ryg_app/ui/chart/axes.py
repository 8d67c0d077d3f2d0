"""Grid, numbers, dates and the band of phases."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen

from ryg_app.domain.diary import PAIN_HIGH, LegExtent
from ryg_app.domain.progress import depth
from ryg_app.wording.progress_words import month_and_year, short_date
from ryg_app.wording.sentences import leg_extent_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from ryg_app.application.progress_view import PhaseBand, ProgressView
    from ryg_app.ui.chart.frame import Frame
    from ryg_app.ui.theme import Theme
    from ryg_app.wording.catalogues import Words

PAIN_STEP = 2
_DAY_STEPS = (1, 2)
_WEEK_STEPS = (7, 14, 28, 56)
# In two weeks each day may have its date; in more, dates a week apart are calmer.
_FEW_DAYS = 14
_MONTH_STEPS = (1, 2, 3, 6, 12)
_MONTHS_A_YEAR = 12
_TICK_GAP = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_band(painter: QPainter, frame: Frame, model: ProgressView, theme: Theme) -> None:
    """The phases with their titles, every second one on a softer ground."""
    ends = [*(frame.left(phase.first) for phase in model.phases[1:]), frame.band.right()]
    for phase, end in zip(model.phases, ends, strict=False):
        box = frame.column(phase.first, phase.last, frame.band)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colors.accent_soft if phase.number % 2 else theme.colors.track))
        painter.drawRoundedRect(box.adjusted(0.5, 0, -0.5, 0), 6, 6)
        # A phase that has just begun has its title beside it, where no other stands yet.
        beside = QRectF(QPointF(box.right(), box.top()), QPointF(end, box.bottom()))
        _paint_title(painter, frame, phase, box, beside, theme)


def _paint_title(
    painter: QPainter, frame: Frame, phase: PhaseBand, box: QRectF, beside: QRectF, theme: Theme
) -> None:
    metrics, colors = QFontMetricsF(frame.font), theme.colors
    needed = metrics.horizontalAdvance(phase.title)
    inside, outside = box.adjusted(8, 0, -6, 0), beside.adjusted(6, 0, 0, 0)
    painter.setPen(QColor(colors.on_accent_soft if phase.number % 2 else colors.text))
    if needed > inside.width() and needed <= outside.width():
        painter.setPen(QColor(colors.text))
        painter.drawText(outside, _LEFT, phase.title)
        return
    text = metrics.elidedText(phase.title, Qt.TextElideMode.ElideRight, inside.width())
    if inside.width() < min(needed, metrics.horizontalAdvance("mmmm…")):
        text = str(phase.number)
    if metrics.horizontalAdvance(text) <= inside.width():
        painter.drawText(inside, _LEFT, text)


def paint_axes(painter: QPainter, frame: Frame, model: ProgressView, theme: Theme, words: Words) -> None:
    """Lines and labels of all panels."""
    _ = words.gettext
    paint_panel_title(painter, frame, frame.pain, _("Pain, 0 to 10"), theme)
    walked = _("Minutes walked each week") if model.is_long else _("Minutes walked")
    down = _("Furthest down the leg each week") if model.is_long else _("How far down the leg")
    paint_panel_title(painter, frame, frame.walk, walked, theme)
    paint_panel_title(painter, frame, frame.leg, down, theme)
    for value in range(0, PAIN_HIGH + 1, PAIN_STEP):
        _line(painter, frame, frame.pain_y(value), str(value), theme)
    for minutes in (0, frame.walk_top // 2, frame.walk_top):
        y = frame.walk.bottom() - minutes / frame.walk_top * frame.walk.height()
        _line(painter, frame, y, str(minutes), theme)
    _paint_leg_labels(painter, frame, theme, words)
    _paint_dates(painter, frame, model, theme, words)


def paint_panel_title(painter: QPainter, frame: Frame, panel: QRectF, text: str, theme: Theme) -> None:
    """What the panel shows, above its upper left corner."""
    metrics = QFontMetricsF(frame.bold)
    painter.setFont(frame.bold)
    painter.setPen(QColor(theme.colors.text))
    room = QRectF(panel.left(), panel.top() - metrics.height() - 4, panel.width(), metrics.height())
    painter.drawText(room, _LEFT, text)
    painter.setFont(frame.font)


def _line(painter: QPainter, frame: Frame, y: float, label: str, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.colors.chart_grid), 1))
    painter.drawLine(QPointF(frame.pain.left(), round(y) + 0.5), QPointF(frame.pain.right(), round(y) + 0.5))
    painter.setPen(QColor(theme.colors.text_muted))
    _label(painter, frame, y, label)


def _label(painter: QPainter, frame: Frame, y: float, label: str) -> None:
    height = QFontMetricsF(frame.font).height()
    painter.drawText(QRectF(frame.pain.left() - 208, y - height / 2, 200, height), _RIGHT, label)


def _paint_leg_labels(painter: QPainter, frame: Frame, theme: Theme, words: Words) -> None:
    parts = [extent for extent in LegExtent if extent is not LegExtent.NONE]
    row = frame.leg.height() / len(parts)
    for extent in parts:
        bottom = frame.leg.top() + depth(extent) * row
        painter.setPen(QPen(QColor(theme.colors.chart_grid), 1))
        painter.drawLine(QPointF(frame.leg.left(), bottom), QPointF(frame.leg.right(), bottom))
        painter.setPen(QColor(theme.colors.text_muted))
        _label(painter, frame, bottom - row / 2, leg_extent_word(words, extent))
    painter.setPen(QPen(QColor(theme.colors.control_border), 1.5))
    painter.drawLine(frame.leg.topLeft(), frame.leg.topRight())


def _paint_dates(painter: QPainter, frame: Frame, model: ProgressView, theme: Theme, words: Words) -> None:
    metrics = QFontMetricsF(frame.font)
    for day, text in _ticks(frame, model, metrics, words):
        x = frame.left(day)
        painter.setPen(QPen(QColor(theme.colors.chart_grid), 1))
        for panel in (frame.pain, frame.walk, frame.leg):
            painter.drawLine(QPointF(x, panel.top()), QPointF(x, panel.bottom()))
        painter.drawLine(QPointF(x, frame.leg.bottom()), QPointF(x, frame.axis.top() + 4))
        width = metrics.horizontalAdvance(text) + 2
        left = min(max(x - width / 2, 0), frame.pain.right() + metrics.horizontalAdvance("0") - width)
        painter.setPen(QColor(theme.colors.text_muted))
        painter.drawText(QRectF(left, frame.axis.top(), width, frame.axis.height()), _RIGHT, text)


def _ticks(frame: Frame, model: ProgressView, metrics: QFontMetricsF, words: Words) -> list[tuple[date, str]]:
    if model.is_long:
        room = metrics.horizontalAdvance(month_and_year(words, date(2027, 9, 1))) + _TICK_GAP
        step = next((n for n in _MONTH_STEPS if n * 30 * frame.step >= room), _MONTH_STEPS[-1])
        return [(day, month_and_year(words, day)) for day in _months(model, step)]
    room = metrics.horizontalAdvance(short_date(words, date(2027, 9, 29))) + _TICK_GAP
    steps = (*_DAY_STEPS, *_WEEK_STEPS) if frame.count <= _FEW_DAYS else _WEEK_STEPS
    step = next((n for n in steps if n * frame.step >= room), steps[-1])
    days = (model.first + timedelta(days=n) for n in range(0, frame.count, step))
    return [(day, short_date(words, day)) for day in days]


def _months(model: ProgressView, step: int) -> Iterator[date]:
    year, month = model.first.year, model.first.month
    while (day := date(year, month, 1)) <= model.last:
        if day >= model.first and (month - 1) % step == 0:
            yield day
        year, month = (year, month + 1) if month < _MONTHS_A_YEAR else (year + 1, 1)
