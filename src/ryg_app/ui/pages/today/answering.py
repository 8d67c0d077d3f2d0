"""The right-hand column: the day's answers and walks, each kept as it is tapped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.diary import Answers
from ryg_app.domain.errors import RygAppError
from ryg_app.ui.accessibility import announce
from ryg_app.ui.pages.today.day_card import DayCard
from ryg_app.ui.pages.today.walk_card import WalkCard
from ryg_app.ui.widgets.notice import Notice
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.application.today import Today, TodayView
    from ryg_app.wording.catalogues import Words

WALKS = "walks"
ABOUT_WALKING = {WALKS, "longest_walk_minutes"}
_GAP = 16


class Answering(QWidget):
    """Emits `changed` when an answer was tapped, kept or not; `day_is_over` when it was for an older day."""

    changed = Signal()
    day_is_over = Signal()

    def __init__(self, today: Today, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._words = words
        self._day: date | None = None
        self._answers = Answers()
        self._not_saved: dict[str, Any] = {}
        self._saved_at: dict[bool, str] = {}
        self._walks: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        self.day, self.walk, self.notice = DayCard(words), WalkCard(words), Notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for part in (self.day, self.notice, self.walk):
            column.addWidget(part)
        column.addStretch(1)
        self.day.answered.connect(self._answer)
        self.walk.told.connect(self._answer)
        self.walk.walked.connect(self._walked)
        self.walk.undone.connect(self._undo_walk)
        self.notice.action_pressed.connect(self._try_again)

    def show_day(self, view: TodayView) -> None:
        """Show the day's answers; those that could not be saved stay as they were tapped."""
        if view.day != self._day:
            self._forget(view.day)
        self._answers = answers = replace(view.log.answers, **self._not_saved)
        if self._walks and self._walks[-1][1] != answers.walks:
            self._walks.clear()
        self.day.show_answers(answers, self._status(answers, walk=False))
        planned = view.owed.walking if view.owed else None
        walk_status = self._status(answers, walk=True)
        self.walk.show_walk(planned, answers, walk_status, can_undo=bool(self._walks))

    def _forget(self, day: date) -> None:
        self._day = day
        self._not_saved.clear()
        self._saved_at.clear()
        self._walks.clear()

    def _status(self, answers: Answers, *, walk: bool) -> str:
        _ = self._words.gettext
        if any((name in ABOUT_WALKING) is walk for name in self._not_saved):
            return _("Not saved")
        if walk in self._saved_at:
            return self._saved_at[walk]
        walking = [answers.walked_minutes, answers.longest_walk_minutes]
        given = walking if walk else [answers.back, answers.leg, answers.leg_extent]
        return _("Saved on this computer") if any(answer is not None for answer in given) else ""

    @Slot(str, object)
    def _answer(self, name: str, value: object) -> None:
        self._save({name: value})

    @Slot(object)
    def _walked(self, walks: tuple[int, ...]) -> None:
        self._walks.append((self._answers.walks, walks))
        self._save({WALKS: walks})

    @Slot()
    def _undo_walk(self) -> None:
        before, _after = self._walks.pop()
        if not self._walks:
            self.walk.walks.buttons[5].setFocus()
        self._save({WALKS: before})

    @Slot()
    def _try_again(self) -> None:
        self._save({})

    def _save(self, tapped: dict[str, Any]) -> None:
        wanted = {**self._not_saved, **tapped}
        try:
            view = self._today.view()
            if view.day != self._day:
                self._tell_day_is_over()
                return
            self._today.answer(replace(view.log.answers, **wanted))
        except RygAppError as error:
            self._not_saved = wanted
            self._show_problem(error)
        else:
            self._not_saved = {}
            self._tell_saved(view, wanted)
        self.changed.emit()

    def _tell_saved(self, view: TodayView, wanted: dict[str, Any]) -> None:
        saved = self._words.gettext("Saved at {time}").format(time=self._words.clock(view.now))
        for name in wanted:
            self._saved_at[name in ABOUT_WALKING] = saved
        self.notice.dismiss()
        announce(self, saved)

    def _show_problem(self, error: RygAppError) -> None:
        _ = self._words.gettext
        sentence = error_sentence(self._words, error)
        self.notice.show_message("error", sentence, close=_("Close"), action=_("Try again"))

    def _tell_day_is_over(self) -> None:
        _ = self._words.gettext
        sentence = _(
            "A new day has begun, so nothing was saved. You can fill in the day before in the diary."
        )
        self.day_is_over.emit()
        self.notice.show_message("info", sentence, close=_("Close"))
