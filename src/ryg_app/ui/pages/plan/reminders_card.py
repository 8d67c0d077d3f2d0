"""The reminders of the coming days, whether they come at all, and the way to change them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from ryg_app.domain.errors import RygAppError
from ryg_app.ui.pages.plan.history import History
from ryg_app.ui.pages.plan.reminder_times import ReminderTimes
from ryg_app.ui.widgets.buttons import secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body, muted, question
from ryg_app.ui.widgets.switch import Switch
from ryg_app.wording.reminder_words import coming_words, no_reminders_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ryg_app.application.app import Reminders
    from ryg_app.application.reminder_plan import ComingDay
    from ryg_app.wording.catalogues import Words

_DAY_GAP = 2


class RemindersCard(Card):
    """Keeps every choice at once; `failed` carries why one could not be kept."""

    changed = Signal()
    failed = Signal(object)
    calendar_clicked = Signal()

    def __init__(self, reminders: Reminders, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(words.gettext("Reminders"), parent=parent)
        self._reminders = reminders
        self._words = words
        self._told: tuple[tuple[str, str], ...] = ()
        self._quiet = False
        self._build()

    def _build(self) -> None:
        _ = self._words.gettext
        self.on = Switch(_("Remind me"))
        self.on.toggled.connect(self._on_switch)
        self.body.addWidget(self.on)
        self._days = QVBoxLayout()
        self._days.setSpacing(_DAY_GAP)
        self.body.addLayout(self._days)
        self.quiet = secondary(_("No more reminders today"))
        self.quiet.clicked.connect(self._on_quiet)
        self.calendar = secondary(_("Also on the phone …"))
        self.calendar.clicked.connect(self.calendar_clicked)
        buttons = FlowLayout(12)
        for button in (self.quiet, self.calendar):
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self.times = ReminderTimes(self._reminders.plan, self._words)
        self.times.changed.connect(self.changed)
        self.times.failed.connect(self.failed)
        self.history = History(self._reminders.plan, self._words)
        self.body.addWidget(self.times)
        self.body.addWidget(self.history)

    def refresh(self) -> None:
        """Show things as they stand.

        Raises:
            DamagedFileError: The plan can no longer be read.
        """
        coming, view = self._reminders.plan.coming(), self._reminders.plan.times()
        with QSignalBlocker(self.on):
            self.on.setChecked(view.choices.on)
        self._show_days(coming if view.choices.on else ())
        self._show_quiet(any_today=bool(coming and coming[0].reminders))
        self.calendar.setVisible(any(day.reminders for day in coming))
        self.times.setVisible(view.choices.on)
        self.times.show_times(view)
        self.history.refresh()

    def _show_quiet(self, *, any_today: bool) -> None:
        _ = self._words.gettext
        self._quiet = self._reminders.reminding.quiet_until() is not None
        self.quiet.setText(_("Remind me again") if self._quiet else _("No more reminders today"))
        self.quiet.setVisible(self._quiet or any_today)

    def _show_days(self, coming: tuple[ComingDay, ...]) -> None:
        told = tuple(self._line(day, is_today=place == 0) for place, day in enumerate(coming))
        if told == self._told:
            return
        self._told = told
        while (item := self._days.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (day, reminders) in enumerate(told):
            heading = question(day)
            line = body(reminders) if coming[place].reminders else muted(reminders)
            line.setContentsMargins(0, 0, 0, 8)
            self._days.addWidget(heading)
            self._days.addWidget(line)

    def _line(self, day: ComingDay, *, is_today: bool) -> tuple[str, str]:
        date = self._words.long_date(day.day)
        if is_today:
            date = self._words.gettext("Today, {date}").format(date=date)
        else:
            date = date[:1].upper() + date[1:]
        text = coming_words(self._words, day) or no_reminders_words(self._words, day, is_today=is_today)
        return date, text

    @Slot(bool)
    def _on_switch(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._do(lambda: self._reminders.plan.turn(on=on))

    @Slot()
    def _on_quiet(self) -> None:
        reminding = self._reminders.reminding
        self._do(reminding.end_quiet if self._quiet else reminding.be_quiet)

    def _do(self, action: Callable[[], object]) -> None:
        try:
            action()
        except RygAppError as error:
            self.failed.emit(error)
            return
        self.changed.emit()
