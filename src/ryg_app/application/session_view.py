"""What the session page shows of one moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.domain.exercise import Side, StepKind
from ryg_app.domain.steps import MOVING, Step

if TYPE_CHECKING:
    from ryg_app.domain.session import SessionExercise, SessionPlan
    from ryg_app.domain.timeline import Moment, Timeline


@dataclass(frozen=True, slots=True)
class SessionView:
    """One moment of a session, counted the way people count (from 1).

    Attributes:
        kind: What is done.
        exercise: The exercise it belongs to or leads to.
        exercise_number: Which exercise of ``exercise_count``.
        side: The side, if any.
        set_number: Which set of ``set_count``.
        repetition_number: Which repetition of ``repetition_count``; ``None`` while nothing is repeated.
        seconds_left: Whole seconds left of the step, rounded up.
        fraction: How much of the step is gone, 0 to 1.
        next_kind: What comes after the step; ``None`` at the end.
        next_exercise: The exercise that comes next, when the coming step leads to another one.
        session_seconds_left: Whole seconds left of the session, rounded up.
        parts: How much of each exercise, set and side is gone, 0 to 1.
    """

    kind: StepKind
    exercise: SessionExercise
    exercise_number: int
    exercise_count: int
    side: Side | None
    set_number: int
    set_count: int
    repetition_number: int | None
    repetition_count: int
    seconds_left: int
    fraction: float
    next_kind: StepKind | None
    next_exercise: SessionExercise | None
    session_seconds_left: int
    parts: tuple[float, ...]


REPEATING = MOVING | {StepKind.REST}


def session_view(session: SessionPlan, line: Timeline, moment: Moment) -> SessionView:
    """Return what is shown at that moment."""
    step = moment.step
    exercise = session.exercises[step.exercise]
    after = line.steps[step.index + 1] if step.index + 1 < len(line.steps) else None
    leads_on = after is not None and after.exercise != step.exercise
    return SessionView(
        kind=step.kind,
        exercise=exercise,
        exercise_number=step.exercise + 1,
        exercise_count=len(session.exercises),
        side=step.side,
        set_number=step.set_index + 1,
        set_count=exercise.dose.sets,
        repetition_number=step.repetition + 1 if step.kind in REPEATING else None,
        repetition_count=exercise.dose.repetitions,
        seconds_left=_rounded_up(moment.left_s),
        fraction=moment.fraction,
        next_kind=after.kind if after else None,
        next_exercise=session.exercises[after.exercise] if after and leads_on else None,
        session_seconds_left=_rounded_up(line.length_s - moment.elapsed_s),
        parts=_parts(line, moment),
    )


def _rounded_up(seconds: float) -> int:
    return -int(-seconds // 1)


def _parts(line: Timeline, moment: Moment) -> tuple[float, ...]:
    steps_of: dict[object, list[Step]] = {}
    for step in line.steps:
        if step.kind in REPEATING:
            steps_of.setdefault(step.part, []).append(step)
    spans = [(steps[0].start_s, steps[-1].end_s) for steps in steps_of.values()]
    return tuple(min(1.0, max(0.0, (moment.elapsed_s - start) / (end - start))) for start, end in spans)
