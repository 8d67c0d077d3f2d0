"""The right-hand column of the diary: the calendar, and what else can be said of the day and the course."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.ui.diary_parts.appointment import NextVisit
from ryg_app.ui.diary_parts.pauses import PausesPart
from ryg_app.ui.pages.diary.month import MonthCard
from ryg_app.ui.pages.diary.questions_card import QuestionsCard
from ryg_app.ui.pages.diary.that_day import ThatDayCard
from ryg_app.ui.pages.diary.visit import VisitPart
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.notice import Notice
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from ryg_app.application.diary import DayMark, Diary, DiaryView
    from ryg_app.application.planning import Planning
    from ryg_app.application.questions import Questions
    from ryg_app.domain.course import Appointment, Pause
    from ryg_app.domain.questions import OwnQuestion
    from ryg_app.domain.session import SessionPlan
    from ryg_app.ui.diary_parts.pause_form import WantedPause
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

_GAP = 16


class Beside(QWidget):
    """Keeps each thing as it is pressed. Emits `changed` once it is kept, `failed` if it could not be."""

    changed = Signal()
    failed = Signal()

    def __init__(
        self,
        diary: Diary,
        planning: Planning,
        questions: Questions,
        words: Words,
        look: Look,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._diary = diary
        self._planning = planning
        self._questions = questions
        self._words = words
        self._view: DiaryView | None = None
        self._retry: Callable[[], object] | None = None
        self.month = MonthCard(words, look, self._marks_of)
        self.that_day, self.asking = ThatDayCard(words), QuestionsCard(words)
        self.visit, self.pauses = VisitPart(words, look), PausesPart(words, diary.today())
        self.notice = Notice()
        self._lay_out()
        self._connect()

    def show_day(self, view: DiaryView) -> None:
        """Show what belongs to the day and to the course."""
        self._view = view
        self.month.show_day(view.day, view.today)
        self.that_day.show_day(view)
        self.asking.show_questions(view.record.questions)
        self.visit.show_visit(NextVisit(view.record.next_appointment(view.now), view.today, view.now))
        self.pauses.setVisible(bool(view.record.adoptions))
        self.pauses.show_pauses(view.record.pauses, view.today)

    def leave(self) -> bool:
        """Put a question that was typed on the list before the page is left; `False` if that failed."""
        self.asking.tell_typed()
        return not self.asking.has_typed

    def _lay_out(self) -> None:
        course = Card(self._words.gettext("Appointment and pause"))
        course.body.addWidget(self.visit)
        course.body.addWidget(self.pauses)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for part in (self.month, self.notice, self.that_day, self.asking, course):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        self.notice.action_pressed.connect(self._try_again)
        self.that_day.done.connect(self._done)
        self.that_day.taken_back.connect(self._take_back)
        self.that_day.called_bad.connect(self._call_bad)
        self.asking.asked.connect(self._ask)
        self.asking.struck_out.connect(self._strike_out)
        self.asking.asked_again.connect(self._ask_again)
        self.visit.saved.connect(self._note_visit)
        self.pauses.wanted.connect(self._pause)
        self.pauses.ended.connect(self._end_pause)
        self.pauses.called_off.connect(self._call_off)

    def _marks_of(self, first: date, last: date) -> Mapping[date, DayMark]:
        try:
            return self._diary.marks(first, last)
        except RygAppError as error:
            self._show_problem(error)
            return {}

    def _attempt(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except RygAppError as error:
            self._retry = action
            self._show_problem(error)
            return False
        self._retry = None
        self.notice.dismiss()
        self.changed.emit()
        return True

    def _show_problem(self, error: RygAppError) -> None:
        _ = self._words.gettext
        sentence = error_sentence(self._words, error)
        action = _("Try again") if self._retry else ""
        self.notice.show_message("error", sentence, close=_("Close"), action=action)
        if self._view is not None:
            self.that_day.show_day(self._view)
        self.failed.emit()

    @Slot()
    def _try_again(self) -> None:
        if self._retry is not None:
            self._attempt(self._retry)

    def _day(self) -> date:
        return self._view.day if self._view else self._diary.today()

    @Slot(object)
    def _done(self, session: SessionPlan) -> None:
        if self._attempt(partial(self._diary.done_without_computer, self._day(), session)):
            self.that_day.done_list.undo_button().setFocus()

    @Slot(str)
    def _take_back(self, session_id: str) -> None:
        if self._attempt(partial(self._diary.take_back, self._day(), session_id)) and self.that_day.buttons:
            self.that_day.buttons[0].setFocus()

    @Slot(bool)
    def _call_bad(self, bad: bool) -> None:  # noqa: FBT001 - the signature of the signal
        self._attempt(partial(self._planning.mark_flare, self._day(), withdrawn=not bad))

    @Slot(str)
    def _ask(self, text: str) -> None:
        if self._attempt(partial(self._questions.ask, text)):
            self.asking.clear_entry()

    @Slot(object)
    def _strike_out(self, question: OwnQuestion) -> None:
        if self._attempt(partial(self._questions.strike_out, question)):
            self.asking.focus_line(question.text)

    @Slot(object)
    def _ask_again(self, question: OwnQuestion) -> None:
        if self._attempt(partial(self._questions.ask_again, question)):
            self.asking.focus_line(question.text)

    @Slot(object)
    def _note_visit(self, visit: Appointment | None) -> None:
        if self._attempt(partial(self._planning.note_appointment, visit)):
            self.visit.close_card()

    @Slot(object)
    def _pause(self, wanted: WantedPause) -> None:
        if self._attempt(partial(wanted.keep, self._planning)):
            self.pauses.close_form()

    @Slot()
    def _end_pause(self) -> None:
        if self._attempt(self._planning.end_pause):
            self.pauses.close_form()

    @Slot(object)
    def _call_off(self, pause: Pause) -> None:
        if self._attempt(partial(self._planning.call_off_pause, pause)):
            self.pauses.close_form()
