"""«Dagen i dag»: two numbers and how far down the leg, kept at each tap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from ryg_app.domain.diary import LegExtent
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.labels import small, warning
from ryg_app.ui.widgets.number_row import NumberRow
from ryg_app.ui.widgets.option_row import typed_digit
from ryg_app.wording.sentences import leg_extent_word

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ryg_app.domain.diary import Answers
    from ryg_app.wording.catalogues import Words


class DayCard(Card):
    """Emits `answered` with the name of the answer and its value, ``None`` when it was cleared."""

    answered = Signal(str, object)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("How the day was"), parent=parent)
        self._words = words
        low, high = _("no pain"), _("worst imaginable pain")
        self.back = NumberRow(_("Back, average of the last 24 hours"), low, high, show_anchors=False)
        self.leg = NumberRow(_("Leg, average of the last 24 hours"), low, high)
        extents: list[tuple[object, str]] = [(e, leg_extent_word(words, e)) for e in LegExtent]
        self.extent = ChoiceRow(_("How far down the leg?"), extents, numbered=True)
        self.extent.setAccessibleDescription(_("The keys 0 to 5 choose, from nowhere to the foot"))
        self.nobody_reads = warning(
            _("Nobody reads along. New or growing weakness or numbness: see Warning signs.")
        )
        self.status = small()
        for widget in (self.back, self.leg, self.extent, self.nobody_reads, self.status):
            self.body.addWidget(widget)
        self.back.chosen.connect(self._back_chosen)
        self.leg.chosen.connect(self._leg_chosen)
        self.extent.chosen.connect(self._extent_chosen)

    def take_digit(self, event: QKeyEvent) -> bool:
        """Begin with the first of the two numbers that is not given; tell whether there was one."""
        row = next((row for row in (self.back, self.leg) if row.value is None), None)
        if row is None or typed_digit(event) is None:
            return False
        row.stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.keyPressEvent(event)
        return True

    def show_answers(self, answers: Answers, status: str) -> None:
        """Show the answers, and whether they are kept."""
        _ = self._words.gettext
        self.set_aside(_("filled in") if answers.is_complete() else _("4 taps"))
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
