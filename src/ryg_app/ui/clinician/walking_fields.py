"""How much to walk: minutes, times a day, and on which days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.dose import Walking
from ryg_app.domain.plan_limits import WALK_MINUTES, WALKS_PER_DAY
from ryg_app.ui.clinician.fields import NumberField
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.switch import Switch
from ryg_app.ui.widgets.weekday_buttons import WeekdayButtons

if TYPE_CHECKING:
    from ryg_app.wording.catalogues import Words

USUAL = Walking(minutes=5, times_per_day=3)


class WalkingFields(QWidget):
    """`edited` carries the walks or ``None``, and the name of the field that was changed."""

    edited = Signal(object, str)

    def __init__(self, words: Words, name: str) -> None:
        super().__init__()
        _ = words.gettext
        self._walking: Walking | None = None
        self._last = USUAL
        self.switch = Switch(name)
        minutes, times, days = _("Minutes"), _("Times a day"), _("Days")
        self.minutes = NumberField(words, minutes, "", WALK_MINUTES, name=f"{name}: {minutes}")
        self.times = NumberField(words, times, "", WALKS_PER_DAY, name=f"{name}: {times}")
        self.weekdays = WeekdayButtons(words, f"{name}: {days}")
        self._numbers = QWidget()
        flow = FlowLayout(12, self._numbers)
        flow.addWidget(self.minutes)
        flow.addWidget(self.times)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.switch, self._numbers, self.weekdays):
            column.addWidget(part)
        self.switch.clicked.connect(self._switched)
        self.minutes.edited.connect(self._minutes_edited)
        self.times.edited.connect(self._times_edited)
        self.weekdays.edited.connect(self._weekdays_edited)

    def show_walking(self, walking: Walking | None, where: str) -> None:
        """Show the walks; `where` is their place in the plan."""
        self._walking, self._last = walking, walking or self._last
        self.switch.setChecked(walking is not None)
        self._numbers.setVisible(walking is not None)
        self.weekdays.setVisible(walking is not None)
        self.minutes.where, self.times.where = f"{where}.minutes", f"{where}.times_per_day"
        if walking is not None:
            self.minutes.show_value(walking.minutes)
            self.times.show_value(walking.times_per_day)
            self.weekdays.show_value(walking.weekdays)

    @Slot(bool)
    def _switched(self, on: bool) -> None:  # noqa: FBT001 - what the signal carries
        self.edited.emit(self._last if on else None, "")

    @Slot(object)
    def _minutes_edited(self, minutes: int) -> None:
        if self._walking is not None:
            self.edited.emit(replace(self._walking, minutes=minutes), "minutes")

    @Slot(object)
    def _times_edited(self, times: int) -> None:
        if self._walking is not None:
            self.edited.emit(replace(self._walking, times_per_day=times), "times")

    @Slot(object)
    def _weekdays_edited(self, weekdays: frozenset[int]) -> None:
        if self._walking is not None:
            self.edited.emit(replace(self._walking, weekdays=weekdays), "")
