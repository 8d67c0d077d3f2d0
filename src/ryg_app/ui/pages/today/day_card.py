"""«Dagen i dag»: two numbers and how far down the leg, kept at each tap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from ryg_app.domain.diary import LegExtent
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.labels import small, warning
from ryg_app.ui.widgets.number_row import NumberRow
from ryg_app.wording.sentences import leg_extent_word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ryg_app.domain.diary import Answers
    from ryg_app.wording.catalogues import Words


class DayCard(Card):
    """Emits `answered` with the name of the answer and its value, ``None`` when it was cleared."""

    answered = Signal(str, object)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("How the day was"), parent=parent)
        low, high = _("no pain"), _("worst imaginable pain")
        self.back = NumberRow(_("Back, average of the last 24 hours"), low, high, show_anchors=False)
        self.leg = NumberRow(_("Leg, average of the last 24 hours"), low, high)
        extents: list[tuple[object, str]] = [(e, leg_extent_word(words, e)) for e in LegExtent]
        self.extent = ChoiceRow(_("How far down the leg?"), extents)
        self.nobody_reads = warning(
            _("Nobody reads along. New or growing weakness or numbness: see Warning signs.")
        )
        self.status = small()
        for widget in (self.back, self.leg, self.extent, self.nobody_reads, self.status):
            self.body.addWidget(widget)
        self.back.chosen.connect(self._back_chosen)
        self.leg.chosen.connect(self._leg_chosen)
        self.extent.chosen.connect(self._extent_chosen)

    def show_answers(self, answers: Answers, status: str) -> None:
        """Show the answers, and whether they are kept."""
        self.back.value = answers.back
        self.leg.value = answers.leg
        self.extent.value = answers.leg_extent
        self.status.setText(status)
        self.status.setVisible(bool(status))

    @Slot(object)
    def _back_chosen(self, number: object) -> None:
        self.answered.emit("back", number)

    @Slot(object)
    def _leg_chosen(self, number: object) -> None:
        self.answered.emit("leg", number)

    @Slot(object)
    def _extent_chosen(self, extent: object) -> None:
        self.answered.emit("leg_extent", extent)
