"""A period of the course as the page, the chart and the report show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ryg_app.domain.adherence import Tally

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.domain.course import Appointment
    from ryg_app.domain.diary import LegExtent
    from ryg_app.domain.dose import Walking
    from ryg_app.domain.progress import ProgressDay, Week, WeekFigures
    from ryg_app.domain.review import Review

# From here on a date without its year could be any of several, and a chart of days is too dense to read.
LONG_DAYS = 300


class Period(StrEnum):
    """How far back the page looks; the weeks are whole weeks of the course, the one under way included."""

    TWO_WEEKS = "2"
    SIX_WEEKS = "6"
    TWELVE_WEEKS = "12"
    COURSE = "course"
    ALL = "all"

    @property
    def weeks(self) -> int | None:
        """How many weeks, where the period says so."""
        return int(self.value) if self.value.isdigit() else None


@dataclass(frozen=True, slots=True)
class PhaseBand:
    """A phase as it was in force, from the first to the last of the days shown, both included."""

    number: int
    title: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class ExerciseWeeks:
    """One exercise: what was owed and done of it in each of the view's weeks."""

    title: str
    weeks: tuple[Tally, ...]
    total: Tally


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """What was answered in a review week, and which week that was."""

    week: Week
    review: Review


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """What the chart shows side by side: a day, or in a long period a week.

    Attributes:
        first: Its first day.
        last: Its last day.
        back: Mean back pain, of the week or of this day and the six before it.
        leg: Mean leg pain of the same days.
        walked_minutes: Sum of the walking noted; ``None`` when none was noted.
        extent: The furthest down the leg it reached; ``None`` when not answered.
    """

    first: date
    last: date
    back: float | None
    leg: float | None
    walked_minutes: int | None
    extent: LegExtent | None


@dataclass(frozen=True, slots=True)
class ProgressView:
    """A period as the page and the chart show it.

    Attributes:
        period: What was asked for; ``None`` for days named by their dates.
        today: The diary day it is now.
        first: First day of the period.
        last: Last day of the period; later than today where the period is not over.
        days: Every day from the first to today (or the last), in order, also those that hold nothing.
        weeks: What each week of those days adds up to.
        exercises: Done and planned, in the order the exercises first come.
        phases: In order.
        appointments: Those within the period, coming ones included.
        reviews: Those answered within the period, in order.
        walking: What the plan says of walking today; ``None`` when nothing.
        has_plan: Whether a plan was ever adopted.
        begun: The first day anything was planned or kept; before it nothing is missing.
    """

    period: Period | None
    today: date
    first: date
    last: date
    days: tuple[ProgressDay, ...]
    weeks: tuple[WeekFigures, ...]
    exercises: tuple[ExerciseWeeks, ...]
    phases: tuple[PhaseBand, ...]
    appointments: tuple[Appointment, ...]
    reviews: tuple[ReviewShown, ...]
    walking: Walking | None
    has_plan: bool
    begun: date

    @property
    def tally(self) -> Tally:
        """All exercises of the period together."""
        return sum((exercise.total for exercise in self.exercises), start=Tally())

    @property
    def is_long(self) -> bool:
        """Whether it is shown week by week rather than day by day, and dates need their year."""
        return (self.last - self.first).days >= LONG_DAYS

    def columns(self) -> tuple[ChartColumn, ...]:
        """Return the days in order, or in a long period the weeks."""
        if self.is_long:
            return tuple(
                ChartColumn(week.first, week.last, week.back, week.leg, week.walked_minutes, week.furthest)
                for week in self.weeks
            )
        return tuple(
            ChartColumn(
                day.day,
                day.day,
                day.back_mean,
                day.leg_mean,
                day.answers.walked_minutes,
                day.answers.leg_extent,
            )
            for day in self.days
        )

    def is_gap(self, day: ProgressDay) -> bool:
        """Tell whether the day is over and has no pain number, though the diary had begun."""
        return day.is_missing and self.begun <= day.day < self.today

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was answered or done."""
        return all(day.answers.is_empty() and not (day.tally.done or day.tally.extra) for day in self.days)
