"""The form a pause is entered or corrected in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.ui.widgets.buttons import primary, quiet
from ryg_app.ui.widgets.date_field import DateField
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.into_view import bring_into_view
from ryg_app.ui.widgets.labels import question

if TYPE_CHECKING:
    from ryg_app.application.planning import Planning
    from ryg_app.domain.course import Pause
    from ryg_app.wording.catalogues import Words

LONGEST_PAUSE_DAYS = 365
_GAP = 8


@dataclass(frozen=True, slots=True)
class WantedPause:
    """From when to when, and the pause that moves there; ``None`` for a new one."""

    first: date
    last: date
    instead_of: Pause | None

    def keep(self, planning: Planning) -> None:
        """Enter or move the pause; return once that is durable.

        Raises:
            NotSavedError: Nothing was changed.
        """
        if self.instead_of is None:
            planning.pause(self.first, self.last)
        else:
            planning.change_pause(self.instead_of, self.first, self.last)


class PauseForm(QWidget):
    """Emits `wanted` with a `WantedPause`."""

    wanted = Signal(object)

    def __init__(self, words: Words, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self._instead_of: Pause | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        self.first = DateField(_("First day of the pause"), today)
        self.last = DateField(_("Last day of the pause"), today)
        for field in (self.first, self.last):
            label = question(field.accessibleName())
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        self.first.dateChanged.connect(self.last.setMinimumDate)
        self.save, self.close_button = primary(_("Save the pause")), quiet(_("Close"))
        self.save.clicked.connect(self._save)
        buttons = FlowLayout(_GAP)
        for button in (self.save, self.close_button):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def open_for(self, pause: Pause | None, today: date) -> None:
        """Show a pause to correct, or today as a proposal that is kept only when it is saved."""
        begun = pause is not None and pause.first <= today
        self._instead_of = pause
        self.allow_from(today)
        self.first.value = pause.first if pause else today
        self.last.value = pause.last if pause else today
        # The days of a pause that are over are not owed any more, whatever is said now.
        self.first.setEnabled(not begun)
        self.show()
        (self.last if begun else self.first).setFocus()
        bring_into_view(self)

    def allow_from(self, today: date) -> None:
        """Let no pause begin, and none end, before today; what is chosen later than that stays."""
        furthest = today + timedelta(days=LONGEST_PAUSE_DAYS)
        moving = self._instead_of
        begun = moving is not None and moving.first <= today
        self.first.set_range(moving.first if moving and begun else today, furthest)
        self.last.set_range(max(self.first.value, today), furthest)

    @Slot()
    def _save(self) -> None:
        self.wanted.emit(WantedPause(self.first.value, self.last.value, self._instead_of))
