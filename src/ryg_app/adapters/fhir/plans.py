"""The adopted plans as CarePlans, and what they ask for as ServiceRequests."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ryg_app.adapters.fhir.parts import reference
from ryg_app.domain.course import DAYS_A_WEEK, last_day
from ryg_app.domain.dose import EVERY_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ryg_app.adapters.fhir.parts import Resource, Writing
    from ryg_app.domain.course import Adoption
    from ryg_app.domain.plan import Phase, Plan, PlanExercise

_WEEKDAYS = {1: "mon", 2: "tue", 3: "wed", 4: "thu", 5: "fri", 6: "sat", 7: "sun"}


def plans(writing: Writing) -> Iterator[tuple[Resource, list[Resource]]]:
    """Return each adopted plan with all it asks for; one whose file was lost is left out."""
    adoptions = writing.extract.record.adoptions
    latest = {adoption.plan_key: adoption for adoption in adoptions}
    for key, adoption in latest.items():
        plan = writing.extract.plan_of(*key)
        if plan is not None:
            status = "active" if adoption == adoptions[-1] else "completed"
            requests = list(_requests(writing, plan, adoption, status))
            yield _care_plan(writing, plan, adoption, status, requests), requests


def _care_plan(
    writing: Writing, plan: Plan, adoption: Adoption, status: str, requests: list[Resource]
) -> Resource:
    resource: Resource = {
        **writing.resource("CarePlan", plan.plan_id, plan.revision),
        "identifier": [
            {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{plan.plan_id}"},
        ],
        "status": status,
        "intent": "plan",
        "title": plan.title,
        "subject": writing.patient(),
        "period": _period(adoption.start, last_day(adoption.start, plan.weeks)),
    }
    if plan.clinic is not None:
        resource["author"] = {"display": plan.clinic.name}
    if plan.message:
        resource["note"] = [{"text": plan.message}]
    if requests:
        resource["activity"] = [{"reference": reference(str(request["id"]))} for request in requests]
    return resource


def _requests(writing: Writing, plan: Plan, adoption: Adoption, status: str) -> Iterator[Resource]:
    for number, phase in enumerate(plan.phases, start=1):
        for entry in plan.exercises:
            if entry.entry_id in phase.doses:
                yield _exercise(writing, plan, adoption, status, (number, phase), entry)
        if phase.walking is not None:
            walk = phase.walking
            text = f"{writing.words.labels['walking']}: {writing.words.walk(walk)}"
            yield {
                **_request(writing, plan, status, number, "walking"),
                "code": writing.concept(text, "walking"),
                "occurrenceTiming": _timing(walk.times_per_day, walk.weekdays, adoption.start, phase),
            }


def _exercise(
    writing: Writing,
    plan: Plan,
    adoption: Adoption,
    status: str,
    numbered: tuple[int, Phase],
    entry: PlanExercise,
) -> Resource:
    number, phase = numbered
    dose = phase.doses[entry.entry_id]
    title = writing.extract.titles.get((plan.plan_id, plan.revision, entry.entry_id), entry.entry_id)
    resource: Resource = {
        **_request(writing, plan, status, number, entry.entry_id),
        "code": writing.concept(f"{title}: {writing.words.dose(entry, dose)}", "exercise"),
        "occurrenceTiming": _timing(dose.sessions_per_day, dose.weekdays, adoption.start, phase),
    }
    told = "\n".join([*(entry.own.steps if entry.own else ()), *([entry.note] if entry.note else [])])
    if told:
        resource["patientInstruction"] = told
    return resource


def _request(writing: Writing, plan: Plan, status: str, phase: int, line: str) -> Resource:
    # What a patient has chosen alone is a plan; what a physiotherapist has handed out is an order.
    return {
        **writing.resource("ServiceRequest", plan.plan_id, plan.revision, phase, line),
        "status": status,
        "intent": "order" if plan.clinic is not None else "plan",
        "subject": writing.patient(),
    }


def _timing(times: int, weekdays: frozenset[int], start: date, phase: Phase) -> Resource:
    first = start + timedelta(days=(phase.first_week - 1) * DAYS_A_WEEK)
    repeat: Resource = {
        "boundsPeriod": _period(first, last_day(start, phase.last_week)),
        "frequency": times,
        "period": 1,
        "periodUnit": "d",
    }
    if weekdays != EVERY_DAY:
        repeat["dayOfWeek"] = [_WEEKDAYS[number] for number in sorted(weekdays)]
    return {"repeat": repeat}


def _period(first: date, last: date) -> Resource:
    return {"start": first.isoformat(), "end": last.isoformat()}
