"""*Dagbog* for somebody who reads it: the same days, the answers as text, and nothing to fill in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ryg_app.domain.errors import RygAppError
from ryg_app.domain.owed import DayState
from ryg_app.ui.pages.diary.month import MonthCard
from ryg_app.ui.pages.diary.words import marks, session_lines
from ryg_app.ui.widgets.buttons import secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.labels import body, muted, question, small
from ryg_app.ui.widgets.page import Page
from ryg_app.wording.answers import answer_lines
from ryg_app.wording.sentences import day_state_word, error_sentence

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ryg_app.application.diary import Diary, DiaryView
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

A_DAY = timedelta(days=1)
_ASKED_EM, _ANSWERED_EM = 13, 7


class DiaryReadingPage(Page):
    """Any day of a log, with what was said and done on it."""

    def __init__(self, diary: Diary, words: Words, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(words.gettext("Diary"), parent=parent)
        self._diary = diary
        self._words = words
        self._day = diary.today()
        self._make_parts(look)
        self._lay_out()
        self.before.clicked.connect(self._day_before)
        self.after.clicked.connect(self._day_after)
        self.month.day_chosen.connect(self.show_day)
        self.refresh()

    @property
    def day(self) -> date:
        """The day on the page."""
        return self._day

    @Slot(object)
    def show_day(self, day: date) -> None:
        """Go to a day up to the last one of the log."""
        if day <= self._diary.today():
            self._day = day
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the day."""
        try:
            view = self._diary.view(self._day)
        except RygAppError as error:
            self.notice.show_message(
                "error", error_sentence(self._words, error), close=self._words.gettext("Close")
            )
            return
        self._show(view)

    def main_thing(self) -> QWidget | None:
        """Going back day by day is what a reader does most."""
        return self.before

    def _make_parts(self, look: Look) -> None:
        _ = self._words.gettext
        self.before, self.after = secondary(_("Day before")), secondary(_("Day after"))
        self.before.use_icon(look.icons, "chevron-left")
        self.after.use_icon(look.icons, "chevron-right")
        self.after.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.answers, self.nothing = QVBoxLayout(), muted(_("Nothing was filled in that day."))
        self.note_heading, self.note = question(_("Note")), body()
        self.sessions_heading, self.sessions = question(_("Exercises that day")), body()
        self.marks = small()
        self.questions, self.asked = Card(_("Questions for the physiotherapist")), body()
        for label in (self.note, self.sessions, self.asked):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.month = MonthCard(self._words, look, self._diary.marks, correcting=False)

    def _lay_out(self) -> None:
        self.header.add(self.before)
        self.header.add(self.after)
        self._card = Card()
        self.answers.setSpacing(8)
        self._card.body.addLayout(self.answers)
        rest = (self.nothing, self.note_heading, self.note, self.sessions_heading, self.sessions, self.marks)
        for part in rest:
            self._card.body.addWidget(part)
        self._card.body.addStretch(1)
        columns = ColumnsLayout()
        columns.add(self._card, 10, 25)
        columns.add(self._beside(), 7)
        self.body.addLayout(columns)
        self.body.addStretch(1)

    def _beside(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(18)
        column.addWidget(self.month)
        column.addWidget(self.questions)
        column.addStretch(1)
        self.questions.body.addWidget(self.asked)
        return column

    def _show(self, view: DiaryView) -> None:
        _, words, log = self._words.gettext, self._words, view.log
        date_words = words.long_date(view.day)
        self.set_title(_("Diary"), f"{date_words[:1].upper()}{date_words[1:]} {view.day.year}")
        self._card.setAccessibleName(date_words)
        self.after.setEnabled(view.has_next)
        lines, sessions = answer_lines(words, log.answers), session_lines(words, view)
        self._fill(lines)
        self.note.setText(log.answers.note)
        self.sessions.setText("\n".join(sessions))
        bad = day_state_word(words, DayState.FLARE) + "." if view.is_called_bad else ""
        told = f"{bad} {marks(words, log)}".strip()
        self.marks.setText(told)
        waiting = [question.text for question in view.record.open_questions()]
        self.asked.setText("\n".join(f"\N{EN DASH} {text}" for text in waiting))
        self.questions.setVisible(bool(waiting))
        for part, shown in (
            (self.nothing, not (lines or sessions or log.answers.note)),
            (self.note_heading, bool(log.answers.note)),
            (self.note, bool(log.answers.note)),
            (self.sessions_heading, bool(sessions)),
            (self.sessions, bool(sessions)),
            (self.marks, bool(told)),
        ):
            part.setVisible(shown)
        self.month.show_day(view.day, view.today)

    def _fill(self, lines: tuple[tuple[str, str], ...]) -> None:
        while (item := self.answers.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for asked, answered in lines:
            self.answers.addWidget(_line(asked, answered))

    @Slot()
    def _day_before(self) -> None:
        self.show_day(self._day - A_DAY)

    @Slot()
    def _day_after(self) -> None:
        self.show_day(self._day + A_DAY)
        if not self.after.isEnabled():
            self.before.setFocus()


def _line(asked: str, answered: str) -> QFrame:
    line = QFrame()
    line.setAccessibleName(f"{asked}: {answered}")
    columns = ColumnsLayout(12, line, place="top")
    columns.add(muted(asked), 3, _ASKED_EM)
    columns.add(question(answered), 2, _ANSWERED_EM)
    return line
