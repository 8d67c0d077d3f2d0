"""A plan in plain words as cards, for the preview and for *Plan*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.labels import body
from ryg_app.wording.plan_words import plan_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.plan import Plan
    from ryg_app.wording.catalogues import Words

    Section = tuple[str, tuple[str, ...]]

_GAP = 18
_LINE_GAP = 6
# What a heading and the edges of a card add to the height of its lines.
_CARD_LINES = 3
NARROWEST_EM = 18


def plan_cards(words: Words, plan: Plan, exercises: Mapping[str, Exercise]) -> QWidget:
    """Return the whole plan, a card for each part, in two columns that become one where it is narrow."""
    (_title, course), *others = plan_in_words(words, plan, exercises)
    left, right = _halves([(words.gettext("The course"), course), *others])
    holder = QWidget()
    columns = ColumnsLayout(_GAP, holder, place="top")
    for sections in (left, right):
        columns.add(_column(sections), 1, NARROWEST_EM)
    return holder


def _halves(sections: list[Section]) -> tuple[list[Section], list[Section]]:
    heights = [_CARD_LINES + len(lines) for _heading, lines in sections]
    unevenness = [abs(sum(heights[:place]) - sum(heights[place:])) for place in range(len(sections) + 1)]
    middle = unevenness.index(min(unevenness))
    return sections[:middle], sections[middle:]


def _column(sections: list[Section]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    for heading, lines in sections:
        card = Card(heading)
        card.body.setSpacing(_LINE_GAP)
        for line in lines:
            card.body.addWidget(body(line))
        column.addWidget(card)
    return column
