"""The lines of a plan: which exercises it holds, and what each may be prescribed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.adapters.plan_file.pictures import PICTURE_NAME
from ryg_app.domain import plan_limits
from ryg_app.domain.errors import ProblemCode
from ryg_app.domain.exercise import Position, Sides
from ryg_app.domain.plan import OwnExercise, PlanExercise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.adapters.checking.fields import Record, Value
    from ryg_app.domain.dose import DoseRange
    from ryg_app.domain.exercise import Exercise


def read_entries(
    value: Value, exercises: Mapping[str, Exercise]
) -> tuple[tuple[PlanExercise, ...], Mapping[str, DoseRange]]:
    """Return the lines, and by their identifier the doses each allows."""
    entries: list[PlanExercise] = []
    ranges: dict[str, DoseRange] = {}
    for item in value.items(plan_limits.EXERCISES):
        with item.record() as record:
            entry = _entry(item, record, exercises)
            if entry.entry_id and entry.entry_id in ranges:
                record["id"].refuse(ProblemCode.NOT_UNIQUE, found=entry.entry_id)
            entries.append(entry)
        known = exercises.get(entry.exercise_id or "")
        ranges[entry.entry_id] = known.dose_range if known else plan_limits.OWN_EXERCISE_DOSES
    return tuple(entries), ranges


def _entry(item: Value, record: Record, exercises: Mapping[str, Exercise]) -> PlanExercise:
    catalogued, own = record.get("exercise"), record.get("own")
    if item.is_record and (catalogued is None) == (own is None):
        item.refuse(ProblemCode.ONE_OF_TWO, first="exercise", second="own")
    if own is not None and catalogued is None:
        return _own_entry(record, own)
    name = catalogued.one_of(exercises, ProblemCode.UNKNOWN_EXERCISE) if catalogued else None
    if name is None:
        return _unknown_entry(record)
    return _catalogue_entry(record, exercises[name])


def _catalogue_entry(record: Record, exercise: Exercise) -> PlanExercise:
    variant = record.get("variant")
    variant_name = variant.one_of(exercise.variants, ProblemCode.UNKNOWN_VARIANT) if variant else None
    return PlanExercise(
        entry_id=record["id"].identifier(),
        exercise_id=exercise.exercise_id,
        variant=variant_name,
        sides=_catalogue_sides(record.get("sides"), exercise),
        note=_note(record),
        own=None,
        position=exercise.variant(variant_name).position,
    )


def _catalogue_sides(value: Value | None, exercise: Exercise) -> Sides | None:
    if value is None:
        return exercise.default_sides
    if not exercise.sided:
        value.refuse(ProblemCode.SIDES_NOT_USED, exercise=exercise.exercise_id)
        return None
    return value.choice(Sides)


def _own_entry(record: Record, value: Value) -> PlanExercise:
    own, sides = _own_exercise(value), record.get("sides")
    return PlanExercise(
        entry_id=record["id"].identifier(),
        exercise_id=None,
        variant=None,
        sides=sides.choice(Sides) if sides else None,
        note=_note(record),
        own=own,
        position=own.position,
    )


def _own_exercise(value: Value) -> OwnExercise:
    with value.record() as record:
        pictures = record.get("pictures")
        return OwnExercise(
            title=record["title"].text(plan_limits.TITLE),
            steps=tuple(step.text(plan_limits.STEP) for step in record["steps"].items(plan_limits.STEPS)),
            position=record["position"].choice(Position),
            pictures=_picture_names(pictures) if pictures else (),
        )


def _picture_names(value: Value) -> tuple[str, ...]:
    return tuple(
        item.spelled(PICTURE_NAME, ProblemCode.PICTURE_NAME) for item in value.items(plan_limits.PICTURES)
    )


def _unknown_entry(record: Record) -> PlanExercise:
    # These fields belong to an exercise that could not be found; they are not spelling mistakes.
    for name in ("variant", "sides"):
        record.get(name)
    entry_id, note = record["id"].identifier(), _note(record)
    return PlanExercise(entry_id, None, None, None, note, None, Position.SUPINE)


def _note(record: Record) -> str:
    note = record.get("note")
    return note.text(plan_limits.NOTE, lines=True) if note else ""
