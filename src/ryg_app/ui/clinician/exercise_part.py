"""The third question: which exercises, and how much of each in the phase in view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.plan_draft.phases import copy_doses
from ryg_app.ui.clinician.exercise_row import ExerciseRow
from ryg_app.ui.clinician.fields import EditorField
from ryg_app.ui.thumbnails import Thumbnails
from ryg_app.ui.widgets.buttons import quiet, secondary
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import question
from ryg_app.wording.sentences import weeks_words

if TYPE_CHECKING:
    from ryg_app.domain.plan_draft import DraftLine, PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

_GAP = 10
_PICTURE = QSize(104, 64)
EXERCISES = "exercises"


class ExercisePart(QWidget):
    """`phase_chosen` carries the phase that came into view, counted from 0."""

    phase_chosen = Signal(int)
    own_clicked = Signal(str)

    def __init__(self, editing: Editing, words: Words, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing, self._words = editing, words
        self._thumbnails = Thumbnails(look, _PICTURE)
        self.rows: dict[str, ExerciseRow] = {}
        self._made_from: dict[str, object] = {}
        self.phase, self._phase_texts = 0, [""]
        self.phases: ChoiceRow | None = None
        _ = words.gettext
        self.copy = quiet(_("Copy to all phases"))
        self.add_own = secondary(_("Own exercise with pictures …"))
        self.add_own.use_icon(look.icons, "plus")
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        self.add_own.clicked.connect(self._add_own)

    def show_draft(self, draft: PlanDraft) -> None:
        """Show the exercises of the phase in view, or of the last one if that is gone."""
        self.phase = min(self.phase, len(draft.phases) - 1)
        self._show_phases(draft)
        self._show_rows(draft)
        for row in self.rows.values():
            row.show_draft(draft, self.phase)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        head = ColumnsLayout(_GAP, place="middle")
        head.add(question(self._words.gettext("3 · Exercises")), 1, 8)
        head.add(self.copy, 0)
        self._phase_place, self._row_place = QVBoxLayout(), QVBoxLayout()
        self._row_place.setSpacing(_GAP)
        rows = QWidget()
        rows.setLayout(self._row_place)
        self._row_place.setContentsMargins(0, 0, 0, 0)
        self.field = EditorField("", EXERCISES, rows)
        last = FlowLayout(_GAP)
        last.addWidget(self.add_own)
        column.addLayout(head)
        column.addLayout(self._phase_place)
        column.addWidget(self.field)
        column.addLayout(last)

    def _show_phases(self, draft: PlanDraft) -> None:
        _ = self._words.gettext
        texts = [
            _("Phase {number} · {weeks}").format(number=number, weeks=weeks_words(self._words, phase))
            for number, phase in enumerate(draft.phases, start=1)
        ]
        if texts != self._phase_texts:
            if self.phases is not None:
                self._phase_place.removeWidget(self.phases)
                self.phases.deleteLater()
            self._phase_texts = texts
            choices: list[tuple[object, str]] = list(enumerate(texts))
            self.phases = ChoiceRow(_("Phase"), choices, pills=True, show_question=False, clearable=False)
            self.phases.chosen.connect(self._choose_phase)
            self._phase_place.addWidget(self.phases)
        if self.phases is not None:
            self.phases.value = self.phase
            self.phases.setVisible(len(texts) > 1)
        self.copy.setVisible(len(texts) > 1)

    def _show_rows(self, draft: PlanDraft) -> None:
        wanted = {line.entry_id: _made_from(line) for line in draft.lines}
        changed = [name for name in self.rows if wanted.get(name) != self._made_from[name]]
        worked_on = [name for name in changed if self.rows[name].more.is_open and name in wanted]
        for gone in map(self.rows.pop, changed):
            self._row_place.removeWidget(gone)
            gone.setParent(None)
            gone.deleteLater()
        for place, line in enumerate(draft.lines):
            row = self.rows.get(line.entry_id) or self._new_row(line)
            if self._row_place.indexOf(row) != place:
                self._row_place.removeWidget(row)
                self._row_place.insertWidget(place, row)
        self._made_from = wanted
        for entry_id in worked_on:
            self.rows[entry_id].go_on_below()

    def _new_row(self, line: DraftLine) -> ExerciseRow:
        row = ExerciseRow(self._editing, self._words, self._thumbnails, line, parent=self)
        row.own_clicked.connect(self.own_clicked)
        self.rows[line.entry_id] = row
        return row

    @Slot(object)
    def _choose_phase(self, phase: int) -> None:
        self.phase = phase
        self.show_draft(self._editing.draft)
        self.phase_chosen.emit(phase)

    @Slot()
    def _copy(self) -> None:
        self._editing.edit(partial(copy_doses, phase=self.phase))

    @Slot()
    def _add_own(self) -> None:
        self.own_clicked.emit("")


def _made_from(line: DraftLine) -> object:
    """What a row cannot change once it is there."""
    entry = line.entry
    return entry.exercise_id, entry.variant, entry.own and (entry.own.title, entry.own.pictures[:1])
