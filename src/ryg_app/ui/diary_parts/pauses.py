"""Pauses from one day to another: entered, shown, corrected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.ui.diary_parts.pause_form import PauseForm
from ryg_app.ui.widgets.buttons import ActionButton, quiet, secondary
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body
from ryg_app.wording.day_words import pause_words

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.domain.course import Pause
    from ryg_app.wording.catalogues import Words

_GAP, _LINE_EM = 8, 11


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
        self._form: PauseForm | None = None
        self.lines: list[QWidget] = []
        self._list = QVBoxLayout()
        self.enter = secondary(words.gettext("Enter a pause"))
        self.enter.clicked.connect(self._open_new)
        entering = FlowLayout(_GAP)
        entering.addWidget(self.enter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._column, self._list):
            part.setSpacing(_GAP)
        self._column.addLayout(self._list)
        self._column.addLayout(entering)

    @property
    def form(self) -> PauseForm:
        """The form to enter or correct a pause in, made when it is first opened."""
        if self._form is None:
            self._form = PauseForm(self._words, self._today)
            self._form.wanted.connect(self.wanted)
            self._form.close_button.clicked.connect(self.close_form)
            self._column.addWidget(self._form)
        return self._form

    def show_pauses(self, pauses: tuple[Pause, ...], today: date) -> None:
        """Show the pauses that are not over."""
        coming = tuple(sorted((p for p in pauses if p.last >= today), key=lambda pause: pause.first))
        self._today = today
        if self._form is not None:
            self._form.allow_from(today)
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

    @Slot()
    def _open_new(self) -> None:
        self._open(None)

    def _open(self, pause: Pause | None) -> None:
        self.form.open_for(pause, self._today)
