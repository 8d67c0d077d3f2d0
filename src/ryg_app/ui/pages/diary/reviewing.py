"""Keeps what is answered in a review week, and takes it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.ui.pages.diary.review_card import ReviewCard
from ryg_app.ui.widgets.notice import Notice
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ryg_app.application.reviews import Reviews, ReviewWeek
    from ryg_app.domain.review import ActivityScore, GlobalChange, Review
    from ryg_app.wording.catalogues import Words

_GAP = 16


class Reviewing(QWidget):
    """Hidden outside review weeks. Emits `changed` once something is kept, `failed` if it could not be."""

    changed = Signal()
    failed = Signal()

    def __init__(self, reviews: Reviews, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reviews = reviews
        self._words = words
        self._week: ReviewWeek | None = None
        self._before: Review | None = None
        self._can_undo = False
        self._retry: Callable[[], object] | None = None
        self._day: date | None = None
        self._card: ReviewCard | None = None
        self.notice = Notice()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._column.addWidget(self.notice)
        self.notice.action_pressed.connect(self._try_again)
        self.hide()

    @property
    def card(self) -> ReviewCard:
        """The card with the questions, made when it is first needed: most weeks it is not."""
        if self._card is None:
            self._card = ReviewCard(self._words)
            self._column.addWidget(self._card)
            self._card.answered.connect(self._answer)
            self._card.undone.connect(self._undo)
        return self._card

    def leave(self) -> bool:
        """Keep what was answered before the page is left; `False` if that failed."""
        if self._card is None or self._week is None or not self._card.has_typed:
            return True
        self._card.tell_typed()
        return not self._card.has_typed

    def show_day(self, day: date) -> None:
        """Show the review week that the day lies in, if it is one."""
        self._day, week = day, self._reviews.week_of(day)
        if week is None or self._week is None or week.first != self._week.first:
            self._can_undo = False
        self._week = week
        self.setVisible(week is not None)
        if week is not None:
            self.card.show_week(week, can_undo=self._can_undo)

    @Slot(object, object)
    def _answer(self, activities: tuple[ActivityScore, ...], change: GlobalChange | None) -> None:
        if self._week is not None:
            self._attempt(partial(self._keep, self._week, activities, change))

    def _keep(
        self, week: ReviewWeek, activities: tuple[ActivityScore, ...], change: GlobalChange | None
    ) -> None:
        self._reviews.answer(week, activities, change)
        self._before, self._can_undo = week.review, True
        self._tell()
        self.card.correct.setFocus()

    @Slot()
    def _undo(self) -> None:
        if self._week is not None:
            self._attempt(partial(self._put_back, self._week))

    def _put_back(self, week: ReviewWeek) -> None:
        self._reviews.put_back(week, self._before)
        self._can_undo = False
        self._tell()
        self.card.take_focus()

    def _attempt(self, action: Callable[[], object]) -> None:
        try:
            action()
        except RygAppError as error:
            self._retry = action
            _ = self._words.gettext
            sentence = error_sentence(self._words, error)
            self.notice.show_message("error", sentence, close=_("Close"), action=_("Try again"))
            self.failed.emit()
        else:
            self.notice.dismiss()

    def _tell(self) -> None:
        if self._day is not None:
            self.show_day(self._day)
        self.changed.emit()

    @Slot()
    def _try_again(self) -> None:
        if self._retry is not None:
            self._attempt(self._retry)
