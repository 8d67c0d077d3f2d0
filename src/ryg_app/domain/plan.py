"""A plan: what a physiotherapist (or the patient alone) has chosen to be done, week by week."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from ryg_app.domain.exercise import Position, Side, Sides

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from ryg_app.domain.dose import Dose, Walking

SCHEMA = "rygapp.plan/1"


@dataclass(frozen=True, slots=True)
class Clinic:
    """Who handed out the plan."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class OwnExercise:
    """An exercise written by the physiotherapist.

    Attributes:
        title: Its name.
        steps: What to do, a line each.
        position: How the body is placed.
        pictures: Names of pictures in the plan file, ``media/<sha256>.<png|jpg|webp>``.
    """

    title: str
    steps: tuple[str, ...]
    position: Position
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanExercise:
    """One line of a plan: an exercise of the catalogue, or one of the physiotherapist's own.

    Attributes:
        entry_id: What doses refer to; unique in the plan.
        exercise_id: Identifier in the catalogue; ``None`` for an own exercise.
        variant: Name of the catalogue's variant; ``None`` for its default.
        sides: ``None`` when the exercise is not done on one side at a time.
        note: The physiotherapist's words, shown as they are.
        own: The exercise itself when it is not in the catalogue.
    """

    entry_id: str
    exercise_id: str | None
    variant: str | None
    sides: Sides | None
    note: str
    own: OwnExercise | None
    position: Position


@dataclass(frozen=True, slots=True)
class Phase:
    """A range of weeks, both included, with its doses by ``entry_id``."""

    title: str
    first_week: int
    last_week: int
    doses: Mapping[str, Dose]
    walking: Walking | None


@dataclass(frozen=True, slots=True)
class Flare:
    """The physiotherapist's own light version of a day."""

    doses: Mapping[str, Dose]
    walking: Walking | None


@dataclass(frozen=True, slots=True)
class RuleCard:
    """The physiotherapist's own words for green, yellow and red; shown, never applied."""

    green: str
    yellow: str
    red: str


class ReminderKind(StrEnum):
    """What a reminder is about."""

    SESSION = "session"
    DIARY = "diary"
    WALK = "walk"


@dataclass(frozen=True, slots=True)
class ReminderRule:
    """A reminder at a local time (05:00 to 23:30) on ISO weekdays of the diary day."""

    kind: ReminderKind
    at: time
    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of schema ``rygapp.plan/1``; its meaning stands in docs/formats.md.

    Attributes:
        plan_id: Stays the same when a plan is issued anew.
        revision: 1 and upwards; the higher replaces the lower.
        issued: The day the file was made.
        title: What the patient sees.
        clinic: ``None`` for a plan made without a physiotherapist.
        message: The physiotherapist's greeting.
        affected_side: ``None`` when it is not known; the patient is asked where it is needed.
        weeks: Length of the course, 1 to 52.
        review_weeks: Weeks whose first day carries a note.
        exercises: In the order they are done.
        phases: Contiguous, covering weeks 1 to ``weeks``.
        flare: ``None`` when the plan has no light version.
        rule_card: ``None`` when the physiotherapist wrote none.
        reminders: What the plan proposes; the patient may change them.
    """

    plan_id: str
    revision: int
    issued: date
    title: str
    clinic: Clinic | None
    message: str
    affected_side: Side | None
    weeks: int
    review_weeks: tuple[int, ...]
    exercises: tuple[PlanExercise, ...]
    phases: tuple[Phase, ...]
    flare: Flare | None
    rule_card: RuleCard | None
    reminders: tuple[ReminderRule, ...]

    def exercise(self, entry_id: str) -> PlanExercise:
        """Return the line of that identifier.

        Raises:
            KeyError: No line has it.
        """
        for entry in self.exercises:
            if entry.entry_id == entry_id:
                return entry
        raise KeyError(entry_id)

    def phase_of_week(self, week: int) -> int:
        """Return the number (1 and upwards) of the phase that holds ``week``, nearest if outside."""
        for number, phase in enumerate(self.phases, start=1):
            if week <= phase.last_week:
                return number
        return len(self.phases)

    def needs_affected_side(self) -> bool:
        """Tell whether an exercise is for the affected side while the plan does not say which."""
        return self.affected_side is None and any(e.sides is Sides.AFFECTED for e in self.exercises)


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan as it came: the plan, its pictures by name, and the file's bytes as they were."""

    plan: Plan
    pictures: Mapping[str, bytes]
    raw: bytes


def without_pictures(plan_file: PlanFile) -> PlanFile:
    """Return a plan that names no pictures, for one whose pictures did not come along."""
    exercises = tuple(
        replace(entry, own=replace(entry.own, pictures=())) if entry.own else entry
        for entry in plan_file.plan.exercises
    )
    return replace(plan_file, plan=replace(plan_file.plan, exercises=exercises), pictures={})
