"""What is rarely changed about an exercise: sets, pace, days, sides, variant, note, order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.exercise import Sides
from ryg_app.domain.plan_draft.edits import (
    allowed_doses,
    move_line,
    remove_line,
    set_dose,
    set_note,
    set_sides,
    set_variant,
)
from ryg_app.ui.clinician.dose_fields import RARER, DoseFields
from ryg_app.ui.clinician.fields import TextField
from ryg_app.ui.widgets.buttons import quiet
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import small
from ryg_app.ui.widgets.weekday_buttons import WeekdayButtons

if TYPE_CHECKING:
    from ryg_app.domain.dose import Dose
    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.ui.widgets.buttons import ActionButton
    from ryg_app.wording.catalogues import Words


class Row(Protocol):
    """The exercise the details belong to."""

    entry_id: str
    title: str
    exercise: Exercise | None


NO_SIDES = "none"


class ExerciseDetails(QWidget):
    """`own_clicked` asks for the words of an own exercise."""

    own_clicked = Signal(str)

    def __init__(self, editing: Editing, words: Words, row: Row) -> None:
        super().__init__()
        self._editing, self._words = editing, words
        self._entry_id, self._title, self._exercise = row.entry_id, row.title, row.exercise
        self._phase = 0
        entry = editing.draft.line(row.entry_id).entry
        self.doses = DoseFields(words, row.title, RARER, allowed_doses(entry, editing.plans.exercises))
        self.weekdays = WeekdayButtons(words, self._named(words.gettext("Days")))
        note = words.gettext("Note to the patient")
        self.note = TextField(note, "", name=self._named(note), lines=2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.doses)
        self._column.addWidget(small(words.gettext("Days")))
        self._column.addWidget(self.weekdays)
        self._add_variant()
        self._add_sides()
        self._column.addWidget(self.note)
        self._add_buttons()
        self.doses.edited.connect(self._dose_edited)
        self.weekdays.edited.connect(self._weekdays_edited)
        self.note.edited.connect(self._note_edited)

    def show_draft(self, draft: PlanDraft, phase: int) -> None:
        """Show the line as it stands."""
        self._phase = phase
        line, dose = draft.line(self._entry_id), draft.phases[phase].doses.get(self._entry_id)
        place = next((n for n, on in enumerate(draft.lines_on, start=1) if on is line), 0)
        self.doses.setVisible(dose is not None)
        self.weekdays.setVisible(dose is not None)
        self.leave_out.setVisible(dose is not None and len(draft.phases) > 1)
        if dose is not None:
            self.doses.show_dose(dose, f"phases[{phase + 1}].doses.{self._entry_id}")
            self.weekdays.show_value(dose.weekdays)
        if self.variant is not None:
            self.variant.value = line.entry.variant or (self._exercise and self._exercise.default_variant)
        if self.sides is not None:
            self.sides.value = line.entry.sides or NO_SIDES
        self.note.where = f"exercises[{place}].note"
        self.note.show_value(line.entry.note)
        self.earlier.setEnabled(draft.lines[0] is not line)
        self.later.setEnabled(draft.lines[-1] is not line)

    def _add_variant(self) -> None:
        self.variant: ChoiceRow | None = None
        exercise, language = self._exercise, self._words.language
        if exercise is None or len(exercise.variants) == 1:
            return
        choices: list[tuple[object, str]] = [
            (name, variant.words[language].title) for name, variant in exercise.variants.items()
        ]
        self.variant = ChoiceRow(self._words.gettext("Variant"), choices, pills=True, clearable=False)
        self.variant.chosen.connect(self._variant_chosen)
        self._column.addWidget(self.variant)

    def _add_sides(self) -> None:
        _ = self._words.gettext
        self.sides: ChoiceRow | None = None
        if self._exercise is not None and not self._exercise.sided:
            return
        choices: list[tuple[object, str]] = [
            (Sides.AFFECTED, _("Affected side")),
            (Sides.BOTH, _("Both")),
            (Sides.LEFT, _("Left")),
            (Sides.RIGHT, _("Right")),
        ]
        if self._exercise is None:
            choices.insert(0, (NO_SIDES, _("Not one side at a time")))
        self.sides = ChoiceRow(_("Sides"), choices, pills=True, clearable=False)
        self.sides.chosen.connect(self._sides_chosen)
        self._column.addWidget(self.sides)

    def _add_buttons(self) -> None:
        _ = self._words.gettext
        self.earlier = self._button(_("Earlier in the session"), self._move_earlier)
        self.later = self._button(_("Later in the session"), self._move_later)
        self.leave_out = self._button(_("Leave out of this phase"), self._leave_out)
        buttons = [self.earlier, self.later, self.leave_out]
        if self._exercise is None:
            buttons.append(self._button(_("Change words and pictures …"), self._change_own))
            buttons.append(self._button(_("Delete the exercise"), self._remove))
        flow = FlowLayout(4)
        for button in buttons:
            flow.addWidget(button)
        self._column.addLayout(flow)

    def _button(self, text: str, act: object) -> ActionButton:
        button = quiet(text)
        button.setAccessibleName(self._named(text))
        button.clicked.connect(act)
        return button

    def _named(self, what: str) -> str:
        return f"{self._title}: {what}"

    @Slot(object, str)
    def _dose_edited(self, dose: Dose, field: str) -> None:
        self._set_dose(dose, f"{self._entry_id} {self._phase} {field}")

    @Slot(object)
    def _weekdays_edited(self, weekdays: frozenset[int]) -> None:
        dose = self._editing.draft.phases[self._phase].doses[self._entry_id]
        self._set_dose(replace(dose, weekdays=weekdays))

    def _set_dose(self, dose: Dose | None, topic: str = "") -> None:
        place, entry_id = self._phase, self._entry_id
        self._editing.edit(lambda draft: set_dose(draft, place, entry_id, dose), topic)

    @Slot(object)
    def _note_edited(self, note: str) -> None:
        self._editing.edit(partial(set_note, entry_id=self._entry_id, note=note), f"{self._entry_id} note")

    @Slot(object)
    def _variant_chosen(self, variant: str) -> None:
        exercise = self._exercise
        if exercise is not None:
            self._editing.edit(lambda draft: set_variant(draft, self._entry_id, exercise, variant))

    @Slot(object)
    def _sides_chosen(self, sides: Sides | str) -> None:
        chosen = sides if isinstance(sides, Sides) else None
        self._editing.edit(partial(set_sides, entry_id=self._entry_id, sides=chosen))

    @Slot()
    def _move_earlier(self) -> None:
        self._editing.edit(partial(move_line, entry_id=self._entry_id, by=-1))

    @Slot()
    def _move_later(self) -> None:
        self._editing.edit(partial(move_line, entry_id=self._entry_id, by=1))

    @Slot()
    def _leave_out(self) -> None:
        self._set_dose(None)

    @Slot()
    def _change_own(self) -> None:
        self.own_clicked.emit(self._entry_id)

    @Slot()
    def _remove(self) -> None:
        self._editing.edit(partial(remove_line, entry_id=self._entry_id))
