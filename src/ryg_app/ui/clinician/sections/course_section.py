"""How long the course is, and its phases."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.plan_draft.phases import (
    begin_phase,
    may_split,
    name_phase,
    remove_phase,
    set_weeks,
    split_phase,
)
from ryg_app.domain.plan_limits import TITLE, WEEKS
from ryg_app.ui.clinician.fields import LineField, NumberField
from ryg_app.ui.clinician.phase_bar import PhaseBar
from ryg_app.ui.clinician.sections.section import Section
from ryg_app.ui.widgets.buttons import quiet
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import small
from ryg_app.wording.sentences import weeks_words

if TYPE_CHECKING:
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.ui.widgets.buttons import ActionButton
    from ryg_app.wording.catalogues import Words


class CourseSection(Section):
    """Weeks, and where the phases begin."""

    def __init__(self, editing: Editing, words: Words) -> None:
        super().__init__(editing, words, words.gettext("Course"))

    def summary(self, draft: PlanDraft) -> str:
        words, phases = self.words, len(draft.phases)
        weeks = words.ngettext("{number} week", "{number} weeks", draft.weeks).format(number=draft.weeks)
        counted = words.ngettext("{number} phase", "{number} phases", phases).format(number=phases)
        return f"{weeks}, {counted}"

    def make(self) -> None:
        _ = self.words.gettext
        self.weeks = NumberField(self.words, _("Weeks in all"), "weeks", WEEKS)
        self.bar = PhaseBar(self.words)
        self.rows: list[PhaseRow] = []
        self._rows = QVBoxLayout()
        self.body.addWidget(self.weeks)
        self.body.addWidget(small(_("Drag the boundaries between the phases, or move them with arrow keys.")))
        self.body.addWidget(self.bar)
        self.body.addLayout(self._rows)
        said = _("No dose rises by itself: when a phase comes, the patient is asked whether to change.")
        self.body.addWidget(small(said))
        self.weeks.edited.connect(self._weeks_edited)
        self.bar.moved.connect(self._boundary_moved)

    def fill(self, draft: PlanDraft) -> None:
        self.weeks.show_value(draft.weeks)
        self.bar.show_draft(draft)
        while len(self.rows) > len(draft.phases):
            gone = self.rows.pop()
            self._rows.removeWidget(gone)
            gone.setParent(None)
            gone.deleteLater()
        while len(self.rows) < len(draft.phases):
            row = PhaseRow(self.words, len(self.rows))
            row.titled.connect(self._titled)
            row.split_clicked.connect(self._split)
            row.removed.connect(self._removed)
            self._rows.addWidget(row)
            self.rows.append(row)
        for row in self.rows:
            row.show_draft(draft)

    @Slot(object)
    def _weeks_edited(self, weeks: int) -> None:
        # On the way to «10» stands «1», which alone would leave the first phase and nothing else.
        self.editing.edit_afresh(partial(set_weeks, weeks=weeks), "weeks")

    @Slot(int, int)
    def _boundary_moved(self, phase: int, week: int) -> None:
        self.edit(partial(begin_phase, phase=phase, first_week=week), f"phase {phase}")

    @Slot(int, object)
    def _titled(self, phase: int, title: str) -> None:
        self.edit(partial(name_phase, phase=phase, title=title), f"title {phase}")

    @Slot(int)
    def _split(self, phase: int) -> None:
        title = self.words.gettext("New phase")
        self.edit(partial(split_phase, phase=phase, title=title))

    @Slot(int)
    def _removed(self, phase: int) -> None:
        self.edit(partial(remove_phase, phase=phase))


class PhaseRow(QWidget):
    """Each signal carries the phase, counted from 0."""

    titled = Signal(int, object)
    split_clicked = Signal(int)
    removed = Signal(int)

    def __init__(self, words: Words, phase: int) -> None:
        super().__init__()
        _ = words.gettext
        self._words, self._phase = words, phase
        named = _("Phase {number}").format(number=phase + 1)
        name = _("Title of phase {number}").format(number=phase + 1)
        self.title = LineField(named, f"phases[{phase + 1}].title", TITLE, name=name)
        self.split = self._button(_("Split in two"), named)
        self.remove = self._button(_("Remove"), named)
        buttons = FlowLayout(4)
        buttons.addWidget(self.split)
        buttons.addWidget(self.remove)
        row = ColumnsLayout(8, self, place="bottom")
        row.add(self.title, 1, 14)
        row.add(buttons, 0)
        self.title.edited.connect(self._on_title)
        self.split.clicked.connect(self._on_split)
        self.remove.clicked.connect(self._on_remove)

    def show_draft(self, draft: PlanDraft) -> None:
        """Show the phase as it stands."""
        phase = draft.phases[self._phase]
        self.title.set_caption(
            self._words.gettext("Phase {number} · {weeks}").format(
                number=self._phase + 1, weeks=weeks_words(self._words, phase)
            )
        )
        self.title.show_value(phase.title)
        self.split.setEnabled(may_split(draft, self._phase))
        self.remove.setVisible(len(draft.phases) > 1)

    def _button(self, text: str, named: str) -> ActionButton:
        button = quiet(text)
        button.setAccessibleName(f"{text}: {named}")
        return button

    @Slot(object)
    def _on_title(self, title: str) -> None:
        self.titled.emit(self._phase, title)

    @Slot()
    def _on_split(self) -> None:
        self.split_clicked.emit(self._phase)

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self._phase)
