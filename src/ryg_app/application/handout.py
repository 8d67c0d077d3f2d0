"""The exercise sheet: a plan on paper, for the wall beside the mat."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

from ryg_app.application.library import ExerciseView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ryg_app.domain.contacts import Contacts
    from ryg_app.domain.dose import Dose, Walking
    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.plan import Plan, PlanExercise, PlanFile
    from ryg_app.domain.static_texts import RedFlags

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class InWeeks(Generic[T_co]):
    """What holds from the first to the last week of the course, both included."""

    first: int
    last: int
    amount: T_co


@dataclass(frozen=True, slots=True)
class HandoutExercise:
    """One exercise of the plan.

    Attributes:
        view: Its words, its movement and its pictures.
        doses: In the order of the weeks; nothing for weeks in which it is not done.
        on_a_bad_day: Its dose in the plan's light version; ``None`` when it is left out then.
    """

    view: ExerciseView
    doses: tuple[InWeeks[Dose], ...]
    on_a_bad_day: Dose | None


@dataclass(frozen=True, slots=True)
class Handout:
    """Everything on the exercise sheet.

    Attributes:
        plan: The plan.
        exercises: In the order they are done.
        walks: In the order of the weeks.
        red_flags: The card with warning signs.
        contacts: Whom to call.
        made: The day the sheet was made.
        logo: The clinic's own picture, if there is one.
    """

    plan: Plan
    exercises: tuple[HandoutExercise, ...]
    walks: tuple[InWeeks[Walking], ...]
    red_flags: RedFlags
    contacts: Contacts
    made: date
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Handouts:
    """Makes exercise sheets of plans; it changes nothing.

    Attributes:
        exercises: The catalogue, by identifier.
        red_flags: The card with warning signs.
        contacts: Numbers to call.
    """

    exercises: Mapping[str, Exercise]
    red_flags: RedFlags
    contacts: Contacts

    def of(self, plan_file: PlanFile, today: date, logo: bytes | None = None) -> Handout:
        """Return the sheet of a plan, whether it is in use or not.

        Args:
            plan_file: The plan with its pictures.
            today: The day it is made.
            logo: The clinic's own picture.
        """
        plan = plan_file.plan
        return Handout(
            plan,
            tuple(self._exercise(plan_file, entry) for entry in plan.exercises),
            _joined(InWeeks(p.first_week, p.last_week, p.walking) for p in plan.phases),
            self.red_flags,
            self.contacts,
            today,
            logo,
        )

    def _exercise(self, plan_file: PlanFile, entry: PlanExercise) -> HandoutExercise:
        plan = plan_file.plan
        exercise = self.exercises[entry.exercise_id] if entry.exercise_id else None
        names = entry.own.pictures if entry.own else ()
        doses = _joined(InWeeks(p.first_week, p.last_week, p.doses.get(entry.entry_id)) for p in plan.phases)
        view = ExerciseView(
            entry,
            exercise,
            exercise.variant(entry.variant) if exercise else None,
            doses[0].amount if doses else None,
            tuple(plan_file.pictures[name] for name in names if name in plan_file.pictures),
        )
        return HandoutExercise(view, doses, plan.flare.doses.get(entry.entry_id) if plan.flare else None)


def _joined(phases: Iterable[InWeeks[T_co | None]]) -> tuple[InWeeks[T_co], ...]:
    """Return phases in a row that ask for the same as one, and leave out those that ask for nothing."""
    joined = []
    for amount, members in groupby(phases, key=lambda phase: phase.amount):
        run = list(members)
        if amount is not None:
            joined.append(InWeeks(run[0].first, run[-1].last, amount))
    return tuple(joined)
