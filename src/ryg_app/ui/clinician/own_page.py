"""An exercise of the physiotherapist's own: its name, its steps, and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from ryg_app.domain.exercise import Position
from ryg_app.domain.plain_text import clean
from ryg_app.domain.plan import OwnExercise
from ryg_app.domain.plan_draft.edits import add_own, set_own
from ryg_app.domain.plan_limits import TITLE
from ryg_app.ui.clinician.fields import LineField, TextField
from ryg_app.ui.clinician.picture_strip import PictureStrip
from ryg_app.ui.clinician.problems import first_in_trouble, show_problems
from ryg_app.ui.widgets.buttons import primary, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import question, small
from ryg_app.ui.widgets.page import Page
from ryg_app.wording.sentences import error_sentence, position_word

if TYPE_CHECKING:
    from ryg_app.domain.errors import RygAppError
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.wording.catalogues import Words

_STEP_LINES = 6


class OwnExercisePage(Page):
    """Nothing is in the plan until the person says so; `closed` comes with either answer."""

    closed = Signal()

    def __init__(self, editing: Editing, words: Words, entry_id: str = "") -> None:
        super().__init__(words.gettext("Own exercise"))
        self._editing, self._words, self._entry_id = editing, words, entry_id
        _ = words.gettext
        self.title = LineField(_("Name of the exercise"), "", TITLE)
        self.steps = TextField(_("What to do: a line for each step"), "", lines=_STEP_LINES)
        positions: list[tuple[object, str]] = [(p, position_word(words, p).capitalize()) for p in Position]
        self.position = ChoiceRow(_("Position"), positions, pills=True, clearable=False)
        own = editing.draft.line(entry_id).entry.own if entry_id else None
        known = editing.draft.pictures
        shown = {name: known[name] for name in (own.pictures if own else ()) if name in known}
        self.strip = PictureStrip(words, editing.plans.named, shown)
        self._fill(own)
        self._lay_out()
        self.take.clicked.connect(self._on_take)
        self.cancel.clicked.connect(self.closed)
        self.strip.busy.connect(self.take.setDisabled)
        self.strip.refused.connect(self._tell)
        self.setFocusProxy(self.title)

    def _fill(self, own: OwnExercise | None) -> None:
        self.position.value = own.position if own else Position.SUPINE
        if own is not None:
            self.title.show_value(own.title)
            self.steps.show_value("\n".join(own.steps))
        self._title, self._steps = (own.title, "\n".join(own.steps)) if own else ("", "")
        self.title.edited.connect(self._title_edited)
        self.steps.edited.connect(self._steps_edited)

    def _lay_out(self) -> None:
        _ = self._words.gettext
        card = Card()
        for part in (self.title, self.steps, self.position, question(_("Pictures")), self.strip):
            card.body.addWidget(part)
        said = _(
            "Repetitions, hold and sides are set in the list of exercises. No name and no CPR number here."
        )
        card.body.addWidget(small(said))
        self.take, self.cancel = primary(_("Put it into the plan")), secondary(_("Cancel"))
        buttons = FlowLayout(8)
        buttons.addWidget(self.take)
        buttons.addWidget(self.cancel)
        card.body.addLayout(buttons)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def _with_own(self, draft: PlanDraft) -> PlanDraft:
        steps = tuple(line for line in clean(self._steps, keep_newlines=True).split("\n") if line.strip())
        position = self.position.value
        own = OwnExercise(
            clean(self._title),
            tuple(step.strip() for step in steps),
            position if isinstance(position, Position) else Position.SUPINE,
            tuple(self.strip.pictures),
        )
        if self._entry_id:
            return set_own(draft, self._entry_id, own, self.strip.pictures)
        return add_own(draft, own, self.strip.pictures)

    @Slot()
    def _on_take(self) -> None:
        after = self._with_own(self._editing.draft)
        entry_id = self._entry_id or after.lines[-1].entry_id
        place = next((n for n, line in enumerate(after.lines_on, start=1) if line.entry_id == entry_id), 0)
        where = f"exercises[{place}].own"
        self.title.where, self.steps.where = f"{where}.title", f"{where}.steps"
        problems = [p for p in self._editing.plans.problems(after) if p.where.startswith(f"{where}.")]
        homeless = show_problems(self, self._words, problems)
        if problems:
            if homeless:
                self.notice.show_message("error", "\n".join(homeless), close=self._words.gettext("Close"))
            field = first_in_trouble(self)
            if field is not None:
                field.setFocus()
            return
        self._editing.edit(lambda _before: after)
        self.closed.emit()

    @Slot(object)
    def _title_edited(self, title: str) -> None:
        self._title = title

    @Slot(object)
    def _steps_edited(self, steps: str) -> None:
        self._steps = steps

    @Slot(object)
    def _tell(self, error: RygAppError) -> None:
        self.notice.show_message(
            "error", error_sentence(self._words, error), close=self._words.gettext("Close")
        )
