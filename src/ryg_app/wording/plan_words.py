"""A whole plan in plain words, for the preview and ``plan show``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.lists import format_list

from ryg_app.domain.dose import EVERY_DAY
from ryg_app.domain.exercise import Sides
from ryg_app.wording.sentences import (
    dose_words,
    position_word,
    reminder_kind_word,
    side_word,
    times_a_day,
    walking_words,
    weekdays_words,
    weeks_words,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ryg_app.domain.dose import Dose, Walking
    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.plan import Phase, Plan, PlanExercise, ReminderRule, RuleCard
    from ryg_app.wording.catalogues import Words

    Section = tuple[str, tuple[str, ...]]


def plan_in_words(words: Words, plan: Plan, exercises: Mapping[str, Exercise]) -> tuple[Section, ...]:
    """Return headings with their lines; texts of the physiotherapist stand in them as written.

    Args:
        words: The language.
        plan: The plan.
        exercises: The catalogue, by identifier.
    """
    return tuple((heading, lines) for heading, lines in _sections(words, plan, exercises) if lines)


def exercise_title(words: Words, entry: PlanExercise, exercises: Mapping[str, Exercise]) -> str:
    """Return the name of a plan's exercise."""
    if entry.own is not None:
        return entry.own.title
    return exercises[entry.exercise_id or ""].variant(entry.variant).words[words.language].title


def _sections(words: Words, plan: Plan, exercises: Mapping[str, Exercise]) -> Iterator[Section]:
    _ = words.gettext
    yield plan.title, course_lines(words, plan)
    yield _("From your physiotherapist"), tuple(plan.message.splitlines())
    for number, phase in enumerate(plan.phases, start=1):
        lines = (*_doses(words, plan, phase.doses, exercises), *_walks(words, phase.walking))
        yield _phase_heading(words, number, phase), lines or (_("No exercises and no walks."),)
    if plan.flare is not None:
        lines = (*_doses(words, plan, plan.flare.doses, exercises), *_walks(words, plan.flare.walking))
        yield _("On a bad day"), lines or (_("No exercises and no walks."),)
    yield _("Notes on the exercises"), tuple(_notes(words, plan, exercises))
    yield _("Your physiotherapist's rule card"), tuple(_rules(words, plan.rule_card))
    yield _("Reminder times the plan proposes"), tuple(_reminder(words, rule) for rule in plan.reminders)
    yield from _own_exercises(words, plan)


def course_lines(words: Words, plan: Plan) -> tuple[str, ...]:
    """Return how long the course is, which leg, when it is reviewed, who made it and which edition it is."""
    return tuple(_course(words, plan))


def review_weeks_words(words: Words, weeks: Collection[int]) -> str:
    """Return «weeks 2, 4 and 8»; nothing for no weeks."""
    if not weeks:
        return ""
    listed = format_list([str(week) for week in sorted(weeks)], locale=words.locale)
    return words.ngettext("week {weeks}", "weeks {weeks}", len(weeks)).format(weeks=listed)


def _course(words: Words, plan: Plan) -> Iterator[str]:
    _ = words.gettext
    yield words.ngettext("{number} week", "{number} weeks", plan.weeks).format(number=plan.weeks)
    if plan.affected_side is not None:
        yield _("The leg that hurts: {side}").format(side=side_word(words, plan.affected_side))
    elif plan.needs_affected_side():
        yield _("The leg that hurts: you are asked when you begin.")
    if plan.review_weeks:
        weeks = format_list([str(week) for week in sorted(plan.review_weeks)], locale=words.locale)
        yield words.ngettext(
            "Review in week {weeks}", "Review in weeks {weeks}", len(plan.review_weeks)
        ).format(weeks=weeks)
    if plan.clinic is not None:
        yield ", ".join(part for part in (plan.clinic.name, plan.clinic.phone) if part)
    yield _("Edition {revision}, {date}").format(revision=plan.revision, date=words.full_date(plan.issued))


def _phase_heading(words: Words, number: int, phase: Phase) -> str:
    weeks = weeks_words(words, phase)
    heading = words.gettext("Phase {number} · {title} · {weeks}")
    return heading.format(number=number, title=phase.title, weeks=weeks)


def _doses(
    words: Words, plan: Plan, doses: Mapping[str, Dose], exercises: Mapping[str, Exercise]
) -> Iterator[str]:
    for entry in plan.exercises:
        if entry.entry_id in doses:
            dose = doses[entry.entry_id]
            sides = named_side(entry.sides, plan)
            title, amount = exercise_title(words, entry, exercises), dose_words(words, dose, sides)
            yield f"{title}: {amount}, {how_often(words, dose.sessions_per_day, dose.weekdays)}"


def named_side(sides: Sides | None, plan: Plan) -> Sides | None:
    """Return the sides an exercise is done on, the affected one by its name where the plan knows it."""
    if sides is Sides.AFFECTED and plan.affected_side is not None:
        return Sides(plan.affected_side.value)
    return sides


def how_often(words: Words, times: int, weekdays: frozenset[int]) -> str:
    """Return «2 times a day», and on which days where that is not every day."""
    often = times_a_day(words, times)
    return often if weekdays == EVERY_DAY else f"{often}, {weekdays_words(words, weekdays)}"


def _walks(words: Words, walking: Walking | None) -> Iterator[str]:
    if walking is not None:
        walks = words.gettext("Walking: {walks}").format(walks=walking_words(words, walking))
        yield f"{walks}, {weekdays_words(words, walking.weekdays)}"


def _notes(words: Words, plan: Plan, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    for entry in plan.exercises:
        if entry.note:
            yield f"{exercise_title(words, entry, exercises)}: {entry.note}"


def _rules(words: Words, card: RuleCard | None) -> Iterator[str]:
    _ = words.gettext
    if card is not None:
        yield _("Green: {rule}").format(rule=card.green)
        yield _("Yellow: {rule}").format(rule=card.yellow)
        yield _("Red: {rule}").format(rule=card.red)


def _reminder(words: Words, rule: ReminderRule) -> str:
    return words.gettext("{what} at {time}, {days}").format(
        what=reminder_kind_word(words, rule.kind),
        time=words.clock(rule.at),
        days=weekdays_words(words, rule.weekdays),
    )


def _own_exercises(words: Words, plan: Plan) -> Iterator[Section]:
    for entry in plan.exercises:
        if entry.own is not None:
            pictures = len(entry.own.pictures)
            counted = words.ngettext("{number} picture", "{number} pictures", pictures).format(
                number=pictures
            )
            position = position_word(words, entry.own.position)
            yield entry.own.title, (position, *entry.own.steps, *((counted,) if pictures else ()))
