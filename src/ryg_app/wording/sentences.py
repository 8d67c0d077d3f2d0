"""Sentences for what went wrong, and words for the values and doses that several pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.lists import format_list

from ryg_app.domain.diary import LegExtent
from ryg_app.domain.dose import EVERY_DAY
from ryg_app.domain.exercise import Position, Side, Sides
from ryg_app.domain.owed import DayState
from ryg_app.domain.plan import ReminderKind
from ryg_app.domain.session import Ending
from ryg_app.wording.errors import sentence_for

if TYPE_CHECKING:
    from ryg_app.domain.dose import Dose, Walking
    from ryg_app.domain.errors import RygAppError
    from ryg_app.domain.plan import Phase
    from ryg_app.wording.catalogues import Words

WORKING_DAYS = frozenset(range(1, 6))
ALL_BUT_ONE = len(EVERY_DAY) - 1
TWO_SESSIONS, THREE_SESSIONS = 2, 3


def error_sentence(words: Words, error: RygAppError) -> str:
    """Return what went wrong and what can be done; a refused file gets a line for each problem."""
    return sentence_for(words, error)


def side_word(words: Words, side: Side) -> str:
    """Return «left» or «right», for use inside a sentence."""
    if side is Side.LEFT:
        return words.pgettext("side of the body", "left")
    return words.pgettext("side of the body", "right")


def sides_words(words: Words, sides: Sides) -> str:
    """Return which sides an exercise is done on, for use inside a sentence."""
    _ = words.gettext
    return {
        Sides.BOTH: _("both sides"),
        Sides.LEFT: _("left side"),
        Sides.RIGHT: _("right side"),
        Sides.AFFECTED: _("the side that hurts"),
    }[sides]


def leg_extent_word(words: Words, extent: LegExtent) -> str:
    """Return how far down the leg it reached, as an option to choose."""
    pgettext = words.pgettext
    return {
        LegExtent.NONE: pgettext("how far down the leg", "Nowhere"),
        LegExtent.BUTTOCK: pgettext("how far down the leg", "Buttock"),
        LegExtent.THIGH: pgettext("how far down the leg", "Thigh"),
        LegExtent.KNEE: pgettext("how far down the leg", "Knee"),
        LegExtent.CALF: pgettext("how far down the leg", "Calf"),
        LegExtent.FOOT: pgettext("how far down the leg", "Foot"),
    }[extent]


def ending_word(words: Words, ending: Ending) -> str:
    """Return how an exercise ended, as a neutral fact."""
    pgettext = words.pgettext
    return {
        Ending.DONE: pgettext("how an exercise ended", "Done"),
        Ending.PARTLY: pgettext("how an exercise ended", "Partly done"),
        Ending.SKIPPED: pgettext("how an exercise ended", "Skipped"),
        Ending.TOO_PAINFUL: pgettext("how an exercise ended", "Hurt too much"),
    }[ending]


def position_word(words: Words, position: Position) -> str:
    """Return how the body is placed."""
    pgettext = words.pgettext
    return {
        Position.SUPINE: pgettext("position of the body", "Lying on your back"),
        Position.SEATED: pgettext("position of the body", "Sitting"),
        Position.STANDING: pgettext("position of the body", "Standing"),
    }[position]


def day_state_word(words: Words, state: DayState) -> str:
    """Return what kind of day it is in the course."""
    pgettext = words.pgettext
    return {
        DayState.BEFORE: pgettext("kind of day", "Before the course"),
        DayState.ORDINARY: pgettext("kind of day", "Ordinary day"),
        DayState.FLARE: pgettext("kind of day", "Bad day"),
        DayState.PAUSED: pgettext("kind of day", "Pause"),
        DayState.AFTER: pgettext("kind of day", "After the course"),
    }[state]


def reminder_kind_word(words: Words, kind: ReminderKind) -> str:
    """Return what a reminder is about."""
    pgettext = words.pgettext
    return {
        ReminderKind.SESSION: pgettext("what a reminder is about", "Exercises"),
        ReminderKind.DIARY: pgettext("what a reminder is about", "Diary"),
        ReminderKind.WALK: pgettext("what a reminder is about", "Walk"),
    }[kind]


def weekdays_words(words: Words, weekdays: frozenset[int]) -> str:
    """Return ISO weekdays (1 = Monday) as people say them, for use inside a sentence."""
    _ = words.gettext
    if weekdays == EVERY_DAY:
        return _("every day")
    if weekdays == WORKING_DAYS:
        return _("weekdays")
    if len(weekdays) == ALL_BUT_ONE:
        (missing,) = EVERY_DAY - weekdays
        return _("every day but {weekday}").format(weekday=words.weekday(missing, "wide"))
    names = [words.weekday(number, "wide") for number in sorted(weekdays)]
    return str(format_list(names, locale=words.locale))


def dose_words(words: Words, dose: Dose, sides: tuple[Side, ...] | Sides | None) -> str:
    """Return repetitions, hold and side: «10 repetitions · hold 5 s», «3 per side · hold 5 s».

    Args:
        words: The language.
        dose: The prescription.
        sides: The sides to be done in order, the plan's own choice of them, or ``None``.
    """
    _ = words.gettext
    parts = [_repetitions(words, dose, per_side=_is_both(sides))]
    if dose.hold_s:
        parts.append(_("hold {seconds} s").format(seconds=dose.hold_s))
    if not _is_both(sides) and sides:
        one = sides if isinstance(sides, Sides) else Sides(sides[0].value)
        parts.append(sides_words(words, one))
    return " · ".join(parts)


def _is_both(sides: tuple[Side, ...] | Sides | None) -> bool:
    return sides is Sides.BOTH or (isinstance(sides, tuple) and len(sides) > 1)


def _repetitions(words: Words, dose: Dose, *, per_side: bool) -> str:
    if per_side:
        each = words.gettext("{number} per side").format(number=dose.repetitions)
    else:
        each = words.ngettext("{number} repetition", "{number} repetitions", dose.repetitions)
        each = each.format(number=dose.repetitions)
    return each if dose.sets == 1 else f"{dose.sets} × {each}"


def times_a_day(words: Words, number: int) -> str:
    """Return «once a day» or «{number} times a day»."""
    return words.ngettext("once a day", "{number} times a day", number).format(number=number)


def walking_words(words: Words, walking: Walking) -> str:
    """Return «3 × 5 min»."""
    minutes = words.gettext("{number} min").format(number=walking.minutes)
    return f"{walking.times_per_day} × {minutes}"


def session_title(words: Words, number: int, of: int) -> str:
    """Return the name of the ``number``-th of a day's sessions, by the time of day it belongs to."""
    _ = words.gettext
    if (number, of) == (1, 1):
        return _("Today's exercises")
    titles = [_("Morning exercises"), _("Afternoon exercises"), _("Evening exercises")]
    if of in (TWO_SESSIONS, THREE_SESSIONS) and 1 <= number <= of:
        return titles[number - 1]
    return _("Exercises, part {number}").format(number=number)


def weeks_words(words: Words, phase: Phase) -> str:
    """Return «week 3» or «weeks 3–6»."""
    _ = words.gettext
    if phase.first_week == phase.last_week:
        return _("week {week}").format(week=phase.first_week)
    return _("weeks {first}–{last}").format(first=phase.first_week, last=phase.last_week)
