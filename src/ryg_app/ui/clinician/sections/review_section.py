"""The weeks in which the patient is asked how things stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from ryg_app.ui.clinician.sections.section import Section
from ryg_app.ui.widgets.buttons import ActionButton
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import small
from ryg_app.wording.plan_words import review_weeks_words

if TYPE_CHECKING:
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.wording.catalogues import Words

_GAP = 4


class ReviewSection(Section):
    """A button for each week of the course."""

    def __init__(self, editing: Editing, words: Words) -> None:
        super().__init__(editing, words, words.gettext("Status weeks"))

    def summary(self, draft: PlanDraft) -> str:
        return review_weeks_words(self.words, draft.review_weeks) or self.words.gettext("none")

    def make(self) -> None:
        _ = self.words.gettext
        self.buttons: list[ActionButton] = []
        self._flow = FlowLayout(_GAP)
        self.body.addWidget(
            small(_("On the first day of these weeks the patient is asked how things stand."))
        )
        self.body.addLayout(self._flow)

    def fill(self, draft: PlanDraft) -> None:
        while len(self.buttons) > draft.weeks:
            gone = self.buttons.pop()
            self._flow.removeWidget(gone)
            gone.setParent(None)
            gone.deleteLater()
        while len(self.buttons) < draft.weeks:
            self._add(len(self.buttons) + 1)
        for week, button in enumerate(self.buttons, start=1):
            button.setChecked(week in draft.review_weeks)

    def _add(self, week: int) -> None:
        button = ActionButton(str(week), "option")
        button.setCheckable(True)
        button.setAccessibleName(self.words.gettext("Status in week {week}").format(week=week))
        button.clicked.connect(self._clicked)
        self._flow.addWidget(button)
        self.buttons.append(button)

    @Slot()
    def _clicked(self) -> None:
        weeks = tuple(week for week, button in enumerate(self.buttons, start=1) if button.isChecked())
        self.edit(lambda draft: replace(draft, review_weeks=weeks))
