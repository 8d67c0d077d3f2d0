"""*Øvelser*, *Faresignaler* and the first start: what the program itself brings along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.domain.dose import Dose
from ryg_app.domain.exercise import Side
from ryg_app.domain.owed import DayState, sides_of
from ryg_app.domain.session import SessionExercise

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ryg_app.application.course import Course
    from ryg_app.domain.contacts import Contacts
    from ryg_app.domain.exercise import Exercise, Variant
    from ryg_app.domain.plan import Phase, PlanExercise
    from ryg_app.domain.static_texts import IntendedUse, RedFlags
    from ryg_app.domain.template import Template


ONCE = Dose(repetitions=1, sets=1, hold_s=0, out_s=3, back_s=3, rest_s=0, set_rest_s=0, sessions_per_day=1)


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """One exercise as *Øvelser* shows it.

    Attributes:
        entry: The plan's line; ``None`` when the plan does not hold the exercise.
        exercise: The catalogue's exercise; ``None`` for one of the physiotherapist's own.
        variant: The variant shown; ``None`` for an own exercise.
        dose: Today's dose; ``None`` when it is not owed in the phase in force.
        pictures: The physiotherapist's pictures, in order.
    """

    entry: PlanExercise | None
    exercise: Exercise | None
    variant: Variant | None
    dose: Dose | None
    pictures: tuple[bytes, ...] = ()


class Library:
    """Exercises, warning signs, numbers to ring, templates and the text on intended use."""

    def __init__(
        self,
        course: Course,
        exercises: Mapping[str, Exercise],
        templates: Mapping[str, Template],
        contacts: Contacts,
        red_flags: RedFlags,
        intended_use: IntendedUse,
    ) -> None:
        self._course = course
        self.exercises = exercises
        self.templates = templates
        self.contacts = contacts
        self.red_flags = red_flags
        self.intended_use = intended_use

    def today(self) -> date:
        """Return the diary day it is now."""
        return self._course.today()

    def all_exercises(self) -> tuple[ExerciseView, ...]:
        """Return the plan's exercises in its order, then the catalogue's that it does not hold.

        Raises:
            DamagedFileError: The plan can no longer be read.
        """
        plan, owed = self._course.plan(), self._course.owed(self._course.today())
        if plan is None or owed is None:
            return tuple(_of_catalogue(exercise) for exercise in self.exercises.values())
        on_a_bad_day = plan.flare if owed.state is DayState.FLARE else None
        doses = (on_a_bad_day or plan.phases[owed.phase - 1]).doses
        held = {entry.exercise_id for entry in plan.exercises}
        planned = (self._planned(e, plan.plan_id, plan.revision, doses) for e in plan.exercises)
        others = (_of_catalogue(e) for e in self.exercises.values() if e.exercise_id not in held)
        return (*planned, *others)

    def phase_today(self) -> tuple[int, Phase] | None:
        """Return the phase that counts today with its number, or ``None`` when nothing is owed by a phase.

        Raises:
            DamagedFileError: The plan can no longer be read.
        """
        plan, owed = self._course.plan(), self._course.owed(self._course.today())
        if plan is None or owed is None or owed.state is not DayState.ORDINARY:
            return None
        return owed.phase, plan.phases[owed.phase - 1]

    def views_of_plan(self, plan_id: str, revision: int) -> Mapping[str, ExerciseView]:
        """Return a plan's exercises by ``entry_id``; without such a plan the catalogue's by their own.

        Raises:
            DamagedFileError: The plan can no longer be read.
        """
        if not plan_id:
            return {key: _of_catalogue(exercise) for key, exercise in self.exercises.items()}
        plan = self._course.plan_file(plan_id, revision).plan
        return {entry.entry_id: self._planned(entry, plan_id, revision, {}) for entry in plan.exercises}

    def trial_of(self, view: ExerciseView, variant: str | None = None) -> SessionExercise:
        """Return an exercise as it is tried once, on each side it is done on.

        Args:
            view: The exercise.
            variant: Another variant than the one the view holds.
        """
        entry, exercise = view.entry, view.exercise
        affected = self._course.affected_side()
        if exercise is None:
            if entry is None:
                message = "an exercise is in the plan or in the catalogue"
                raise ValueError(message)
            return SessionExercise(
                entry.entry_id, entry.position, view.dose or ONCE, sides_of(entry, affected)
            )
        chosen = exercise.variant(variant) if variant else view.variant or exercise.variant(None)
        return SessionExercise(
            entry.entry_id if entry else exercise.exercise_id,
            chosen.position,
            view.dose or exercise.dose_range.default_dose(),
            (sides_of(entry, affected) if entry else ()) or _both_sides(exercise),
        )

    def _planned(
        self, entry: PlanExercise, plan_id: str, revision: int, doses: Mapping[str, Dose]
    ) -> ExerciseView:
        exercise = self.exercises[entry.exercise_id] if entry.exercise_id else None
        names = entry.own.pictures if entry.own else ()
        pictures = self._course.plan_file(plan_id, revision).pictures if names else {}
        return ExerciseView(
            entry,
            exercise,
            exercise.variant(entry.variant) if exercise else None,
            doses.get(entry.entry_id),
            tuple(pictures[name] for name in names),
        )


def _of_catalogue(exercise: Exercise) -> ExerciseView:
    return ExerciseView(None, exercise, exercise.variant(None), None)


def _both_sides(exercise: Exercise) -> tuple[Side, ...]:
    return (Side.RIGHT, Side.LEFT) if exercise.sided else ()
