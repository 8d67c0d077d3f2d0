"""The numbers of a diary laid out day by day and week by week: sums and means, never a judgement.

A day that holds no answer stays missing; nothing is filled in between two days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from ryg_app.domain.adherence import Tally
from ryg_app.domain.course import DAYS_A_WEEK, week_of
from ryg_app.domain.diary import LegExtent
from ryg_app.domain.symptoms import count_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ryg_app.domain.diary import Answers
    from ryg_app.domain.owed import DayState
    from ryg_app.domain.symptoms import NotedDays, Symptom

MEAN_DAYS = 7
# One or two numbers are no mean of a week: they would look as certain as seven.
FEWEST_FOR_A_MEAN = 3

_EXTENTS = tuple(LegExtent)


@dataclass(frozen=True, slots=True)
class Week:
    """A block of seven diary days.

    Attributes:
        first: Its first day.
        number: Which week of the course it is, 1 and upwards; ``None`` before the course or without one.
    """

    first: date
    number: int | None


@dataclass(frozen=True, slots=True)
class ProgressDay:
    """One diary day.

    Attributes:
        day: The diary day.
        week: The week it lies in.
        answers: What the patient said of it; empty when nothing is kept.
        tally: Exercises owed and done.
        state: What kind of day it was; ``None`` when no plan was in force.
        back_mean: Mean back pain of this day and the six before it, NRS 0 to 10.
        leg_mean: Mean leg pain of the same days.
    """

    day: date
    week: Week
    answers: Answers
    tally: Tally
    state: DayState | None
    back_mean: float | None = None
    leg_mean: float | None = None

    @property
    def is_missing(self) -> bool:
        """Whether it lacks both pain numbers; the day under way does too, until it is filled in."""
        return self.answers.back is None and self.answers.leg is None


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """What a week adds up to.

    Attributes:
        week: Which one.
        first: The first of its days that is counted.
        last: The last of its days that is counted.
        back: Mean back pain; ``None`` with fewer than three answers.
        leg: Mean leg pain; ``None`` with fewer than three answers.
        back_days: Days with a back pain number.
        leg_days: Days with a leg pain number.
        walked_minutes: Sum of the walking noted; ``None`` when none was noted.
        walked_days: Days with walking noted, 0 minutes included.
        furthest: The furthest down the leg it reached; ``None`` when not answered.
        longest_walk: The most minutes walked before the leg was felt; ``None`` when not answered.
        symptoms: On how many days each was noted; those never answered are left out.
        tally: Exercises owed and done.
    """

    week: Week
    first: date
    last: date
    back: float | None
    leg: float | None
    back_days: int
    leg_days: int
    walked_minutes: int | None
    walked_days: int
    furthest: LegExtent | None
    longest_walk: int | None
    symptoms: Mapping[Symptom, NotedDays]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both included."""

    first: date
    last: date


def week_on(start: date | None, day: date) -> Week:
    """Return the week of a course that started on ``start``; without one, the calendar week."""
    if start is None:
        return Week(day - timedelta(days=day.weekday()), None)
    number = week_of(start, day)
    first = start + timedelta(days=(number - 1) * DAYS_A_WEEK)
    return Week(first, number if number > 0 else None)


def mean(values: Sequence[int | None]) -> float | None:
    """Return the mean of the numbers there are; ``None`` when fewer than three."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if len(known) >= FEWEST_FOR_A_MEAN else None


def running_means(values: Sequence[int | None]) -> tuple[float | None, ...]:
    """Return, for each of consecutive days, the mean of it and the six days before it.

    Only days that hold a number count. Looking back alone, a mean never changes when a day is added.
    """
    means: list[float | None] = []
    total = count = 0
    for place, value in enumerate(values):
        gone = values[place - MEAN_DAYS] if place >= MEAN_DAYS else None
        total += (value or 0) - (gone or 0)
        count += (value is not None) - (gone is not None)
        means.append(total / count if count >= FEWEST_FOR_A_MEAN else None)
    return tuple(means)


def means_among_numbers(values: Sequence[int | None]) -> tuple[float | None, ...]:
    """Return the running means without those that lead on from a number into days that hold none.

    A line drawn through them ends where the numbers end, and not up to four days later.
    """
    means = list(running_means(values))
    number_ahead = False
    for place in reversed(range(len(values))):
        number_ahead = values[place] is not None or (number_ahead and means[place] is not None)
        if not number_ahead:
            means[place] = None
    return tuple(means)


def week_figures(days: Sequence[ProgressDay]) -> tuple[WeekFigures, ...]:
    """Return the weeks that those days, in order, lie in."""
    return tuple(_figures(week, list(members)) for week, members in groupby(days, key=lambda day: day.week))


def _figures(week: Week, days: list[ProgressDay]) -> WeekFigures:
    backs = [day.answers.back for day in days]
    legs = [day.answers.leg for day in days]
    walks = [day.answers.walked_minutes for day in days if day.answers.walked_minutes is not None]
    return WeekFigures(
        week,
        days[0].day,
        days[-1].day,
        mean(backs),
        mean(legs),
        _known(backs),
        _known(legs),
        sum(walks) if walks else None,
        len(walks),
        furthest([day.answers.leg_extent for day in days]),
        max((told for day in days if (told := day.answers.longest_walk_minutes) is not None), default=None),
        count_days(day.answers for day in days),
        sum((day.tally for day in days), start=Tally()),
    )


def _known(values: Sequence[int | None]) -> int:
    return sum(1 for value in values if value is not None)


def furthest(extents: Sequence[LegExtent | None]) -> LegExtent | None:
    """Return the one that lies furthest down; ``None`` when there is none."""
    return max((extent for extent in extents if extent is not None), key=_EXTENTS.index, default=None)


def depth(extent: LegExtent) -> int:
    """Return how many parts of the leg it reaches down, 0 (nowhere) to 5 (the foot)."""
    return _EXTENTS.index(extent)


def spans(days: Sequence[ProgressDay], belongs: Callable[[ProgressDay], bool]) -> Iterator[Span]:
    """Yield the runs of consecutive days that belong."""
    for inside, members in groupby(days, key=belongs):
        run = list(members)
        if inside:
            yield Span(run[0].day, run[-1].day)
