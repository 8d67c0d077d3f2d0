"""The exercise sheet, laid out: what to do and how much, in one or two pages where that can be."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt

from ryg_app.ui.paper.flow import LEFT, WIDTH, Piece, paginate
from ryg_app.ui.paper.handout_cards import rule_card, warning_card
from ryg_app.ui.paper.handout_exercise import DENSITIES, ExerciseBlock
from ryg_app.ui.paper.ink import Ink
from ryg_app.ui.paper.pieces import (
    INSET_LEFT,
    INSET_WIDTH,
    on_soft_ground,
    paragraph,
    paragraphs,
    side_by_side,
    stacked,
)
from ryg_app.ui.pictures import picture
from ryg_app.wording.appointment_words import page_words
from ryg_app.wording.handout_words import walk_lines
from ryg_app.wording.plan_words import course_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from ryg_app.application.handout import Handout
    from ryg_app.ui.paper.handout_exercise import Density
    from ryg_app.wording.catalogues import Words

MOST_PAGES = 2
_CLINIC_WIDTH = 220.0
_LOGO = QSize(220, 64)
_FINENESS = 3
_GAP = 16.0


class HandoutLayout:
    """Makes the pieces of one exercise sheet."""

    expected_pages = MOST_PAGES

    def __init__(self, handout: Handout, words: Words) -> None:
        self._handout = handout
        self._words = words

    @property
    def title(self) -> str:
        """What the document is called."""
        return self._words.gettext("Exercises: {title}").format(title=self._handout.plan.title)

    @property
    def footer(self) -> str:
        """What stands at the foot of every page, before the number of the page."""
        plan = self._handout.plan
        clinic = (plan.clinic.name, plan.clinic.phone) if plan.clinic else ()
        return " · ".join(part for part in (plan.title, *clinic) if part)

    def page_words(self, page: int, pages: int) -> str:
        """Return «page 1 of 2»."""
        return page_words(self._words, page, pages)

    def pieces(self) -> Iterator[Piece]:
        """Yield everything from top to bottom, smaller and closer where it would else take a third page."""
        yield from self._pieces

    @cached_property
    def _pieces(self) -> list[Piece]:
        for density in DENSITIES:
            pieces = self._laid_out(density)
            if len(list(paginate(pieces))) <= MOST_PAGES:
                break
        return pieces

    def _laid_out(self, density: Density) -> list[Piece]:
        plan, words, ink = self._handout.plan, self._words, Ink(density.letters)
        pieces = [self._top(ink), *self._message(ink)]
        for number, exercise in enumerate(self._handout.exercises, start=1):
            pieces += ExerciseBlock(plan, exercise, words, ink, density).pieces(number)
        pieces += self._walks(ink)
        if plan.rule_card is not None:
            pieces += rule_card(plan.rule_card, words, ink)
        return [*pieces, warning_card(self._handout, words, ink)]

    def _top(self, ink: Ink) -> Piece:
        plan, clinic = self._handout.plan, list(self._clinic(ink))
        width = WIDTH - _CLINIC_WIDTH - _GAP if clinic else WIDTH
        about = " · ".join(line for line in course_lines(self._words, plan) if line != self._clinic_line())
        left = stacked(
            [
                paragraph(plan.title, ink.title, width=width),
                paragraph(about, ink.muted, gap=2, width=width),
            ]
        )
        return side_by_side(left, stacked(clinic)) if clinic else left

    def _clinic_line(self) -> str:
        clinic = self._handout.plan.clinic
        return ", ".join(part for part in (clinic.name, clinic.phone) if part) if clinic else ""

    def _clinic(self, ink: Ink) -> Iterator[Piece]:
        clinic, left = self._handout.plan.clinic, LEFT + WIDTH - _CLINIC_WIDTH
        logo = picture(self._handout.logo, _LOGO * _FINENESS) if self._handout.logo else None
        if logo is not None:
            size = logo.size().scaled(_LOGO, Qt.AspectRatioMode.KeepAspectRatio)

            def paint(painter: QPainter, top: float) -> None:
                painter.drawImage(QRectF(left, top, size.width(), size.height()), logo)

            yield Piece(size.height() + 4, paint)
        if clinic is not None:
            yield paragraph(clinic.name, ink.strong, left=left, width=_CLINIC_WIDTH)
            if clinic.phone:
                phone = self._words.gettext("Phone {number}").format(number=clinic.phone)
                yield paragraph(phone, ink.strong, left=left, width=_CLINIC_WIDTH)

    def _message(self, ink: Ink) -> Iterator[Piece]:
        message, _ = self._handout.plan.message.strip(), self._words.gettext
        if message:
            heading = paragraph(
                _("From your physiotherapist"), ink.strong, left=INSET_LEFT, width=INSET_WIDTH, keep=True
            )
            lines = paragraphs(message, ink.body, gap=2, left=INSET_LEFT, width=INSET_WIDTH)
            yield from on_soft_ground([heading, *lines], ink.soft, ink.accent, _GAP)

    def _walks(self, ink: Ink) -> Iterator[Piece]:
        lines = [paragraph(line, ink.cell_strong) for line in walk_lines(self._words, self._handout)]
        if lines:
            heading = paragraph(self._words.gettext("Walking"), ink.heading)
            yield stacked([heading, *lines], _GAP)
