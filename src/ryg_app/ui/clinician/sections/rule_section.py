"""The physiotherapist's own words for green, yellow and red."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.ui.clinician.fields import TextField
from ryg_app.ui.clinician.sections.section import Section
from ryg_app.ui.widgets.labels import small
from ryg_app.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.domain.plan import RuleCard
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.wording.catalogues import Words

START_TEXT = "disc"


class RuleSection(Section):
    """Shown to the patient word for word, and never applied by the program."""

    def __init__(self, editing: Editing, words: Words) -> None:
        super().__init__(editing, words, words.gettext("Rule card"))

    def summary(self, draft: PlanDraft) -> str:
        _ = self.words.gettext
        return _("green, yellow, red") if draft.rule_card else _("none")

    def make(self) -> None:
        _ = self.words.gettext
        self.switch = Switch(_("A rule card"))
        self.green = TextField(_("Green"), "rule_card.green")
        self.yellow = TextField(_("Yellow"), "rule_card.yellow")
        self.red = TextField(_("Red"), "rule_card.red")
        self._texts = QWidget()
        column = QVBoxLayout(self._texts)
        column.setContentsMargins(0, 0, 0, 0)
        said = _(
            "This is a start text. Change it, so that it is your own: the patient sees it word for word."
        )
        column.addWidget(small(said))
        for field in (self.green, self.yellow, self.red):
            column.addWidget(field)
        self.body.addWidget(self.switch)
        self.body.addWidget(self._texts)
        self.switch.clicked.connect(self._switched)
        self.green.edited.connect(self._green_edited)
        self.yellow.edited.connect(self._yellow_edited)
        self.red.edited.connect(self._red_edited)

    def fill(self, draft: PlanDraft) -> None:
        card = draft.rule_card
        self.switch.setChecked(card is not None)
        self._texts.setVisible(card is not None)
        if card is not None:
            self.green.show_value(card.green)
            self.yellow.show_value(card.yellow)
            self.red.show_value(card.red)

    @Slot(bool)
    def _switched(self, on: bool) -> None:  # noqa: FBT001 - what the signal carries
        templates = self.editing.plans.templates
        chosen = templates.get(self.editing.draft.template_id or "")
        texts = (chosen and chosen.rule_card) or templates[START_TEXT].rule_card
        card = texts.in_language(self.words.language) if on and texts else None
        self.edit(lambda draft: replace(draft, rule_card=card))

    @Slot(object)
    def _green_edited(self, text: str) -> None:
        self._write("green", lambda card: replace(card, green=text))

    @Slot(object)
    def _yellow_edited(self, text: str) -> None:
        self._write("yellow", lambda card: replace(card, yellow=text))

    @Slot(object)
    def _red_edited(self, text: str) -> None:
        self._write("red", lambda card: replace(card, red=text))

    def _write(self, colour: str, change: Callable[[RuleCard], RuleCard]) -> None:
        card = self.editing.draft.rule_card
        if card is not None:
            self.edit(lambda draft: replace(draft, rule_card=change(card)), f"rule {colour}")
