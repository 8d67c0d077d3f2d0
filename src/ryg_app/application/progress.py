"""*Forløb*: the numbers of a period, day by day and week by week."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from ryg_app.application.progress_view import (
    ExerciseWeeks,
    Period,
    PhaseBand,
    ProgressView,
    ReviewShown,
)
from ryg_app.application.stepwise import finished
from ryg_app.domain.adherence import Tally, owed_so_far, summed, tally_day
from ryg_app.domain.course import DAYS_A_WEEK, last_day
from ryg_app.domain.diary import DayLog, diary_day
from ryg_app.domain.errors import DamagedFileError
from ryg_app.domain.owed import DayState
from ryg_app.domain.progress import (
    MEAN_DAYS,
    ProgressDay,
    Week,
    means_among_numbers,
    week_figures,
    week_on,
)

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

    from ryg_app.application.course import Course
    from ryg_app.application.ports import Clock, DayLogs
    from ryg_app.domain.course import Adoption, CourseRecord
    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.owed import OwedDay
    from ryg_app.domain.plan import Plan, PlanExercise
    from ryg_app.domain.session import SessionRecord

A_DAY = timedelta(days=1)
SHORTEST_WEEKS = 2
# A few milliseconds' worth, so that a window that reads ahead can answer in between.
DAYS_AT_A_TIME = 100


@dataclass(frozen=True, slots=True)
class _Lived:
    """A day with all that is counted of it."""

    log: DayLog
    week: Week
    state: DayState | None
    phase: tuple[str, int] | None
    tally: Mapping[str, Tally]


class Progress:
    """What *Forløb* can ask; it changes nothing."""

    def __init__(
        self, course: Course, days: DayLogs, exercises: Mapping[str, Exercise], clock: Clock
    ) -> None:
        self._course = course
        self._days = days
        self._exercises = exercises
        self._clock = clock
        # What was owed on a day that is over changes only with the course record or the day's own log.
        self._past: dict[tuple[str, date], _Lived] = {}
        self._past_record: CourseRecord | None = None

    def view(self, period: Period, language: str) -> ProgressView:
        """Return a period, with the titles of exercises in ``language``.

        What was owed while a plan was in force that can no longer be read is not known, and not counted.

        Raises:
            DamagedFileError: The course record or a year of the diary can no longer be read.
        """
        record = self._course.record()
        first, last = self._bounds(period, record, self._course.today())
        return finished(self._making(period, record, first, last, language))

    def between(self, first: date, last: date, language: str) -> ProgressView:
        """Return the days from the first to the last, both included, whatever weeks they lie in.

        Raises:
            DamagedFileError: The course record or a year of the diary can no longer be read.
        """
        return finished(self.making(first, last, language))

    def making(self, first: date, last: date, language: str) -> Generator[float, None, ProgressView]:
        """Work the same out some days at a time, and return it at the end.

        Yields:
            How much of it is done, 0 to 1.
        """
        record, days = self._course.record(), (last - first).days + 1
        for begun in range(0, days, DAYS_AT_A_TIME):
            begin, end = first + begun * A_DAY, min(last, first + (begun + DAYS_AT_A_TIME - 1) * A_DAY)
            self._lived(record, begin, end, language)
            yield min(1.0, (begun + DAYS_AT_A_TIME) / days)
        return (yield from self._making(None, record, first, last, language))

    def titles(self, language: str) -> Mapping[tuple[str, int, str], str]:
        """Return the title of every exercise ever planned, by (plan_id, revision, entry_id)."""
        return self._titles(self._course.record(), language)

    def _making(
        self, period: Period | None, record: CourseRecord, first: date, last: date, language: str
    ) -> Generator[float, None, ProgressView]:
        today = self._course.today()
        # The mean of the first day looks back.
        lived = self._lived(record, first - (MEAN_DAYS - 1) * A_DAY, min(last, today), language)
        yield 1.0
        shown, days = lived[MEAN_DAYS - 1 :], _progress_days(lived)[MEAN_DAYS - 1 :]
        yield 1.0
        owed = self._owed(today)
        return ProgressView(
            period,
            today,
            first,
            last,
            days,
            week_figures(days),
            _exercise_weeks(shown),
            self._phases(shown),
            tuple(visit for visit in record.appointments if first <= diary_day(visit.at) <= last),
            _reviews(record, days),
            owed.walking if owed else None,
            bool(record.adoptions),
            self._begun(record, first),
        )

    def _bounds(self, period: Period, record: CourseRecord, today: date) -> tuple[date, date]:
        adoption = record.adoptions[-1] if record.adoptions else None
        if period is Period.COURSE and adoption is not None:
            end = self._course_end(adoption)
            return adoption.start, max(end, adoption.start + SHORTEST_WEEKS * DAYS_A_WEEK * A_DAY - A_DAY)
        this_week = week_on(adoption.start if adoption else None, today)
        weeks = period.weeks
        if weeks is None:
            first = _week_first(this_week, self._begun(record, date.min))
            weeks = max(SHORTEST_WEEKS, ((today - first).days // DAYS_A_WEEK) + 1)
            return first, first + weeks * DAYS_A_WEEK * A_DAY - A_DAY
        earliest = this_week.first - (weeks - 1) * DAYS_A_WEEK * A_DAY
        first = _week_first(this_week, max(earliest, self._begun(record, earliest)))
        return first, first + weeks * DAYS_A_WEEK * A_DAY - A_DAY

    def _begun(self, record: CourseRecord, first: date) -> date:
        starts = _starts(record)
        # All years are read only where it matters.
        kept = () if starts and starts[0] <= first else self._days.every()[:1]
        return min([*(log.day for log in kept), *starts, self._course.today()])

    def _course_end(self, adoption: Adoption) -> date:
        try:
            weeks = self._course.plan_file(*adoption.plan_key).plan.weeks
        except DamagedFileError:
            weeks = -(-((self._course.today() - adoption.start).days + 1) // DAYS_A_WEEK)
        return last_day(adoption.start, weeks)

    def _lived(self, record: CourseRecord, first: date, last: date, language: str) -> list[_Lived]:
        if record is not self._past_record:
            self._past, self._past_record = {}, record
        logs = {log.day: log for log in self._days.between(first, last)}
        titles = self._titles(record, language)
        adopted = [diary_day(adoption.at) for adoption in record.adoptions]
        lived: list[_Lived] = []
        for number in range((last - first).days + 1):
            day = first + number * A_DAY
            place = bisect_right(adopted, day)
            adoption = record.adoptions[max(place - 1, 0)] if adopted else None
            lived.append(self._remembered(logs.get(day, DayLog(day)), adoption, titles, language))
        return lived

    def _remembered(
        self,
        log: DayLog,
        adoption: Adoption | None,
        titles: Mapping[tuple[str, int, str], str],
        language: str,
    ) -> _Lived:
        key = (language, log.day)
        known = self._past.get(key)
        if known is not None and known.log == log:
            return known
        lived = self._live(log, adoption, titles)
        # A plan that cannot be read now may be back the next time.
        if log.day < self._course.today() and (lived.state is not None or adoption is None):
            self._past[key] = lived
        return lived

    def _live(
        self, log: DayLog, adoption: Adoption | None, titles: Mapping[tuple[str, int, str], str]
    ) -> _Lived:
        owed = self._owed(log.day)
        due = owed_so_far(owed, log) if owed and log.day == self._course.today() else owed

        def owed_name(entry_id: str) -> str:
            return titles.get((*adoption.plan_key, entry_id), entry_id) if adoption else entry_id

        def done_name(record: SessionRecord, entry_id: str) -> str:
            return titles.get((record.plan_id, record.revision, entry_id), entry_id)

        started = owed is not None and owed.state not in (DayState.BEFORE, DayState.AFTER)
        return _Lived(
            log,
            week_on(adoption.start if adoption else None, log.day),
            owed.state if owed else None,
            self._phase(adoption, owed.phase) if owed and adoption and started else None,
            tally_day(due, log.sessions, owed_name, done_name),
        )

    def _phase(self, adoption: Adoption, number: int) -> tuple[str, int]:
        return self._course.plan_file(*adoption.plan_key).plan.phases[number - 1].title, number

    def _owed(self, day: date) -> OwedDay | None:
        # A lost plan file must not stand between the patient and the numbers; *Plan* tells of it.
        try:
            return self._course.owed(day)
        except DamagedFileError:
            return None

    def _titles(self, record: CourseRecord, language: str) -> dict[tuple[str, int, str], str]:
        titles: dict[tuple[str, int, str], str] = {}
        for plan_key in dict.fromkeys(adoption.plan_key for adoption in record.adoptions):
            plan = self._plan(plan_key)
            for entry in plan.exercises if plan else ():
                titles[(*plan_key, entry.entry_id)] = self._title(entry, language)
        return titles

    def _plan(self, plan_key: tuple[str, int]) -> Plan | None:
        try:
            return self._course.plan_file(*plan_key).plan
        except DamagedFileError:
            return None

    def _title(self, entry: PlanExercise, language: str) -> str:
        if entry.own is not None:
            return entry.own.title
        return self._exercises[entry.exercise_id or ""].variant(entry.variant).words[language].title

    def _phases(self, days: Sequence[_Lived]) -> tuple[PhaseBand, ...]:
        bands = []
        for phase, members in groupby(days, key=lambda day: day.phase):
            run = list(members)
            if phase is not None:
                bands.append(PhaseBand(phase[1], phase[0], run[0].log.day, run[-1].log.day))
        return tuple(bands)


def _reviews(record: CourseRecord, days: Sequence[ProgressDay]) -> tuple[ReviewShown, ...]:
    weeks = {day.day: day.week for day in days}
    return tuple(
        ReviewShown(weeks[review.day], review)
        for review in sorted(record.reviews, key=lambda review: review.day)
        if review.day in weeks and not review.is_skipped
    )


def _starts(record: CourseRecord) -> list[date]:
    return [adoption.start for adoption in record.adoptions[:1]]


def _week_first(this_week: Week, day: date) -> date:
    weeks_back = -((day - this_week.first).days // DAYS_A_WEEK)
    return this_week.first - weeks_back * DAYS_A_WEEK * A_DAY


def _progress_days(lived: Sequence[_Lived]) -> tuple[ProgressDay, ...]:
    backs = means_among_numbers([day.log.answers.back for day in lived])
    legs = means_among_numbers([day.log.answers.leg for day in lived])
    return tuple(_progress_day(day, back, leg) for day, back, leg in zip(lived, backs, legs, strict=True))


def _progress_day(day: _Lived, back: float | None, leg: float | None) -> ProgressDay:
    tally = sum(day.tally.values(), start=Tally())
    return ProgressDay(day.log.day, day.week, day.log.answers, tally, day.state, back, leg)


def _exercise_weeks(lived: Sequence[_Lived]) -> tuple[ExerciseWeeks, ...]:
    weeks = [
        summed(day.tally for day in members) for _week, members in groupby(lived, key=lambda day: day.week)
    ]
    return tuple(
        ExerciseWeeks(title, tuple(week.get(title, Tally()) for week in weeks), total)
        for title, total in summed(weeks).items()
    )
