"""Pieces of a sheet, and how they are put on pages so that none is cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

A4_WIDTH, A4_HEIGHT = 794.0, 1123.0
"""A4 in px, 96 to the inch."""
LEFT, TOP, FOOT = 52.0, 42.0, 44.0
WIDTH = A4_WIDTH - 2 * LEFT
ROOM = A4_HEIGHT - TOP - FOOT

_ROUNDING = 0.01

Paint = Callable[[QPainter, float], None]
"""Paints a piece with its upper edge at a height in px."""


def paint_nothing(painter: QPainter, top: float) -> None:
    """Leave the paper white."""
    del painter, top


@dataclass(frozen=True, slots=True)
class Piece:
    """What always stands together.

    Attributes:
        height: In px.
        paint: Paints it.
        gap: Air above it, in px; none at the top of a page.
        keep: Whether it must stand on the same page as the piece after it.
        again: What is repeated above it where it begins a page.
    """

    height: float
    paint: Paint = paint_nothing
    gap: float = 0.0
    keep: bool = False
    again: tuple[Piece, ...] = ()


NEW_PAGE = Piece(0)
"""What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """Pieces with the height at which each begins, in px from the upper edge of the paper."""

    placed: list[tuple[Piece, float]] = field(default_factory=list)

    def paint(self, painter: QPainter) -> None:
        """Paint every piece."""
        for piece, top in self.placed:
            piece.paint(painter, top)


def paginate(pieces: Iterable[Piece], room: float = ROOM) -> Iterator[Page]:
    """Yield page after page as soon as it is full; a piece too high for any page has one of its own."""
    page, used = Page(), 0.0
    for group in _groups(pieces):
        if group[0] is NEW_PAGE or (page.placed and used + _height(group) > room + _ROUNDING):
            if page.placed:
                yield page
            page, used = Page(), 0.0
        if group[0] is not NEW_PAGE:
            used = _place(page, group, used)
    if page.placed:
        yield page


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        if piece is NEW_PAGE and group:
            yield group
            group = []
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group


def _height(group: Sequence[Piece]) -> float:
    return sum(piece.gap + piece.height for piece in group)


def _place(page: Page, group: Sequence[Piece], used: float) -> float:
    for piece in (*(group[0].again if not page.placed else ()), *group):
        used += piece.gap if page.placed else 0.0
        page.placed.append((piece, TOP + used))
        used += piece.height
    return used


def total(pieces: Iterable[Piece]) -> float:
    """Return the height of pieces beneath each other, in px."""
    placed = list(pieces)
    return _height(placed) - (placed[0].gap if placed else 0.0)
