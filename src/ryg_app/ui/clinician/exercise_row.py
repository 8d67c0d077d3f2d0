"""One exercise in the editor: its switch, what to clear first, and how much."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ryg_app.domain.plan_draft.edits import allowed_doses, set_dose, switch
from ryg_app.ui.clinician.dose_fields import USUAL, DoseFields
from ryg_app.ui.clinician.exercise_details import ExerciseDetails
from ryg_app.ui.widgets.beside_picture import BesidePicture
from ryg_app.ui.widgets.buttons import quiet
from ryg_app.ui.widgets.disclosure import Disclosure
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import small
from ryg_app.ui.widgets.switch import Switch
from ryg_app.wording.plan_words import exercise_title

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ryg_app.domain.dose import Dose
    from ryg_app.domain.plan_draft import DraftLine, PlanDraft
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.ui.thumbnails import Thumbnails
    from ryg_app.wording.catalogues import Words

_RADIUS = 12
_GAP = 6
_WORDS_EM = 16


class ExerciseRow(QFrame):
    """`own_clicked` asks for the words of an own exercise; everything else goes to the draft."""

    own_clicked = Signal(str)

    def __init__(
        self, editing: Editing, words: Words, thumbnails: Thumbnails, line: DraftLine, *, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._editing, self._words = editing, words
        self.entry_id, self._phase = line.entry_id, 0
        exercises = editing.plans.exercises
        self.exercise = exercises.get(line.entry.exercise_id or "")
        self.title = exercise_title(words, line.entry, exercises)
        self.setAccessibleName(self.title)
        self.switch = Switch(self.title)
        self.switch.setProperty("role", "title-switch")
        self.doses = DoseFields(words, self.title, USUAL, allowed_doses(line.entry, exercises))
        self._make_absent()
        self.more = Disclosure(words.gettext("More"))
        self.more.heading.setAccessibleName(
            words.gettext("More about {exercise}").format(exercise=self.title)
        )
        self._details: ExerciseDetails | None = None
        self._lay_out(thumbnails, line)
        self.switch.clicked.connect(self._switched)
        self.doses.edited.connect(self._dose_edited)
        self.more.toggled.connect(self._on_more)

    def show_draft(self, draft: PlanDraft, phase: int) -> None:
        """Show the line as it stands, with the doses of one phase (counted from 0)."""
        self._phase = phase
        line, dose = draft.line(self.entry_id), draft.phases[phase].doses.get(self.entry_id)
        self.switch.setChecked(line.on)
        self.doses.setVisible(line.on and dose is not None)
        self._absent.setVisible(line.on and dose is None)
        self.more.setVisible(line.on)
        if dose is not None:
            self.doses.show_dose(dose, f"phases[{phase + 1}].doses.{self.entry_id}")
        if self._details is not None:
            self._details.show_draft(draft, phase)

    def go_on_below(self) -> None:
        """Stand open as the row did in whose place this one has come, with the focus where it was."""
        self.more.is_open = True
        if self._details is not None and self._details.variant is not None:
            self._details.variant.stop.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()

    def _make_absent(self) -> None:
        _ = self._words.gettext
        self._absent = QWidget()
        self.take_in = quiet(_("Take it into this phase"))
        self.take_in.setAccessibleName(f"{self.take_in.text()}: {self.title}")
        self.take_in.clicked.connect(self._take_in)
        flow = FlowLayout(_GAP, self._absent)
        flow.addWidget(small(_("Not in this phase.")))
        flow.addWidget(self.take_in)

    def _lay_out(self, thumbnails: Thumbnails, line: DraftLine) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.switch)
        if self.exercise is not None:
            column.addWidget(small(self.exercise.for_clinician.in_language(self._words.language)))
        column.addWidget(self.doses)
        column.addWidget(self._absent)
        figure = self.exercise.variant(line.entry.variant).figure if self.exercise else None
        own = line.entry.own
        photo = self._editing.draft.pictures.get(own.pictures[0], b"") if own and own.pictures else b""
        painter = thumbnails.painter_of(figure, None, photo)
        beside = BesidePicture(content, thumbnails.room, painter, at_least_em=_WORDS_EM, at_top=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 8, 14, 8)
        outer.setSpacing(_GAP)
        outer.addWidget(beside)
        outer.addWidget(self.more)

    @Slot(bool)
    def _switched(self, on: bool) -> None:  # noqa: FBT001 - what the signal carries
        exercises = self._editing.plans.exercises
        self._editing.edit(partial(switch, entry_id=self.entry_id, exercises=exercises, on=on))

    @Slot(object, str)
    def _dose_edited(self, dose: Dose, field: str) -> None:
        place = self._phase
        self._editing.edit(
            lambda draft: set_dose(draft, place, self.entry_id, dose), f"{self.entry_id} {place} {field}"
        )

    @Slot()
    def _take_in(self) -> None:
        place, draft = self._phase, self._editing.draft
        planned = [p.doses[self.entry_id] for p in draft.phases if self.entry_id in p.doses]
        self._editing.edit(lambda before: set_dose(before, place, self.entry_id, planned[0]))

    @Slot(bool)
    def _on_more(self, is_open: bool) -> None:  # noqa: FBT001 - what the signal carries
        if not is_open or self._details is not None:
            return
        self._details = ExerciseDetails(self._editing, self._words, self)
        self._details.own_clicked.connect(self.own_clicked)
        self.more.body.addWidget(self._details)
        self._details.show_draft(self._editing.draft, self._phase)
