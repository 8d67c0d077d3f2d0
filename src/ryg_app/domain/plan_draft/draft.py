"""The draft itself: what it starts from, and the plan it becomes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ryg_app.domain.exercise import Side, Sides
from ryg_app.domain.plain_text import clean
from ryg_app.domain.plan import Clinic, Phase, Plan, PlanExercise, RuleCard

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from ryg_app.domain.dose import Dose
    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.plan import Flare, ReminderRule
    from ryg_app.domain.template import Template


@dataclass(frozen=True, slots=True)
class DraftLine:
    """An exercise that may be switched on; its doses stay while it is off."""

    entry: PlanExercise
    on: bool

    @property
    def entry_id(self) -> str:
        """What doses refer to."""
        return self.entry.entry_id


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """Everything a plan will hold, and what is switched off as well.

    Attributes:
        plan_id: A UUID; an edition made from an earlier plan keeps it.
        template_id: What it started from, for the screen alone; ``None`` when that was a plan.
        title: What the patient sees.
        clinic: Who hands it out; without a name the plan names nobody.
        message: The greeting.
        side: Which side hurts; ``None`` until somebody has said so.
        weeks: Length of the course.
        review_weeks: Weeks whose first day carries a note.
        lines: The exercises, on or off, in the order they are done.
        phases: Contiguous, covering weeks 1 to ``weeks``, with doses also of lines that are off.
        flare: The light version of a day.
        rule_card: The physiotherapist's own words.
        reminders: What the plan proposes.
        base: The plan this one takes the place of; ``None`` for the first edition.
        pictures: Of own exercises, by the name the plan has for them.
    """

    plan_id: str
    template_id: str | None
    title: str
    clinic: Clinic
    message: str
    side: Sides | None
    weeks: int
    review_weeks: tuple[int, ...]
    lines: tuple[DraftLine, ...]
    phases: tuple[Phase, ...]
    flare: Flare | None
    rule_card: RuleCard | None
    reminders: tuple[ReminderRule, ...]
    base: Plan | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def line(self, entry_id: str) -> DraftLine:
        """Return the line of that identifier.

        Raises:
            KeyError: No line has it.
        """
        for line in self.lines:
            if line.entry_id == entry_id:
                return line
        raise KeyError(entry_id)

    @property
    def lines_on(self) -> tuple[DraftLine, ...]:
        """The lines the plan will have."""
        return tuple(line for line in self.lines if line.on)


def draft_from_template(
    template: Template, language: str, plan_id: str, clinic: Clinic, before: PlanDraft | None = None
) -> PlanDraft:
    """Return a new draft; what says nothing of the exercises is kept from the one before.

    Args:
        template: Where doses, walking, reminders and texts come from.
        language: ``da`` or ``en``.
        plan_id: A UUID, used when there was no draft before.
        clinic: Who hands it out, used when there was no draft before.
        before: The draft in whose place it comes.
    """
    card = template.rule_card
    return PlanDraft(
        plan_id=before.plan_id if before else plan_id,
        template_id=template.template_id,
        title=template.title.in_language(language),
        clinic=before.clinic if before else clinic,
        message=before.message if before else "",
        side=before.side if before else None,
        weeks=template.weeks,
        review_weeks=template.review_weeks,
        lines=tuple(DraftLine(e, e.entry_id in template.switched_on) for e in template.exercises),
        phases=tuple(
            Phase(p.title.in_language(language), p.first_week, p.last_week, p.doses, p.walking)
            for p in template.phases
        ),
        flare=template.flare,
        rule_card=card.in_language(language) if card else None,
        reminders=template.reminders,
        base=before.base if before else None,
    )


def draft_from_plan(
    plan: Plan, pictures: Mapping[str, bytes], exercises: Mapping[str, Exercise]
) -> PlanDraft:
    """Return a draft of the edition that comes after ``plan``.

    The catalogue's exercises that the plan lacks stand at the end, switched off.
    """
    has_no_side = plan.affected_side is None
    lines = [DraftLine(_as_affected(e, exercises) if has_no_side else e, on=True) for e in plan.exercises]
    both = [line.entry for line in lines] != list(plan.exercises)
    return PlanDraft(
        plan_id=plan.plan_id,
        template_id=None,
        title=plan.title,
        clinic=plan.clinic or Clinic("", ""),
        message=plan.message,
        side=Sides(plan.affected_side) if plan.affected_side else Sides.BOTH if both else None,
        weeks=plan.weeks,
        review_weeks=plan.review_weeks,
        lines=(*lines, *_others(plan, exercises)),
        phases=plan.phases,
        flare=plan.flare,
        rule_card=plan.rule_card,
        reminders=plan.reminders,
        base=plan,
        pictures=pictures,
    )


def finished_plan(draft: PlanDraft, today: date) -> Plan:
    """Return the plan a draft has become, checked by nobody yet; its texts are as a reader will see them.

    An edition in which nothing was changed is the earlier one.
    """
    kept = {line.entry_id for line in draft.lines_on}
    plan = Plan(
        plan_id=draft.plan_id,
        revision=1,
        issued=today,
        title=clean(draft.title),
        clinic=_clinic(draft.clinic),
        message=clean(draft.message, keep_newlines=True),
        affected_side=Side(draft.side) if draft.side in (Sides.LEFT, Sides.RIGHT) else None,
        weeks=draft.weeks,
        review_weeks=draft.review_weeks,
        exercises=tuple(_entry(line.entry, draft.side) for line in draft.lines_on),
        phases=tuple(
            replace(phase, title=clean(phase.title), doses=_only(phase.doses, kept)) for phase in draft.phases
        ),
        flare=draft.flare and replace(draft.flare, doses=_only(draft.flare.doses, kept)),
        rule_card=draft.rule_card and _rule_card(draft.rule_card),
        reminders=draft.reminders,
    )
    if draft.base is None:
        return plan
    same = replace(plan, revision=draft.base.revision, issued=draft.base.issued)
    return draft.base if same == draft.base else replace(plan, revision=draft.base.revision + 1)


def _others(plan: Plan, exercises: Mapping[str, Exercise]) -> Iterator[DraftLine]:
    held = {entry.exercise_id for entry in plan.exercises}
    taken = {entry.entry_id for entry in plan.exercises}
    for exercise_id, exercise in exercises.items():
        if exercise_id not in held and exercise_id not in taken:
            position = exercise.variant(None).position
            entry = PlanExercise(exercise_id, exercise_id, None, exercise.default_sides, "", None, position)
            yield DraftLine(entry, on=False)


def _entry(entry: PlanExercise, side: Sides | None) -> PlanExercise:
    is_for_both = side is Sides.BOTH and entry.sides is Sides.AFFECTED
    sides = Sides.BOTH if is_for_both else entry.sides
    return replace(entry, sides=sides, note=clean(entry.note, keep_newlines=True))


def _clinic(clinic: Clinic) -> Clinic | None:
    name, phone = clean(clinic.name), clean(clinic.phone)
    return Clinic(name, phone) if name or phone else None


def _rule_card(card: RuleCard) -> RuleCard:
    return RuleCard(
        green=clean(card.green, keep_newlines=True),
        yellow=clean(card.yellow, keep_newlines=True),
        red=clean(card.red, keep_newlines=True),
    )


def _as_affected(entry: PlanExercise, exercises: Mapping[str, Exercise]) -> PlanExercise:
    known = exercises.get(entry.exercise_id or "")
    if known is not None and known.default_sides is Sides.AFFECTED and entry.sides is Sides.BOTH:
        return replace(entry, sides=Sides.AFFECTED)
    return entry


def _only(doses: Mapping[str, Dose], kept: Collection[str]) -> Mapping[str, Dose]:
    return {entry_id: dose for entry_id, dose in doses.items() if entry_id in kept}
