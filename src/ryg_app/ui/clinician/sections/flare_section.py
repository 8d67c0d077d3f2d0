"""The physiotherapist's light version of a day."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.plan_draft.edits import (
    allowed_doses,
    set_flare,
    set_flare_dose,
    set_flare_walking,
    usual_flare,
)
from ryg_app.ui.clinician.dose_fields import USUAL, DoseFields
from ryg_app.ui.clinician.sections.section import Section
from ryg_app.ui.clinician.walking_fields import WalkingFields
from ryg_app.ui.widgets.labels import small
from ryg_app.ui.widgets.switch import Switch
from ryg_app.wording.plan_words import exercise_title
from ryg_app.wording.sentences import walking_words

if TYPE_CHECKING:
    from ryg_app.domain.dose import Dose, Walking
    from ryg_app.domain.plan_draft import DraftLine, PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.wording.catalogues import Words

FIRST = 0


class FlareSection(Section):
    """What counts on a day the patient calls a bad one."""

    def __init__(self, editing: Editing, words: Words) -> None:
        super().__init__(editing, words, words.gettext("Bad day"))

    def summary(self, draft: PlanDraft) -> str:
        if draft.flare is None:
            return self.words.gettext("none")
        exercises, doses = self.editing.plans.exercises, draft.flare.doses
        said = [
            f"{exercise_title(self.words, line.entry, exercises)} {doses[line.entry_id].repetitions}"
            for line in draft.lines_on
            if line.entry_id in doses
        ]
        if draft.flare.walking:
            walks = walking_words(self.words, draft.flare.walking)
            said.append(self.words.gettext("walking {walks}").format(walks=walks))
        return ", ".join(said)

    def make(self) -> None:
        _ = self.words.gettext
        self.switch = Switch(_("A light version for a bad day"))
        self.rows: dict[str, _FlareRow] = {}
        self._made_from: list[tuple[str, str]] = []
        self._place = QVBoxLayout()
        self.walking = WalkingFields(self.words, _("Walks on a bad day"))
        self.body.addWidget(self.switch)
        self.body.addWidget(small(_("The patient asks for it with one press, and it ends by itself.")))
        self.body.addLayout(self._place)
        self.body.addWidget(self.walking)
        self.switch.clicked.connect(self._switched)
        self.walking.edited.connect(self._walking_edited)

    def fill(self, draft: PlanDraft) -> None:
        flare = draft.flare
        self.switch.setChecked(flare is not None)
        self._show_rows(draft if flare is not None else replace(draft, lines=()))
        self.walking.setVisible(flare is not None)
        self.walking.show_walking(flare.walking if flare else None, "flare.walking")

    def _show_rows(self, draft: PlanDraft) -> None:
        exercises = self.editing.plans.exercises
        wanted = [(e.entry_id, exercise_title(self.words, e.entry, exercises)) for e in draft.lines_on]
        if wanted != self._made_from:
            for gone in self.rows.values():
                self._place.removeWidget(gone)
                gone.setParent(None)
                gone.deleteLater()
            self.rows = {line.entry_id: _FlareRow(self.editing, self.words, line) for line in draft.lines_on}
            for row in self.rows.values():
                self._place.addWidget(row)
            self._made_from = wanted
        for row in self.rows.values():
            row.show_draft(draft)

    @Slot(bool)
    def _switched(self, on: bool) -> None:  # noqa: FBT001 - what the signal carries
        draft = self.editing.draft
        template = self.editing.plans.templates.get(draft.template_id or "")
        flare = (template.flare if template else None) or usual_flare(draft)
        self.edit(partial(set_flare, flare=flare if on else None))

    @Slot(object, str)
    def _walking_edited(self, walking: Walking | None, field: str) -> None:
        topic = f"flare walking {field}" if field else ""
        self.edit(partial(set_flare_walking, walking=walking), topic)


class _FlareRow(QWidget):
    def __init__(self, editing: Editing, words: Words, line: DraftLine) -> None:
        super().__init__()
        self._editing, self._entry_id = editing, line.entry_id
        exercises = editing.plans.exercises
        title = exercise_title(words, line.entry, exercises)
        named = words.gettext("{exercise} on a bad day").format(exercise=title)
        self.switch = Switch(title, name=named)
        self.doses = DoseFields(words, named, USUAL, allowed_doses(line.entry, exercises))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.switch)
        column.addWidget(self.doses)
        self.switch.clicked.connect(self._switched)
        self.doses.edited.connect(self._dose_edited)

    def show_draft(self, draft: PlanDraft) -> None:
        dose = draft.flare.doses.get(self._entry_id) if draft.flare else None
        self.switch.setChecked(dose is not None)
        self.doses.setVisible(dose is not None)
        if dose is not None:
            self.doses.show_dose(dose, f"flare.doses.{self._entry_id}")

    @Slot(bool)
    def _switched(self, on: bool) -> None:  # noqa: FBT001 - what the signal carries
        draft, entry_id = self._editing.draft, self._entry_id
        usual = allowed_doses(draft.line(entry_id).entry, self._editing.plans.exercises).default_dose()
        dose = draft.phases[FIRST].doses.get(entry_id, usual)
        self._editing.edit(partial(set_flare_dose, entry_id=entry_id, dose=dose if on else None))

    @Slot(object, str)
    def _dose_edited(self, dose: Dose, field: str) -> None:
        topic = f"flare {self._entry_id} {field}"
        self._editing.edit(partial(set_flare_dose, entry_id=self._entry_id, dose=dose), topic)
