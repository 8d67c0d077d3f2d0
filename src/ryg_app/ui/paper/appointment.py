"""The sheet for the appointment, laid out: one page to read in a minute, then the table day by day."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen

from ryg_app.domain.owed import DayState
from ryg_app.ui.chart import chart_height, paint_chart
from ryg_app.ui.paper.flow import LEFT, NEW_PAGE, ROOM, WIDTH, Piece, total
from ryg_app.ui.paper.lettering import Lettering
from ryg_app.ui.paper.pieces import (
    INSET_LEFT,
    INSET_WIDTH,
    Table,
    on_soft_ground,
    paragraph,
    paragraphs,
    shares,
    side_by_side,
    stacked,
)
from ryg_app.wording import appointment_words as say
from ryg_app.wording.day_table_words import blank_days_words, day_row, days_headings
from ryg_app.wording.progress_words import lines_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from ryg_app.application.appointment_sheet import AppointmentSheet, SheetDay
    from ryg_app.ui.paper.ink import Ink
    from ryg_app.wording.catalogues import Words

# A little smaller than on the screen: paper is held closer.
_CHART_SCALE = 0.85
_CHART_LOWEST_SHARE = 0.66
_BLOCK_GAP = 12.0
_COLUMNS_GAP = 26.0
_NAME_WIDTH = 190.0
# From here on the exercises take a table of their own width that may go on overleaf.
_HIGHEST_BESIDE = ROOM * 0.27
_DAYS_A_PAGE = 48
_PAD, _DAY_PAD = 2.6, 2.2
_DAY_COLUMNS = (0.5, 0.5, 0.9, 0.75, 0.9, 1.15, 2.0)


class AppointmentLayout:
    """Makes the pieces of one sheet; ``name`` stands on this print alone and is kept nowhere."""

    def __init__(self, sheet: AppointmentSheet, words: Words, ink: Ink, name: str = "") -> None:
        self._sheet = sheet
        self._words = words
        self._ink = ink
        self._name = name

    @property
    def title(self) -> str:
        """What the document is called."""
        return say.sheet_title(self._words, self._sheet)

    @property
    def footer(self) -> str:
        """What stands at the foot of every page, before the number of the page."""
        period = say.period_words(self._words, self._sheet.period)
        return " · ".join(part for part in (self.title, period, self._name) if part)

    @property
    def expected_pages(self) -> int:
        """About how many pages there will be."""
        return 1 + -(-len(self._sheet.days) // _DAYS_A_PAGE)

    def page_words(self, page: int, pages: int) -> str:
        """Return «page 1 of 3»."""
        return say.page_words(self._words, page, pages)

    def pieces(self) -> Iterator[Piece]:
        """Yield everything from top to bottom."""
        front = self._front()
        yield from front
        # The table begins a page of its own, unless the first page has run over anyhow.
        if total(front) <= ROOM:
            yield NEW_PAGE
        yield from self._day_by_day()

    def _front(self) -> list[Piece]:
        above = [*self._top(), *self._questions(), *self._numbers()]
        about = paragraph(say.about_the_sheet(self._words), self._ink.small, gap=_BLOCK_GAP)
        below = [*self._marks(), *self._reviews(), about]
        lowest, usual = self._chart_heights()
        spare = ROOM - total([*above, *self._chart(0), *below])
        # What does not fit on one page goes on overleaf, and then the chart need not be low either.
        height = min(spare, usual) if spare >= lowest else usual
        return [*above, *self._chart(height), *below]

    def _top(self) -> Iterator[Piece]:
        ink, sheet, room = self._ink, self._sheet, WIDTH - _NAME_WIDTH - _COLUMNS_GAP
        about = [
            paragraph(self.title, ink.title, width=room),
            paragraph(say.period_words(self._words, sheet.period), ink.muted, gap=2, width=room),
        ]
        plan = say.plan_words(self._words, sheet.plan)
        if plan:
            about.append(paragraph(plan, ink.muted, width=room))
        yield side_by_side(stacked(about), self._name_line())

    def _name_line(self) -> Piece:
        _, left = self._words.gettext, LEFT + WIDTH - _NAME_WIDTH
        label = paragraph(_("Name:"), self._ink.muted, left=left, width=_NAME_WIDTH)
        if self._name:
            return stacked([label, paragraph(self._name, self._ink.strong, left=left, width=_NAME_WIDTH)])

        def paint(painter: QPainter, top: float) -> None:
            painter.setPen(QPen(self._ink.rule, 1))
            y = top + 2 * label.height
            painter.drawLine(QPointF(left, y), QPointF(left + _NAME_WIDTH, y))

        return side_by_side(label, Piece(2 * label.height + 1, paint))

    def _questions(self) -> Iterator[Piece]:
        if not self._sheet.questions:
            return
        ink, _ = self._ink, self._words.gettext
        place = {"left": INSET_LEFT, "width": INSET_WIDTH}
        inside = [paragraph(_("My questions"), ink.heading, keep=True, **place)]
        for number, question in enumerate(self._sheet.questions, start=1):
            inside += paragraphs(f"{number}. {question}", ink.body, gap=4, **place)
        yield from on_soft_ground(inside, ink.soft, ink.accent, _BLOCK_GAP)

    def _numbers(self) -> Iterator[Piece]:
        left, right = shares(WIDTH - _COLUMNS_GAP, 0.48, 0.52)
        means = stacked(self._means(left))
        place = (LEFT + left + _COLUMNS_GAP, right)
        exercises = self._exercises(*place)
        beside = stacked([*exercises, *self._stops(*place)])
        if beside.height <= max(means.height, _HIGHEST_BESIDE):
            yield side_by_side(means, beside, gap=_BLOCK_GAP)
        elif total(exercises) <= _HIGHEST_BESIDE:
            yield side_by_side(means, stacked(exercises), gap=_BLOCK_GAP)
            yield from self._stops(LEFT, WIDTH)
        else:
            yield replace(means, gap=_BLOCK_GAP)
            yield from self._exercises(LEFT, WIDTH, gap=_BLOCK_GAP)
            yield from self._stops(LEFT, WIDTH)

    def _means(self, width: float) -> list[Piece]:
        _, (headings, dates, *rows) = self._words.gettext, say.means_rows(self._words, self._sheet)
        table = Table(self._ink, shares(width, 1.08, *([1.1] * (len(headings) - 1))), pad=_PAD)
        title = paragraph(_("Means"), self._ink.heading, width=width, keep=True)
        head = [table.head(headings, gap=2), table.row(dates, self._ink.small)]
        return [title, *head, *(table.row(row) for row in rows)]

    def _exercises(self, left: float, width: float, gap: float = 0.0) -> list[Piece]:
        _, (headings, *rows) = self._words.gettext, say.exercise_rows(self._words, self._sheet) or ((),)
        if not rows:
            return []
        table = Table(self._ink, shares(width, 1.45, 1.2, 0.85, 1.0, 1.05), left, _PAD)
        title = paragraph(
            _("Exercises, done of planned"), self._ink.heading, left=left, width=width, keep=True, gap=gap
        )
        head = table.head(headings, gap=2)
        return [title, head, *(replace(table.row(row), again=(head,)) for row in rows)]

    def _stops(self, left: float, width: float) -> Iterator[Piece]:
        told, title = say.stop_lines(self._words, self._sheet.stops), say.stops_title(self._words)
        for number, line in enumerate(told):
            if number == 0:
                yield paragraph(title, self._ink.strong, gap=10, keep=True, left=left, width=width)
            yield paragraph(line, self._ink.cell, gap=1, left=left, width=width)

    def _chart_heights(self) -> tuple[float, float]:
        view, theme, words, width = self._sheet.chart, self._ink.theme, self._words, WIDTH / _CHART_SCALE
        usual = chart_height(width, view, theme, words) * _CHART_SCALE
        return usual * _CHART_LOWEST_SHARE, usual

    def _chart(self, height: float) -> list[Piece]:
        return [
            self._chart_title(),
            Piece(height, partial(self._paint_chart, height), gap=4),
        ]

    def _chart_title(self) -> Piece:
        ink, title = self._ink, self._words.gettext("Pain and walking day by day")
        explained = Lettering(lines_words(self._words, self._sheet.chart), ink.small, WIDTH)
        left = LEFT + ink.heading.metrics.horizontalAdvance(title) + _COLUMNS_GAP / 2
        drop = ink.heading.metrics.ascent() - ink.small.metrics.ascent()
        beside = Piece(explained.height, lambda painter, top: explained.paint(painter, left, top + drop))
        return replace(side_by_side(paragraph(title, ink.heading), beside, gap=_BLOCK_GAP), keep=True)

    def _paint_chart(self, height: float, painter: QPainter, top: float) -> None:
        place = QRectF(0, 0, WIDTH / _CHART_SCALE, height / _CHART_SCALE)
        painter.save()
        painter.translate(LEFT, top)
        painter.scale(_CHART_SCALE, _CHART_SCALE)
        paint_chart(painter, place, self._sheet.chart, self._ink.theme, self._words)
        painter.restore()

    def _marks(self) -> Iterator[Piece]:
        for lines in (say.marks_words, say.symptom_lines):
            told = " · ".join(lines(self._words, self._sheet))
            if told:
                yield paragraph(told, self._ink.cell, gap=6)

    def _reviews(self) -> Iterator[Piece]:
        _, ink = self._words.gettext, self._ink
        headings, *rows = say.review_rows(self._words, self._sheet) or ((),)
        if not rows:
            return
        title = paragraph(_("My activities and the change"), ink.heading)
        scale = paragraph(_("Activities: 0 is unable, 10 is as before the problem."), ink.small)
        table = Table(ink, shares(WIDTH, 2.2, *([1.0] * (len(headings) - 1))), pad=_PAD)
        yield stacked([title, scale, table.head(headings), *(table.row(row) for row in rows)], _BLOCK_GAP)

    def _day_by_day(self) -> Iterator[Piece]:
        words, days = self._words, self._sheet.days
        yield paragraph(words.gettext("Day by day"), self._ink.heading, gap=_BLOCK_GAP, keep=True)
        with_year = bool(days) and days[0].day.day.year != days[-1].day.day.year
        columns = shares(WIDTH, 1.5 if with_year else 1.1, *_DAY_COLUMNS)
        table = Table(self._ink, columns, pad=_DAY_PAD)
        head = table.head(days_headings(words), gap=4)
        yield head
        for blank, members in groupby(days, key=lambda day: day.is_blank and not _is_marked(day)):
            run = list(members)
            if blank and len(run) > 1:
                line = blank_days_words(words, run[0], run[-1])
                yield replace(table.wide(line, self._ink.small), again=(head,))
                continue
            for day in run:
                yield from self._day(table, head, day, with_year=with_year)

    def _day(self, table: Table, head: Piece, day: SheetDay, *, with_year: bool) -> Iterator[Piece]:
        stopped = [stop for stop in self._sheet.stops if stop.day == day.day.day]
        row = table.row(day_row(self._words, day, stopped, with_year=with_year))
        note = day.log.answers.note
        yield replace(row, again=(head,), keep=bool(note))
        if note:
            yield table.wide(note, self._ink.small_text, indent=12)


def _is_marked(day: SheetDay) -> bool:
    return day.day.state in (DayState.FLARE, DayState.PAUSED)
