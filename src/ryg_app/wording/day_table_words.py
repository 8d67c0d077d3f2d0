"""The words of the table day by day on the sheet for the appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import dates

from ryg_app.domain.owed import DayState
from ryg_app.wording.progress_words import NOTHING, days_words, short_date, tally_words
from ryg_app.wording.sentences import day_state_word, leg_extent_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ryg_app.application.appointment_sheet import SheetDay, Stop
    from ryg_app.wording.catalogues import Words

    Row = tuple[str, ...]


def days_headings(words: Words) -> Row:
    """Return the headings of the table day by day."""
    _, pgettext = words.gettext, words.pgettext
    return (
        _("Day"),
        pgettext("part of the body", "Leg"),
        pgettext("part of the body", "Back"),
        _("Furthest down"),
        _("Walked, min"),
        _("Exercises"),
        _("Leg at worst, exercises"),
        _("Remarks"),
    )


def day_row(words: Words, day: SheetDay, stopped: Iterable[Stop], *, with_year: bool) -> Row:
    """Return one day of the table; the note stands beneath it."""
    remarks = list(_remarks(words, day))
    titles = ", ".join(dict.fromkeys(stop.title for stop in stopped))
    if titles:
        remarks.append(words.gettext("stopped: {exercises}").format(exercises=titles))
    answers = day.log.answers
    return (
        _day(words, day, with_year=with_year),
        _number(answers.leg),
        _number(answers.back),
        NOTHING if answers.leg_extent is None else leg_extent_word(words, answers.leg_extent).lower(),
        _number(answers.walked_minutes),
        tally_words(words, day.day.tally),
        _number(day.worst_leg_pain),
        ", ".join(remarks),
    )


def blank_days_words(words: Words, first: SheetDay, last: SheetDay) -> str:
    """Return the line that stands for days in a row of which nothing was kept."""
    year = first.day.day.year != last.day.day.year
    days = days_words(words, first.day.day, last.day.day, year=year)
    return words.gettext("{days}: nothing written").format(days=days)


def _day(words: Words, day: SheetDay, *, with_year: bool) -> str:
    pattern = "EEEEEE d. MMM" if words.language == "da" else "EEEEEE d MMM"
    return dates.format_date(day.day.day, f"{pattern} yyyy" if with_year else pattern, words.locale)


def _number(value: int | None) -> str:
    return NOTHING if value is None else str(value)


def _remarks(words: Words, day: SheetDay) -> Iterator[str]:
    _ = words.gettext
    if day.day.state in (DayState.FLARE, DayState.PAUSED):
        yield day_state_word(words, day.day.state).lower()
    if day.log.recorded_late and day.log.recorded is not None:
        yield _("filled in {date}").format(date=short_date(words, day.log.recorded.date()))
    elif day.log.changed is not None:
        yield _("corrected {date}").format(date=short_date(words, day.log.changed.date()))
