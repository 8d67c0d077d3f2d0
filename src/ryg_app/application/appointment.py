"""The sheet for the appointment: from the diary and the course to what stands on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from ryg_app.application.appointment_sheet import (
    AppointmentSheet,
    DaysFigures,
    ExerciseLine,
    Marks,
    PlanOfSheet,
    SheetDay,
    SheetPeriod,
    Since,
    Stop,
    Symptoms,
)
from ryg_app.application.stepwise import finished
from ryg_app.domain.course import DAYS_A_WEEK, last_day, week_of
from ryg_app.domain.diary import DayLog, MorningLeg, SymptomChange, diary_day
from ryg_app.domain.errors import DamagedFileError
from ryg_app.domain.owed import DayState
from ryg_app.domain.progress import FEWEST_FOR_A_MEAN, Span, furthest, mean, spans
from ryg_app.domain.session import Ending

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from ryg_app.application.course import Course
    from ryg_app.application.ports import DayLogs
    from ryg_app.application.progress import Progress
    from ryg_app.application.progress_view import ProgressView
    from ryg_app.domain.course import Appointment, CourseRecord
    from ryg_app.domain.review import Review

    Titles = Mapping[tuple[str, int, str], str]

# One or two weeks drawn over the whole width would make a slope of every small step.
SHORTEST_CHART_DAYS = 14


class AppointmentSheets:
    """What the pages and commands ask for the sheet; it changes nothing."""

    def __init__(self, course: Course, days: DayLogs, progress: Progress) -> None:
        self._course = course
        self._days = days
        self._progress = progress

    def period(self, first: date | None = None, last: date | None = None) -> SheetPeriod:
        """Return the days of a sheet: since the last appointment, unless other days are named.

        Raises:
            DamagedFileError: The course record or a year of the diary can no longer be read.
        """
        end = last or self._course.today()
        if first is not None:
            return SheetPeriod(first, max(first, end), Since.CHOSEN)
        since, begin = next(self._starts(end))
        return SheetPeriod(min(begin, end), end, since)

    def choices(self) -> tuple[SheetPeriod, ...]:
        """Return the periods to choose among, the usual one first; each begins on another day.

        Raises:
            DamagedFileError: The course record or a year of the diary can no longer be read.
        """
        end = self._course.today()
        starts = {min(first, end): since for since, first in reversed(list(self._starts(end)))}
        return tuple(SheetPeriod(first, end, since) for first, since in reversed(starts.items()))

    def sheet(self, period: SheetPeriod, language: str) -> AppointmentSheet:
        """Return what stands on the sheet, with the titles of exercises in ``language``.

        Raises:
            DamagedFileError: The course record or a year of the diary can no longer be read.
        """
        return finished(self.making(period, language))

    def making(self, period: SheetPeriod, language: str) -> Generator[float, None, AppointmentSheet]:
        """Work the sheet out some days at a time, and return it at the end.

        Yields:
            How much of it is done, 0 to 1.

        Raises:
            DamagedFileError: The course record or a year of the diary can no longer be read.
        """
        view = yield from self._progress.making(period.first, period.last, language)
        yield 1.0
        logs = {log.day: log for log in self._days.between(period.first, period.last)}
        days = tuple(SheetDay(day, logs.get(day.day, DayLog(day.day))) for day in view.days)
        yield 1.0
        return self._sheet(period, view, days, language)

    def _sheet(
        self, period: SheetPeriod, view: ProgressView, days: tuple[SheetDay, ...], language: str
    ) -> AppointmentSheet:
        record, today = self._course.record(), self._course.today()
        stops = _stops(days, self._progress.titles(language))
        early, late = _two_ends(days, period)
        return AppointmentSheet(
            made=today,
            period=period,
            visit=_visit_after(record, period, today),
            plan=self._plan(record, period),
            questions=tuple(question.text for question in record.open_questions()),
            early=early,
            late=late,
            exercises=_exercise_lines(view, stops),
            stops=stops,
            symptoms=_symptoms(days),
            reviews=_reviews(record, period),
            marks=_marks(days, today),
            chart=_wide_enough(view),
            days=days,
        )

    def _starts(self, end: date) -> Iterator[tuple[Since, date]]:
        record = self._course.record()
        visit = record.last_visit_before(end)
        if visit is not None:
            yield Since.LAST_APPOINTMENT, visit
        starts = [adoption.start for adoption in record.adoptions if adoption.start <= end]
        if starts:
            yield Since.COURSE_START, starts[-1]
        yield Since.FIRST_ENTRY, min([log.day for log in self._days.every()[:1]] + [*starts[:1], end])

    def _plan(self, record: CourseRecord, period: SheetPeriod) -> PlanOfSheet | None:
        adoptions = [a for a in record.adoptions if diary_day(a.at) <= period.last]
        if not adoptions:
            return None
        adoption = adoptions[-1]
        try:
            plan = self._course.plan_file(*adoption.plan_key).plan
        except DamagedFileError:
            return None
        first = max(period.first, adoption.start)
        last = min(period.last, last_day(adoption.start, plan.weeks))
        overlaps = first <= last
        return PlanOfSheet(
            plan.title,
            plan.revision,
            week_of(adoption.start, first) if overlaps else None,
            week_of(adoption.start, last) if overlaps else None,
            plan.weeks,
        )


def _visit_after(record: CourseRecord, period: SheetPeriod, today: date) -> Appointment | None:
    coming = [visit for visit in record.appointments if diary_day(visit.at) >= max(period.last, today)]
    return min(coming, key=lambda visit: visit.at, default=None)


def _two_ends(days: Sequence[SheetDay], period: SheetPeriod) -> tuple[DaysFigures | None, DaysFigures]:
    """Return the first and the last week; no day counts in both, and a short period has only one end."""
    at_first = min(DAYS_A_WEEK, len(days) - DAYS_A_WEEK)
    if at_first < FEWEST_FOR_A_MEAN:
        return None, _figures(days, period.first)
    return _figures(days[:at_first], period.first), _figures(days[-DAYS_A_WEEK:], period.first)


def _figures(days: Sequence[SheetDay], if_none: date) -> DaysFigures:
    answers = [day.log.answers for day in days]
    walks = [told.walked_minutes for told in answers if told.walked_minutes is not None]
    return DaysFigures(
        days[0].day.day if days else if_none,
        days[-1].day.day if days else if_none,
        sum(1 for told in answers if (told.back, told.leg) != (None, None)),
        mean([told.back for told in answers]),
        mean([told.leg for told in answers]),
        furthest([told.leg_extent for told in answers]),
        sum(walks) / len(walks) if walks else None,
        max((w.longest_walk_minutes for w in answers if w.longest_walk_minutes is not None), default=None),
    )


def _symptoms(days: Iterable[SheetDay]) -> Symptoms:
    told = [(day.day.day, day.log.answers) for day in days]
    woken = [answers.woken for _, answers in told if answers.woken is not None]
    taken = [answers.painkillers for _, answers in told if answers.painkillers is not None]
    return Symptoms(
        tuple(day for day, answers in told if answers.morning is MorningLeg.CLEARLY_WORSE),
        tuple(day for day, answers in told if answers.tingling is SymptomChange.MORE),
        tuple(day for day, answers in told if answers.weakness is SymptomChange.MORE),
        (sum(woken), len(woken)),
        (sum(taken), len(taken)),
    )


def _reviews(record: CourseRecord, period: SheetPeriod) -> tuple[Review, ...]:
    # Those of the course in force, so that the first one, which the others are read beside, is there.
    starts = [adoption.start for adoption in record.adoptions if adoption.start <= period.last]
    begin = min([*starts[-1:], period.first])
    return tuple(r for r in record.reviews if begin <= r.day <= period.last and not r.is_skipped)


def _stops(days: Iterable[SheetDay], titles: Titles) -> tuple[Stop, ...]:
    return tuple(
        Stop(
            day.day.day,
            titles.get((session.plan_id, session.revision, done.entry_id), done.entry_id),
            done.words,
        )
        for day in days
        for session in day.log.sessions
        for done in session.exercises
        if done.ending is Ending.TOO_PAINFUL
    )


def _exercise_lines(view: ProgressView, stops: Iterable[Stop]) -> tuple[ExerciseLine, ...]:
    stopped = Counter(stop.title for stop in stops)
    return tuple(ExerciseLine(e.title, e.total, stopped[e.title]) for e in view.exercises)


def _marks(days: Sequence[SheetDay], today: date) -> Marks:
    shown = [day.day for day in days]
    return Marks(
        tuple(spans(shown, lambda day: day.state is DayState.FLARE)),
        tuple(spans(shown, lambda day: day.state is DayState.PAUSED)),
        tuple(_runs(days, lambda day: day.is_late)),
        sum(1 for day in days if day.day.is_missing and day.day.day < today),
    )


def _runs(days: Sequence[SheetDay], belongs: Callable[[SheetDay], bool]) -> Iterator[Span]:
    for inside, members in groupby(days, key=belongs):
        run = list(members)
        if inside:
            yield Span(run[0].day.day, run[-1].day.day)


def _wide_enough(view: ProgressView) -> ProgressView:
    return replace(view, last=max(view.last, view.first + timedelta(days=SHORTEST_CHART_DAYS - 1)))
