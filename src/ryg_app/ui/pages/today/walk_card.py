"""«Gåtur»: what the plan says, the day's walks, and how far one came before the leg was felt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot

from ryg_app.ui.diary_parts.longest_walk import LongestWalk
from ryg_app.ui.diary_parts.walks import WalksPanel
from ryg_app.ui.widgets.buttons import quiet
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.labels import small
from ryg_app.wording.sentences import walking_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ryg_app.domain.diary import Answers
    from ryg_app.domain.dose import Walking
    from ryg_app.wording.catalogues import Words


class WalkCard(Card):
    """Emits `walked` with the walks when one came or went, which `undone` takes back.

    Emits `told` with the name of another answer and its value.
    """

    walked = Signal(object)
    told = Signal(str, object)
    undone = Signal()

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        _ = words.gettext
        super().__init__(_("Walk"), parent=parent)
        self._words = words
        self.walks, self.longest, self.status = WalksPanel(words), LongestWalk(words), small()
        self.undo = quiet(_("Undo"))
        self.undo.setAccessibleName(_("Undo the last walk"))
        below = ColumnsLayout(8, place="middle")
        below.add(self.status, stretch=1, at_least_em=8)
        below.add(self.undo, stretch=0)
        self.body.addWidget(self.walks)
        self.body.addLayout(below)
        self.body.addWidget(self.longest)
        self.walks.changed.connect(self.walked)
        self.walks.corrected.connect(self._corrected)
        self.longest.changed.connect(self._told_longest)
        self.undo.clicked.connect(self.undone)

    def show_walk(self, planned: Walking | None, answers: Answers, status: str, *, can_undo: bool) -> None:
        """Show the plan's walk, the day's walks, and whether they are kept."""
        _ = self._words.gettext
        plan = _("plan today: {walk}").format(walk=walking_words(self._words, planned)) if planned else ""
        self.set_aside(plan)
        with QSignalBlocker(self):
            self.walks.walks = answers.walks
            self.longest.minutes = answers.longest_walk_minutes
        self.undo.setVisible(can_undo)
        self.status.setText(status)
        self.status.setVisible(bool(status))

    @Slot(object)
    def _corrected(self, walks: tuple[int, ...]) -> None:
        self.told.emit("walks", walks)

    @Slot(object)
    def _told_longest(self, minutes: int | None) -> None:
        self.told.emit("longest_walk_minutes", minutes)
