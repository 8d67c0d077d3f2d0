"""The tables of *Forløb*: headings, and each row in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.domain.adherence import Tally
from ryg_app.domain.owed import DayState
from ryg_app.wording.progress_words import (
    NOTHING,
    dated_year,
    days_words,
    mean_words,
    short_date,
    tally_words,
    week_extent_word,
    week_namer,
    week_word,
)
from ryg_app.wording.sentences import day_state_word, leg_extent_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ryg_app.application.progress_view import ProgressView
    from ryg_app.wording.catalogues import Words


@dataclass(frozen=True, slots=True)
class Rows:
    """What a table shows; rows are made one at a time."""

    headings: Sequence[str]
    count: int
    row: Callable[[int], Sequence[str]]


def week_rows(words: Words, view: ProgressView) -> Rows:
    """Return what each week adds up to."""
    # Few tell how far they walked before the leg was felt, and a column of dashes says nothing.
    has_walks = any(week.longest_walk is not None for week in view.weeks)

    def row(number: int) -> Sequence[str]:
        week = view.weeks[number]
        return [
            week_word(words, week.week),
            days_words(words, week.first, week.last, year=view.is_long),
            mean_words(words, week.leg),
            mean_words(words, week.back),
            str(max(week.leg_days, week.back_days)),
            _number(week.walked_minutes),
            week_extent_word(words, week),
            *([_number(week.longest_walk)] if has_walks else []),
        ]

    return Rows(_week_headings(words, has_walks=has_walks), len(view.weeks), row)


def _week_headings(words: Words, *, has_walks: bool) -> Sequence[str]:
    _ = words.gettext
    return [
        _("Week"),
        _("Days"),
        _("Leg, mean"),
        _("Back, mean"),
        _("Days filled in"),
        _("Minutes walked"),
        _("Furthest down the leg"),
        *([_("Longest walk before the leg was felt, minutes")] if has_walks else []),
    ]


def exercise_rows(words: Words, view: ProgressView) -> Rows | None:
    """Return what was done of what was planned, a column an exercise and a row a week that had any."""
    places = [place for place, week in enumerate(view.weeks) if week.tally != Tally()]
    if not places:
        return None
    _ = words.gettext
    tallies = [view.weeks[place].tally for place in places]
    # Columns that would be empty from top to bottom are left out.
    counts = [
        (_("Without the computer"), [tally.without_computer for tally in tallies]),
        (_("Partly done"), [tally.partly for tally in tallies]),
        (_("Besides the plan"), [tally.extra for tally in tallies]),
    ]
    told = [(heading, numbers) for heading, numbers in counts if any(numbers)]
    name = week_namer(words, view.weeks)
    titles = [exercise.title for exercise in view.exercises]
    headings = [_("Week"), *titles, _("In all"), *(heading for heading, _numbers in told)]

    def row(number: int) -> Sequence[str]:
        return [
            name(places[number]),
            *(tally_words(words, exercise.weeks[places[number]]) for exercise in view.exercises),
            tally_words(words, tallies[number]),
            *(str(numbers[number]) for _heading, numbers in told),
        ]

    return Rows(headings, len(places), row)


def day_rows(words: Words, view: ProgressView) -> Rows:
    """Return the numbers of the chart, a row a day."""
    date_words = dated_year if view.is_long else short_date

    def row(number: int) -> Sequence[str]:
        day = view.days[number]
        answers = day.answers
        special = day.state if day.state in (DayState.FLARE, DayState.PAUSED) else None
        return [
            date_words(words, day.day),
            _number(answers.leg),
            mean_words(words, day.leg_mean),
            _number(answers.back),
            mean_words(words, day.back_mean),
            leg_extent_word(words, answers.leg_extent) if answers.leg_extent else NOTHING,
            _number(answers.walked_minutes),
            tally_words(words, day.tally),
            day_state_word(words, special) if special else "",
        ]

    return Rows(_day_headings(words), len(view.days), row)


def _day_headings(words: Words) -> Sequence[str]:
    _, pgettext = words.gettext, words.pgettext
    return [
        _("Day"),
        pgettext("part of the body", "Leg"),
        _("Leg, 7 days' mean"),
        pgettext("part of the body", "Back"),
        _("Back, 7 days' mean"),
        _("How far down the leg"),
        _("Minutes walked"),
        _("Exercises done"),
        _("Kind of day"),
    ]


def _number(value: int | None) -> str:
    return NOTHING if value is None else str(value)
