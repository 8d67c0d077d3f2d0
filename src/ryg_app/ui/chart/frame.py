"""Where everything of the chart stands, in pixels of the place it is painted in."""

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

    from ryg_app.application.progress_view import ProgressView
    from ryg_app.ui.theme import Theme
    from ryg_app.wording.catalogues import Words

PAIN_HEIGHT, WALK_HEIGHT = 210, 62
PANEL_GAP = 14
MARKS_HEIGHT = 10
# Heights of the panels follow the text only half the way; the rest is read from lines, not letters.
_GROWTH = 0.45
_NICE_TOPS = (30, 60, 90, 120, 180, 240, 300, 600)


@dataclass(frozen=True, slots=True)
class Frame:
    """The panels from top to bottom: legend, phases, pain, marks, walking, leg, dates."""

    first: date
    count: int
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

    @property
    def step(self) -> float:
        """Width of a day in px."""
        return self.pain.width() / self.count

    @property
    def bottom(self) -> float:
        """Where the chart ends."""
        return self.axis.bottom()

    def x(self, day: date) -> float:
        """The middle of a day."""
        return self.left(day) + self.step / 2

    def left(self, day: date) -> float:
        """Where a day begins."""
        return self.pain.left() + (day - self.first).days * self.step

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
    """Lay the chart out in the width of ``rect``, from its top; the heights follow the text."""
    font, bold = chart_font(theme), chart_font(theme, bold=True)
    metrics, growth = QFontMetricsF(font), 1 + (theme.text_scale - 1) * _GROWTH
    line = metrics.height()
    legend, y = legend_rows(legend_entries(model, words), QFontMetricsF(bold), rect)
    left, right = rect.left() + _left_margin(metrics, words), rect.right() - metrics.horizontalAdvance("0")

    def panel(height: float, gap: float) -> QRectF:
        nonlocal y
        box = QRectF(left, y, right - left, height)
        y += height + gap
        return box

    return Frame(
        model.first,
        (model.last - model.first).days + 1,
        font,
        bold,
        legend,
        band=panel(line + 8, 8 + line),
        pain=panel(PAIN_HEIGHT * growth, 0),
        marks=panel(MARKS_HEIGHT, PANEL_GAP / 2 + 4 + line),
        walk=panel(WALK_HEIGHT * growth, PANEL_GAP + 4 + line),
        leg=panel((len(LegExtent) - 1) * max(17.0, line), 4),
        axis=panel(line + 6, 0),
        walk_top=_walk_top(model),
    )


def _left_margin(metrics: QFontMetricsF, words: Words) -> float:
    labels = [leg_extent_word(words, extent) for extent in LegExtent if extent is not LegExtent.NONE]
    return max(metrics.horizontalAdvance(text) for text in [*labels, "600"]) + 10


def _walk_top(model: ProgressView) -> int:
    most = max((day.answers.walked_minutes or 0 for day in model.days), default=0)
    return next(top for top in _NICE_TOPS if top >= most)
