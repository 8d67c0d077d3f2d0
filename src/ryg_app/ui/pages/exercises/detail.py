"""All that is known about one exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ryg_app.ui.exercise_text import exercise_text
from ryg_app.ui.pictures import picture
from ryg_app.ui.widgets.buttons import primary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import TextLabel, badge, body, muted, page_title, question, small
from ryg_app.wording.sentences import position_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ryg_app.application.library import ExerciseView
    from ryg_app.domain.exercise import Exercise
    from ryg_app.ui.exercise_text import ExerciseText
    from ryg_app.ui.figure import LoopingFigure
    from ryg_app.wording.catalogues import Words

PICTURE_ROOM = QSize(520, 390)
FIGURE_HEIGHT = 260


class ExerciseDetail(Card):
    """One exercise in full; built anew for another exercise or another way of doing it."""

    try_clicked = Signal()
    variant_chosen = Signal(object)

    def __init__(
        self, words: Words, view: ExerciseView, remark: str, movement: LoopingFigure | None = None
    ) -> None:
        super().__init__()
        self._words, self._view = words, view
        self.movement = movement
        text = exercise_text(words, view)
        self.setAccessibleName(text.title)
        self.try_once = primary(words.gettext("Try it once"))
        self.try_once.setAccessibleDescription(words.gettext("Nothing is saved of a trial."))
        self.try_once.clicked.connect(self.try_clicked)
        self.variants = self._variant_row()
        self._add_head(text, remark)
        self._add_instructions(text)
        self._add_pictures(text)
        self._add_note(text)
        if view.exercise is not None:
            self._add_cautions(view.exercise)
        self.body.addStretch(1)

    def _add_head(self, text: ExerciseText, remark: str) -> None:
        self.body.addWidget(page_title(text.title))
        facts = FlowLayout(8)
        for fact in (position_word(self._words, text.position), remark):
            if fact:
                facts.addWidget(badge(fact))
        self.body.addLayout(facts)
        if self.variants is not None:
            self.body.addWidget(self.variants)
        self._add_movement(text)
        row = FlowLayout(12)
        row.addWidget(self.try_once)
        row.addWidget(muted(self._words.gettext("Nothing is saved of a trial.")))
        self.body.addLayout(row)

    def set_still(self, still: bool) -> None:  # noqa: FBT001 - a property of the widget, as in Qt
        """Show a picture instead of the movement."""
        if self.movement is not None:
            self.movement.set_still(still)

    def _add_movement(self, text: ExerciseText) -> None:
        if self.movement is None:
            return
        self.movement.set_description(text.title, " ".join(text.steps))
        self.movement.figure.setMinimumHeight(FIGURE_HEIGHT)
        self.movement.figure.setMaximumHeight(FIGURE_HEIGHT)
        self.body.addWidget(self.movement)

    def _variant_row(self) -> ChoiceRow | None:
        exercise, variant = self._view.exercise, self._view.variant
        if exercise is None or variant is None or len(exercise.variants) == 1:
            return None
        options = [(v.name, position_word(self._words, v.position)) for v in exercise.variants.values()]
        row = ChoiceRow(self._words.gettext("Way of doing it"), options, pills=True, clearable=False)
        row.value = variant.name
        row.chosen.connect(self.variant_chosen)
        return row

    def _add_instructions(self, text: ExerciseText) -> None:
        _ = self._words.gettext
        self._add_section(_("Start position"), [text.start])
        steps = [line for line in text.steps if line]
        if steps:
            self.body.addWidget(question(_("How to do it")))
            self.body.addWidget(_lines(((f"{n}.", line) for n, line in enumerate(steps, start=1))))
        self._add_section(_("Feel"), [text.feel])
        self._add_section(_("Avoid"), [text.avoid])

    def _add_section(self, heading: str, paragraphs: Iterable[str]) -> None:
        for paragraph in paragraphs:
            if paragraph:
                part = QVBoxLayout()
                part.setSpacing(2)
                part.addWidget(question(heading))
                part.addWidget(body(paragraph))
                self.body.addLayout(part)

    def _add_pictures(self, text: ExerciseText) -> None:
        _ = self._words.gettext
        for number, data in enumerate(self._view.pictures, start=1):
            image = picture(data, PICTURE_ROOM)
            if image is None:
                self.body.addWidget(muted(_("A picture could not be shown.")))
                continue
            label = QLabel()
            label.setPixmap(QPixmap.fromImage(image))
            name = _("Picture {number} of {exercise}").format(number=number, exercise=text.title)
            label.setAccessibleName(name)
            self.body.addWidget(label)

    def _add_note(self, text: ExerciseText) -> None:
        if text.note:
            quote = QFrame()
            quote.setProperty("role", "quote")
            lines = QVBoxLayout(quote)
            lines.addWidget(small(self._words.gettext("From your physiotherapist")))
            lines.addWidget(body(text.note))
            self.body.addWidget(quote)

    def _add_cautions(self, exercise: Exercise) -> None:
        _ = self._words.gettext
        rule = QFrame()
        rule.setProperty("role", "rule")
        self.body.addWidget(rule)
        said = [caution.in_language(self._words.language) for caution in exercise.cautions]
        if said:
            self.body.addWidget(question(_("Before you begin")))
            self.body.addWidget(_lines(("\N{BULLET}", caution) for caution in said))
        if exercise.sign_off.by is None:
            self.body.addWidget(small(_("These texts still need clinical sign-off.")))
        source = exercise.source.in_language(self._words.language)
        self.body.addWidget(small(_("Source: {source}").format(source=source)))


def _lines(lines: Iterable[tuple[str, str]]) -> QWidget:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for mark, line in lines:
        row = QHBoxLayout()
        row.setSpacing(10)
        label = TextLabel(mark, "muted")
        label.setWordWrap(False)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(body(line), 1)
        column.addLayout(row)
    return block
