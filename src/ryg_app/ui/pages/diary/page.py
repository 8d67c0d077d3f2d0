"""The page *Dagbog* put together: moving between days, saving, undoing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from ryg_app.domain.diary import Answers
from ryg_app.domain.errors import RygAppError
from ryg_app.ui.accessibility import announce
from ryg_app.ui.pages.diary.answers import merged
from ryg_app.ui.pages.diary.beside import Beside
from ryg_app.ui.pages.diary.day_form import DayForm
from ryg_app.ui.pages.diary.footer import DayFooter
from ryg_app.ui.pages.diary.reviewing import Reviewing
from ryg_app.ui.pages.diary.words import marks, saved_words
from ryg_app.ui.widgets.buttons import secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.labels import small
from ryg_app.ui.widgets.notice import Notice
from ryg_app.ui.widgets.page import Page
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ryg_app.application.diary import Diary, DiaryView
    from ryg_app.application.planning import Planning
    from ryg_app.application.questions import Questions
    from ryg_app.application.reviews import Reviews
    from ryg_app.domain.diary import DayLog
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

A_DAY = timedelta(days=1)


class DiaryPage(Page):
    """Any day up to today; what is typed is saved by button, by Ctrl+S, and on leaving the day."""

    changed = Signal()

    def __init__(
        self,
        diary: Diary,
        planning: Planning,
        questions: Questions,
        reviews: Reviews,
        words: Words,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words.gettext("Diary"), parent=parent)
        self._diary = diary
        self._words = words
        self._day = self._seen_today = diary.today()
        self._stood = Answers()
        self._undoable: tuple[DayLog, DayLog] | None = None
        self._saved = ""
        self._retry: Callable[[], bool] = self.save
        self._make_parts(look)
        self.beside = Beside(diary, planning, questions, words, look)
        self.reviewing = Reviewing(reviews, words)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def day(self) -> date:
        """The day on the page."""
        return self._day

    @property
    def has_unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.form.answers != self._stood

    @Slot()
    def refresh(self) -> None:
        """Show the day as it is kept; what was typed and is not saved stays."""
        today = self._diary.today()
        if today != self._seen_today:
            was_today, self._seen_today = self._day == self._seen_today, today
            if was_today and not self.has_unsaved:
                self._forget(today)
        try:
            view = self._diary.view(self._day)
        except RygAppError as error:
            self._show_problem(error, self._refreshed)
            return
        typed, self._stood = merged(self._stood, self.form.answers, view.log.answers), view.log.answers
        self.form.answers = typed
        if self._undoable and self._undoable[1].answers != view.log.answers:
            self._undoable = None  # it would take away what was answered elsewhere since
        self._show(view)

    def show_day(self, day: date) -> bool:
        """Save what is typed and go to another day; ``False`` if that failed and the day stays."""
        if day > self._diary.today() or not self.leave():
            return False
        self._forget(day)
        self.refresh()
        return True

    def save(self) -> bool:
        """Keep what is typed; ``False`` if that failed, with the reason on the page."""
        if not self.has_unsaved:
            self._tell(self._saved or self._words.gettext("There is nothing new to save"))
            return True
        try:
            before = self._diary.view(self._day).log
            after = self._diary.save(self._day, merged(self._stood, self.form.answers, before.answers))
        except RygAppError as error:
            self._saved = self._words.gettext("Not saved")
            self._show_problem(error, self.save)
            return False
        self._kept((before, after), saved_words(self._words, self._diary.now()))
        return True

    def leave(self) -> bool:
        """Save what is typed before the page or day is left; ``False`` if that failed."""
        return (not self.has_unsaved or self.save()) and self.reviewing.leave() and self.beside.leave()

    @Slot()
    def undo(self) -> None:
        """Put back what stood before the last save or deletion."""
        self._put_back()

    @Slot()
    def delete(self) -> None:
        """Take away the answers of the day; they can be put back while the day is shown."""
        self._delete()

    def _delete(self) -> bool:
        try:
            before = self._diary.view(self._day).log
            after = self._diary.delete(self._day)
        except RygAppError as error:
            self._show_problem(error, self._delete)
            return False
        self.form.answers = self._stood = Answers()
        self._kept((before, after), self._words.gettext("The answers of the day are deleted"))
        self.footer.undo.setFocus()
        return True

    def _put_back(self) -> bool:
        if self._undoable is None:
            return True
        try:
            before = self._diary.put_back(self._undoable[0])
        except RygAppError as error:
            self._show_problem(error, self._put_back)
            return False
        self.form.answers = self._stood = before.answers
        self._kept(None, saved_words(self._words, self._diary.now()))
        self.footer.save.setFocus()
        return True

    def _kept(self, undoable: tuple[DayLog, DayLog] | None, told: str) -> None:
        self._undoable = undoable
        self._stood = self.form.answers
        self._saved = told
        self.problem.dismiss()
        self.refresh()
        announce(self, self._saved)
        self.changed.emit()

    def _forget(self, day: date) -> None:
        self._day = day
        self._undoable = None
        self._saved = ""
        self.problem.dismiss()
        # Nothing in the form counts as typed any more, so the next refresh shows what is kept.
        self._stood = self.form.answers

    def _make_parts(self, look: Look) -> None:
        _ = self._words.gettext
        self.before, self.after = secondary(_("Day before")), secondary(_("Day after"))
        self.before.use_icon(look.icons, "chevron-left")
        self.after.use_icon(look.icons, "chevron-right")
        self.after.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.form = DayForm(self._words, look)
        self.marks, self.footer = small(), DayFooter(self._words)
        self.problem = Notice()
        self._save_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        self._save_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        self.header.add(self.before)
        self.header.add(self.after)
        card = Card()
        self._card = card
        for part in (self.form, self.marks, self.problem):
            card.body.addWidget(part)
        card.body.addStretch(1)
        card.body.addWidget(self.footer)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(self.body.spacing())
        left.addWidget(card)
        left.addWidget(self.reviewing)
        left.addStretch(1)
        columns = ColumnsLayout(place="top")
        columns.add(left, 10, 25)
        columns.add(self.beside, 7)
        self.body.addLayout(columns)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.before.clicked.connect(self._day_before)
        self.after.clicked.connect(self._day_after)
        self.footer.save.clicked.connect(self.save)
        self._save_key.activated.connect(self.save)
        self.footer.undo.clicked.connect(self.undo)
        self.problem.action_pressed.connect(self._try_again)
        self.footer.delete.clicked.connect(self.delete)
        self.beside.month.day_chosen.connect(self._choose_day)
        self.beside.changed.connect(self._changed_beside)
        self.reviewing.changed.connect(self._changed_beside)
        self.beside.failed.connect(self._show_what_failed)
        self.reviewing.failed.connect(self._show_what_failed)
        self.form.edited.connect(self._edited)

    def _show(self, view: DiaryView) -> None:
        date_words = self._words.long_date(view.day)
        self.set_title(self._words.gettext("Diary"), date_words[:1].upper() + date_words[1:])
        self._card.setAccessibleName(date_words)
        self.after.setEnabled(view.has_next)
        self.form.ask_about(today=view.day == view.today)
        self.form.show_planned(view.owed.walking if view.owed else None)
        told = marks(self._words, view.log)
        self.marks.setText(told)
        self.marks.setVisible(bool(told))
        self.footer.delete.setVisible(not view.log.answers.is_empty())
        self.beside.show_day(view)
        self.reviewing.show_day(view.day)
        self._tell(self._saved)

    def _tell(self, text: str) -> None:
        _ = self._words.gettext
        kept = _("Kept on this computer only")
        told = text or (_("Not saved yet") if self.has_unsaved else kept)
        self.footer.tell(told, can_undo=self._undoable is not None and not self.has_unsaved)

    def _show_problem(self, error: RygAppError, retry: Callable[[], bool]) -> None:
        _ = self._words.gettext
        self._retry = retry
        self._tell(self._saved)
        sentence = error_sentence(self._words, error)
        if self.has_unsaved:
            sentence = "\n".join([sentence, _("What you have typed is still here.")])
        self.problem.show_message("error", sentence, close=_("Close"), action=_("Try again"))
        self.area.ensureWidgetVisible(self.problem)

    def _refreshed(self) -> bool:
        self.problem.dismiss()
        self.refresh()
        return self.problem.isHidden()

    @Slot()
    def _edited(self) -> None:
        self._saved = ""
        self._tell("")

    @Slot()
    def _changed_beside(self) -> None:
        self.refresh()
        self.changed.emit()

    @Slot()
    def _show_what_failed(self) -> None:
        for part in (self.beside, self.reviewing):
            if part is self.sender():
                self.area.ensureWidgetVisible(part.notice)

    @Slot()
    def _try_again(self) -> None:
        self._retry()

    @Slot()
    def _day_before(self) -> None:
        self.show_day(self._day - A_DAY)

    @Slot()
    def _day_after(self) -> None:
        self.show_day(self._day + A_DAY)
        if not self.after.isEnabled():
            self.before.setFocus()

    @Slot(object)
    def _choose_day(self, day: date) -> None:
        if self.show_day(day):
            self.beside.month.day_button(day).setFocus()
