"""Painting the chart, on a screen or on paper.

`paint_chart` is the way in, and needs no widget: everything is computed in px of the painter it is given. On
paper, scale the painter so that one of its units is 1/96 inch, and hand it a light theme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ryg_app.ui.chart.axes import paint_axes, paint_band
from ryg_app.ui.chart.bars import paint_leg, paint_walking
from ryg_app.ui.chart.frame import Frame, frame_of
from ryg_app.ui.chart.lines import paint_lines
from ryg_app.ui.chart.marks import paint_days, paint_legend, paint_marks

if TYPE_CHECKING:
    from ryg_app.application.progress_view import ProgressView
    from ryg_app.ui.theme import Theme
    from ryg_app.wording.catalogues import Words


def chart_height(width: float, model: ProgressView, theme: Theme, words: Words) -> float:
    """Return the height in px that suits the chart at a width."""
    return frame_of(QRectF(0, 0, width, 0), model, theme, words).bottom + 2


def paint_chart(
    painter: QPainter,
    rect: QRectF,
    model: ProgressView,
    theme: Theme,
    words: Words,
    frame: Frame | None = None,
) -> None:
    """Paint the period into ``rect``; the panels share its height, so it need not be `chart_height`.

    Args:
        painter: On any device; its state is kept.
        rect: Where, in px of the painter.
        model: The period.
        theme: Colours and sizes of letters.
        words: The language.
        frame: Where everything stands, if that is known already.
    """
    frame = frame or frame_of(rect, model, theme, words)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(frame.font)
    paint_band(painter, frame, model, theme)
    paint_days(painter, frame, model, theme)
    paint_axes(painter, frame, model, theme, words)
    paint_walking(painter, frame, theme)
    paint_leg(painter, frame, theme)
    paint_marks(painter, frame, model, theme)
    paint_lines(painter, frame, model, theme)
    paint_legend(painter, frame, theme)
    painter.restore()
