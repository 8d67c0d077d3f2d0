"""The exercises page: a list, and the chosen exercise beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.application.library import ExerciseView
from ryg_app.domain.errors import RygAppError
from ryg_app.ui.accessibility import name
from ryg_app.ui.exercise_text import exercise_text
from ryg_app.ui.figure import LoopingFigure
from ryg_app.ui.pages.exercises.choice import ExerciseChoice
from ryg_app.ui.pages.exercises.detail import ExerciseDetail
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.page import Page
from ryg_app.ui.widgets.roving import RovingFocus
from ryg_app.wording.sentences import dose_words, error_sentence

if TYPE_CHECKING:
    from ryg_app.application.library import Library
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words


class ExercisesPage(Page):
    """Shows the plan's exercises first, then the others; `try_clicked` carries what is to be tried.

    Its arguments are a `SessionExercise` and the `ExerciseView` with the words of the chosen variant.
    """

    try_clicked = Signal(object, object)

    def __init__(
        self,
        library: Library,
        words: Words,
        look: Look,
        *,
        still: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words.gettext("Exercises"), parent=parent)
        self._library, self._words, self._look = library, words, look
        self._still = still
        self._loaded: dict[str, ExerciseView] = {}
        self._views: dict[str, ExerciseView] = {}
        self._current = ""
        self.choices: list[ExerciseChoice] = []
        self.detail: ExerciseDetail | None = None
        self._list = QWidget()
        self._roving = RovingFocus(self._list)
        name(self._list, words.gettext("All exercises"))
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(6)
        self._detail_column = QVBoxLayout()
        columns = ColumnsLayout(24, place="top")
        columns.add(self._list, 1, 14)
        columns.add(self._detail_column, 2, 22)
        self.body.addLayout(columns)
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the exercises as the plan has them now; the one that was looked at stays in view."""
        self.set_title(self._words.gettext("Exercises"), self._phase())
        views = {_key(view): view for view in self._every_exercise()}
        if views == self._loaded:
            return
        self._loaded, self._views = views, dict(views)
        self._fill_list()
        self._show(self._current if self._current in views else next(iter(views)))

    def main_thing(self) -> QWidget:
        """The exercise that is looked at, in the list."""
        return next(choice for choice in self.choices if choice.key == self._current)

    def set_still(self, still: bool) -> None:  # noqa: FBT001 - a property of the page, as in Qt
        """Show pictures instead of movements."""
        self._still = still
        if self.detail is not None:
            self.detail.set_still(still)

    def _phase(self) -> str:
        try:
            today = self._library.phase_today()
        except RygAppError:
            return ""  # said where the exercises are read
        if today is None:
            return ""
        number, phase = today
        return self._words.gettext("Phase {number}").format(number=number) + f" · {phase.title}"

    def _every_exercise(self) -> tuple[ExerciseView, ...]:
        try:
            return self._library.all_exercises()
        except RygAppError as error:
            self._tell(error)
            catalogue = self._library.exercises.values()
            return tuple(ExerciseView(None, exercise, exercise.variant(None), None) for exercise in catalogue)

    def _tell(self, error: RygAppError) -> None:
        close = self._words.gettext("Close")
        self.notice.show_message("error", error_sentence(self._words, error), close=close)

    def _fill_list(self) -> None:
        had_focus = any(choice.hasFocus() for choice in self.choices)
        for old in self.choices:
            self._list_column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._roving.deleteLater()
        self._roving = roving = RovingFocus(self._list)
        self.choices = [self._choice(key, view) for key, view in self._views.items()]
        for choice in self.choices:
            self._list_column.addWidget(choice)
            roving.add(choice)
        if had_focus:
            self.choices[0].setFocus()

    def _choice(self, key: str, view: ExerciseView) -> ExerciseChoice:
        title = exercise_text(self._words, view).title
        choice = ExerciseChoice(key, title, self._remark(view), self._list)
        choice.clicked.connect(self._chosen)
        return choice

    def _remark(self, view: ExerciseView) -> str:
        _ = self._words.gettext
        if view.entry is None:
            has_plan = any(other.entry is not None for other in self._views.values())
            return _("Not in your plan") if has_plan else ""
        if view.dose is None:
            return _("Not in this part of your plan")
        return dose_words(self._words, view.dose, view.entry.sides)

    @Slot()
    def _chosen(self) -> None:
        for choice in self.choices:
            if choice.isChecked():
                self._show(choice.key)
                self._bring_detail_into_view()

    def _show(self, key: str) -> None:
        self._current = key
        for choice in self.choices:
            choice.setChecked(choice.key == key)
        view = self._views[key]
        detail = ExerciseDetail(self._words, view, self._remark(view), self._movement(view))
        detail.try_clicked.connect(self._try)
        detail.variant_chosen.connect(self._show_variant)
        old, self.detail = self.detail, detail
        self._detail_column.addWidget(detail)
        if old is not None:
            if old.try_once.hasFocus():
                detail.try_once.setFocus()
            self._detail_column.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _movement(self, view: ExerciseView) -> LoopingFigure | None:
        """Return the movement as it would be tried, the first side of it."""
        motion = view.variant.figure if view.variant else None
        if motion is None:
            return None
        try:
            tried = self._library.trial_of(view)
        except RygAppError as error:
            self._tell(error)
            return None
        figure = LoopingFigure(self._look, self._words)
        figure.show_motion(motion, tried.sides[0] if tried.sides else None, tried.dose)
        figure.set_still(self._still)
        return figure

    @Slot(object)
    def _show_variant(self, variant: object) -> None:
        view = self._views[self._current]
        if view.exercise is None:
            return
        self._views[self._current] = replace(view, variant=view.exercise.variants[str(variant)])
        self._show(self._current)
        if self.detail is not None and self.detail.variants is not None:
            self.detail.variants.button(variant).setFocus()

    @Slot()
    def _try(self) -> None:
        view = self._views[self._current]
        try:
            tried = self._library.trial_of(view, view.variant.name if view.variant else None)
        except RygAppError as error:
            self._tell(error)
            return
        self.try_clicked.emit(tried, view)

    def _bring_detail_into_view(self) -> None:
        if self.detail is not None and self.detail.y() > self._list.y() + self._list.height() // 2:
            self.area.ensureWidgetVisible(self.detail, 0, self.area.viewport().height() // 2)


def _key(view: ExerciseView) -> str:
    if view.entry is not None:
        return view.entry.entry_id
    # A plan's own identifiers cannot hold a colon.
    return f"catalogue:{view.exercise.exercise_id}" if view.exercise else ""
