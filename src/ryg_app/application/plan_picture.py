"""A day of a plan in the making, as the patient will see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.application.library import ExerciseView
from ryg_app.application.today import SessionCard, session_minutes
from ryg_app.domain.dose import EVERY_DAY
from ryg_app.domain.owed import sessions_of_day
from ryg_app.domain.plan import Flare

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.domain.dose import Walking
    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.plan import Phase, Plan, PlanExercise


@dataclass(frozen=True, slots=True)
class PlanPicture:
    """One day of a plan in the making, as the patient will see it.

    Attributes:
        plan: The plan as it stands.
        source: The phase the day belongs to, or the light version of a day.
        cards: The sessions of the weekday that has most to do.
        views: What is shown of the exercises, by ``entry_id``.
        least_minutes: Of exercises on the shortest day that has any.
        most_minutes: Of exercises on the longest day.
    """

    plan: Plan
    source: Phase | Flare
    cards: tuple[SessionCard, ...]
    views: Mapping[str, ExerciseView]
    least_minutes: int
    most_minutes: int

    @property
    def walking(self) -> Walking | None:
        """The walks of the day."""
        return self.source.walking


def plan_picture(
    plan: Plan, pictures: Mapping[str, bytes], exercises: Mapping[str, Exercise], phase: int | None
) -> PlanPicture:
    """Return the day of a phase (counted from 0) that has most to do; ``None`` is a bad day.

    Args:
        plan: The plan as it stands, right or wrong.
        pictures: Of own exercises, by name.
        exercises: The catalogue, by identifier.
        phase: Which phase.
    """
    source = (plan.flare or Flare({}, None)) if phase is None else plan.phases[phase]
    days = [sessions_of_day(plan, source.doses, weekday, plan.affected_side) for weekday in sorted(EVERY_DAY)]
    minutes = [sum(map(session_minutes, sessions)) for sessions in days]
    fullest = days[minutes.index(max(minutes))]
    return PlanPicture(
        plan=plan,
        source=source,
        cards=tuple(SessionCard(s, len(fullest), session_minutes(s), None) for s in fullest),
        views={entry.entry_id: _view(entry, pictures, exercises) for entry in plan.exercises},
        least_minutes=min((number for number in minutes if number), default=0),
        most_minutes=max(minutes),
    )


def _view(
    entry: PlanExercise, pictures: Mapping[str, bytes], exercises: Mapping[str, Exercise]
) -> ExerciseView:
    exercise = exercises[entry.exercise_id] if entry.exercise_id else None
    variant = exercise.variant(entry.variant) if exercise else None
    names = entry.own.pictures if entry.own else ()
    return ExerciseView(
        entry, exercise, variant, None, tuple(pictures[name] for name in names if name in pictures)
    )
