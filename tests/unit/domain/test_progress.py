"""Means and sums of a diary: what is missing stays missing, and nothing is counted twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.adherence import Tally
from ryg_app.domain.diary import Answers, LegExtent
from ryg_app.domain.progress import (
    FEWEST_FOR_A_MEAN,
    MEAN_DAYS,
    ProgressDay,
    depth,
    furthest,
    mean,
    means_among_numbers,
    running_means,
    spans,
    week_figures,
    week_on,
)
from tests.builders import START
from tests.strategies import answers as any_answers

A_DAY = timedelta(days=1)
pains = st.lists(st.none() | st.integers(0, 10), max_size=60)
dates = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def days_from(first: date, answers: list[Answers], start: date | None = START) -> list[ProgressDay]:
    span = [first + number * A_DAY for number in range(len(answers))]
    return [
        ProgressDay(day, week_on(start, day), said, Tally(), None)
        for day, said in zip(span, answers, strict=True)
    ]


@given(pains)
def test_a_running_mean_is_the_mean_of_the_days_that_have_a_number(values: list[int | None]) -> None:
    for place, told in enumerate(running_means(values)):
        window = values[max(0, place - MEAN_DAYS + 1) : place + 1]
        known = [value for value in window if value is not None]
        if len(known) < FEWEST_FOR_A_MEAN:
            assert told is None
        else:
            assert told == pytest.approx(fmean(known))


@given(pains, pains)
def test_a_running_mean_never_changes_when_later_days_are_added(
    values: list[int | None], later: list[int | None]
) -> None:
    assert running_means([*values, *later])[: len(values)] == running_means(values)


def test_a_single_number_is_no_mean() -> None:
    assert running_means([7]) == (None,)
    assert mean([7, None, 3]) is None
    assert mean([7, 5, 3]) == 5


def test_a_week_without_numbers_ends_the_line() -> None:
    told = running_means([4, 4, 4, *[None] * 7, 6, 6, 6])
    assert told[2] == 4
    assert told[7:12] == (None,) * 5
    assert told[12] == 6


@given(pains)
def test_a_line_of_means_ends_on_a_day_that_has_a_number(values: list[int | None]) -> None:
    told = means_among_numbers(values)
    for place, kept in enumerate(told):
        assert kept is None or kept == running_means(values)[place]
        if kept is None and values[place] is not None:
            assert running_means(values)[place] is None
        if kept is not None and (place + 1 == len(told) or told[place + 1] is None):
            assert values[place] is not None


def test_a_line_of_means_goes_on_across_a_single_day_without_a_number() -> None:
    told = means_among_numbers([4, 4, 4, None, 4, None, None])
    assert [mean is not None for mean in told] == [False, False, True, True, True, False, False]


@given(dates, st.integers(-400, 400))
def test_a_day_lies_in_the_seven_days_of_its_week(start: date, after: int) -> None:
    day = start + after * A_DAY
    week = week_on(start, day)
    assert week.first <= day < week.first + 7 * A_DAY
    assert (week.first - start).days % 7 == 0
    assert (week.number is None) == (day < start)


def test_weeks_go_on_over_the_new_year_and_both_changes_of_the_clock() -> None:
    assert week_on(START, date(2027, 1, 3)).number == 6
    assert week_on(START, date(2027, 1, 4)).number == 7
    assert week_on(START, date(2027, 3, 28)) == week_on(START, date(2027, 3, 22))
    assert week_on(date(2026, 10, 19), date(2026, 10, 25)).number == 1


def test_without_a_course_weeks_begin_on_mondays() -> None:
    assert week_on(None, date(2026, 11, 29)).first == date(2026, 11, 23)
    assert week_on(None, date(2026, 11, 29)).number is None


@given(dates, st.lists(any_answers, min_size=1, max_size=50))
def test_the_weeks_hold_every_day_once_and_add_up(first: date, said: list[Answers]) -> None:
    weeks = week_figures(days_from(first, said))
    walks = [answers.walked_minutes for answers in said if answers.walked_minutes is not None]
    assert sum((week.last - week.first).days + 1 for week in weeks) == len(said)
    assert sum(week.walked_minutes or 0 for week in weeks) == sum(walks)
    assert sum(week.walked_days for week in weeks) == len(walks)
    assert sum(week.leg_days for week in weeks) == sum(answers.leg is not None for answers in said)
    assert all((week.walked_minutes is None) == (week.walked_days == 0) for week in weeks)


@given(st.lists(any_answers, min_size=1, max_size=7))
def test_the_means_of_a_week_lie_between_its_least_and_its_most(said: list[Answers]) -> None:
    (week,) = week_figures(days_from(START, said))
    legs = [answers.leg for answers in said if answers.leg is not None]
    if len(legs) < FEWEST_FOR_A_MEAN:
        assert week.leg is None
    else:
        assert week.leg is not None
        assert min(legs) <= week.leg <= max(legs)


def test_a_walk_of_no_minutes_is_an_answer_and_none_is_not() -> None:
    (week,) = week_figures(days_from(START, [Answers(walks=(0,)), Answers()]))
    assert (week.walked_minutes, week.walked_days) == (0, 1)


@given(st.lists(st.none() | st.sampled_from(LegExtent)))
def test_the_furthest_is_among_them_and_none_lies_further(extents: list[LegExtent | None]) -> None:
    told = furthest(extents)
    known = [extent for extent in extents if extent is not None]
    if not known:
        assert told is None
    else:
        assert told in known
        assert depth(told) == max(map(depth, known))


@given(st.lists(st.booleans(), max_size=40))
def test_runs_cover_what_belongs_and_nothing_else(filled: list[bool]) -> None:
    days = days_from(START, [Answers(1, 2) if told else Answers() for told in filled])
    covered = {
        span.first + number * A_DAY
        for span in spans(days, lambda day: day.is_missing)
        for number in range((span.last - span.first).days + 1)
    }
    assert covered == {day.day for day in days if day.is_missing}


def test_a_day_with_one_of_the_two_numbers_is_not_missing() -> None:
    (day,) = days_from(START, [Answers(walks=(10,))])
    assert day.is_missing
    assert not replace(day, answers=Answers(leg=0)).is_missing
