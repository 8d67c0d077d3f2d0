"""A draft as JSON, so that it outlives a crash; what is wrong with its texts is kept as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.adapters.plan_file.schema import read_unfinished
from ryg_app.adapters.plan_file.writer import plan_document
from ryg_app.domain.exercise import Sides
from ryg_app.domain.plan import Clinic, Plan
from ryg_app.domain.plan_draft import DraftLine, PlanDraft
from ryg_app.domain.plan_limits import EARLIEST_ISSUE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.domain.exercise import Exercise

_FIELDS = {"plan", "off", "side", "template", "base"}


def draft_document(draft: PlanDraft) -> dict[str, object]:
    """Return the draft without the bytes of its pictures."""
    return {
        "plan": plan_document(_with_every_line(draft)),
        "off": [line.entry_id for line in draft.lines if not line.on],
        "side": draft.side,
        "template": draft.template_id,
        "base": draft.base and plan_document(draft.base),
    }


def read_draft(document: object, exercises: Mapping[str, Exercise]) -> PlanDraft:
    """Return a draft, still without the bytes of its pictures.

    Raises:
        ValueError: The document is of another kind.
    """
    if not isinstance(document, dict) or document.keys() != _FIELDS:
        message = f"not an object of {', '.join(sorted(_FIELDS))}"
        raise ValueError(message)
    plan = read_unfinished(document["plan"], exercises)
    base, off, side = document["base"], set(document["off"]), document["side"]
    return PlanDraft(
        plan_id=plan.plan_id,
        template_id=document["template"],
        title=plan.title,
        clinic=plan.clinic or Clinic("", ""),
        message=plan.message,
        side=None if side is None else Sides(side),
        weeks=plan.weeks,
        review_weeks=plan.review_weeks,
        lines=tuple(DraftLine(e, e.entry_id not in off) for e in plan.exercises if e.exercise_id or e.own),
        phases=plan.phases,
        flare=plan.flare,
        rule_card=plan.rule_card,
        reminders=plan.reminders,
        base=None if base is None else read_unfinished(base, exercises),
    )


def _with_every_line(draft: PlanDraft) -> Plan:
    return Plan(
        plan_id=draft.plan_id,
        revision=1,
        issued=EARLIEST_ISSUE,
        title=draft.title,
        clinic=draft.clinic,
        message=draft.message,
        affected_side=None,
        weeks=draft.weeks,
        review_weeks=draft.review_weeks,
        exercises=tuple(line.entry for line in draft.lines),
        phases=draft.phases,
        flare=draft.flare,
        rule_card=draft.rule_card,
        reminders=draft.reminders,
    )
