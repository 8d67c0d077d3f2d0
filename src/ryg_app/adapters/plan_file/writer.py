"""Writing a plan file: the same plan always gives the same bytes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ryg_app.adapters.plan_file.archive import pack
from ryg_app.domain.dose import DOSE_FIELDS
from ryg_app.domain.errors import PersonalNumberError
from ryg_app.domain.plain_text import looks_like_personal_number
from ryg_app.domain.plan import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ryg_app.domain.dose import Dose, Walking
    from ryg_app.domain.plan import Flare, OwnExercise, Phase, Plan, PlanExercise, ReminderRule

    Document = dict[str, object]

# A text never holds a real line break in JSON, so only the encoder's own layout can match.
_LIST_OF_NUMBERS = re.compile(r"\[\n\s+(\d+(?:,\n\s+\d+)*)\n\s+\]")
_PHONE = "clinic.phone"
_NOT_FREE_TEXT = ("schema", "plan_id", "pictures")


def write_plan(plan: Plan, pictures: Mapping[str, bytes]) -> bytes:
    """Return a plan file: JSON (UTF-8), or with pictures a zip of ``plan.json`` and ``media/``.

    What the reader would refuse is not looked for here: read the bytes back before handing them out.

    Raises:
        PersonalNumberError: A text looks like it holds a CPR number.
    """
    document = plan_document(plan)
    for where, text in _texts(document, ""):
        if looks_like_personal_number(text, is_phone=where == _PHONE):
            raise PersonalNumberError(where)
    written = json.dumps(document, ensure_ascii=False, indent=2)
    plan_json = (_LIST_OF_NUMBERS.sub(_on_one_line, written) + "\n").encode()
    return pack(plan_json, pictures) if pictures else plan_json


def plan_document(plan: Plan) -> Document:
    """Return what a plan file says, as JSON knows it."""
    return {
        "schema": SCHEMA,
        "plan_id": plan.plan_id,
        "revision": plan.revision,
        "issued": plan.issued.isoformat(),
        "title": plan.title,
        "clinic": plan.clinic and {"name": plan.clinic.name, "phone": plan.clinic.phone},
        "message": plan.message,
        "affected_side": plan.affected_side,
        "weeks": plan.weeks,
        "review_weeks": list(plan.review_weeks),
        "exercises": [_entry(entry) for entry in plan.exercises],
        "phases": [_phase(phase) for phase in plan.phases],
        "flare": plan.flare and _flare(plan.flare),
        "rule_card": plan.rule_card
        and {"green": plan.rule_card.green, "yellow": plan.rule_card.yellow, "red": plan.rule_card.red},
        "reminders": [_reminder(rule) for rule in plan.reminders],
    }


def _entry(entry: PlanExercise) -> Document:
    document: Document = {"id": entry.entry_id}
    if entry.own:
        document["own"] = _own_exercise(entry.own)
    else:
        document["exercise"] = entry.exercise_id
    if entry.variant:
        document["variant"] = entry.variant
    if entry.sides:
        document["sides"] = entry.sides
    document["note"] = entry.note
    return document


def _own_exercise(own: OwnExercise) -> Document:
    return {
        "title": own.title,
        "steps": list(own.steps),
        "position": own.position,
        "pictures": list(own.pictures),
    }


def _phase(phase: Phase) -> Document:
    return {
        "title": phase.title,
        "weeks": [phase.first_week, phase.last_week],
        "doses": {entry_id: _dose(dose) for entry_id, dose in sorted(phase.doses.items())},
        "walking": phase.walking and _walking(phase.walking),
    }


def _flare(flare: Flare) -> Document:
    return {
        "doses": {entry_id: _dose(dose) for entry_id, dose in sorted(flare.doses.items())},
        "walking": flare.walking and _walking(flare.walking),
    }


def _dose(dose: Dose) -> Document:
    return {**{name: getattr(dose, name) for name in DOSE_FIELDS}, "weekdays": sorted(dose.weekdays)}


def _walking(walking: Walking) -> Document:
    return {
        "minutes": walking.minutes,
        "times_per_day": walking.times_per_day,
        "weekdays": sorted(walking.weekdays),
    }


def _reminder(rule: ReminderRule) -> Document:
    return {"kind": rule.kind, "time": f"{rule.at:%H:%M}", "weekdays": sorted(rule.weekdays)}


def _texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in _NOT_FREE_TEXT:
                yield from _texts(inner, f"{where}.{name}" if where else name)
    elif isinstance(value, list):
        for number, inner in enumerate(value, start=1):
            yield from _texts(inner, f"{where}[{number}]")


def _on_one_line(numbers: re.Match[str]) -> str:
    return "[" + " ".join(numbers[1].split()) + "]"
