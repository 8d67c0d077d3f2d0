"""The letters and colours of paper: the light theme at its own size, whatever the screen shows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from ryg_app.ui.theme import Theme, load_theme

_SPACED_LINES = 1.06


@dataclass(frozen=True, slots=True)
class Style:
    """One kind of letter, and how high its lines are in px."""

    font: QFont
    color: QColor
    metrics: QFontMetricsF
    line: float


class Ink:
    """Every kind of letter on the sheets; all sizes in px, 96 to the inch.

    Args:
        size: How many times as large as usual.
    """

    def __init__(self, size: float = 1.0) -> None:
        self._size = size
        self.theme: Theme = load_theme("light")
        text, muted = self.theme.colors.text, self.theme.colors.text_muted
        weight = QFont.Weight
        self.title = self._style(22, weight.Bold, text)
        self.heading = self._style(15, weight.DemiBold, text)
        self.body = self._style(13, weight.Normal, text)
        self.strong = self._style(13, weight.DemiBold, text)
        self.muted = self._style(13, weight.Normal, muted)
        self.cell = self._style(12, weight.Normal, text)
        self.cell_strong = self._style(12, weight.DemiBold, text)
        self.small = self._style(11, weight.Normal, muted)
        self.small_text = self._style(11, weight.Normal, text)
        self.small_strong = self._style(11, weight.DemiBold, text)
        self.danger = self._style(15, weight.DemiBold, self.theme.colors.danger)
        self.rule = QColor(self.theme.colors.outline)
        self.soft = QColor(self.theme.colors.accent_soft)
        self.accent = QColor(self.theme.colors.accent)

    def _style(self, px: int, weight: QFont.Weight, color: str) -> Style:
        font = QFont(list(self.theme.family))
        font.setPixelSize(round(px * self._size))
        font.setWeight(weight)
        # Letters fitted to the dots of a screen would stand unevenly on paper.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # Other shapes of a letter among digits and capitals («+45») would be lost when text is copied.
        font.setFeature(QFont.Tag("calt"), 0)
        metrics = QFontMetricsF(font)
        return Style(font, QColor(color), metrics, metrics.height() * _SPACED_LINES)
