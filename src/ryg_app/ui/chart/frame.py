"""Where everything of the chart stands, in px of the painter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from ryg_app.domain.diary import PAIN_HIGH, LegExtent
from ryg_app.ui.chart.legend import LegendEntry, legend_entries, legend_rows
from ryg_app.wording.sentences import leg_extent_word

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.application.progress_view import ChartColumn, ProgressView
    from ryg_app.ui.theme import Theme
    from ryg_app.wording.catalogues import Words

PAIN_HEIGHT, WALK_HEIGHT = 210, 62
PANEL_GAP = 14
MARKS_HEIGHT = 10
# Heights of the panels follow the text only half the way; the rest is read from lines, not letters.
_GROWTH = 0.45
# On paper the panels take what height there is, but no less than this share of the usual.
_LEAST = 0.4
# A day holds at most 600 minutes, a week seven times as many.
_NICE_TOPS = (30, 60, 90, 120, 180, 240, 300, 600, 900, 1200, 1800, 2400, 4200)


@dataclass(frozen=True, slots=True)
class Frame:
    """The panels from top to bottom: legend, phases, pain, marks, walking, leg, dates; ``step`` is a day."""

    first: date
    count: int
    columns: tuple[ChartColumn, ...]
    font: QFont
    bold: QFont
    legend: tuple[tuple[LegendEntry, QRectF], ...]
    band: QRectF
    pain: QRectF
    marks: QRectF
    walk: QRectF
    leg: QRectF
    axis: QRectF
    walk_top: int
    step: float

    @property
    def bottom(self) -> float:
        """Where the chart ends."""
        return self.axis.bottom()

    def x(self, day: date) -> float:
        """The middle of a day."""
        return self.pain.left() + ((day - self.first).days + 0.5) * self.step

    def left(self, day: date) -> float:
        """Where a day begins."""
        return self.pain.left() + (day - self.first).days * self.step

    def middle(self, column: ChartColumn) -> float:
        """The middle of a column of one or several days."""
        return (self.x(column.first) + self.x(column.last)) / 2

    def width(self, column: ChartColumn) -> float:
        """The width of a column of one or several days."""
        return ((column.last - column.first).days + 1) * self.step

    def day_at(self, x: float) -> date:
        """The day that stands there, or the nearest."""
        place = int((x - self.pain.left()) // self.step)
        return self.first + timedelta(days=min(max(place, 0), self.count - 1))

    def pain_y(self, value: float) -> float:
        """The height of a pain number."""
        return self.pain.bottom() - value / PAIN_HIGH * self.pain.height()

    def column(self, first: date, last: date, panel: QRectF) -> QRectF:
        """Days from the first to the last across a panel."""
        left = self.left(first)
        return QRectF(left, panel.top(), self.left(last) + self.step - left, panel.height())


def chart_font(theme: Theme, *, bold: bool = False) -> QFont:
    """The font of everything that is written in the chart."""
    font = QFont(list(theme.family))
    font.setPixelSize(theme.fonts.caption)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def frame_of(rect: QRectF, model: ProgressView, theme: Theme, words: Words) -> Frame:
    """Lay the chart out in the width of ``rect``, from its top.

    Its height is shared by the panels of pain and walking; where it is 0, they are as high as they like.
    """
    font, bold = chart_font(theme), chart_font(theme, bold=True)
    metrics, columns = QFontMetricsF(font), model.columns()
    walk_top = _walk_top(columns)
    legend, top = legend_rows(legend_entries(model, words), QFontMetricsF(bold), rect)
    left = rect.left() + _left_margin(metrics, walk_top, words)
    heights = _heights(metrics.height(), rect.bottom() - top if rect.height() else None, model, theme)
    boxes, y = [], top
    for height, gap in heights:
        boxes.append(QRectF(left, y, rect.right() - metrics.horizontalAdvance("0") - left, height))
        y += height + gap
    count = (model.last - model.first).days + 1
    band, pain, marks, walk, leg, axis = boxes
    return Frame(
        model.first,
        count,
        columns,
        font,
        bold,
        legend,
        band,
        pain,
        marks,
        walk,
        leg,
        axis,
        walk_top,
        step=pain.width() / count,
    )


def _heights(
    line: float, room: float | None, model: ProgressView, theme: Theme
) -> tuple[tuple[float, float], ...]:
    """Return the heights of phases, pain, marks, walking, leg and dates, each with the gap below."""
    band = line + 8 if model.phases else 0
    leg = (len(LegExtent) - 1) * max(17.0, line)
    growth = 1 + (theme.text_scale - 1) * _GROWTH

    def stacked(growth: float) -> tuple[tuple[float, float], ...]:
        return (
            (band, 8 + line),
            (PAIN_HEIGHT * growth, 0),
            (MARKS_HEIGHT, PANEL_GAP / 2 + 4 + line),
            (WALK_HEIGHT * growth, PANEL_GAP + 4 + line),
            (leg, 4),
            (line + 6, 0),
        )

    if room is not None:
        spare = room - sum(height + gap for height, gap in stacked(0))
        growth = max(_LEAST, spare / (PAIN_HEIGHT + WALK_HEIGHT))
    return stacked(growth)


def _left_margin(metrics: QFontMetricsF, walk_top: int, words: Words) -> float:
    labels = [leg_extent_word(words, extent) for extent in LegExtent if extent is not LegExtent.NONE]
    return max(metrics.horizontalAdvance(text) for text in [*labels, str(walk_top)]) + 10


def _walk_top(columns: tuple[ChartColumn, ...]) -> int:
    most = max((column.walked_minutes or 0 for column in columns), default=0)
    return next(top for top in _NICE_TOPS if top >= most)
