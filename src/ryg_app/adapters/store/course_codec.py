"""Between the course record and its stored document; the rules are those of ``codecs``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.adapters.store.fields import (
    Document,
    choice,
    day,
    each,
    flag,
    integer,
    members,
    moment,
    optional,
    text,
)
from ryg_app.domain.course import (
    Adoption,
    Appointment,
    CourseRecord,
    FlareMark,
    Pause,
    PhaseAnswer,
    SideAnswer,
)
from ryg_app.domain.exercise import Side
from ryg_app.domain.questions import OwnQuestion
from ryg_app.domain.review import ActivityScore, GlobalChange, Review

if TYPE_CHECKING:
    from datetime import datetime


def encode_course(record: CourseRecord) -> Document:
    """Return the document of a course record."""
    return {
        "adoptions": [_encode_adoption(adoption) for adoption in record.adoptions],
        "phase_answers": [
            {"at": answer.at.isoformat(), "phase": answer.phase, "accepted": answer.accepted}
            for answer in record.phase_answers
        ],
        "side_answers": [
            {"at": answer.at.isoformat(), "side": answer.side} for answer in record.side_answers
        ],
        "flares": [
            {"at": mark.at.isoformat(), "day": mark.day.isoformat(), "withdrawn": mark.withdrawn}
            for mark in record.flares
        ],
        "pauses": [
            {"first": pause.first.isoformat(), "last": pause.last.isoformat()} for pause in record.pauses
        ],
        "appointments": [{"at": visit.at.isoformat(), "place": visit.place} for visit in record.appointments],
        "questions": [_encode_question(question) for question in record.questions],
        "reviews": [_encode_review(review) for review in record.reviews],
    }


def decode_course(document: object) -> CourseRecord:
    """Return the course record of a document."""
    adoptions, phase_answers, side_answers, flares, pauses, appointments, questions, reviews = members(
        document,
        "adoptions",
        "phase_answers",
        "side_answers",
        "flares",
        "pauses",
        "appointments",
        "questions",
        "reviews",
    )
    return CourseRecord(
        each(_decode_adoption, adoptions),
        each(_decode_phase_answer, phase_answers),
        each(_decode_side_answer, side_answers),
        each(_decode_flare, flares),
        each(_decode_pause, pauses),
        each(_decode_appointment, appointments),
        each(_decode_question, questions),
        each(_decode_review, reviews),
    )


def _encode_adoption(adoption: Adoption) -> Document:
    return {
        "at": adoption.at.isoformat(),
        "plan_id": adoption.plan_id,
        "revision": adoption.revision,
        "start": adoption.start.isoformat(),
        "phase": adoption.phase,
    }


def _decode_adoption(document: object) -> Adoption:
    at, plan_id, revision, start, phase = members(document, "at", "plan_id", "revision", "start", "phase")
    return Adoption(moment(at), text(plan_id), integer(revision), day(start), integer(phase))


def _decode_phase_answer(document: object) -> PhaseAnswer:
    at, phase, accepted = members(document, "at", "phase", "accepted")
    return PhaseAnswer(moment(at), integer(phase), flag(accepted))


def _decode_side_answer(document: object) -> SideAnswer:
    at, side = members(document, "at", "side")
    return SideAnswer(moment(at), choice(Side, side))


def _decode_flare(document: object) -> FlareMark:
    at, the_day, withdrawn = members(document, "at", "day", "withdrawn")
    return FlareMark(moment(at), day(the_day), flag(withdrawn))


def _decode_pause(document: object) -> Pause:
    first, last = members(document, "first", "last")
    return Pause(day(first), day(last))


def _decode_appointment(document: object) -> Appointment:
    at, place = members(document, "at", "place")
    return Appointment(moment(at), text(place))


def _encode_question(question: OwnQuestion) -> Document:
    return {
        "asked": question.asked.isoformat(),
        "text": question.text,
        "struck_out": _iso_or_none(question.struck_out),
    }


def _decode_question(document: object) -> OwnQuestion:
    asked, words, struck_out = members(document, "asked", "text", "struck_out")
    return OwnQuestion(moment(asked), text(words), optional(moment, struck_out))


def _encode_review(review: Review) -> Document:
    return {
        "day": review.day.isoformat(),
        "recorded": review.recorded.isoformat(),
        "activities": [{"text": known.text, "score": known.score} for known in review.activities],
        "change": review.change,
        "changed": _iso_or_none(review.changed),
    }


def _decode_review(document: object) -> Review:
    the_day, recorded, activities, change, changed = members(
        document, "day", "recorded", "activities", "change", "changed"
    )
    return Review(
        day(the_day),
        moment(recorded),
        each(_decode_activity, activities),
        optional(_global_change, change),
        optional(moment, changed),
    )


def _decode_activity(document: object) -> ActivityScore:
    words, score = members(document, "text", "score")
    return ActivityScore(text(words), optional(integer, score))


def _global_change(value: object) -> GlobalChange:
    return choice(GlobalChange, value)


def _iso_or_none(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
