"""What is owed on a diary day: which sessions with which doses, and how much walking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ryg_app.domain.course import last_day, phase_in_force, week_of
from ryg_app.domain.exercise import Side, Sides
from ryg_app.domain.session import SessionExercise, SessionPlan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from ryg_app.domain.course import CourseRecord
    from ryg_app.domain.dose import Dose, Walking
    from ryg_app.domain.plan import Plan, PlanExercise


class DayState(StrEnum):
    """What kind of day it is in the course."""

    BEFORE = "before"
    ORDINARY = "ordinary"
    FLARE = "flare"
    PAUSED = "paused"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class OwedDay:
    """What the plan says of one diary day.

    Attributes:
        day: The diary day.
        state: Only ordinary and flare days owe anything.
        week: Week of the course, 1 and upwards; 0 or less before it.
        phase: Number of the phase in force, 1 and upwards.
        sessions: In order; empty when nothing is owed.
        walking: ``None`` when no walk is owed.
        review: Whether a review week begins.
        closing: Whether it is the first day after the course.
    """

    day: date
    state: DayState
    week: int
    phase: int
    sessions: tuple[SessionPlan, ...] = ()
    walking: Walking | None = None
    review: bool = False
    closing: bool = False


def owed_day(plan: Plan, record: CourseRecord, day: date, at: datetime) -> OwedDay:
    """Return what is owed on ``day``, as known at the moment ``at``.

    ``plan`` is the plan in force at that moment. For a day that is over, ``at`` is its last moment.

    Raises:
        ValueError: No plan was adopted by then.
    """
    adoption = record.adoption_at(at)
    if adoption is None:
        message = "no plan is in force at that moment"
        raise ValueError(message)
    week, phase = week_of(adoption.start, day), phase_in_force(plan, record, at)
    state = _state(plan, record, adoption.start, day, at)
    if state in (DayState.ORDINARY, DayState.FLARE):
        flare = plan.flare if state is DayState.FLARE else None
        source = flare or plan.phases[phase - 1]
        return OwedDay(
            day,
            state,
            week,
            phase,
            sessions_of_day(plan, source.doses, day.isoweekday(), record.side_at(plan, at)),
            _walking_on(source.walking, day.isoweekday()),
            review=day.isoweekday() == adoption.start.isoweekday() and week in plan.review_weeks,
        )
    closing = (day - last_day(adoption.start, plan.weeks)).days == 1
    return OwedDay(day, state, week, phase, closing=closing)


def _state(plan: Plan, record: CourseRecord, start: date, day: date, at: datetime) -> DayState:
    if day < start:
        return DayState.BEFORE
    if day > last_day(start, plan.weeks):
        return DayState.AFTER
    if record.is_paused(day):
        return DayState.PAUSED
    if plan.flare is not None and record.is_flare(day, at):
        return DayState.FLARE
    return DayState.ORDINARY


def _walking_on(walking: Walking | None, weekday: int) -> Walking | None:
    return walking if walking is not None and weekday in walking.weekdays else None


def sessions_of_day(
    plan: Plan, doses: Mapping[str, Dose], weekday: int, affected: Side | None
) -> tuple[SessionPlan, ...]:
    """Return the sessions those doses make on an ISO weekday, exercises of one position together."""
    owed = [
        (entry, doses[entry.entry_id])
        for entry in plan.exercises
        if entry.entry_id in doses and weekday in doses[entry.entry_id].weekdays
    ]
    most = max((dose.sessions_per_day for _, dose in owed), default=0)
    return tuple(
        SessionPlan(
            number,
            _by_position(
                [
                    SessionExercise(entry.entry_id, entry.position, dose, sides_of(entry, affected))
                    for entry, dose in owed
                    if dose.sessions_per_day >= number
                ]
            ),
        )
        for number in range(1, most + 1)
    )


def _by_position(exercises: list[SessionExercise]) -> tuple[SessionExercise, ...]:
    order = list(dict.fromkeys(exercise.position for exercise in exercises))
    return tuple(sorted(exercises, key=lambda exercise: order.index(exercise.position)))


def sides_of(entry: PlanExercise, affected: Side | None) -> tuple[Side, ...]:
    """Return the sides to be done, in order; empty when there is none or the affected one is unknown."""
    match entry.sides:
        case None:
            return ()
        case Sides.BOTH:
            return (Side.RIGHT, Side.LEFT)
        case Sides.AFFECTED:
            return (affected,) if affected else ()
        case Sides.LEFT:
            return (Side.LEFT,)
        case Sides.RIGHT:
            return (Side.RIGHT,)
