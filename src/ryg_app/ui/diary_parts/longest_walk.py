"""How long the longest walk went on before the leg was felt: folded away, and need not be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot

from ryg_app.ui.widgets.disclosure import Disclosure
from ryg_app.ui.widgets.minutes_stepper import MinutesOrNone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ryg_app.wording.catalogues import Words


class LongestWalk(Disclosure):
    """`changed` carries the minutes or None, and only for what the person does."""

    changed = Signal(object)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        _ = words.gettext
        self._words = words
        super().__init__("", parent=parent)
        self.field = MinutesOrNone(
            _("Longest walk before you felt the leg, minutes"),
            _("min"),
            _("Five minutes fewer"),
            _("Five minutes more"),
            _("Empty until you choose a number"),
        )
        # A number is told when it has been typed to its end, not digit by digit.
        self.field.field.setKeyboardTracking(False)
        self.body.addWidget(self.field)
        self.field.changed.connect(self._told)
        self._caption()

    @property
    def minutes(self) -> int | None:
        """The minutes, or None; setting them emits nothing."""
        self.field.field.interpretText()
        return self.field.minutes

    @minutes.setter
    def minutes(self, minutes: int | None) -> None:
        if minutes == self.field.minutes:
            return
        with QSignalBlocker(self):
            self.field.minutes = minutes

    @Slot()
    def _told(self) -> None:
        self._caption()
        self.changed.emit(self.field.minutes)

    def _caption(self) -> None:
        _, minutes = self._words.gettext, self.field.minutes
        caption = _("Longest walk before you felt the leg")
        answer = "" if minutes is None else _("{number} min").format(number=minutes)
        self.set_text(f"{caption}: {answer}" if answer else caption)
