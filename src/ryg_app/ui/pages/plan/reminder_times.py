"""The patient's own reminder times: move, turn off, add, remove, and how often one comes again."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.domain.plan import ReminderKind
from ryg_app.domain.plan_limits import LATEST_REMINDER, REMINDERS
from ryg_app.domain.reminder_times import REPEATS, ReminderTime, Topic
from ryg_app.ui.pages.plan.time_row import TimeRow
from ryg_app.ui.widgets.buttons import primary, secondary
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.disclosure import Disclosure
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import small
from ryg_app.ui.widgets.switch import Switch
from ryg_app.wording.reminder_words import new_reminder_words, topic_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.application.reminder_plan import ReminderPlan, ReminderTimesView
    from ryg_app.wording.catalogues import Words

REPEAT_MINUTES = (5, 10, 20, 30, 60)
NOON = time(12)


class ReminderTimes(Disclosure):
    """Times are kept by «save» and on leaving, because moving one may pass over another; the rest at once."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, plan: ReminderPlan, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(words.gettext("Change the reminders"), parent=parent)
        self._plan = plan
        self._words = words
        self._shown: tuple[ReminderTime, ...] | None = None
        self.rows: list[TimeRow] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(8)
        self.body.addLayout(self._place)
        self._add_buttons()
        self._add_saving()
        self._add_choices()

    def show_times(self, view: ReminderTimesView) -> None:
        """Show what is kept; what is being typed stays until it is saved or the kept times change."""
        if view.times != self._shown:
            self._shown = view.times
            self._show_rows(view.times)
        self.follow.setVisible(view.are_own)
        choices = view.choices
        walks = any(one.kind is ReminderKind.WALK and one.on for one in view.times)
        with QSignalBlocker(self.walks):
            self.walks.setChecked(walks)
        self.repeats.value = choices.repeats
        self.minutes.value = choices.repeat_minutes if choices.repeat_minutes in REPEAT_MINUTES else None
        self.minutes.setVisible(choices.repeats > 0)

    @property
    def has_unsaved(self) -> bool:
        """Whether the rows say something else than what is kept."""
        return self._shown is not None and self.times() != self._shown

    def leave(self) -> bool:
        """Save what was changed and not saved; ``False`` if that could not be done, and `failed` told why."""
        return not self.has_unsaved or self._do(lambda: self._plan.change_times(self.times()))

    def times(self) -> tuple[ReminderTime, ...]:
        """Return the times as they stand in the rows."""
        return tuple(row.value for row in self.rows)

    def _add_buttons(self) -> None:
        self._place_of_adding = FlowLayout(8)
        self.adding: dict[ReminderKind, QWidget] = {}
        for kind in (ReminderKind.SESSION, ReminderKind.DIARY):
            button = secondary(new_reminder_words(self._words, kind))
            button.setProperty("value", kind)
            button.clicked.connect(self._on_add)
            self._place_of_adding.addWidget(button)
            self.adding[kind] = button
        self.body.addLayout(self._place_of_adding)

    def _add_saving(self) -> None:
        _ = self._words.gettext
        self.save = primary(_("Save the times"))
        self.follow = secondary(_("Use the plan's own times"))
        self.save.clicked.connect(self._on_save)
        self.follow.clicked.connect(self._on_follow)
        self.unsaved = small(_("Not saved yet"))
        buttons = FlowLayout(12)
        for part in (self.save, self.follow, self.unsaved):
            buttons.addWidget(part)
        self.body.addLayout(buttons)

    def _add_choices(self) -> None:
        _ = self._words.gettext
        self.walks = Switch(_("Remind me of walks, too"))
        self.walks.toggled.connect(self._on_walks)
        times: list[tuple[object, str]] = [(number, str(number)) for number in range(REPEATS.high + 1)]
        minutes: list[tuple[object, str]] = [
            (number, _("{number} min").format(number=number)) for number in REPEAT_MINUTES
        ]
        self.repeats = ChoiceRow(_("How often an unanswered one comes again"), times, clearable=False)
        self.minutes = ChoiceRow(_("After how long it comes again"), minutes, clearable=False)
        self.repeats.chosen.connect(self._on_repeats)
        self.minutes.chosen.connect(self._on_repeats)
        for widget in (self.walks, self.repeats, self.minutes):
            self.body.addWidget(widget)

    def _show_rows(self, times: tuple[ReminderTime, ...]) -> None:
        for row in self.rows:
            self._place.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for one in times:
            self._add_row(one)
        self._name_rows()

    def _add_row(self, one: ReminderTime) -> TimeRow:
        row = TimeRow(one, self._words)
        row.removed.connect(self._on_remove)
        row.edited.connect(self._name_rows)
        self.rows.append(row)
        self._place.addWidget(row)
        return row

    @Slot()
    def _name_rows(self) -> None:
        """Name each row by what it is about: the second of a day is about session 2."""
        for row in self.rows:
            one = row.value
            earlier = [
                other.value for other in self.rows if other.value.kind is one.kind and other.value.at < one.at
            ]
            place = 1 + sum(1 for other in earlier if other.weekdays & one.weekdays)
            row.set_title(topic_word(self._words, Topic(one.kind), place))
        self._stand_in_line()
        self.unsaved.setVisible(self.has_unsaved)

    def _stand_in_line(self) -> None:
        widest = max((row.on.sizeHint().width() for row in self.rows), default=0)
        for row in self.rows:
            row.on.setMinimumWidth(widest)

    @Slot()
    def _on_add(self) -> None:
        if len(self.rows) < REMINDERS.high:
            kind = ReminderKind(self.sender().property("value"))
            latest = max((row.value.at for row in self.rows if row.value.kind is kind), default=NOON)
            row = self._add_row(ReminderTime(kind, _an_hour_after(latest)))
            self._name_rows()
            row.field.setFocus()

    @Slot()
    def _on_remove(self) -> None:
        row = self.sender()
        self.rows = [kept for kept in self.rows if kept is not row]
        # The focus first: a button hidden with it would hand it on, and the page would jump.
        self.save.setFocus()
        if isinstance(row, TimeRow):
            self._place.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._name_rows()

    @Slot()
    def _on_save(self) -> None:
        times = self.times()
        self._do(lambda: self._plan.change_times(times))

    @Slot()
    def _on_follow(self) -> None:
        self.save.setFocus()
        self._shown = None
        self._do(self._plan.follow_plan)

    @Slot(bool)
    def _on_walks(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        # Among the times as they stand in the rows: what was typed would be gone with the rows otherwise.
        times = self.times()
        self._do(lambda: self._plan.remind_of_walks(times, on=on))

    @Slot(object)
    def _on_repeats(self, _value: object) -> None:
        times, minutes = self.repeats.value, self.minutes.value
        if isinstance(times, int):
            kept = self._plan.times().choices.repeat_minutes
            wanted = minutes if isinstance(minutes, int) else kept
            self._do(lambda: self._plan.repeat(times, wanted))

    def _do(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except RygAppError as error:
            self.failed.emit(error)
            return False
        self.changed.emit()
        return True


def _an_hour_after(at: time) -> time:
    return min(time(at.hour + 1, at.minute), LATEST_REMINDER) if at.hour < LATEST_REMINDER.hour else at
