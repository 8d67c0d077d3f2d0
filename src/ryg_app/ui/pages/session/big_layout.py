"""How large the letters of the big view are and where they stand, so that nothing is ever cut off."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_LINES = 3
# From the foot of one line to the next, and from one block to the next, in heights of its capital letters:
# room for the ring of an «Å» and the tail of a «g».
LINE_PITCH = 1.66
ABOVE = 0.42
BELOW = 0.34
BLOCK_GAP = 0.42
MARGIN = 0.05
GUTTER = 0.03
SMALLEST_SHRINK = 0.02
# Between two things on one line; where the line is broken there, it goes.
DOT = "\u00a0·"
WORD, LINE, SMALL = "word", "line", "small"


class Measure(Protocol):
    """Tells how wide a text is, as a multiple of the height of its capital letters."""

    def __call__(self, text: str, *, bold: bool) -> float: ...


@dataclass(frozen=True, slots=True)
class Block:
    """A text that may take several lines.

    Attributes:
        text: The words.
        cap: The wanted height of a capital letter, in pixels.
        role: Which colour it has: ``word``, ``line`` or ``small``; the last is not bold.
    """

    text: str
    cap: float
    role: str

    @property
    def bold(self) -> bool:
        """Whether it stands out."""
        return self.role != SMALL


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line where it stands: its left end, its foot and the height of its capital letters, in pixels."""

    text: str
    x: float
    foot: float
    cap: float
    bold: bool
    role: str


@dataclass(frozen=True, slots=True)
class _Fitted:
    block: Block
    lines: tuple[str, ...]
    cap: float

    @property
    def height(self) -> float:
        return self.cap * (ABOVE + 1 + LINE_PITCH * (len(self.lines) - 1) + BELOW)


def halves(width: float, height: float, bar: float) -> tuple[Room, Room]:
    """Divide the picture between number and words: beside each other, or above when it stands on end."""
    side = MARGIN * min(width, height)
    free = height - bar
    if width >= height:
        column = width / 2 - side - GUTTER * width / 2
        tall = free - 2 * side
        return Room(side, side, column, tall), Room(width / 2, side, width / 2 - side, tall)
    upper = (free - 2 * side) * 0.42
    wide = width - 2 * side
    return (
        Room(side, side, wide, upper),
        Room(side, side + upper + side, wide, free - 3 * side - upper),
    )


def whole(width: float, height: float, bar: float) -> Room:
    """Return the room for words alone."""
    side = MARGIN * min(width, height) * 1.6
    return Room(side, side, width - 2 * side, height - bar - 2 * side)


def number_cap(digits: int, wanted: float, room: Room, widest_digit: float) -> float:
    """Return the height of the number; it is the same for every number of so many digits."""
    return min(wanted, room.width / (digits * widest_digit), room.height)


def stack(blocks: Sequence[Block], room: Room, measure: Measure, *, centred: bool) -> tuple[Line, ...]:
    """Place blocks below each other in the middle of the room, smaller where they would not fit."""
    fitted = _fit(blocks, room, measure)
    gaps = sum(BLOCK_GAP * one.cap for one in fitted[1:])
    y = room.y + (room.height - sum(one.height for one in fitted) - gaps) / 2
    placed: list[Line] = []
    for number, one in enumerate(fitted):
        y += BLOCK_GAP * one.cap if number else 0.0
        foot = y + one.cap * (ABOVE + 1)
        for text in one.lines:
            spare = room.width - measure(text, bold=one.block.bold) * one.cap
            x = room.x + (spare / 2 if centred else 0.0)
            placed.append(Line(text, x, foot, one.cap, one.block.bold, one.block.role))
            foot += LINE_PITCH * one.cap
        y += one.height
    return tuple(placed)


def _fit(blocks: Sequence[Block], room: Room, measure: Measure) -> list[_Fitted]:
    shrink = 1.0
    while True:
        fitted = [_wrapped(block, block.cap * shrink, room.width, measure) for block in blocks if block.text]
        height = sum(one.height for one in fitted) + sum(BLOCK_GAP * one.cap for one in fitted[1:])
        if height <= room.height or shrink < SMALLEST_SHRINK:
            return fitted
        shrink *= 0.96


def _wrapped(block: Block, cap: float, width: float, measure: Measure) -> _Fitted:
    ways = []
    for count in range(1, MOST_LINES + 1):
        lines = _broken(block, count, measure)
        widest = max(measure(line, bold=block.bold) for line in lines)
        ways.append(_Fitted(block, lines, min(cap, width / widest)))
        if ways[-1].cap >= cap:
            break
    return max(ways, key=lambda way: way.cap)


def _broken(block: Block, count: int, measure: Measure) -> tuple[str, ...]:
    words = block.text.split(" ")
    return min(_breaks(words, count), key=lambda lines: max(measure(line, bold=block.bold) for line in lines))


def _breaks(words: list[str], count: int) -> Iterator[tuple[str, ...]]:
    for cuts in combinations(range(1, len(words)), min(count, len(words)) - 1):
        edges = (0, *cuts, len(words))
        yield tuple(" ".join(words[a:b]).removesuffix(DOT) for a, b in pairwise(edges))
