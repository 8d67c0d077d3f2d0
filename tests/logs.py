"""Logs for tests: a small good one, and one changed in a single place."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

from ryg_app.adapters.log_file import LogFiles
from ryg_app.adapters.plan_file import CheckedPlanFiles
from ryg_app.domain.course import Appointment, FlareMark, Pause, PhaseAnswer, SideAnswer
from ryg_app.domain.diary import Answers, DayLog, LegExtent
from ryg_app.domain.exercise import Side
from ryg_app.domain.extract import ExtractDay, LogExtract
from ryg_app.domain.questions import OwnQuestion
from ryg_app.domain.review import ActivityScore, Review
from tests import plans
from tests.builders import START, at, course_record, plan_file, session_record

if TYPE_CHECKING:
    from ryg_app.domain.extract import KeptLog

LOGS = LogFiles(CheckedPlanFiles(plans.exercises()).from_document)


def extract() -> LogExtract:
    """Return a log in which every list holds something."""
    log = DayLog(
        START,
        Answers(back=3, leg=5, leg_extent=LegExtent.CALF, walks=(15, 5), note="Øm.\nSov godt."),
        (session_record(worst_leg_pain=4),),
        recorded=at("2026-11-23 19:42"),
        changed=at("2026-11-25 08:05"),
    )
    record = course_record(
        phase_answers=(PhaseAnswer(at("2026-12-08 08:00"), 2, accepted=True),),
        side_answers=(SideAnswer(at("2026-11-23 08:01"), Side.LEFT),),
        flares=(FlareMark(at("2026-11-26 08:00"), at("2026-11-26 08:00").date()),),
        pauses=(Pause(at("2026-12-01 08:00").date(), at("2026-12-02 08:00").date()),),
        appointments=(Appointment(at("2026-12-17 10:15"), "Eksempelklinikken"),),
        questions=(OwnQuestion(at("2026-12-03 20:00"), "Må jeg cykle?"),),
        reviews=(Review(START, at("2026-12-21 20:00"), (ActivityScore("Gå på trapper", 4),)),),
    )
    made = at("2026-12-24 12:00")
    return LogExtract(made, START, made.date(), (ExtractDay(log, None),), record, (plan_file(),), {})


def example() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(LOGS.compose(extract()))
    return document


def with_field(path: str, value: object) -> dict[str, Any]:
    """Return the example with one field set; the path is written ``days.0.back``."""
    document = example()
    holder, last = _holder(document, path)
    holder[last] = copy.deepcopy(value)
    return document


def without_field(path: str) -> dict[str, Any]:
    document = example()
    holder, last = _holder(document, path)
    del holder[last]
    return document


def as_bytes(document: object) -> bytes:
    return plans.as_json(document)


def read(document: object) -> KeptLog:
    return LOGS.parse(as_bytes(document), "patient.ryglog")


def _holder(document: Any, path: str) -> tuple[Any, str | int]:
    *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
    for part in way:
        document = document[part]
    return document, last
