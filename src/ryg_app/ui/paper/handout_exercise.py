"""One exercise of the exercise sheet: a picture and what is read beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt

from ryg_app.domain.exercise import Side, Sides, StepKind
from ryg_app.ui.exercise_text import exercise_text
from ryg_app.ui.figure.painting import Instant, paint_figure
from ryg_app.ui.paper.flow import LEFT, ROOM, WIDTH, Piece
from ryg_app.ui.paper.pieces import paragraph, side_by_side, stacked
from ryg_app.ui.pictures import picture
from ryg_app.wording.handout_words import dose_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage, QPainter

    from ryg_app.application.handout import HandoutExercise
    from ryg_app.domain.plan import Plan
    from ryg_app.ui.exercise_text import ExerciseText
    from ryg_app.ui.paper.ink import Ink, Style
    from ryg_app.wording.catalogues import Words

_GAP = 18.0
_PICTURE_GAP = 8.0
# Three dots to the px, 96 of which go to the inch, are those of a good print.
_FINENESS = 3
_KEEP_SHAPE = Qt.AspectRatioMode.KeepAspectRatio
# More than this is too much to keep together: it would leave half a page white.
_HIGHEST_TOGETHER = ROOM * 0.6


@dataclass(frozen=True, slots=True)
class Density:
    """How much room an exercise gets.

    Attributes:
        figure: Width and height of the figure, in px.
        is_roomy: A line for each step; otherwise they run on, in smaller letters.
        letters: How many times as large as usual the letters are.
    """

    figure: tuple[float, float]
    is_roomy: bool
    letters: float = 1.0


COMPACT = Density((132.0, 90.0), is_roomy=False)
_LARGE, _SMALLER = (218.0, 148.0), (165.0, 112.0)
# The largest letters first: many who get the sheet are old, and it is read from where one exercises.
DENSITIES = (
    Density(_LARGE, is_roomy=True, letters=1.35),
    Density(_LARGE, is_roomy=True, letters=1.2),
    Density(_SMALLER, is_roomy=True, letters=1.2),
    Density(_LARGE, is_roomy=True, letters=1.1),
    Density(_SMALLER, is_roomy=True, letters=1.1),
    Density(_LARGE, is_roomy=True),
    COMPACT,
)


class ExerciseBlock:
    """Makes the pieces of one exercise."""

    def __init__(
        self, plan: Plan, exercise: HandoutExercise, words: Words, ink: Ink, density: Density
    ) -> None:
        self._plan = plan
        self._exercise = exercise
        self._words = words
        self._ink = ink
        self._density = density
        self._text: ExerciseText = exercise_text(words, exercise.view)
        self._pictures = [image for data in exercise.view.pictures if (image := self._picture(data))]

    def pieces(self, number: int) -> Iterator[Piece]:
        """Yield the exercise as one piece, or as several where it is long."""
        width, height = self._density.figure
        shown = self._shown(width, height)
        indent = width + _GAP if shown.height else 0.0
        told = list(self._told(number, LEFT + indent, WIDTH - indent))
        together = side_by_side(shown, stacked(told), gap=_GAP)
        if together.height <= _HIGHEST_TOGETHER:
            yield together
            return
        heading, *rest = self._told(number, LEFT, WIDTH)
        yield replace(heading, gap=_GAP, keep=True)
        if shown.height:
            yield replace(shown, keep=True)
        yield from rest

    def _told(self, number: int, left: float, width: float) -> Iterator[Piece]:
        _, ink, text = self._words.gettext, self._ink, self._text
        style = ink.cell if self._density.is_roomy else ink.small_text
        yield paragraph(f"{number}. {text.title}", ink.heading, left=left, width=width)
        for line in dose_lines(self._words, self._plan, self._exercise):
            yield paragraph(line, ink.cell_strong, left=left, width=width)
        if text.note:
            note = _("From your physiotherapist: {note}").format(note=text.note)
            yield paragraph(note, ink.body, gap=2, left=left, width=width)
        yield from self._steps(style, left, width)
        for label, line in ((_("Feel: {text}"), text.feel), (_("Avoid: {text}"), text.avoid)):
            if line:
                yield paragraph(label.format(text=line), style, left=left, width=width)

    def _steps(self, style: Style, left: float, width: float) -> Iterator[Piece]:
        text = self._text
        if text.start:
            yield paragraph(text.start, style, gap=3, left=left, width=width)
        if not self._density.is_roomy:
            yield paragraph("  ".join(text.steps), style, left=left, width=width)
            return
        for step in text.steps:
            # The dot is part of the text, so that a copy keeps the list a list.
            yield paragraph(f"•  {step}", style, left=left, width=width)

    def _shown(self, width: float, height: float) -> Piece:
        variant = self._exercise.view.variant
        if variant is not None and variant.figure is not None:
            motion, side = variant.figure, self._side()
            theme = self._ink.theme

            def paint(painter: QPainter, top: float) -> None:
                now = Instant(StepKind.OUT, 0, side, still=True)
                paint_figure(painter, QRectF(LEFT, top, width, height), motion, now, theme)

            return Piece(height, paint)
        return self._own_pictures(width)

    def _own_pictures(self, width: float) -> Piece:
        """Return the physiotherapist's pictures, two in a row; a single one takes the whole width."""
        each = width if len(self._pictures) == 1 else (width - _PICTURE_GAP) / 2
        placed: list[tuple[QImage, QRectF]] = []
        y = 0.0
        for place in range(0, len(self._pictures), 2):
            row = self._pictures[place : place + 2]
            sizes = [image.size().scaled(QSize(round(each), round(each)), _KEEP_SHAPE) for image in row]
            for column, (image, size) in enumerate(zip(row, sizes, strict=True)):
                left = LEFT + column * (each + _PICTURE_GAP)
                placed.append((image, QRectF(left, y, size.width(), size.height())))
            y += max(size.height() for size in sizes) + _PICTURE_GAP
        return Piece(max(0.0, y - _PICTURE_GAP), partial(_paint_pictures, placed))

    def _picture(self, data: bytes) -> QImage | None:
        side = round(self._density.figure[0] * _FINENESS)
        return picture(data, QSize(side, side))

    def _side(self) -> Side | None:
        entry = self._exercise.view.entry
        match entry.sides if entry else None:
            case Sides.LEFT:
                return Side.LEFT
            case Sides.AFFECTED:
                return self._plan.affected_side
            case _:
                return None


def _paint_pictures(placed: list[tuple[QImage, QRectF]], painter: QPainter, top: float) -> None:
    for image, box in placed:
        painter.drawImage(box.translated(0, top), image)
