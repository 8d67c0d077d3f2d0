"""Between the course record and its stored document; the rules are those of ``codecs``."""

from __future__ import annotations

from ryg_app.adapters.store.fields import Document, choice, day, each, flag, integer, members, moment, text
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
    }


def decode_course(document: object) -> CourseRecord:
    """Return the course record of a document."""
    adoptions, phase_answers, side_answers, flares, pauses, appointments = members(
        document, "adoptions", "phase_answers", "side_answers", "flares", "pauses", "appointments"
    )
    return CourseRecord(
        each(_decode_adoption, adoptions),
        each(_decode_phase_answer, phase_answers),
        each(_decode_side_answer, side_answers),
        each(_decode_flare, flares),
        each(_decode_pause, pauses),
        each(_decode_appointment, appointments),
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
