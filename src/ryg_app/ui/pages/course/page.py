"""The page *Forløb* put together: a period, its numbers, its chart, its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from ryg_app.application.progress_view import Period
from ryg_app.domain.errors import RygAppError
from ryg_app.domain.progress import FEWEST_FOR_A_MEAN
from ryg_app.ui.chart.widget import ChartWidget
from ryg_app.ui.pages.course.number_table import NumberTable
from ryg_app.ui.pages.course.occasional_rows import review_rows, symptom_rows
from ryg_app.ui.pages.course.rows import day_rows, exercise_rows, week_rows
from ryg_app.ui.pages.course.table_card import TableCard
from ryg_app.ui.pages.course.tiles import Tiles
from ryg_app.ui.widgets.buttons import secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.disclosure import Disclosure
from ryg_app.ui.widgets.labels import body, small
from ryg_app.ui.widgets.page import Page
from ryg_app.wording.progress_words import days_words, lines_words, short_date
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ryg_app.application.progress import Progress
    from ryg_app.application.progress_view import ProgressView
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words


class CoursePage(Page):
    """Only shows; everything on it can be read as numbers too."""

    sheet_clicked = Signal()

    def __init__(self, progress: Progress, words: Words, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(words.gettext("Course"), parent=parent)
        self._progress = progress
        self._words = words
        self._view: ProgressView | None = None
        self._days_shown: ProgressView | None = None
        self._make_parts(look)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def view(self) -> ProgressView | None:
        """What is shown; ``None`` when it could not be read."""
        return self._view

    @property
    def _tables(self) -> tuple[TableCard, ...]:
        return (self.weeks, self.exercises, self.symptoms, self.reviews)

    @Slot()
    def refresh(self) -> None:
        """Show the chosen period as it is kept."""
        period = self.period.value
        try:
            view = self._progress.view(Period(str(period or Period.COURSE)), self._words.language)
        except RygAppError as error:
            _ = self._words.gettext
            self._view = None
            self.notice.show_message(
                "error", error_sentence(self._words, error), close=_("Close"), action=_("Try again")
            )
            self._show_parts(shown=False)
            return
        self.notice.make_way()
        self._show(view)

    def _make_parts(self, look: Look) -> None:
        _, words = self._words.gettext, self._words
        options: list[tuple[object, str]] = [
            (Period.TWO_WEEKS, _("2 weeks")),
            (Period.SIX_WEEKS, _("6 weeks")),
            (Period.TWELVE_WEEKS, _("12 weeks")),
            (Period.COURSE, _("The whole course")),
            (Period.ALL, _("Everything")),
        ]
        self.period = ChoiceRow(_("Period"), options, pills=True, show_question=False, clearable=False)
        self.tiles = Tiles(words)
        self.chart = ChartWidget(words, look)
        self.reading, self.hint = body(), small()
        self.nothing = Card(_("Your numbers come here"))
        self.days_table = NumberTable(_("Day by day"))
        self.days = Disclosure(_("Show the chart as a table"))
        self.weeks = TableCard(_("Week by week"), _("0 is no pain, 10 is worst imaginable pain"))
        self.exercises = TableCard(
            _("Exercises, week by week"), _("done of those planned on the day; pauses are not counted")
        )
        self.symptoms = TableCard(
            _("Other symptoms, week by week"), _("days with it, of the days on which it was answered")
        )
        self.reviews = TableCard(
            _("Your own activities"),
            _("0 is unable to do it, 10 is able to do it as before the problem"),
            _("Patient-Specific Functional Scale, Stratford et al. 1995"),
        )

    def _lay_out(self) -> None:
        _ = self._words.gettext
        self.sheet = secondary(_("Save the appointment report …"))
        self.sheet.clicked.connect(self.sheet_clicked)
        self.header.add(self.sheet)
        self.nothing.body.addWidget(
            body(
                _("Each day you fill in on Today or in Diary becomes a point on a chart of pain and walking.")
            )
        )
        self.nothing.body.addWidget(small(_("The first mean is shown after three days.")))
        self.chart_card = Card()
        self.days.body.addWidget(self.days_table)
        for part in (self.hint, self.chart, self.reading, self.days):
            self.chart_card.body.addWidget(part)
        for row in (self.period, self.nothing, self.tiles, self.chart_card, *self._tables):
            self.body.addWidget(row)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.period.chosen.connect(self.refresh)
        self.notice.action_pressed.connect(self.refresh)
        self.chart.day_read.connect(self._read)
        self.days.toggled.connect(self._fill_days)

    def _show(self, view: ProgressView) -> None:
        self._view = view
        has_anything = view.has_plan or not view.is_empty or view.begun < view.first
        self._show_parts(shown=has_anything)
        self.nothing.setVisible(not has_anything)
        self.period.setVisible(has_anything)
        self.period.button(Period.COURSE).setVisible(view.has_plan)
        if self.period.value is None:
            self.period.value = Period.COURSE if view.has_plan else Period.ALL
        days = days_words(self._words, view.first, view.last, year=view.first.year != view.last.year)
        self.set_title(self._words.gettext("Course"), days if has_anything else "")
        if not has_anything:
            return
        self.tiles.show_view(view)
        self.chart.show_view(view)
        self._name_chart(view)
        self.weeks.show_rows(week_rows(self._words, view))
        self.exercises.show_rows(exercise_rows(self._words, view))
        self.symptoms.show_rows(symptom_rows(self._words, view))
        self.reviews.show_rows(review_rows(self._words, view))
        self._fill_days()
        # A day takes two lines; what stands beneath must not jump while days are read.
        self.reading.ensurePolished()
        self.reading.setMinimumHeight(2 * self.reading.fontMetrics().lineSpacing())
        self._show_hint(view)

    def _name_chart(self, view: ProgressView) -> None:
        _ = self._words.gettext
        self.chart_card.set_title(_("Pain and walking") if view.is_long else _("Pain and walking day by day"))
        self.chart_card.set_aside(lines_words(self._words, view))

    def _show_parts(self, *, shown: bool) -> None:
        self.nothing.hide()
        for part in (self.period, self.tiles, self.chart_card, *self._tables):
            part.setVisible(shown)

    def _show_hint(self, view: ProgressView) -> None:
        hint = self._hint(view)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def _hint(self, view: ProgressView) -> str:
        _ = self._words.gettext
        told = sum(1 for day in view.days if not day.is_missing)
        if not told and view.begun < view.first:
            return _("No day is filled in in these weeks. Everything shows the days before.")
        if not told:
            return _("No day is filled in yet. Fill in one on Today or in Diary, and it comes here.")
        if told < FEWEST_FOR_A_MEAN:
            return _("The mean of 7 days is drawn when three of them are filled in.")
        if view.period is Period.COURSE and view.today > view.last:
            ended = short_date(self._words, view.last)
            return _("The course ended on {day}. Everything shows the days since.").format(day=ended)
        return ""

    @Slot()
    def _fill_days(self) -> None:
        # Hundreds of rows are put into the table only for somebody who wants to read them.
        if self.days.is_open and self._view is not None and self._days_shown is not self._view:
            self._days_shown = self._view
            rows = day_rows(self._words, self._view)
            self.days_table.show_rows(rows.headings, rows.count, rows.row)

    @Slot(str)
    def _read(self, text: str) -> None:
        told = text or self._words.gettext("Point at a day, or move with the arrow keys, to read it here.")
        self.reading.setText(told)
