"""What is different in a plan that takes the place of another: facts, for somebody else to word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ryg_app.domain.dose import Dose, Walking
    from ryg_app.domain.exercise import Side
    from ryg_app.domain.plan import Flare, Phase, Plan, PlanExercise


class Part(StrEnum):
    """A part of a plan that is only said to be another; its words can be read in the plan."""

    TITLE = "title"
    CLINIC = "clinic"
    MESSAGE = "message"
    REVIEW_WEEKS = "review_weeks"
    PHASES = "phases"
    RULE_CARD = "rule_card"
    REMINDERS = "reminders"
    ORDER = "order"


class ExerciseNews(StrEnum):
    """What can have happened to an exercise beside its doses."""

    ADDED = "added"
    REMOVED = "removed"
    NOTE = "note"
    VARIANT = "variant"
    SIDES = "sides"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class PartChanged:
    """A part reads differently."""

    part: Part


@dataclass(frozen=True, slots=True)
class WeeksChanged:
    """The course has another length, in weeks."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class SideChanged:
    """Another leg is the one that hurts; ``None`` where the plan names none."""

    before: Side | None
    after: Side | None


@dataclass(frozen=True, slots=True)
class FlareChanged:
    """A light version for a bad day came, or went."""

    is_there: bool


@dataclass(frozen=True, slots=True)
class ExerciseChanged:
    """Something about an exercise; ``entry`` is the newer one where there are two."""

    news: ExerciseNews
    entry: PlanExercise


@dataclass(frozen=True, slots=True)
class DoseChanged:
    """How much of an exercise that both plans have; a dose is ``None`` where it is left out.

    Attributes:
        phase: Number of the phase, 1 and upwards; ``None`` for a bad day.
        entry: The exercise as the newer plan has it.
        before: As it was.
        after: As it is now.
    """

    phase: int | None
    entry: PlanExercise
    before: Dose | None
    after: Dose | None


@dataclass(frozen=True, slots=True)
class WalkingChanged:
    """How much to walk; ``None`` where no walk is planned. ``phase`` as in `DoseChanged`."""

    phase: int | None
    before: Walking | None
    after: Walking | None


Change = (
    PartChanged | WeeksChanged | SideChanged | FlareChanged | ExerciseChanged | DoseChanged | WalkingChanged
)


def plan_changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Return what is different, in the order a plan is read; edition and date do not count."""
    return tuple(_changes(before, after))


def _changes(before: Plan, after: Plan) -> Iterator[Change]:
    if before.weeks != after.weeks:
        yield WeeksChanged(before.weeks, after.weeks)
    if before.affected_side is not after.affected_side:
        yield SideChanged(before.affected_side, after.affected_side)
    yield from _exercises(before, after)
    yield from _amounts(before, after)
    if (before.flare is None) is not (after.flare is None):
        yield FlareChanged(after.flare is not None)
    for part, (was, is_now) in _parts(before, after).items():
        if was != is_now:
            yield PartChanged(part)


def _parts(before: Plan, after: Plan) -> Mapping[Part, tuple[object, object]]:
    was, is_now = _read_as_a_whole(before, after), _read_as_a_whole(after, before)
    return {part: (was[part], is_now[part]) for part in Part}


def _read_as_a_whole(plan: Plan, other: Plan) -> Mapping[Part, object]:
    shared = {entry.entry_id for entry in other.exercises}
    return {
        # The last phase ends with the course, whose length is told by itself.
        Part.PHASES: [(phase.title, phase.first_week) for phase in plan.phases],
        Part.ORDER: [entry.entry_id for entry in plan.exercises if entry.entry_id in shared],
        Part.RULE_CARD: plan.rule_card,
        Part.REMINDERS: plan.reminders,
        Part.REVIEW_WEEKS: sorted(plan.review_weeks),
        Part.TITLE: plan.title,
        Part.MESSAGE: plan.message,
        Part.CLINIC: plan.clinic,
    }


def _exercises(before: Plan, after: Plan) -> Iterator[Change]:
    was = {entry.entry_id: entry for entry in before.exercises}
    is_now = {entry.entry_id: entry for entry in after.exercises}
    for entry in after.exercises:
        if entry.entry_id in was:
            yield from _news(was[entry.entry_id], entry)
        else:
            yield ExerciseChanged(ExerciseNews.ADDED, entry)
    for entry in before.exercises:
        if entry.entry_id not in is_now:
            yield ExerciseChanged(ExerciseNews.REMOVED, entry)


def _news(was: PlanExercise, entry: PlanExercise) -> Iterator[Change]:
    if was.variant != entry.variant:
        yield ExerciseChanged(ExerciseNews.VARIANT, entry)
    if was.sides is not entry.sides:
        yield ExerciseChanged(ExerciseNews.SIDES, entry)
    if was.note != entry.note:
        yield ExerciseChanged(ExerciseNews.NOTE, entry)
    if was.own != entry.own:
        yield ExerciseChanged(ExerciseNews.WORDS, entry)


def _amounts(before: Plan, after: Plan) -> Iterator[Change]:
    was = {entry.entry_id for entry in before.exercises}
    shared = [entry for entry in after.exercises if entry.entry_id in was]
    for number, (old, new) in enumerate(zip(before.phases, after.phases, strict=False), start=1):
        yield from _amounts_of(number, old, new, shared)
    if before.flare is not None and after.flare is not None:
        yield from _amounts_of(None, before.flare, after.flare, shared)


def _amounts_of(
    phase: int | None, old: Phase | Flare, new: Phase | Flare, shared: list[PlanExercise]
) -> Iterator[Change]:
    for entry in shared:
        was, is_now = old.doses.get(entry.entry_id), new.doses.get(entry.entry_id)
        if was != is_now:
            yield DoseChanged(phase, entry, was, is_now)
    if old.walking != new.walking:
        yield WalkingChanged(phase, old.walking, new.walking)
