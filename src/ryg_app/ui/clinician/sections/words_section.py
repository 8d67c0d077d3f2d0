"""What the patient reads first, and who it is from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from ryg_app.domain.plan_limits import CLINIC_NAME, PHONE, TITLE
from ryg_app.ui.clinician.fields import LineField, TextField
from ryg_app.ui.clinician.logo_row import LogoRow
from ryg_app.ui.clinician.sections.section import Section
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.labels import small

if TYPE_CHECKING:
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.wording.catalogues import Words

_GAP = 12
_FIELD_EM = 12


class WordsSection(Section):
    """Title, greeting, and the clinic's name and telephone number."""

    def __init__(self, editing: Editing, words: Words) -> None:
        super().__init__(editing, words, words.gettext("Greeting and clinic"))

    def summary(self, draft: PlanDraft) -> str:
        return draft.clinic.name or self.words.gettext("no clinic named")

    def make(self) -> None:
        _ = self.words.gettext
        self.title = LineField(_("Title of the plan"), "title", TITLE)
        self.message = TextField(_("Greeting to the patient"), "message")
        self.clinic = LineField(_("Name of the clinic"), "clinic.name", CLINIC_NAME)
        self.phone = LineField(_("The clinic's phone number"), "clinic.phone", PHONE)
        beside = ColumnsLayout(_GAP, place="top")
        beside.add(self.clinic, 3, _FIELD_EM)
        beside.add(self.phone, 2, _FIELD_EM)
        for part in (self.title, self.message):
            self.body.addWidget(part)
        self.body.addLayout(beside)
        self.body.addWidget(small(_("Name and phone number are remembered for the next plan.")))
        self.logo = LogoRow(self.editing.plans, self.words)
        self.logo.refused.connect(self.editing.refused)
        self.body.addWidget(self.logo)
        self.title.edited.connect(self._title_edited)
        self.message.edited.connect(self._message_edited)
        self.clinic.edited.connect(self._clinic_edited)
        self.phone.edited.connect(self._phone_edited)

    def fill(self, draft: PlanDraft) -> None:
        self.title.show_value(draft.title)
        self.message.show_value(draft.message)
        self.clinic.show_value(draft.clinic.name)
        self.phone.show_value(draft.clinic.phone)

    @Slot(object)
    def _title_edited(self, title: str) -> None:
        self.edit(lambda draft: replace(draft, title=title), "title")

    @Slot(object)
    def _message_edited(self, message: str) -> None:
        self.edit(lambda draft: replace(draft, message=message), "message")

    @Slot(object)
    def _clinic_edited(self, name: str) -> None:
        self.edit(lambda draft: replace(draft, clinic=replace(draft.clinic, name=name)), "clinic.name")

    @Slot(object)
    def _phone_edited(self, phone: str) -> None:
        self.edit(lambda draft: replace(draft, clinic=replace(draft.clinic, phone=phone)), "clinic.phone")
