"""The walks of a day: one press adds one, and each can be corrected or removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.diary import MOST_WALKING_MINUTES, Answers
from ryg_app.domain.walking import NO_WALK, with_walk, with_walk_corrected, without_walk
from ryg_app.ui.diary_parts.walk_editor import WalkEditor
from ryg_app.ui.widgets.buttons import ActionButton
from ryg_app.ui.widgets.flow_layout import EvenLayout, FlowLayout
from ryg_app.ui.widgets.labels import body
from ryg_app.ui.widgets.roving import RovingFocus

if TYPE_CHECKING:
    from ryg_app.wording.catalogues import Words

WALKS = (5, 10, 20)
_GAP = 8


class WalksPanel(QWidget):
    """`changed` carries the walks when one came or went, `corrected` while one is made longer or shorter.

    Setting `walks` emits nothing. The quick buttons are one Tab stop; the arrow keys move among them.
    """

    changed = Signal(object)
    corrected = Signal(object)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._walks: tuple[int, ...] = ()
        self.buttons = {minutes: self._quick(minutes) for minutes in WALKS}
        self.none = ActionButton(words.gettext("No walk"), "pill")
        self.none.setCheckable(True)
        self.none.clicked.connect(self._told_none)
        self.total, self.editor = body(), WalkEditor(words)
        self.chips: list[ActionButton] = []
        self._chips = FlowLayout(_GAP)
        self._lay_out()
        self.editor.corrected.connect(self._correct)
        self.editor.removed.connect(self._remove)
        self.editor.closed.connect(self._leave_editor)

    @property
    def walks(self) -> tuple[int, ...]:
        """Minutes of each walk; `(0,)` when there was none, empty when nothing is said."""
        return self._walks

    @walks.setter
    def walks(self, walks: tuple[int, ...]) -> None:
        if walks == self._walks:
            return
        shown = tuple(minutes for minutes in self._walks if minutes)
        self._walks = walks
        told = tuple(minutes for minutes in walks if minutes)
        if len(told) != len(shown):
            self.editor.hide()
            self._make_chips(len(told))
        for place, (chip, minutes) in enumerate(zip(self.chips, told, strict=True)):
            self._name(chip, place, minutes)
        self._show_total()

    def _lay_out(self) -> None:
        quick, roving = EvenLayout(_GAP), RovingFocus(self)
        for button in self.buttons.values():
            quick.addWidget(button)
            roving.add(button)
        roving.add(self.none)
        self._chips.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(quick)
        column.addLayout(self._chips)
        for part in (self.total, self.editor):
            column.addWidget(part)
        self.total.hide()

    def _quick(self, minutes: int) -> ActionButton:
        _ = self._words.gettext
        # The tighter look of an option lets the three stand in one line also beside the calendar.
        button = ActionButton("+" + _("{number} min").format(number=minutes), "option")
        button.setAccessibleName(_("Add a walk of {number} minutes").format(number=minutes))
        button.clicked.connect(partial(self._add, minutes))
        return button

    def _make_chips(self, count: int) -> None:
        for chip in self.chips:
            self._chips.removeWidget(chip)
            chip.setParent(None)
            chip.deleteLater()
        self.chips = [ActionButton("", "pill") for _place in range(count)]
        for place, chip in enumerate(self.chips):
            chip.clicked.connect(partial(self._open, place))
            self._chips.addWidget(chip)
            # A layout shows what is new only in the next turn of the event loop: too late for the focus.
            chip.show()
            # What is made later would otherwise be the last thing on the page that Tab comes to.
            self.setTabOrder(self.chips[place - 1] if place else self.none, chip)
        self.none.setVisible(not count)

    def _name(self, chip: ActionButton, place: int, minutes: int) -> None:
        _ = self._words.gettext
        chip.setText(_("{number} min").format(number=minutes))
        chip.setAccessibleName(_("Walk {place}: {number} min").format(place=place + 1, number=minutes))
        chip.setAccessibleDescription(_("Press to correct or remove it"))
        chip.setToolTip(_("Press to correct or remove it"))

    def _show_total(self) -> None:
        several = len(self.chips) > 1
        in_all = self._words.gettext("{number} min in all").format(number=sum(self._walks))
        self.total.setText(in_all if several else "")
        self.total.setVisible(several)
        self.none.setChecked(self._walks == NO_WALK)

    def _said(self) -> Answers:
        return Answers(walks=self._walks)

    def _add(self, minutes: int) -> None:
        self._tell(with_walk(self._said(), minutes).walks)

    @Slot()
    def _told_none(self) -> None:
        self._tell(() if self._walks == NO_WALK else NO_WALK)

    def _tell(self, walks: tuple[int, ...]) -> None:
        before, self.walks = self._walks, walks
        self._show_total()
        if walks != before:
            self.changed.emit(walks)

    def _open(self, place: int) -> None:
        room = MOST_WALKING_MINUTES - sum(self._walks) + self._walks[place]
        self.editor.open_for(place, self._walks[place], room)

    @Slot(int, int)
    def _correct(self, place: int, minutes: int) -> None:
        self.walks = with_walk_corrected(self._said(), place, minutes).walks
        self.corrected.emit(self._walks)

    @Slot(int)
    def _remove(self, place: int) -> None:
        # The focus first: hidden with the editor, it would be handed on, and the page would jump.
        self.buttons[WALKS[0]].setFocus()
        self._tell(without_walk(self._said(), place).walks)

    @Slot(int)
    def _leave_editor(self, place: int) -> None:
        self.chips[place].setFocus()
