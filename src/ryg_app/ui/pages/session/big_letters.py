"""Letters as outlines: they can be turned, and measured exactly at every size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainterPath, QTransform

REFERENCE_PX = 200
DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class _Outline:
    path: QPainterPath
    left: float
    width: float


class Letters:
    """The outlines of one family; what was drawn before is kept."""

    def __init__(self, font: QFont) -> None:
        self._fonts = {bold: _reference(font, bold=bold) for bold in (False, True)}
        self._kept: dict[tuple[str, bool], _Outline] = {}
        self._caps = {bold: self._ink_height("H", bold=bold) for bold in (False, True)}

    def width(self, text: str, *, bold: bool) -> float:
        """Return the width of what is painted, as a multiple of the height of a capital letter."""
        return self._outline(text, bold=bold).width / self._caps[bold]

    def widest_digit(self) -> float:
        """Return the room one digit of a number takes, likewise."""
        return max(self.width(2 * digit, bold=True) for digit in DIGITS) / 2

    def placed(self, text: str, *, bold: bool, cap: float, left: float, foot: float) -> QPainterPath:
        """Return the outline of a text whose ink begins at ``left`` and stands on ``foot``."""
        outline = self._outline(text, bold=bold)
        scale = cap / self._caps[bold]
        place = QTransform(scale, 0, 0, scale, left - outline.left * scale, foot)
        return place.map(outline.path)

    def _outline(self, text: str, *, bold: bool) -> _Outline:
        if (text, bold) not in self._kept:
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            path.addText(QPointF(0, 0), self._fonts[bold], text)
            ink = path.boundingRect()
            self._kept[text, bold] = _Outline(path, ink.left(), max(ink.width(), 1.0))
        return self._kept[text, bold]

    def _ink_height(self, text: str, *, bold: bool) -> float:
        # A family without outlines has no ink; letters are about seven tenths of their font.
        return self._outline(text, bold=bold).path.boundingRect().height() or 0.7 * REFERENCE_PX


def _reference(font: QFont, *, bold: bool) -> QFont:
    large = QFont(font)
    large.setPixelSize(REFERENCE_PX)
    large.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Medium)
    large.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return large
