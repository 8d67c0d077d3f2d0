"""«Gåtur»: what the plan says, what has been walked, and one press for a walk more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from ryg_app.ui.widgets.buttons import ActionButton, quiet, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import EvenLayout
from ryg_app.ui.widgets.labels import body, small
from ryg_app.wording.sentences import walking_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ryg_app.domain.dose import Walking
    from ryg_app.wording.catalogues import Words

WALKS = (5, 10, 20)


class WalkCard(Card):
    """Emits `walked` with minutes to add, `undone` to take the last ones away."""

    walked = Signal(int)
    undone = Signal()

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("Walk"), parent=parent)
        self._words = words
        self.buttons = {minutes: self._button(minutes) for minutes in WALKS}
        self.total, self.status = body(), small()
        self.undo = quiet(_("Undo"))
        self.undo.setAccessibleName(_("Undo the last walk"))
        line = EvenLayout(8)
        for button in self.buttons.values():
            line.addWidget(button)
        below = ColumnsLayout(8, place="middle")
        below.add(self.total, stretch=1, at_least_em=8)
        below.add(self.undo, stretch=0)
        self.body.addLayout(line)
        self.body.addLayout(below)
        self.body.addWidget(self.status)
        self.undo.clicked.connect(self.undone)

    def show_walk(self, planned: Walking | None, minutes: int | None, status: str, *, can_undo: bool) -> None:
        """Show the plan's walk, the minutes so far, and whether they are kept."""
        _ = self._words.gettext
        plan = _("plan today: {walk}").format(walk=walking_words(self._words, planned)) if planned else ""
        self.set_aside(plan)
        walked = "" if minutes is None else _("{number} min in all today").format(number=minutes)
        self.total.setText(walked)
        self.total.setVisible(bool(walked))
        self.undo.setVisible(can_undo)
        self.status.setText(status)
        self.status.setVisible(bool(status))

    def _button(self, minutes: int) -> ActionButton:
        _ = self._words.gettext
        button = secondary(f"+{minutes}")
        button.setAccessibleName(_("Add {number} minutes").format(number=minutes))
        button.setProperty("minutes", minutes)
        button.clicked.connect(self._walk)
        return button

    @Slot()
    def _walk(self) -> None:
        pressed = self.sender()
        self.walked.emit(next(minutes for minutes, button in self.buttons.items() if button is pressed))
