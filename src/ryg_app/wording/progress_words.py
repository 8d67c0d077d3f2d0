"""Words for the numbers of a period: neutral facts, read aloud, written in a table or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import dates, numbers

from ryg_app.domain.owed import DayState
from ryg_app.domain.symptoms import Symptom
from ryg_app.wording.sentences import day_state_word, leg_extent_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from ryg_app.application.progress_view import ProgressView
    from ryg_app.domain.adherence import Tally
    from ryg_app.domain.course import Appointment
    from ryg_app.domain.progress import ProgressDay, Week, WeekFigures
    from ryg_app.domain.symptoms import NotedDays
    from ryg_app.wording.catalogues import Words

NOTHING = "–"
NO_BREAK = "\N{NO-BREAK SPACE}"


def short_date(words: Words, day: date) -> str:
    """Return «8. dec.»."""
    return dates.format_date(day, "d. MMM" if words.language == "da" else "d MMM", words.locale)


def month_and_year(words: Words, day: date) -> str:
    """Return «dec. 2026»."""
    return dates.format_date(day, "LLL yyyy", words.locale)


def mean_words(words: Words, value: float | None) -> str:
    """Return a mean with one decimal, «7,1», or a dash when there is none."""
    return NOTHING if value is None else numbers.format_decimal(value, "0.0", locale=words.locale)


def week_word(words: Words, week: Week) -> str:
    """Return «week 3», or where it is no week of a course the date it begins on."""
    if week.number is None:
        return short_date(words, week.first)
    return words.gettext("week {number}").format(number=week.number)


def week_namer(words: Words, weeks: Sequence[WeekFigures]) -> Callable[[int], str]:
    """Return what names a week by its place; where one course follows another, the date is in the name."""
    numbers = [week.week.number for week in weeks if week.week.number is not None]
    is_dated = len(set(numbers)) < len(numbers)

    def name(place: int) -> str:
        week = weeks[place].week
        if not is_dated:
            return week_word(words, week)
        dated = dated_year(words, week.first)
        return dated if week.number is None else f"{week_word(words, week)}, {dated}"

    return name


def dated_year(words: Words, day: date) -> str:
    """Return «8. dec. 2026»."""
    return f"{short_date(words, day)} {day.year}"


def kept_together(text: str) -> str:
    """Return the text so that a line breaks after its commas alone: «week 3» and «8. dec.» stay whole."""
    return ", ".join(part.replace(" ", NO_BREAK) for part in text.split(", "))


def days_words(words: Words, first: date, last: date, *, year: bool = False) -> str:
    """Return «8. dec. – 14. dec.», or a single date; the year stands at the end, and where it changes."""
    ends = dated_year(words, last) if year else short_date(words, last)
    if first == last:
        return ends
    begins = dated_year(words, first) if year and first.year != last.year else short_date(words, first)
    return f"{begins} – {ends}"


def tally_words(words: Words, tally: Tally) -> str:
    """Return «9 of 10», or a dash when nothing was planned or done."""
    if not tally.planned:
        return str(tally.extra) if tally.extra else NOTHING
    return words.gettext("{done} of {planned}").format(done=tally.done, planned=tally.planned)


def tally_remarks(words: Words, tally: Tally) -> list[str]:
    """Return what is said beside the count, each as «3 without the computer»."""
    _ = words.gettext
    told = [
        (tally.without_computer, _("{number} without the computer")),
        (tally.partly, _("{number} partly done")),
        (tally.extra if tally.planned else 0, _("{number} besides the plan")),
    ]
    return [text.format(number=number) for number, text in told if number]


def noted_words(words: Words, days: NotedDays | None) -> str:
    """Return «3 of 5», the days noted of those answered, or a dash when it was answered on none."""
    if days is None:
        return NOTHING
    return words.gettext("{noted} of {answered}").format(noted=days.noted, answered=days.answered)


def symptom_days_word(words: Words, symptom: Symptom) -> str:
    """Return what a day is counted for."""
    _ = words.gettext
    return {
        Symptom.MORNING: _("Leg worse in the morning"),
        Symptom.TINGLING: _("Tingling or numbness"),
        Symptom.TINGLING_MORE: _("More tingling or numbness"),
        Symptom.WEAKNESS: _("Weakness"),
        Symptom.WEAKNESS_MORE: _("More weakness"),
        Symptom.WOKEN: _("Woken by pain at night"),
        Symptom.HEAT_COLD: _("Heat or cold used"),
        Symptom.PAINKILLERS: _("Painkillers taken"),
    }[symptom]


def week_extent_word(words: Words, figures: WeekFigures) -> str:
    """Return how far down the leg it reached at most in that week, or a dash."""
    return leg_extent_word(words, figures.furthest) if figures.furthest else NOTHING


def lines_words(words: Words, view: ProgressView) -> str:
    """Return what the thin and the thick lines of the chart are."""
    _ = words.gettext
    if view.is_long:
        return _("Thin line: the day's number · thick line: mean of the week")
    return _("Thin line: the day's number · thick line: mean of 7 days")


def day_in_words(words: Words, day: ProgressDay, visits: Iterable[Appointment] = (), phase: str = "") -> str:
    """Return all that is kept of a day in one line, missing answers named."""
    parts = [words.full_date(day.day)]
    if day.week.number is not None:
        parts.append(week_word(words, day.week))
    if phase:
        parts.append(phase)
    if day.state in (DayState.FLARE, DayState.PAUSED):
        parts.append(day_state_word(words, day.state))
    parts += [*_answers(words, day), *_means(words, day), *_exercises(words, day)]
    _ = words.gettext
    parts += [_("appointment at {time}").format(time=words.clock(visit.at)) for visit in visits]
    return " · ".join(parts)


def _answers(words: Words, day: ProgressDay) -> list[str]:
    _, answers = words.gettext, day.answers
    if day.is_missing and answers.walked_minutes is None and answers.leg_extent is None:
        return [_("not filled in")]
    told = [
        _("leg {number}").format(number=NOTHING if answers.leg is None else answers.leg),
        _("back {number}").format(number=NOTHING if answers.back is None else answers.back),
    ]
    if answers.leg_extent is not None:
        told.append(
            _("down the leg: {extent}").format(extent=leg_extent_word(words, answers.leg_extent).lower())
        )
    if answers.walked_minutes is not None:
        told.append(_("walked {minutes} min").format(minutes=answers.walked_minutes))
    return told


def _means(words: Words, day: ProgressDay) -> list[str]:
    if day.leg_mean is None and day.back_mean is None:
        return []
    text = words.gettext("7 days' mean: leg {leg}, back {back}")
    return [text.format(leg=mean_words(words, day.leg_mean), back=mean_words(words, day.back_mean))]


def _exercises(words: Words, day: ProgressDay) -> list[str]:
    if not (day.tally.planned or day.tally.extra):
        return []
    done = words.gettext("exercises {count}").format(count=tally_words(words, day.tally))
    remarks = tally_remarks(words, day.tally)
    return [f"{done} ({', '.join(remarks)})" if remarks else done]
