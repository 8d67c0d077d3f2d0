"""Pauses from one day to another: entered, shown, corrected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.ui.widgets.buttons import ActionButton, primary, quiet, secondary
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.date_field import DateField
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body, question
from ryg_app.wording.day_words import pause_words

if TYPE_CHECKING:
    from ryg_app.domain.course import Pause
    from ryg_app.wording.catalogues import Words

LONGEST_PAUSE_DAYS = 365
_GAP, _LINE_EM = 8, 11


@dataclass(frozen=True, slots=True)
class WantedPause:
    """From when to when, and the pause that moves there; ``None`` for a new one."""

    first: date
    last: date
    instead_of: Pause | None


class PausesPart(QWidget):
    """Emits `wanted` with a `WantedPause`, `ended` for the pause of today, `called_off` with one to come."""

    wanted = Signal(object)
    ended = Signal()
    called_off = Signal(object)

    def __init__(self, words: Words, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._today = today
        self._shown: tuple[Pause, ...] | None = None
        self._instead_of: Pause | None = None
        self.lines: list[QWidget] = []
        self._list, self.form = QVBoxLayout(), self._make_form(today)
        self.enter = secondary(words.gettext("Enter a pause"))
        self.enter.clicked.connect(self._open_new)
        entering = FlowLayout(_GAP)
        entering.addWidget(self.enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (column, self._list):
            part.setSpacing(_GAP)
        column.addLayout(self._list)
        column.addLayout(entering)
        column.addWidget(self.form)

    def show_pauses(self, pauses: tuple[Pause, ...], today: date) -> None:
        """Show the pauses that are not over."""
        coming = tuple(sorted((p for p in pauses if p.last >= today), key=lambda pause: pause.first))
        self._today = today
        if coming == self._shown:
            return
        self._shown = coming
        for line in self.lines:
            self._list.removeWidget(line)
            line.setParent(None)
            line.deleteLater()
        self.lines = [self._line(pause) for pause in coming]

    def buttons_of(self, place: int) -> tuple[ActionButton, ActionButton]:
        """The buttons of a pause that correct it, and end it or take it back."""
        correct, remove = self.lines[place].findChildren(ActionButton)
        return correct, remove

    @Slot()
    def close_form(self) -> None:
        """Close the form, with the focus back on what opens it."""
        self.enter.setFocus()
        self.form.hide()

    def _line(self, pause: Pause) -> QWidget:
        _ = self._words.gettext
        line, told = QWidget(), pause_words(self._words, pause)
        correct = quiet(_("Correct"))
        begun = pause.first <= self._today
        remove = quiet(_("End it today") if begun else _("Remove"))
        for button in (correct, remove):
            button.setAccessibleName(f"{button.text()}: {told}")
        correct.clicked.connect(partial(self._open, pause))
        remove.clicked.connect(self.ended if begun else partial(self.called_off.emit, pause))
        buttons = FlowLayout(_GAP)
        buttons.addWidget(correct)
        buttons.addWidget(remove)
        row = ColumnsLayout(_GAP, line, place="middle")
        row.add(body(told), 1, _LINE_EM)
        row.add(buttons, 0)
        self._list.addWidget(line)
        self.setTabOrder(correct, remove)
        self.setTabOrder(remove, self.enter)
        return line

    def _make_form(self, today: date) -> QWidget:
        _ = self._words.gettext
        form = QWidget()
        column = QVBoxLayout(form)
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
        self.close_button.clicked.connect(self.close_form)
        buttons = FlowLayout(_GAP)
        for button in (self.save, self.close_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        form.hide()
        return form

    @Slot()
    def _open_new(self) -> None:
        self._open(None)

    def _open(self, pause: Pause | None) -> None:
        furthest = self._today + timedelta(days=LONGEST_PAUSE_DAYS)
        begun = pause is not None and pause.first <= self._today
        self._instead_of = pause
        earliest = pause.first if pause and begun else self._today
        self.first.set_range(earliest, furthest)
        self.first.value = pause.first if pause else self._today
        self.last.set_range(max(self.first.value, self._today), furthest)
        self.last.value = pause.last if pause else self._today
        # The days of a pause that are over are not owed any more, whatever is said now.
        self.first.setEnabled(not begun)
        self.form.show()
        (self.last if begun else self.first).setFocus()

    @Slot()
    def _save(self) -> None:
        self.wanted.emit(WantedPause(self.first.value, self.last.value, self._instead_of))
