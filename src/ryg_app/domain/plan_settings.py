"""What a clinic chooses for a plan in one row of a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ryg_app.domain.plan import Clinic
from ryg_app.domain.template import new_plan

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.domain.exercise import Sides
    from ryg_app.domain.plan import Plan
    from ryg_app.domain.template import Template


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """One row; an empty cell is ``None`` or the empty text, and leaves the template as it is.

    Attributes:
        file_name: Name of the file to make, without folder.
        template: Identifier of the template.
        side: The leg that hurts; ``None`` has the patient asked.
        weeks: Length of the course.
        title: What the patient sees.
        clinic: Name of the clinic.
        phone: Telephone number of the clinic; only with ``clinic``.
        message: A greeting.
        exercises: Identifiers of the template's lines to keep; empty keeps those it has switched on.
    """

    file_name: str
    template: str
    side: Sides | None
    weeks: int | None
    title: str
    clinic: str
    phone: str
    message: str
    exercises: tuple[str, ...]


def plan_of(settings: PlanSettings, template: Template, language: str, plan_id: str, issued: date) -> Plan:
    """Return revision 1 of the plan that a row asks for."""
    plan = new_plan(
        template,
        language,
        settings.weeks or template.weeks,
        settings.side,
        plan_id,
        issued,
        chosen=settings.exercises or None,
    )
    return replace(
        plan,
        title=settings.title or plan.title,
        clinic=Clinic(settings.clinic, settings.phone) if settings.clinic else None,
        message=settings.message,
    )
