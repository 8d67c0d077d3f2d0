"""The plan editor: from a template to a file, on one page from top to bottom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ryg_app.domain.plan_draft.edits import name_side
from ryg_app.ui.clinician.exercise_part import ExercisePart
from ryg_app.ui.clinician.preview import Preview
from ryg_app.ui.clinician.problems import first_in_trouble, is_only_unanswered, show_problems
from ryg_app.ui.clinician.sections import make_sections
from ryg_app.ui.clinician.start_rows import StartRows
from ryg_app.ui.widgets.buttons import primary, quiet, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import question
from ryg_app.ui.widgets.page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ryg_app.domain.exercise import Sides
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.ui.menus import Entry
    from ryg_app.ui.theme import Look
    from ryg_app.ui.widgets.buttons import ActionButton
    from ryg_app.wording.catalogues import Words

_LEFT_EM, _RIGHT_EM = 30, 17
_GAP = 8


class EditorPage(Page):
    """Shows the draft and hands every edit to `editing`; what leaves the page are signals.

    `actions` are what else is done with a plan: each is a button before «Save plan file …».
    """

    save_clicked = Signal()
    earlier_plan_clicked = Signal()
    own_clicked = Signal(str)
    trial_clicked = Signal(object, object, object)

    def __init__(
        self,
        editing: Editing,
        words: Words,
        look: Look,
        actions: tuple[Entry, ...] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._editing, self._words, self._entries = editing, words, actions
        self._tells_all = False
        self.start = StartRows(words)
        self.exercises = ExercisePart(editing, words, look)
        self.sections = make_sections(editing, words)
        self.preview = Preview(editing.plans, words, look)
        self._make_header()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.start.template.stop)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the draft as it stands."""
        draft = self._editing.draft
        self._show_title(draft)
        self.start.show_draft(draft)
        self.exercises.show_draft(draft)
        for section in self.sections:
            section.show_draft(draft, self.exercises.phase)
        self.preview.show_draft(draft, self.exercises.phase)
        self.undo.setEnabled(self._editing.may_undo)
        self.redo.setEnabled(self._editing.may_redo)
        self._show_problems()

    def tell_unfinished(self) -> None:
        """Say at every field what is still wrong, and go to the first of them."""
        self._tells_all = True
        homeless = self._show_problems()
        _ = self._words.gettext
        lines = [_("The plan is not finished. What is missing stands at its field."), *homeless]
        self.notice.show_message("error", "\n".join(lines), close=_("Close"))
        field = first_in_trouble(self)
        if field is not None:
            field.setFocus()
            self.area.ensureWidgetVisible(field)

    def forget_complaints(self) -> None:
        """A new plan is not blamed for what has not been filled in yet."""
        self._tells_all = False
        self._show_problems()

    def _make_header(self) -> None:
        _ = self._words.gettext
        self.undo, self.redo = quiet(_("Undo")), quiet(_("Redo"))
        self.extras = tuple(_button(entry) for entry in self._entries)
        self.save = primary(_("Save plan file …"))
        for button in (self.undo, self.redo, *self.extras, self.save):
            self.header.add(button)

    def _lay_out(self) -> None:
        card = Card()
        card.setAccessibleName(self._words.gettext("The plan"))
        card.body.addWidget(self.start)
        card.body.addWidget(self.exercises)
        card.body.addLayout(self._last_step())
        folded = QVBoxLayout()
        folded.setSpacing(_GAP)
        for section in self.sections:
            folded.addWidget(_rule())
            folded.addWidget(section)
        card.body.addLayout(folded)
        card.body.addStretch(1)
        columns = ColumnsLayout(self.body.spacing(), place="top")
        columns.add(card, 5, _LEFT_EM)
        columns.add(self.preview, 3, _RIGHT_EM)
        self.body.addLayout(columns)
        self.body.addStretch(1)

    def _last_step(self) -> QVBoxLayout:
        """The same buttons as beside the title, where one comes to them on the way down."""
        _ = self._words.gettext
        column, buttons = QVBoxLayout(), FlowLayout(8)
        column.addWidget(question(_("4 · Print and save")))
        self.save_below = primary(_("Save plan file …"))
        self.extras_below = tuple(_button(entry) for entry in self._entries)
        for button in (*self.extras_below, self.save_below):
            buttons.addWidget(button)
        self.save_below.clicked.connect(self.save_clicked)
        column.addLayout(buttons)
        return column

    def _connect(self) -> None:
        self._editing.changed.connect(self.refresh)
        self.undo.clicked.connect(self._editing.undo)
        self.redo.clicked.connect(self._editing.redo)
        self.save.clicked.connect(self.save_clicked)
        self.start.template_chosen.connect(self._choose_template)
        self.start.side_chosen.connect(self._choose_side)
        self.start.earlier_plan_clicked.connect(self.earlier_plan_clicked)
        self.exercises.phase_chosen.connect(self.refresh)
        self.exercises.own_clicked.connect(self.own_clicked)
        self.preview.trial_clicked.connect(self.trial_clicked)

    def _show_title(self, draft: PlanDraft) -> None:
        _ = self._words.gettext
        edition = self._editing.plans.plan_of(draft).revision
        title = _("Edition {number}").format(number=edition) if draft.base else _("New plan")
        self.set_title(title, _("For the physiotherapist"))

    def _show_problems(self) -> tuple[str, ...]:
        found = self._editing.plans.problems(self._editing.draft)
        told = [p for p in found if self._tells_all or not is_only_unanswered(p)]
        return show_problems(self, self._words, told)

    @Slot(object)
    def _choose_template(self, template_id: str) -> None:
        # A template chosen where a plan has just been saved is the next patient's, who must not be given
        # that plan's number and side.
        is_next_patient = self._editing.is_as_saved
        if is_next_patient:
            self.notice.dismiss()
        before = None if is_next_patient else self._editing.draft
        new = self._editing.plans.new(template_id, self._words.language, before)
        self._editing.edit(lambda _draft: new)

    @Slot(object)
    def _choose_side(self, side: Sides) -> None:
        self._editing.edit(partial(name_side, side=side))


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("role", "rule")
    return rule


def _button(entry: Entry) -> ActionButton:
    button = secondary(entry.text)
    button.clicked.connect(lambda _checked=False: entry.act())
    return button
