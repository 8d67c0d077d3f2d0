"""One reminder time that can be moved, turned off or removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.ui.widgets.buttons import ActionButton
from ryg_app.ui.widgets.disclosure import Disclosure
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.switch import Switch
from ryg_app.ui.widgets.time_field import TimeField
from ryg_app.ui.widgets.weekday_buttons import WeekdayButtons
from ryg_app.wording.sentences import weekdays_words

if TYPE_CHECKING:
    from ryg_app.domain.reminder_times import ReminderTime
    from ryg_app.wording.catalogues import Words


class TimeRow(QWidget):
    """A switch named after what it is about, the time, a way to be rid of it, and its days of the week.

    `edited` comes when it says something else now.
    """

    removed = Signal()
    edited = Signal()

    def __init__(self, one: ReminderTime, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one = one
        self._words = words
        self.on = Switch("")
        self.on.setChecked(one.on)
        self.field = TimeField("", one.at)
        self.remove = ActionButton("✕", "close")
        self.days_opener = Disclosure("")
        self.days = WeekdayButtons(words, words.gettext("Days"))
        self.days.show_value(one.weekdays)
        self.days_opener.body.addWidget(self.days)
        self._lay_out()
        self._show_days()
        self.remove.clicked.connect(self.removed)
        self.on.toggled.connect(self.edited)
        self.field.timeChanged.connect(self.edited)
        self.days.edited.connect(self._on_days)

    @property
    def value(self) -> ReminderTime:
        """The time as it stands in the row."""
        return replace(self._one, at=self.field.value, on=self.on.isChecked())

    def set_title(self, text: str) -> None:
        """Say what it is about."""
        _ = self._words.gettext
        self.on.setText(text)
        self.on.setAccessibleName(text)
        self.field.setAccessibleName(_("Time of {reminder}").format(reminder=text))
        removing = _("Remove {reminder}").format(reminder=text)
        self.remove.setAccessibleName(removing)
        self.remove.setToolTip(removing)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = FlowLayout(12)
        for widget in (self.on, self.field, self.remove):
            line.addWidget(widget)
        column.addLayout(line)
        column.addWidget(self.days_opener)

    def _show_days(self) -> None:
        days = weekdays_words(self._words, self._one.weekdays)
        self.days_opener.set_text(days[:1].upper() + days[1:])

    @Slot(object)
    def _on_days(self, weekdays: frozenset[int]) -> None:
        self._one = replace(self._one, weekdays=weekdays)
        self._show_days()
        self.edited.emit()
