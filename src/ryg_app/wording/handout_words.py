"""The words of the exercise sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.wording.plan_words import how_often, named_side
from ryg_app.wording.sentences import dose_words, walking_words, weekdays_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ryg_app.application.handout import Handout, HandoutExercise, InWeeks
    from ryg_app.domain.contacts import ContactNumber
    from ryg_app.domain.dose import Dose
    from ryg_app.domain.plan import Plan, RuleCard
    from ryg_app.wording.catalogues import Words


def dose_lines(words: Words, plan: Plan, exercise: HandoutExercise) -> Iterator[str]:
    """Yield what is to be done, a line for each range of weeks that asks for another amount."""
    _ = words.gettext
    for part in exercise.doses:
        amount = _dose(words, plan, exercise, part.amount)
        weeks = weeks_words(words, plan, part)
        yield _("{weeks}: {amount}").format(weeks=weeks, amount=amount) if weeks else amount
    if exercise.on_a_bad_day is not None:
        amount = _dose(words, plan, exercise, exercise.on_a_bad_day)
        yield _("On a bad day: {amount}").format(amount=amount)
    elif plan.flare is not None:
        yield _("On a bad day: leave it out")


def _dose(words: Words, plan: Plan, exercise: HandoutExercise, dose: Dose) -> str:
    sides = named_side(exercise.view.entry.sides, plan) if exercise.view.entry else None
    return f"{dose_words(words, dose, sides)}, {how_often(words, dose.sessions_per_day, dose.weekdays)}"


def weeks_words(words: Words, plan: Plan, part: InWeeks[object]) -> str:
    """Return «Weeks 1–2», or nothing when that is the whole course."""
    _ = words.gettext
    if (part.first, part.last) == (1, plan.weeks):
        return ""
    if part.first == part.last:
        return _("Week {week}").format(week=part.first)
    return _("Weeks {first}–{last}").format(first=part.first, last=part.last)


def walk_lines(words: Words, handout: Handout) -> Iterator[str]:
    """Yield how much to walk, a line for each range of weeks that asks for another amount."""
    _, plan = words.gettext, handout.plan
    for part in handout.walks:
        amount = f"{walking_words(words, part.amount)}, {weekdays_words(words, part.amount.weekdays)}"
        weeks = weeks_words(words, plan, part)
        yield _("{weeks}: {amount}").format(weeks=weeks, amount=amount) if weeks else amount
    if plan.flare is not None and plan.flare.walking is not None:
        walking = plan.flare.walking
        amount = f"{walking_words(words, walking)}, {weekdays_words(words, walking.weekdays)}"
        yield _("On a bad day: {amount}").format(amount=amount)


def rule_lines(words: Words, card: RuleCard) -> tuple[tuple[str, str], ...]:
    """Return the name of each colour with the physiotherapist's own words for it."""
    pgettext = words.pgettext
    return (
        (pgettext("rule card", "Green"), card.green),
        (pgettext("rule card", "Yellow"), card.yellow),
        (pgettext("rule card", "Red"), card.red),
    )


def number_words(words: Words, handout: Handout, number: ContactNumber) -> str:
    """Return «70 11 31 31 Lægevagten, Region Midtjylland», and until when that is known to be right."""
    _, language = words.gettext, words.language
    regions = {region.region_id: region.name.in_language(language) for region in handout.contacts.regions}
    told = [number.name.in_language(language), regions.get(number.region, "")]
    if not number.is_known_good(handout.made):
        told.append(_("may no longer be in use; look it up first"))
    elif number.valid_until is not None:
        told.append(_("known to be right until {date}").format(date=words.full_date(number.valid_until)))
    return f"{number.number}  {', '.join(part for part in told if part)}"
