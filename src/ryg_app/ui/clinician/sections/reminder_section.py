"""When the plan proposes to remind: of exercises, of walking, and of the diary."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTime, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.dose import EVERY_DAY
from ryg_app.domain.plan import ReminderKind, ReminderRule
from ryg_app.domain.plan_limits import EARLIEST_REMINDER, LATEST_REMINDER, REMINDERS
from ryg_app.ui.clinician.fields import EditorField
from ryg_app.ui.clinician.sections.section import Section
from ryg_app.ui.widgets.buttons import quiet, secondary
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import small
from ryg_app.ui.widgets.time_field import TimeField
from ryg_app.ui.widgets.weekday_buttons import WeekdayButtons
from ryg_app.wording.sentences import reminder_kind_word

if TYPE_CHECKING:
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.ui.widgets.buttons import ActionButton
    from ryg_app.wording.catalogues import Words

USUAL_TIMES = {ReminderKind.SESSION: time(10), ReminderKind.WALK: time(15), ReminderKind.DIARY: time(20, 30)}


class ReminderSection(Section):
    """The patient may change the times."""

    def __init__(self, editing: Editing, words: Words) -> None:
        super().__init__(editing, words, words.gettext("Reminders"))

    def summary(self, draft: PlanDraft) -> str:
        times = sorted({rule.at for rule in draft.reminders})
        return ", ".join(self.words.clock(at) for at in times) or self.words.gettext("none")

    def make(self) -> None:
        _ = self.words.gettext
        self.rows: list[_ReminderRow] = []
        self._rows = QVBoxLayout()
        self.body.addWidget(small(_("The patient can change the times.")))
        self.body.addLayout(self._rows)
        self.add = {kind: self._button(kind) for kind in ReminderKind}
        line = FlowLayout(8)
        for button in self.add.values():
            line.addWidget(button)
        self.body.addLayout(line)

    def fill(self, draft: PlanDraft) -> None:
        while len(self.rows) > len(draft.reminders):
            gone = self.rows.pop()
            self._rows.removeWidget(gone)
            gone.setParent(None)
            gone.deleteLater()
        while len(self.rows) < len(draft.reminders):
            row = _ReminderRow(self.words, len(self.rows))
            row.edited.connect(self._edited)
            row.removed.connect(self._removed)
            self._rows.addWidget(row)
            self.rows.append(row)
        for row, rule in zip(self.rows, draft.reminders, strict=True):
            row.show_rule(rule)
        for button in self.add.values():
            button.setEnabled(len(draft.reminders) < REMINDERS.high)

    def _button(self, kind: ReminderKind) -> ActionButton:
        button = secondary(f"+ {reminder_kind_word(self.words, kind)}")
        button.clicked.connect(partial(self._add, kind))
        return button

    def _add(self, kind: ReminderKind) -> None:
        rule = ReminderRule(kind, USUAL_TIMES[kind], EVERY_DAY)
        self.edit(lambda draft: replace(draft, reminders=(*draft.reminders, rule)))

    @Slot(int, object)
    def _edited(self, place: int, rule: ReminderRule) -> None:
        def put(draft: PlanDraft) -> PlanDraft:
            rules = draft.reminders
            return replace(draft, reminders=(*rules[:place], rule, *rules[place + 1 :]))

        self.edit(put, f"reminder {place}")

    @Slot(int)
    def _removed(self, place: int) -> None:
        self.edit(
            lambda draft: replace(draft, reminders=(*draft.reminders[:place], *draft.reminders[place + 1 :]))
        )


class _ReminderRow(QWidget):
    edited = Signal(int, object)
    removed = Signal(int)

    def __init__(self, words: Words, place: int) -> None:
        super().__init__()
        self._words, self._place = words, place
        self._rule: ReminderRule | None = None
        self.time = TimeField("", EARLIEST_REMINDER)
        self.time.setTimeRange(_as_qtime(EARLIEST_REMINDER), _as_qtime(LATEST_REMINDER))
        self._field = EditorField(" ", f"reminders[{place + 1}].time", self.time)
        self._days_place = QVBoxLayout()
        self.remove = quiet(words.gettext("Remove"))
        self.weekdays: WeekdayButtons | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        line = ColumnsLayout(12, place="bottom")
        line.add(self._field, 0)
        line.add(self.remove, 0)
        column.addLayout(line)
        column.addLayout(self._days_place)
        self.time.timeChanged.connect(self._time_changed)
        self.remove.clicked.connect(self._on_remove)

    def show_rule(self, rule: ReminderRule) -> None:
        if self._rule is None or self._rule.kind is not rule.kind or self.weekdays is None:
            self._name(rule.kind)
        self._rule = rule
        with QSignalBlocker(self.time):
            self.time.setTime(_as_qtime(rule.at))
        if self.weekdays is not None:
            self.weekdays.show_value(rule.weekdays)

    def _name(self, kind: ReminderKind) -> None:
        what = reminder_kind_word(self._words, kind)
        numbered = f"{what} {self._place + 1}"
        self._field.set_caption(what)
        self.time.setAccessibleName(self._words.gettext("{what}: time").format(what=numbered))
        self.remove.setAccessibleName(f"{self.remove.text()}: {numbered}")
        if self.weekdays is not None:
            self._days_place.removeWidget(self.weekdays)
            self.weekdays.deleteLater()
        self.weekdays = WeekdayButtons(self._words, numbered)
        self.weekdays.edited.connect(self._weekdays_edited)
        self._days_place.addWidget(self.weekdays)

    @Slot(QTime)
    def _time_changed(self, at: QTime) -> None:
        if self._rule is not None:
            self.edited.emit(self._place, replace(self._rule, at=time(at.hour(), at.minute())))

    @Slot(object)
    def _weekdays_edited(self, weekdays: frozenset[int]) -> None:
        if self._rule is not None:
            self.edited.emit(self._place, replace(self._rule, weekdays=weekdays))

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self._place)


def _as_qtime(at: time) -> QTime:
    return QTime(at.hour, at.minute)
