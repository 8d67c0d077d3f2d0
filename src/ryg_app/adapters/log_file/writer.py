"""Writing a log; the store has codecs of its own: its documents may change with the program, this may not."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

from ryg_app.domain.extract import LOG_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from ryg_app.domain.course import CourseRecord
    from ryg_app.domain.diary import DayLog
    from ryg_app.domain.extract import LogExtract
    from ryg_app.domain.plan import Plan, PlanFile
    from ryg_app.domain.review import Review
    from ryg_app.domain.session import SessionRecord

    Document = dict[str, object]

ARCHIVE_START, PLAN_IN_ARCHIVE = b"PK", "plan.json"


def write_log(extract: LogExtract) -> bytes:
    """Return the file's bytes: UTF-8, no byte order mark, lines of Unix."""
    text = json.dumps(_log(extract), ensure_ascii=False, allow_nan=False, indent=1)
    # Half a character, as a plan may hold one in a text, is written as JSON escapes it.
    return f"{text}\n".encode("utf-8", "backslashreplace")


def _log(extract: LogExtract) -> Document:
    kept = (day.log for day in extract.days)
    return {
        "schema": LOG_SCHEMA,
        "made": extract.made.isoformat(),
        "first_day": extract.first.isoformat(),
        "last_day": extract.last.isoformat(),
        # A day whose answers were all taken back still tells when; the log is to be built anew from the file.
        "days": [_day(log) for log in kept if log.recorded or not log.is_empty],
        "course": _course(extract.record),
        "plans": [_plan_as_it_came(plan_file) for plan_file in extract.plans],
        "pictures_left_out": sorted({name for file in extract.plans for name in _pictures(file.plan)}),
    }


def _day(log: DayLog) -> Document:
    answers = log.answers
    return {
        "day": log.day.isoformat(),
        "back": answers.back,
        "leg": answers.leg,
        "leg_extent": answers.leg_extent,
        "walked_minutes": answers.walked_minutes,
        "walks": list(answers.walks),
        "longest_walk_minutes": answers.longest_walk_minutes,
        "morning": answers.morning,
        "tingling": answers.tingling,
        "weakness": answers.weakness,
        "woken": answers.woken,
        "heat_cold": answers.heat_cold,
        "painkillers": answers.painkillers,
        "note": answers.note,
        "recorded": _moment(log.recorded),
        "changed": _moment(log.changed),
        "sessions": [_session(record) for record in log.sessions],
    }


def _session(record: SessionRecord) -> Document:
    return {
        "session_id": record.session_id,
        "number": record.number,
        "started": record.started.isoformat(),
        "ended": record.ended.isoformat(),
        "plan_id": record.plan_id,
        "revision": record.revision,
        "without_computer": record.without_computer,
        "exercises": [
            {
                "entry_id": done.entry_id,
                "repetitions": done.repetitions,
                "planned": done.planned,
                "ending": done.ending,
                "words": done.words,
            }
            for done in record.exercises
        ],
        "worst_leg_pain": record.worst_leg_pain,
    }


def _course(record: CourseRecord) -> Document:
    return {
        "adoptions": [
            {
                "at": adoption.at.isoformat(),
                "plan_id": adoption.plan_id,
                "revision": adoption.revision,
                "start": adoption.start.isoformat(),
                "phase": adoption.phase,
            }
            for adoption in record.adoptions
        ],
        "phase_answers": [
            {"at": answer.at.isoformat(), "phase": answer.phase, "accepted": answer.accepted}
            for answer in record.phase_answers
        ],
        "side_answers": [{"at": a.at.isoformat(), "side": a.side} for a in record.side_answers],
        "flares": [
            {"at": mark.at.isoformat(), "day": mark.day.isoformat(), "withdrawn": mark.withdrawn}
            for mark in record.flares
        ],
        "pauses": [{"first": p.first.isoformat(), "last": p.last.isoformat()} for p in record.pauses],
        "appointments": [{"at": a.at.isoformat(), "place": a.place} for a in record.appointments],
        "questions": [
            {"asked": q.asked.isoformat(), "text": q.text, "struck_out": _moment(q.struck_out)}
            for q in record.questions
        ],
        "reviews": [_review(review) for review in record.reviews],
    }


def _review(review: Review) -> Document:
    return {
        "day": review.day.isoformat(),
        "recorded": review.recorded.isoformat(),
        "activities": [{"text": known.text, "score": known.score} for known in review.activities],
        "change": review.change,
        "changed": _moment(review.changed),
    }


def _pictures(plan: Plan) -> Iterator[str]:
    for entry in plan.exercises:
        yield from entry.own.pictures if entry.own else ()


def _plan_as_it_came(plan_file: PlanFile) -> object:
    """Return the plan's own JSON; the file was checked when it was put on the shelf."""
    raw = plan_file.raw
    if raw.startswith(ARCHIVE_START):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            raw = archive.read(PLAN_IN_ARCHIVE)
    return json.loads(raw)


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
