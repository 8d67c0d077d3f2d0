"""*Plan*: the plan in force in plain words, pause, and changing to another plan."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.ui.diary_parts.pauses import PausesPart
from ryg_app.ui.pages.plan.reminders_card import RemindersCard
from ryg_app.ui.plan_text import plan_cards
from ryg_app.ui.widgets.buttons import primary, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.into_view import bring_into_view
from ryg_app.ui.widgets.labels import body
from ryg_app.ui.widgets.page import Page
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ryg_app.application.app import Reminders
    from ryg_app.application.course import Course
    from ryg_app.application.planning import Planning
    from ryg_app.domain.course import Pause
    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.plan import Plan
    from ryg_app.ui.diary_parts.pause_form import WantedPause
    from ryg_app.wording.catalogues import Words


class PlanPage(Page):
    """Shows the plan; opening another file goes by way of its preview."""

    open_plan_clicked = Signal()
    choose_exercises_clicked = Signal()
    calendar_clicked = Signal()
    handout_clicked = Signal()
    changed = Signal()

    def __init__(
        self,
        course: Course,
        planning: Planning,
        reminders: Reminders | None,
        exercises: Mapping[str, Exercise],
        words: Words,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words.gettext("Plan"), parent=parent)
        self._course = course
        self._planning = planning
        self.reminders = RemindersCard(reminders, words) if reminders is not None else None
        self._exercises = exercises
        self._words = words
        self._text: QWidget | None = None
        self._told_plan: Plan | None = None
        self._build()
        self.refresh()

    def _build(self) -> None:
        self._text_place = QVBoxLayout()
        beside = QVBoxLayout()
        for column in (self._text_place, beside):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self.body.spacing())
        if self.reminders is not None:
            self.reminders.changed.connect(self._on_reminders_changed)
            self.reminders.failed.connect(self._on_reminders_failed)
            self.reminders.calendar_clicked.connect(self.calendar_clicked)
            beside.addWidget(self.reminders)
        beside.addWidget(self._pause_card())
        beside.addWidget(self._change_card())
        columns = ColumnsLayout(self.body.spacing(), place="top")
        columns.add(self._text_place, 5, 20)
        columns.add(beside, 3, 17)
        self.body.addLayout(columns)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show the plan as it stands."""
        try:
            plan = self._course.plan()
            self.previous.setVisible(self._planning.has_previous())
        except RygAppError as error:
            self._show_text(None)
            self._pause.hide()
            self._show_reminders(shown=False)
            self._show_error(error)
            return
        self.set_title(self._words.gettext("Plan"), self._subtitle(plan))
        self._show_text(plan)
        self._show_change(plan)
        self._pause.setVisible(plan is not None)
        if plan is not None:
            self.pauses.show_pauses(self._course.record().pauses, self._course.today())
        self._show_reminders(shown=plan is not None)

    def leave(self) -> bool:
        """Save the times that were changed and not saved; ``False`` if that could not be done."""
        return self.reminders is None or self.reminders.times.leave()

    def show_reminders(self) -> None:
        """Bring the reminders into view, which may stand far below; without a plan there are none."""
        if self.reminders is not None and self.reminders.isVisible():
            self.reminders.on.setFocus()
            bring_into_view(self.reminders)

    def _show_reminders(self, *, shown: bool) -> None:
        if self.reminders is None:
            return
        try:
            if shown:
                self.reminders.refresh()
        except RygAppError as error:
            self._show_error(error)
            shown = False
        self.reminders.setVisible(shown)

    def _show_text(self, plan: Plan | None) -> None:
        if plan == self._told_plan:
            return
        self._told_plan = plan
        if self._text is not None:
            self._text_place.removeWidget(self._text)
            self._text.hide()
            self._text.deleteLater()
        self._text = plan_cards(self._words, plan, self._exercises) if plan else None
        if self._text is not None:
            self._text_place.addWidget(self._text)

    def _show_change(self, plan: Plan | None) -> None:
        _ = self._words.gettext
        self.handout.setVisible(plan is not None)
        # What puts another plan in the place of this one is not what somebody most likely came for.
        self.open_file.take_role("primary" if plan is None else "secondary")
        if plan is None:
            self._change.set_title(_("Your plan"))
            self._told.setText(_("Open the file from your physiotherapist, or choose exercises yourself."))
        else:
            self._change.set_title(_("Another plan"))
            self._told.setText(_("A new plan takes the place of the one you have. Your diary stays."))

    def _subtitle(self, plan: Plan | None) -> str:
        _ = self._words.gettext
        adoptions = self._course.record().adoptions
        if plan is None or not adoptions:
            return _("You have no plan yet.")
        start = self._words.full_date(adoptions[-1].start)
        return _("{title} · began on {date}").format(title=plan.title, date=start)

    def _change_card(self) -> Card:
        _ = self._words.gettext
        self._change, self._told = Card(), body()
        self._change.body.addWidget(self._told)
        buttons = FlowLayout(12)
        self.open_file = primary(_("Open a plan file …"))
        self.choose = secondary(_("Choose exercises myself …"))
        self.previous = secondary(_("Go back to the previous plan"))
        self.handout = secondary(_("Print the exercise sheet …"))
        self.handout.clicked.connect(self.handout_clicked)
        self.open_file.clicked.connect(self.open_plan_clicked)
        self.choose.clicked.connect(self.choose_exercises_clicked)
        self.previous.clicked.connect(self._on_previous)
        for button in (self.open_file, self.choose, self.previous, self.handout):
            buttons.addWidget(button)
        self._change.body.addLayout(buttons)
        return self._change

    def _pause_card(self) -> Card:
        _ = self._words.gettext
        self._pause = Card(_("Pause"))
        self._pause.body.addWidget(
            body(_("Ill or on holiday? In a pause nothing is owed, and the days are not counted."))
        )
        self.pauses = PausesPart(self._words, self._course.today())
        self.pauses.wanted.connect(self._on_pause)
        self.pauses.ended.connect(self._on_end_pause)
        self.pauses.called_off.connect(self._on_call_off)
        self._pause.body.addWidget(self.pauses)
        return self._pause

    @Slot(object)
    def _on_pause(self, wanted: WantedPause) -> None:
        if self._do(partial(wanted.keep, self._planning)):
            self.pauses.close_form()

    @Slot(object)
    def _on_call_off(self, pause: Pause) -> None:
        if self._do(partial(self._planning.call_off_pause, pause)):
            self.pauses.close_form()

    @Slot()
    def _on_end_pause(self) -> None:
        if self._do(self._planning.end_pause):
            self.pauses.close_form()

    @Slot()
    def _on_reminders_changed(self) -> None:
        self._do(lambda: None)

    @Slot(object)
    def _on_reminders_failed(self, error: RygAppError) -> None:
        self._show_error(error)
        self._show_reminders(shown=True)  # a switch stands as it is kept, not as it was pressed

    @Slot()
    def _on_previous(self) -> None:
        self._do(self._planning.bring_back_previous)

    def _do(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except RygAppError as error:
            self._show_error(error)
            return False
        self.notice.make_way()
        self.refresh()
        self.changed.emit()
        return True

    @Slot(object)
    def _show_error(self, error: RygAppError) -> None:
        close = self._words.gettext("Close")
        self.notice.show_message("error", error_sentence(self._words, error), close=close)
        self.area.ensureWidgetVisible(self.notice)
