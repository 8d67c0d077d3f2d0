"""Walking in the phase in view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from ryg_app.domain.plan_draft.phases import copy_walking, set_walking
from ryg_app.ui.clinician.sections.section import Section
from ryg_app.ui.clinician.walking_fields import WalkingFields
from ryg_app.ui.widgets.buttons import secondary
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import small
from ryg_app.wording.sentences import walking_words, weeks_words

if TYPE_CHECKING:
    from ryg_app.domain.dose import Walking
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.wording.catalogues import Words


class WalkingSection(Section):
    """How much to walk, and what to clear first."""

    def __init__(self, editing: Editing, words: Words) -> None:
        super().__init__(editing, words, words.gettext("Walking"))

    def summary(self, draft: PlanDraft) -> str:
        walking = draft.phases[self.phase].walking
        return walking_words(self.words, walking) if walking else self.words.gettext("none")

    def make(self) -> None:
        _ = self.words.gettext
        self.which = small()
        self.fields = WalkingFields(self.words, _("Walks"))
        self.body.addWidget(self.which)
        caution = self.editing.plans.walking_caution
        self.body.addWidget(small(caution.in_language(self.words.language)))
        self.body.addWidget(self.fields)
        self.copy = secondary(_("Copy to all phases"))
        self.copy.setAccessibleName(_("Copy the walks to all phases"))
        row = FlowLayout()
        row.addWidget(self.copy)
        self.body.addLayout(row)
        self.fields.edited.connect(self._edited)
        self.copy.clicked.connect(self._copy)

    def fill(self, draft: PlanDraft) -> None:
        phase, number = draft.phases[self.phase], self.phase + 1
        self.which.setText(
            self.words.gettext("Phase {number} · {weeks}").format(
                number=number, weeks=weeks_words(self.words, phase)
            )
        )
        for part in (self.which, self.copy):
            part.setVisible(len(draft.phases) > 1)
        self.fields.show_walking(phase.walking, f"phases[{number}].walking")

    @Slot()
    def _copy(self) -> None:
        self.edit(partial(copy_walking, phase=self.phase))

    @Slot(object, str)
    def _edited(self, walking: Walking | None, field: str) -> None:
        place = self.phase
        topic = f"walking {place} {field}" if field else ""
        self.edit(lambda draft: set_walking(draft, place, walking), topic)
