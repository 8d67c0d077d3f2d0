"""A day of a log: what the patient said of it, and the sessions begun on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ryg_app.adapters.checking.problems import shown
from ryg_app.adapters.log_file import limits
from ryg_app.domain.diary import Answers, DayLog, HeatCold, LegExtent, MorningLeg, SymptomChange
from ryg_app.domain.errors import ProblemCode
from ryg_app.domain.session import Ending, ExerciseDone, SessionRecord

if TYPE_CHECKING:
    from datetime import date, datetime
    from enum import StrEnum
    from typing import TypeVar

    from ryg_app.adapters.checking.fields import Record, Value
    from ryg_app.domain.plan_limits import Span

    Choice = TypeVar("Choice", bound=StrEnum)

_PLAN_ID_OR_NONE = re.compile(r"([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?")


def read_day(value: Value, first: date, last: date) -> DayLog:
    """Return a diary day of that period."""
    with value.record() as record:
        return DayLog(
            day=record["day"].day(first, last),
            answers=_answers(record),
            sessions=tuple(_session(item) for item in record["sessions"].items(limits.SESSIONS)),
            recorded=_moment(record, "recorded"),
            changed=_moment(record, "changed"),
        )


def _answers(record: Record) -> Answers:
    return Answers(
        back=_number(record, "back", limits.PAIN),
        leg=_number(record, "leg", limits.PAIN),
        leg_extent=_choice(record, "leg_extent", LegExtent),
        walks=_walks(record),
        note=record["note"].text(limits.NOTE, lines=True, is_diary=True),
        longest_walk_minutes=_number(record, "longest_walk_minutes", limits.MINUTES),
        morning=_choice(record, "morning", MorningLeg),
        tingling=_choice(record, "tingling", SymptomChange),
        weakness=_choice(record, "weakness", SymptomChange),
        woken=_flag(record, "woken"),
        heat_cold=_choice(record, "heat_cold", HeatCold),
        painkillers=_flag(record, "painkillers"),
    )


def _walks(record: Record) -> tuple[int, ...]:
    """Return the single walks; their sum is in the file for readers that want no more."""
    walks = tuple(item.integer(limits.MINUTES) for item in record["walks"].items(limits.WALKS))
    told, total = record.get("walked_minutes"), sum(walks)
    if told and told.integer(limits.ALL_WALKS) != total:
        told.refuse(ProblemCode.OUT_OF_RANGE, low=total, high=total, found=shown(told.found))
    return walks


def _session(value: Value) -> SessionRecord:
    with value.record() as record:
        return SessionRecord(
            session_id=record["session_id"].text(limits.SESSION_ID, is_diary=True),
            number=record["number"].integer(limits.SESSION_NUMBER),
            started=record["started"].moment(limits.EARLIEST_DAY, limits.LATEST_DAY),
            ended=record["ended"].moment(limits.EARLIEST_DAY, limits.LATEST_DAY),
            plan_id=record["plan_id"].spelled(_PLAN_ID_OR_NONE, ProblemCode.NOT_UUID),
            revision=record["revision"].integer(limits.REVISION),
            without_computer=record["without_computer"].flag(),
            exercises=tuple(_done(item) for item in record["exercises"].items(limits.EXERCISES)),
            worst_leg_pain=_number(record, "worst_leg_pain", limits.PAIN),
        )


def _done(value: Value) -> ExerciseDone:
    with value.record() as record:
        return ExerciseDone(
            entry_id=record["entry_id"].identifier(),
            repetitions=record["repetitions"].integer(limits.REPETITIONS),
            planned=record["planned"].integer(limits.REPETITIONS),
            ending=record["ending"].choice(Ending),
            words=_words(record),
        )


def _words(record: Record) -> str:
    value = record.get("words")
    return value.text(limits.WORDS, is_diary=True) if value else ""


def _number(record: Record, name: str, allowed: Span) -> int | None:
    value = record.get(name)
    return value.integer(allowed) if value else None


def _flag(record: Record, name: str) -> bool | None:
    value = record.get(name)
    return value.flag() if value else None


def _choice(record: Record, name: str, kind: type[Choice]) -> Choice | None:
    value = record.get(name)
    return value.choice(kind) if value else None


def _moment(record: Record, name: str) -> datetime | None:
    value = record.get(name)
    return value.moment(limits.EARLIEST_DAY, limits.LATEST_DAY) if value else None
