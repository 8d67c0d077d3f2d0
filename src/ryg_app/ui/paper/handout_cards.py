"""The cards of the exercise sheet: the physiotherapist's rules as written, warning signs, whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPen

from ryg_app.ui.paper.flow import LEFT, WIDTH, Piece
from ryg_app.ui.paper.pieces import paragraph, shares, side_by_side, stacked
from ryg_app.wording.handout_words import number_words, rule_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from ryg_app.application.handout import Handout
    from ryg_app.domain.plan import RuleCard
    from ryg_app.domain.static_texts import RedFlagGroup
    from ryg_app.ui.paper.ink import Ink
    from ryg_app.wording.catalogues import Words

_GAP = 18.0
_PAD = 14.0
_LABEL = 70.0
_BAR = 6.0
# Beside each stands its name: in a print without colours they are all grey.
_RULE_COLORS = ("#3d8b5f", "#d9a31a", "#b3372a")


def rule_card(card: RuleCard, words: Words, ink: Ink) -> Iterator[Piece]:
    """Yield the rule card, each colour on a line of its own."""
    yield paragraph(words.gettext("Your physiotherapist's rule card"), ink.heading, gap=_GAP, keep=True)
    for color, (name, rule) in zip(_RULE_COLORS, rule_lines(words, card), strict=True):
        label = paragraph(name, ink.strong, left=LEFT + _PAD, width=_LABEL)
        text = paragraph(rule, ink.body, left=LEFT + _PAD + _LABEL, width=WIDTH - _PAD - _LABEL)
        yield _barred(side_by_side(label, text), QColor(color))


def _barred(piece: Piece, color: QColor) -> Piece:
    def paint(painter: QPainter, top: float) -> None:
        painter.fillRect(QRectF(LEFT, top, _BAR, piece.height), color)
        piece.paint(painter, top)

    return Piece(piece.height, paint, gap=6)


def warning_card(handout: Handout, words: Words, ink: Ink) -> Piece:
    """Return the warning signs and the numbers in a frame; they are never parted."""
    left, right = shares(WIDTH - 2 * _PAD - _GAP, 1, 1)
    flags, x = handout.red_flags, LEFT + _PAD
    now = list(_signs(flags.call_now, words, ink, x, left))
    beside = (words, ink, x + left + _GAP, right)
    week = [*_signs(flags.this_week, *beside), *_whom(handout, *beside)]
    heading = paragraph(words.gettext("Warning signs"), ink.danger, left=x, width=left)
    return _framed(stacked([heading, side_by_side(stacked(now), stacked(week), gap=4)]), ink)


def _signs(group: RedFlagGroup, words: Words, ink: Ink, left: float, width: float) -> Iterator[Piece]:
    language = words.language
    yield paragraph(group.title.in_language(language), ink.cell_strong, left=left, width=width)
    yield paragraph(group.lead.in_language(language), ink.small_text, left=left, width=width)
    for sign in group.signs:
        yield paragraph(f"•  {sign.in_language(language)}", ink.small_text, gap=1, left=left, width=width)


def _whom(handout: Handout, words: Words, ink: Ink, left: float, width: float) -> Iterator[Piece]:
    yield paragraph(words.gettext("Call"), ink.cell_strong, gap=6, left=left, width=width)
    for line in handout.red_flags.call_now.what_to_do:
        yield paragraph(line.in_language(words.language), ink.small_text, left=left, width=width)
    for number in handout.contacts.numbers_for(None, handout.made):
        text = number_words(words, handout, number)
        yield paragraph(text, ink.small_strong, gap=1, left=left, width=width)
    checked = words.gettext("Numbers last checked on {date}.").format(
        date=words.full_date(handout.contacts.checked)
    )
    yield paragraph(checked, ink.small, gap=1, left=left, width=width)


def _framed(piece: Piece, ink: Ink) -> Piece:
    height = piece.height + 1.4 * _PAD

    def paint(painter: QPainter, top: float) -> None:
        painter.setPen(QPen(QColor(ink.theme.colors.danger_border), 1.2))
        painter.drawRoundedRect(QRectF(LEFT, top, WIDTH, height), 8, 8)
        piece.paint(painter, top + 0.7 * _PAD)

    return Piece(height, paint, gap=_GAP)
