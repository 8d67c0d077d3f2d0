"""The two questions of a review week: the patient's own activities, and the change since the beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.review import MOST_ACTIVITIES, GlobalChange
from ryg_app.ui.pages.diary.activity_field import ActivityField
from ryg_app.ui.pages.diary.review_words import review_lines
from ryg_app.ui.widgets.buttons import quiet, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body, question, small
from ryg_app.wording.diary_words import global_change_word

if TYPE_CHECKING:
    from ryg_app.application.reviews import ReviewWeek
    from ryg_app.domain.review import ActivityScore
    from ryg_app.wording.catalogues import Words

_GAP = 16
CITATION = "Patient-Specific Functional Scale: Stratford P. et al., Physiother Can 1995; 47: 258-263."


class ReviewCard(Card):
    """Asks once. Emits `answered` with activities and change, `undone` to take the last answer back."""

    answered = Signal(object, object)
    undone = Signal()

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._week: ReviewWeek | None = None
        self._filled: tuple[object, object] = ((), None)
        self._asking, self._told = QWidget(), QWidget()
        self._make_asking()
        self._make_told()
        self.body.addWidget(self._asking)
        self.body.addWidget(self._told)

    @property
    def activities(self) -> tuple[ActivityScore, ...]:
        """What stands in the fields that hold a text."""
        return tuple(known for field in self.fields if (known := field.activity) is not None)

    @property
    def has_typed(self) -> bool:
        """Whether something was answered here that is not kept."""
        return not self._asking.isHidden() and (self.activities, self.change.value) != self._filled

    def show_week(self, week: ReviewWeek, *, can_undo: bool) -> None:
        """Ask, or tell what was answered; what is being typed stays while the week is the same."""
        self.undo.setVisible(can_undo)
        if week != self._week:
            self._fill(week)
        self._week = week

    def take_focus(self) -> None:
        """Give the focus to the first thing to answer."""
        self.fields[0].editor.setFocus()

    def _fill(self, week: ReviewWeek) -> None:
        _ = self._words.gettext
        self.set_title(_("Extra questions in week {week}").format(week=week.week))
        review = week.review
        kept = review.activities if review else ()
        for place, field in enumerate(self.fields):
            known = kept[place] if place < len(kept) else None
            named = week.named[place] if place < len(week.named) and review is None else ""
            field.show_activity(known.text if known else named, known.score if known else None)
        self.change.value = review.change if review else None
        self._filled = (self.activities, self.change.value)
        self._show_fields()
        self.lines.setText("\n".join(review_lines(self._words, review)) if review else "")
        self._show_asking(asking=review is None)

    def _show_asking(self, *, asking: bool) -> None:
        self._asking.setVisible(asking)
        self._told.setVisible(not asking)

    def _make_asking(self) -> None:
        _ = self._words.gettext
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(small(_("Asked this week only. You can skip one or both.")))
        column.addWidget(
            question(
                _(
                    "Please name up to three important activities that you are unable to do, "
                    "or that are difficult for you, because of your problem."
                )
            )
        )
        self.fields = [ActivityField(self._words, place + 1) for place in range(MOST_ACTIVITIES)]
        for field in self.fields:
            column.addWidget(field)
            field.named.connect(self._show_fields)
        column.addWidget(small(CITATION))
        steps = [(change, global_change_word(self._words, change)) for change in GlobalChange]
        told = _("Think of how you were when you began. How are your back and your leg now?")
        self.change = ChoiceRow(told, steps, pills=True)
        column.addWidget(self.change)
        column.addLayout(self._actions())

    def _actions(self) -> FlowLayout:
        _ = self._words.gettext
        self.save, self.skip = secondary(_("Save the answers")), quiet(_("Skip"))
        self.skip.setAccessibleName(_("Skip the extra questions"))
        self.save.clicked.connect(self.tell_typed)
        self.skip.clicked.connect(self._skip)
        actions = FlowLayout(_GAP)
        actions.addWidget(self.save)
        actions.addWidget(self.skip)
        return actions

    def _make_told(self) -> None:
        _ = self._words.gettext
        self.lines, self.correct, self.undo = body(), secondary(_("Correct")), quiet(_("Undo"))
        self.correct.setAccessibleName(_("Correct the extra answers"))
        self.undo.setAccessibleName(_("Undo the extra answers"))
        self.correct.clicked.connect(self._correct)
        self.undo.clicked.connect(self.undone)
        actions = FlowLayout(_GAP)
        actions.addWidget(self.correct)
        actions.addWidget(self.undo)
        column = QVBoxLayout(self._told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.lines)
        column.addLayout(actions)

    @Slot()
    def _show_fields(self) -> None:
        # One field more than there are activities, so that three empty ones do not ask for three.
        empty = next((place for place, field in enumerate(self.fields) if not field.text), MOST_ACTIVITIES)
        for place, field in enumerate(self.fields):
            field.setVisible(place <= empty or bool(field.text))

    @Slot()
    def tell_typed(self) -> None:
        """Tell what is answered."""
        self.answered.emit(self.activities, self.change.value)

    @Slot()
    def _skip(self) -> None:
        self.answered.emit((), None)

    @Slot()
    def _correct(self) -> None:
        self._show_asking(asking=True)
        self.take_focus()
