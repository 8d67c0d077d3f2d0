"""A template: what a new plan starts from before the physiotherapist has changed anything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ryg_app.domain.exercise import Side, Sides
from ryg_app.domain.plan import Flare, Phase, Plan, RuleCard
from ryg_app.domain.plan_limits import WEEKS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from ryg_app.domain.dose import Dose, Walking
    from ryg_app.domain.exercise import SignOff, Text
    from ryg_app.domain.plan import PlanExercise, ReminderRule


@dataclass(frozen=True, slots=True)
class TemplatePhase:
    """A range of weeks, both included, with a dose for every exercise of the template."""

    title: Text
    first_week: int
    last_week: int
    doses: Mapping[str, Dose]
    walking: Walking | None


@dataclass(frozen=True, slots=True)
class TemplateRuleCard:
    """A start text for the physiotherapist's own rule card."""

    green: Text
    yellow: Text
    red: Text

    def in_language(self, language: str) -> RuleCard:
        """Return the card in one language."""
        return RuleCard(
            green=self.green.in_language(language),
            yellow=self.yellow.in_language(language),
            red=self.red.in_language(language),
        )


@dataclass(frozen=True, slots=True)
class Template:
    """What a new plan contains.

    Attributes:
        template_id: Stable identifier; never written into a plan.
        title: The title of the plan.
        weeks: Usual length of the course.
        review_weeks: Weeks whose first day carries a note.
        exercises: All exercises, switched on or not, in the order they are done.
        switched_on: Identifiers of the lines a new plan has unless somebody chooses others.
        phases: Contiguous, covering weeks 1 to ``weeks``.
        flare: The light version of a day, if there is one.
        rule_card: ``None`` where there is no physiotherapist.
        reminders: What the plan proposes.
        source: Where the doses and texts come from.
        sign_off: State of clinical approval.
    """

    template_id: str
    title: Text
    weeks: int
    review_weeks: tuple[int, ...]
    exercises: tuple[PlanExercise, ...]
    switched_on: frozenset[str]
    phases: tuple[TemplatePhase, ...]
    flare: Flare | None
    rule_card: TemplateRuleCard | None
    reminders: tuple[ReminderRule, ...]
    source: str
    sign_off: SignOff


def new_plan(
    template: Template,
    language: str,
    weeks: int,
    side: Sides | None,
    plan_id: str,
    issued: date,
    *,
    chosen: Collection[str] | None = None,
) -> Plan:
    """Return revision 1 of a plan made from the template.

    Args:
        template: Where doses, walking, reminders and texts come from.
        language: ``da`` or ``en``.
        weeks: 1 to 52; phases are cut off at the end, or the last one is made longer.
        side: The side the leg hurts on; ``BOTH`` makes one-sided exercises two-sided, ``None`` or
            ``AFFECTED`` leaves it open, so that the patient is asked.
        plan_id: A UUID.
        issued: Today.
        chosen: Identifiers of the lines to keep; ``None`` keeps those the template has switched on.

    Raises:
        ValueError: ``weeks`` is out of range.
    """
    if not WEEKS.low <= weeks <= WEEKS.high:
        raise ValueError(weeks)
    kept = template.switched_on if chosen is None else frozenset(chosen)
    return Plan(
        plan_id=plan_id,
        revision=1,
        issued=issued,
        title=template.title.in_language(language),
        clinic=None,
        message="",
        affected_side=_affected_side(side),
        weeks=weeks,
        review_weeks=tuple(week for week in template.review_weeks if week <= weeks),
        exercises=tuple(_for_side(e, side) for e in template.exercises if e.entry_id in kept),
        phases=_phases(template, language, weeks, kept),
        flare=template.flare and replace(template.flare, doses=_only(template.flare.doses, kept)),
        rule_card=None if template.rule_card is None else template.rule_card.in_language(language),
        reminders=template.reminders,
    )


def _affected_side(side: Sides | None) -> Side | None:
    return Side(side) if side in (Sides.LEFT, Sides.RIGHT) else None


def _for_side(entry: PlanExercise, side: Sides | None) -> PlanExercise:
    if side is Sides.BOTH and entry.sides is Sides.AFFECTED:
        return replace(entry, sides=Sides.BOTH)
    return entry


def _phases(template: Template, language: str, weeks: int, kept: frozenset[str]) -> tuple[Phase, ...]:
    begun = [phase for phase in template.phases if phase.first_week <= weeks]
    return tuple(
        Phase(
            title=phase.title.in_language(language),
            first_week=phase.first_week,
            last_week=weeks if phase is begun[-1] else phase.last_week,
            doses=_only(phase.doses, kept),
            walking=phase.walking,
        )
        for phase in begun
    )


def _only(doses: Mapping[str, Dose], kept: frozenset[str]) -> Mapping[str, Dose]:
    return {entry_id: dose for entry_id, dose in doses.items() if entry_id in kept}
