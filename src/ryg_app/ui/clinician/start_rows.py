"""The first two questions: what the plan starts from, and which side hurts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.exercise import Sides
from ryg_app.ui.clinician.fields import EditorField
from ryg_app.ui.widgets.buttons import ActionButton
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import question

if TYPE_CHECKING:
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.wording.catalogues import Words

_GAP = 8
SIDE = "affected_side"


class StartRows(QWidget):
    """`template_chosen` carries the template's identifier, `side_chosen` a `Sides`."""

    template_chosen = Signal(object)
    side_chosen = Signal(object)
    earlier_plan_clicked = Signal()

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = self._gettext = words.gettext
        self.template = ChoiceRow(
            _("Template"), self._templates(), pills=True, show_question=False, clearable=False
        )
        self.earlier = ActionButton(_("Earlier plan …"), "pill")
        self.side = ChoiceRow(
            _("Affected side"), self._sides(), pills=True, show_question=False, clearable=False
        )
        self.side_field = EditorField("", SIDE, self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        templates = FlowLayout(_GAP)
        templates.addWidget(self.template)
        templates.addWidget(self.earlier)
        column.addWidget(question(_("1 · Template")))
        column.addLayout(templates)
        column.addSpacing(_GAP)
        column.addWidget(question(_("2 · Affected side")))
        column.addWidget(self.side_field)
        self.template.chosen.connect(self.template_chosen)
        self.side.chosen.connect(self.side_chosen)
        self.earlier.clicked.connect(self.earlier_plan_clicked)

    def show_draft(self, draft: PlanDraft) -> None:
        """Press what is chosen."""
        self.template.value = draft.template_id
        self.side.value = draft.side

    def _templates(self) -> list[tuple[object, str]]:
        _ = self._gettext
        return [("disc", _("Disc prolapse")), ("stenosis", _("Spinal stenosis")), ("general", _("General"))]

    def _sides(self) -> list[tuple[object, str]]:
        _ = self._gettext
        return [(Sides.LEFT, _("Left")), (Sides.RIGHT, _("Right")), (Sides.BOTH, _("Both"))]
