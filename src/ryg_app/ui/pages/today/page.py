"""The page *I dag* put together, and what happens when something on it is pressed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.domain.owed import DayState
from ryg_app.domain.plan import PlanFile
from ryg_app.ui.diary_parts.appointment import AppointmentCard, NextVisit, appointment_words
from ryg_app.ui.pages.today.answering import Answering
from ryg_app.ui.pages.today.course_card import CourseCard
from ryg_app.ui.pages.today.day import Picture, capitalized, greeting
from ryg_app.ui.pages.today.review_band import ReviewBand
from ryg_app.ui.pages.today.session_card import SessionsCard
from ryg_app.ui.pages.today.sheet_offer import SheetOffer
from ryg_app.ui.widgets.buttons import ActionButton
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.page import Page
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from ryg_app.application.library import ExerciseView, Library
    from ryg_app.application.planning import Planning
    from ryg_app.application.reviews import Reviews
    from ryg_app.application.sessions import Sessions
    from ryg_app.application.today import Today, TodayView
    from ryg_app.domain.course import Appointment
    from ryg_app.domain.exercise import Side
    from ryg_app.domain.session import SessionPlan
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

DOUBLE_PRESS_S = 1.0


class TodayPage(Page):
    """What is owed today, what is done, and the day in four taps."""

    start_clicked = Signal(object)
    take_up_clicked = Signal(object)
    give_up_clicked = Signal(object)
    open_plan_clicked = Signal()
    general_plan_clicked = Signal()
    red_flags_clicked = Signal()
    diary_clicked = Signal()
    sheet_clicked = Signal()
    changed = Signal()

    def __init__(
        self,
        today: Today,
        planning: Planning,
        sessions: Sessions,
        library: Library,
        reviews: Reviews,
        words: Words,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._today = today
        self._planning = planning
        self._sessions = sessions
        self._library = library
        self._words = words
        self._look = look
        self._view: TodayView | None = None
        self._retry: Callable[[], object] | None = None
        self._last_done: datetime | None = None
        self.review = ReviewBand(reviews, words)
        self._build(look)
        self._connect()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the day as it is kept; answers that could not be saved stay as they were tapped."""
        try:
            picture = self._picture()
            views = self._exercise_views(picture.view)
        except RygAppError as error:
            self._all.hide()
            self._show_problem(error)
            return
        self._all.show()
        self._view = picture.view
        self._show_header(picture.view)
        self.sheet_offer.show_day(picture.view)
        self.course.show_course(picture)
        self.exercises.show_day(picture, views)
        self.answering.show_day(picture.view)
        self.review.show_day(picture.view.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # From anywhere on the page, a number typed is the first of the day's numbers.
        if not self.answering.day.take_digit(event):
            super().keyPressEvent(event)

    def main_thing(self) -> QWidget | None:
        """What leads on with the exercises; never a number, which might be taken for a given answer."""
        return self.exercises.next_step()

    def _build(self, look: Look) -> None:
        self.appointment = ActionButton("", "pill")
        self.appointment.use_icon(look.icons, "calendar")
        self.header.add(self.appointment)
        self.appointment_card = AppointmentCard(self._words, look)
        self.sheet_offer = SheetOffer(self._words)
        self.course = CourseCard(self._words)
        self.exercises = SessionsCard(self._words, look)
        self.answering = Answering(self._today, self._words)
        columns = ColumnsLayout()
        columns.add(self.exercises, 3, 20)
        columns.add(self.answering, 2, 19)
        self._all = QWidget()
        stack = QVBoxLayout(self._all)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(self.body.spacing())
        stack.addWidget(self.course)
        stack.addWidget(self.review)
        stack.addLayout(columns)
        stack.addStretch(1)
        self.body.addWidget(self.appointment_card)
        self.body.addWidget(self.sheet_offer)
        self.body.addWidget(self._all, 1)

    def _connect(self) -> None:
        exercises = self.exercises
        self.notice.action_pressed.connect(self._try_again)
        self.appointment.clicked.connect(self._open_appointment)
        self.appointment_card.saved.connect(self._note_appointment)
        self.appointment_card.closed.connect(self._leave_appointment)
        self.sheet_offer.see.clicked.connect(self.sheet_clicked)
        self.course.phase_answered.connect(self._answer_phase)
        self.answering.changed.connect(self._answered)
        self.answering.day_is_over.connect(self.refresh)
        self.review.answer.clicked.connect(self.diary_clicked)
        self.review.skip.clicked.connect(self._skip_review)
        exercises.start_clicked.connect(self.start_clicked)
        exercises.take_up_clicked.connect(self.take_up_clicked)
        exercises.give_up_clicked.connect(self.give_up_clicked)
        exercises.open_plan.clicked.connect(self.open_plan_clicked)
        exercises.general_plan.clicked.connect(self.general_plan_clicked)
        exercises.red_flags.clicked.connect(self.red_flags_clicked)
        exercises.done_clicked.connect(self._done)
        exercises.done_list.taken_back.connect(self._take_back)
        exercises.bad_day_clicked.connect(self._bad_day)
        exercises.bad_day_withdrawn.connect(self._not_after_all)
        exercises.pause_clicked.connect(self._pause)
        exercises.pause_ended.connect(self._end_pause)
        exercises.side_named.connect(self._name_side)

    def _picture(self) -> Picture:
        view = self._today.view()
        if view.plan is None:
            return Picture(view, self._sessions.under_way(), None)
        starts = self._planning.preview_of(PlanFile(view.plan, {}, b"")).starts
        return Picture(view, self._sessions.under_way(), starts)

    def _exercise_views(self, view: TodayView) -> Mapping[str, ExerciseView]:
        if view.plan is None:
            return {}
        return self._library.views_of_plan(view.plan.plan_id, view.plan.revision)

    def _show_header(self, view: TodayView) -> None:
        _ = self._words.gettext
        subtitle = capitalized(self._words.long_date(view.day))
        running = view.owed is not None and view.owed.state not in {DayState.BEFORE, DayState.AFTER}
        if running and view.plan is not None and view.owed is not None:
            week = _("week {week} of {weeks}").format(week=view.owed.week, weeks=view.plan.weeks)
            subtitle = f"{subtitle} · {week}"
        self.set_title(greeting(self._words, view.now), subtitle)
        text_scale = self._look.theme.text_scale
        self.appointment.setText(appointment_words(self._words, view.next_appointment, text_scale))
        self.appointment.setAccessibleName(appointment_words(self._words, view.next_appointment))
        self.appointment.setAccessibleDescription(_("Press to enter, correct or remove the appointment"))

    def _attempt(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except RygAppError as error:
            self._retry = action
            self._show_problem(error)
            return False
        self._retry = None
        self.notice.make_way()
        self.refresh()
        self.changed.emit()
        return True

    def _show_problem(self, error: RygAppError) -> None:
        _ = self._words.gettext
        sentence = error_sentence(self._words, error)
        self.notice.show_message("error", sentence, close=_("Close"), action=_("Try again"))
        self.area.ensureWidgetVisible(self.notice)

    @Slot()
    def _try_again(self) -> None:
        if self._retry is None:
            self.notice.dismiss()
            self.refresh()
        else:
            self._attempt(self._retry)

    @Slot()
    def _answered(self) -> None:
        self.refresh()
        self.changed.emit()

    @Slot()
    def _open_appointment(self) -> None:
        if self._view is not None:
            view = self._view
            self.appointment_card.open_for(NextVisit(view.next_appointment, view.day, view.now))

    @Slot(object)
    def _note_appointment(self, visit: Appointment | None) -> None:
        if self._attempt(partial(self._planning.note_appointment, visit)):
            self._leave_appointment()

    @Slot()
    def _leave_appointment(self) -> None:
        # The focus first: a card hidden with the focus inside would hand it on, and the page would jump.
        self.appointment.setFocus()
        self.appointment_card.hide()

    @Slot(int, bool)
    def _answer_phase(self, phase: int, accepted: bool) -> None:  # noqa: FBT001 - the signature of the signal
        # Never on to the opposite answer: a key pressed once more must not take this one back.
        if self._attempt(partial(self._planning.answer_phase, phase, accepted=accepted)):
            self.take_focus()

    @Slot()
    def _skip_review(self) -> None:
        if self._attempt(self.review.skip_both):
            self.take_focus()

    @Slot(object)
    def _done(self, session: SessionPlan) -> None:
        if self._attempt(partial(self._mark_done, session)) and self.exercises.done.isHidden():
            self.exercises.done_list.undo_button().setFocus()

    def _mark_done(self, session: SessionPlan) -> None:
        # The button stays in place for the next session: a double-click must not mark that one too.
        now = self._today.view().now
        if self._last_done is None or (now - self._last_done).total_seconds() >= DOUBLE_PRESS_S:
            self._today.done_without_computer(session)
            self._last_done = now

    @Slot(str)
    def _take_back(self, session_id: str) -> None:
        self._last_done = None
        if self._attempt(partial(self._today.take_back, session_id)):
            self.exercises.done.setFocus()

    @Slot()
    def _bad_day(self) -> None:
        if self._attempt(self._planning.mark_flare):
            self.exercises.not_after_all.setFocus()

    @Slot()
    def _not_after_all(self) -> None:
        if self._attempt(partial(self._planning.mark_flare, withdrawn=True)):
            self.exercises.bad_day.setFocus()

    @Slot()
    def _pause(self) -> None:
        if self._view is not None and self._attempt(
            partial(self._planning.pause, self._view.day, self._view.day)
        ):
            self.exercises.end_pause.setFocus()

    @Slot()
    def _end_pause(self) -> None:
        if self._attempt(self._planning.end_pause):
            self.exercises.start.setFocus()

    @Slot(object)
    def _name_side(self, side: Side) -> None:
        if self._attempt(partial(self._planning.name_side, side)):
            self.exercises.start.setFocus()
