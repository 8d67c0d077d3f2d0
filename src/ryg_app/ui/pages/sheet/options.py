"""What can be chosen about the sheet for the appointment: its days, and a name for this print alone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ryg_app.application.appointment_sheet import SheetPeriod, Since
from ryg_app.domain.plain_text import clean
from ryg_app.ui.accessibility import name
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.date_field import DateField
from ryg_app.ui.widgets.labels import question, small
from ryg_app.wording.appointment_words import since_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ryg_app.wording.catalogues import Words

LONGEST_NAME = 60
MOST_YEARS = 20
_LINE_GAP = 6
_TYPING_PAUSE_MS = 250
_TARGET = 44


class AppointmentOptions(QWidget):
    """`changed` comes when the sheet will look different."""

    changed = Signal()

    def __init__(self, choices: Sequence[SheetPeriod], words: Words) -> None:
        super().__init__()
        self._choices = {choice.since: choice for choice in choices}
        self._words = words
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        self._add_days(stack, choices)
        self._add_name(stack)

    @property
    def period(self) -> SheetPeriod:
        """The days that are chosen."""
        since = self.days.value
        if isinstance(since, Since) and since in self._choices:
            return self._choices[since]
        return SheetPeriod(self.first.value, max(self.first.value, self.last.value), Since.CHOSEN)

    def choose(self, first: date, last: date) -> None:
        """Choose these days, as if they had been typed; where they are proposed anyway, the proposal."""
        for since, choice in self._choices.items():
            if (choice.first, choice.last) == (first, last):
                self.days.value = since
                return
        self.days.value = Since.CHOSEN
        self.first.value, self.last.value = first, last
        self._fields.show()

    @property
    def name(self) -> str:
        """The name for the print; kept nowhere."""
        return clean(self.name_field.text()).strip()

    def _add_days(self, stack: QVBoxLayout, choices: Sequence[SheetPeriod]) -> None:
        _ = self._words.gettext
        kinds = [*self._choices, Since.CHOSEN]
        options: list[tuple[object, str]] = [(kind, since_words(self._words, kind)) for kind in kinds]
        self.days = ChoiceRow(_("The days on the sheet"), options, pills=True, clearable=False)
        usual, last = choices[0], choices[0].last
        self.days.value = usual.since
        self.first, self.last = DateField(_("First day"), usual.first), DateField(_("Last day"), last)
        self._fields = QWidget()
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(_LINE_GAP)
        for label, field in ((_("First day"), self.first), (_("Last day"), self.last)):
            said = question(label)
            said.setBuddy(field)
            fields.addWidget(said)
            fields.addWidget(field)
            field.set_range(last - timedelta(days=366 * MOST_YEARS), last)
            field.dateChanged.connect(self.changed)
        self._fields.hide()
        self.days.chosen.connect(self._on_days)
        stack.addWidget(self.days)
        stack.addWidget(self._fields)

    def _add_name(self, stack: QVBoxLayout) -> None:
        _ = self._words.gettext
        label = question(_("Name on the sheet"))
        self.name_field = QLineEdit()
        self.name_field.setMaxLength(LONGEST_NAME)
        self.name_field.setMinimumHeight(_TARGET)
        name(self.name_field, _("Name on the sheet"), _("It stands on this sheet alone and is not saved."))
        label.setBuddy(self.name_field)
        # The sheet is laid out anew when a word is written, not at each letter.
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPING_PAUSE_MS)
        self._typed.timeout.connect(self.changed)
        self.name_field.textEdited.connect(self._typed.start)
        stack.addWidget(label)
        stack.addWidget(self.name_field)
        stack.addWidget(small(_("It stands on this sheet alone and is not saved.")))

    @Slot()
    def _on_days(self) -> None:
        self._fields.setVisible(self.days.value is Since.CHOSEN)
        self.changed.emit()
