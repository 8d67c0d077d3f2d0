"""What is different in a newer edition of a plan, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.plan_changes import (
    DoseChanged,
    ExerciseChanged,
    ExerciseNews,
    FlareChanged,
    Part,
    PartChanged,
    SideChanged,
    WalkingChanged,
    WeeksChanged,
)
from ryg_app.wording.plan_words import exercise_title
from ryg_app.wording.sentences import dose_words, side_word, times_a_day, walking_words, weekdays_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.domain.dose import Dose, Walking
    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.plan_changes import Change
    from ryg_app.wording.catalogues import Words


def changes_in_words(
    words: Words, changes: tuple[Change, ...], exercises: Mapping[str, Exercise]
) -> tuple[str, ...]:
    """Return a line for each change; two that read the same are told once."""
    return tuple(dict.fromkeys(_line(words, change, exercises) for change in changes))


def _line(words: Words, change: Change, exercises: Mapping[str, Exercise]) -> str:
    match change:
        case WeeksChanged():
            line = words.gettext("Length: {before} → {after} weeks")
            said = line.format(before=change.before, after=change.after)
        case SideChanged():
            said = _about_side(words, change)
        case FlareChanged():
            said = _about_flare(words, change)
        case ExerciseChanged():
            said = _about_exercise(words, change, exercises)
        case DoseChanged():
            said = _about_dose(words, change, exercises)
        case WalkingChanged():
            said = _about_walking(words, change)
        case PartChanged():
            said = _parts(words)[change.part]
    return said


def _about_side(words: Words, change: SideChanged) -> str:
    if change.before is None or change.after is None:
        return words.gettext("The affected side is another")
    return words.gettext("The leg that hurts: {before} → {after}").format(
        before=side_word(words, change.before), after=side_word(words, change.after)
    )


def _about_flare(words: Words, change: FlareChanged) -> str:
    if change.is_there:
        return words.gettext("Light version for a bad day: new")
    return words.gettext("Light version for a bad day: no longer in the plan")


def _about_exercise(words: Words, change: ExerciseChanged, exercises: Mapping[str, Exercise]) -> str:
    _, title = words.gettext, exercise_title(words, change.entry, exercises)
    sentences = {
        ExerciseNews.ADDED: _("{exercise}: new"),
        ExerciseNews.REMOVED: _("{exercise}: no longer in the plan"),
        ExerciseNews.NOTE: _("{exercise}: another note"),
        ExerciseNews.VARIANT: _("{exercise}: another variant"),
        ExerciseNews.SIDES: _("{exercise}: other sides"),
        ExerciseNews.WORDS: _("{exercise}: other words or pictures"),
    }
    return sentences[change.news].format(exercise=title)


def _about_dose(words: Words, change: DoseChanged, exercises: Mapping[str, Exercise]) -> str:
    _, title = words.gettext, exercise_title(words, change.entry, exercises)
    where = _phase(words, change.phase)
    if change.before is None or change.after is None:
        left_out = _("{where}: {exercise} is left out")
        taken_in = _("{where}: {exercise} is taken in")
        return (left_out if change.after is None else taken_in).format(where=where, exercise=title)
    before, after = _amount(words, change.before), _amount(words, change.after)
    if before == after:
        return _("{where}: {exercise} has another pace or other rests").format(where=where, exercise=title)
    return _("{where}: {exercise} {before} → {after}").format(
        where=where, exercise=title, before=before, after=after
    )


def _amount(words: Words, dose: Dose) -> str:
    return ", ".join(
        (
            dose_words(words, dose, None),
            times_a_day(words, dose.sessions_per_day),
            weekdays_words(words, dose.weekdays),
        )
    )


def _about_walking(words: Words, change: WalkingChanged) -> str:
    return words.gettext("{where}: walking {before} → {after}").format(
        where=_phase(words, change.phase),
        before=_walks(words, change.before),
        after=_walks(words, change.after),
    )


def _walks(words: Words, walking: Walking | None) -> str:
    if walking is None:
        return words.gettext("none")
    return f"{walking_words(words, walking)}, {weekdays_words(words, walking.weekdays)}"


def _phase(words: Words, phase: int | None) -> str:
    if phase is None:
        return words.gettext("On a bad day")
    return words.gettext("Phase {number}").format(number=phase)


def _parts(words: Words) -> Mapping[Part, str]:
    _ = words.gettext
    return {
        Part.TITLE: _("The title reads differently"),
        Part.CLINIC: _("The clinic's name or phone number is another"),
        Part.MESSAGE: _("The greeting reads differently"),
        Part.REVIEW_WEEKS: _("The review weeks are others"),
        Part.PHASES: _("The phases begin in other weeks or are called something else"),
        Part.RULE_CARD: _("The rule card reads differently"),
        Part.REMINDERS: _("The reminder times are others"),
        Part.ORDER: _("The exercises come in another order"),
    }
