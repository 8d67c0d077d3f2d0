"""Small things to test with: each is complete, and a test changes only what it is about."""

from __future__ import annotations

import functools
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from ryg_app.adapters.plan_file import read_plan_file
from ryg_app.domain.course import Adoption, CourseRecord
from ryg_app.domain.dose import Dose
from ryg_app.domain.exercise import Position, Side
from ryg_app.domain.session import Ending, ExerciseDone, SessionExercise, SessionPlan, SessionRecord
from tests.fakes import COPENHAGEN
from tests.plans import EXAMPLE_FILE, exercises

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ryg_app.domain.plan import Plan, PlanFile

START = date(2026, 11, 23)
PLAN_ID = "5e0f3c1a-7f5d-4f0e-9a51-0c8a0f5f2b11"

TILT_DOSE = Dose(
    repetitions=5, sets=1, hold_s=5, out_s=2, back_s=2, rest_s=2, set_rest_s=30, sessions_per_day=2
)
SLIDER_DOSE = Dose(
    repetitions=5, sets=1, hold_s=0, out_s=2, back_s=2, rest_s=1, set_rest_s=30, sessions_per_day=1
)


def at(text: str) -> datetime:
    """Return a local time from ``2026-12-08 08:00``."""
    return datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN)


def dose(**changes: Any) -> Dose:
    return replace(TILT_DOSE, **changes)


def session_exercise(
    entry_id: str = "pelvic_tilt",
    position: Position = Position.SUPINE,
    sides: Iterable[Side] = (),
    **changes: Any,
) -> SessionExercise:
    return SessionExercise(entry_id, position, dose(**changes), tuple(sides))


def session_plan(*exercises: SessionExercise, number: int = 1) -> SessionPlan:
    """Return a session; without exercises given, a tilt lying and a slider on the left seated."""
    slider = SessionExercise("slider", Position.SEATED, SLIDER_DOSE, (Side.LEFT,))
    return SessionPlan(number, exercises or (session_exercise(), slider))


def session_record(**changes: Any) -> SessionRecord:
    record = SessionRecord(
        session_id="a-session",
        number=1,
        started=at("2026-11-23 10:00"),
        ended=at("2026-11-23 10:12"),
        plan_id=PLAN_ID,
        revision=1,
        without_computer=False,
        exercises=(ExerciseDone("pelvic_tilt", 5, 5, Ending.DONE),),
    )
    return replace(record, **changes)


def course_record(start: date = START, **changes: Any) -> CourseRecord:
    """Return the record of a course whose plan was adopted at eight on its first day."""
    adopted = datetime.combine(start, time(8), COPENHAGEN)
    return replace(CourseRecord(adoptions=(Adoption(adopted, PLAN_ID, 1, start),)), **changes)


def plan(**changes: Any) -> Plan:
    """Return the example plan of twelve weeks and three phases."""
    return replace(_example().plan, **changes)


def plan_file(**changes: Any) -> PlanFile:
    """Return the example plan as a file; one that is changed keeps the bytes of the example."""
    return replace(_example(), plan=plan(**changes))


@functools.cache
def _example() -> PlanFile:
    return read_plan_file(EXAMPLE_FILE, exercises())
