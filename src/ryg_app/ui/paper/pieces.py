"""The usual pieces of a sheet: paragraphs, headings, tables, text on a soft ground, two side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen

from ryg_app.ui.paper.flow import LEFT, WIDTH, Piece, total
from ryg_app.ui.paper.lettering import Lettering

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QColor, QPainter

    from ryg_app.ui.paper.flow import Paint
    from ryg_app.ui.paper.ink import Ink, Style

_CELL_GAP = 8.0
_HAIRLINE = 0.8
_BAR = 3.0
_OVERLAP = 0.4
INSET = 14.0
INSET_LEFT, INSET_WIDTH = LEFT + INSET, WIDTH - 2 * INSET


def paragraph(
    text: str,
    style: Style,
    *,
    gap: float = 0.0,
    left: float = LEFT,
    width: float = WIDTH,
    keep: bool = False,
) -> Piece:
    """Return a text as a piece."""
    letters = Lettering(text, style, width)
    return Piece(letters.height, lambda painter, top: letters.paint(painter, left, top), gap, keep)


def paragraphs(
    text: str, style: Style, *, gap: float = 0.0, left: float = LEFT, width: float = WIDTH
) -> Iterator[Piece]:
    """Yield each line of a long text as a piece of its own, so that it may go on overleaf."""
    for number, line in enumerate(text.split("\n")):
        yield paragraph(line, style, gap=0.0 if number else gap, left=left, width=width)


def on_soft_ground(pieces: Iterable[Piece], ground: QColor, bar: QColor, gap: float = 0.0) -> Iterator[Piece]:
    """Yield pieces, inset as they are, on a ground that goes on without a break, a bar at its left."""
    inside = list(pieces)
    for number, piece in enumerate(inside):
        above = INSET * 0.7 if number == 0 else piece.gap
        below = INSET * 0.7 if number == len(inside) - 1 else 0.0
        paint = _grounded(piece, above, below, ground, bar)
        yield Piece(above + piece.height + below, paint, 0.0 if number else gap, piece.keep)


def _grounded(piece: Piece, above: float, below: float, ground: QColor, bar: QColor) -> Paint:
    def paint(painter: QPainter, top: float) -> None:
        height = above + piece.height + below
        # A hair too high, so that no white shows where one piece ends and the next begins.
        painter.fillRect(QRectF(LEFT, top, WIDTH, height + _OVERLAP), ground)
        painter.fillRect(QRectF(LEFT, top, _BAR, height + _OVERLAP), bar)
        piece.paint(painter, top + above)

    return paint


def stacked(pieces: Sequence[Piece], gap: float = 0.0) -> Piece:
    """Return pieces beneath each other as one that is never parted."""

    def paint(painter: QPainter, top: float) -> None:
        y = top
        for number, piece in enumerate(pieces):
            y += piece.gap if number else 0.0
            piece.paint(painter, y)
            y += piece.height

    return Piece(total(pieces), paint, gap)


def side_by_side(*columns: Piece, gap: float = 0.0) -> Piece:
    """Return pieces laid out for different places of the line as one."""

    def paint(painter: QPainter, top: float) -> None:
        for piece in columns:
            piece.paint(painter, top)

    return Piece(max(piece.height for piece in columns), paint, gap)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a text too long for its cell goes on in a line beneath.

    Attributes:
        ink: The letters.
        widths: Of the columns, in px.
        left: Where the first column begins.
        pad: Air above and below the letters of a row.
    """

    ink: Ink
    widths: tuple[float, ...]
    left: float = LEFT
    pad: float = 3.5

    def head(self, cells: Sequence[str], *, gap: float = 0.0) -> Piece:
        """Return the row of headings."""
        return replace(self._row(cells, [self.ink.cell_strong] * len(cells)), gap=gap, keep=True)

    def row(self, cells: Sequence[str], style: Style | None = None) -> Piece:
        """Return a row, in another style than that of cells if one is named."""
        return self._row(cells, [style or self.ink.cell] * len(cells))

    def wide(self, text: str, style: Style, indent: float = 0.0) -> Piece:
        """Return a row of one cell across all columns."""
        letters = Lettering(text, style, sum(self.widths) - indent)
        return self._ruled([(letters, self.left + indent)], letters.height)

    def _row(self, cells: Sequence[str], styles: Sequence[Style]) -> Piece:
        placed, x, height = [], self.left, 0.0
        for text, style, width in zip(cells, styles, self.widths, strict=True):
            letters = Lettering(text, style, width - _CELL_GAP)
            placed.append((letters, x))
            height = max(height, letters.height)
            x += width
        return self._ruled(placed, height)

    def _ruled(self, placed: Sequence[tuple[Lettering, float]], height: float) -> Piece:
        whole, left, right = height + 2 * self.pad, self.left, self.left + sum(self.widths)
        pen = QPen(self.ink.rule, _HAIRLINE)

        def paint(painter: QPainter, top: float) -> None:
            for letters, x in placed:
                letters.paint(painter, x, top + self.pad)
            painter.setPen(pen)
            painter.drawLine(QPointF(left, top + whole), QPointF(right, top + whole))

        return Piece(whole, paint)


def shares(width: float, *parts: float) -> tuple[float, ...]:
    """Return a width cut into columns in proportion."""
    return tuple(width * part / sum(parts) for part in parts)
