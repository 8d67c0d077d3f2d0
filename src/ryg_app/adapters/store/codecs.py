"""Between the domain's types and stored documents.

Dates and times are ISO 8601 (times with their offset from UTC), enumerations stand by their value, sets as
sorted lists. Decoding is strict: a missing, unknown or wrong field is a ``ValueError``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ryg_app.adapters.store.answers_codec import decode_answers, encode_answers
from ryg_app.adapters.store.fields import (
    Document,
    choice,
    day,
    each,
    flag,
    integer,
    members,
    moment,
    number,
    optional,
    text,
)
from ryg_app.domain.diary import DayLog
from ryg_app.domain.dose import DOSE_FIELDS, Dose
from ryg_app.domain.exercise import Position, Side
from ryg_app.domain.preferences import ColorScheme, Preferences, VoiceChoice, WhenClosed
from ryg_app.domain.session import (
    Ending,
    ExerciseDone,
    OpenSession,
    RepetitionKey,
    SessionExercise,
    SessionPlan,
    SessionRecord,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


def encode_day(log: DayLog) -> Document:
    """Return the document of a diary day."""
    return {
        "day": log.day.isoformat(),
        "answers": encode_answers(log.answers),
        "sessions": [_encode_record(record) for record in log.sessions],
        "recorded": _iso_or_none(log.recorded),
        "changed": _iso_or_none(log.changed),
    }


def decode_day(document: object) -> DayLog:
    """Return the diary day of a document."""
    the_day, answers, sessions, recorded, changed = members(
        document, "day", "answers", "sessions", "recorded", "changed"
    )
    return DayLog(
        day(the_day),
        decode_answers(answers),
        each(_decode_record, sessions),
        optional(moment, recorded),
        optional(moment, changed),
    )


def _encode_record(record: SessionRecord) -> Document:
    return {
        "session_id": record.session_id,
        "number": record.number,
        "started": record.started.isoformat(),
        "ended": record.ended.isoformat(),
        "plan_id": record.plan_id,
        "revision": record.revision,
        "without_computer": record.without_computer,
        "exercises": [_encode_done(done) for done in record.exercises],
        "worst_leg_pain": record.worst_leg_pain,
    }


def _decode_record(document: object) -> SessionRecord:
    session_id, order, started, ended, plan_id, revision, without_computer, exercises, worst = members(
        document,
        "session_id",
        "number",
        "started",
        "ended",
        "plan_id",
        "revision",
        "without_computer",
        "exercises",
        "worst_leg_pain",
    )
    return SessionRecord(
        text(session_id),
        integer(order),
        moment(started),
        moment(ended),
        text(plan_id),
        integer(revision),
        flag(without_computer),
        each(_decode_done, exercises),
        optional(integer, worst),
    )


def _encode_done(done: ExerciseDone) -> Document:
    return {
        "entry_id": done.entry_id,
        "repetitions": done.repetitions,
        "planned": done.planned,
        "ending": done.ending,
        "words": done.words,
    }


def _decode_done(document: object) -> ExerciseDone:
    entry_id, repetitions, planned, ending, words = members(
        document, "entry_id", "repetitions", "planned", "ending", "words"
    )
    return ExerciseDone(
        text(entry_id), integer(repetitions), integer(planned), choice(Ending, ending), text(words)
    )


def encode_open_session(opened: OpenSession) -> Document:
    """Return the document of a session under way."""
    return {
        "session_id": opened.session_id,
        "started": opened.started.isoformat(),
        "plan_id": opened.plan_id,
        "revision": opened.revision,
        "number": opened.session.number,
        "exercises": [_encode_exercise(exercise) for exercise in opened.session.exercises],
        "elapsed_s": float(opened.elapsed_s),
        "done": [_encode_key(key) for key in sorted(opened.done, key=_key_order)],
        "too_painful": sorted(opened.too_painful),
    }


def decode_open_session(document: object) -> OpenSession:
    """Return the session under way of a document."""
    session_id, started, plan_id, revision, order, exercises, elapsed_s, done, painful = members(
        document,
        "session_id",
        "started",
        "plan_id",
        "revision",
        "number",
        "exercises",
        "elapsed_s",
        "done",
        "too_painful",
    )
    return OpenSession(
        text(session_id),
        moment(started),
        text(plan_id),
        integer(revision),
        SessionPlan(integer(order), each(_decode_exercise, exercises)),
        number(elapsed_s),
        frozenset(each(_decode_key, done)),
        frozenset(each(integer, painful)),
    )


def _encode_exercise(exercise: SessionExercise) -> Document:
    return {
        "entry_id": exercise.entry_id,
        "position": exercise.position,
        "dose": _encode_dose(exercise.dose),
        "sides": list(exercise.sides),
    }


def _decode_exercise(document: object) -> SessionExercise:
    entry_id, position, dose, sides = members(document, "entry_id", "position", "dose", "sides")
    return SessionExercise(text(entry_id), choice(Position, position), _decode_dose(dose), each(_side, sides))


def _encode_dose(dose: Dose) -> Document:
    return {name: getattr(dose, name) for name in DOSE_FIELDS} | {"weekdays": sorted(dose.weekdays)}


def _decode_dose(document: object) -> Dose:
    *numbers, weekdays = members(document, *DOSE_FIELDS, "weekdays")
    fields = {name: integer(value) for name, value in zip(DOSE_FIELDS, numbers, strict=True)}
    return Dose(**fields, weekdays=frozenset(each(integer, weekdays)))


def _encode_key(key: RepetitionKey) -> Document:
    return {
        "exercise": key.exercise,
        "set": key.set_index,
        "side": key.side,
        "repetition": key.repetition,
    }


def _decode_key(document: object) -> RepetitionKey:
    exercise, set_index, side, repetition = members(document, "exercise", "set", "side", "repetition")
    return RepetitionKey(integer(exercise), integer(set_index), optional(_side, side), integer(repetition))


def _key_order(key: RepetitionKey) -> tuple[int, int, str, int]:
    return key.exercise, key.set_index, key.side or "", key.repetition


def encode_preferences(preferences: Preferences) -> Document:
    """Return the document of the patient's choices."""
    return {
        "language": preferences.language,
        "color_scheme": preferences.color_scheme,
        "text_percent": preferences.text_percent,
        "tones": preferences.tones,
        "volume_percent": preferences.volume_percent,
        "voice": preferences.voice,
        "voice_volume_percent": preferences.voice_volume_percent,
        "reduced_motion": preferences.reduced_motion,
        "get_down_s": preferences.get_down_s,
        "region": preferences.region,
        "welcomed": preferences.welcomed,
        "big_view_scale_percent": preferences.big_view_scale_percent,
        "big_view_rotation": preferences.big_view_rotation,
        "when_closed": preferences.when_closed,
        "told_of_tray": preferences.told_of_tray,
        "asked_about_autostart": preferences.asked_about_autostart,
        "notifications_say_what": preferences.notifications_say_what,
    }


def decode_preferences(document: object) -> Preferences:
    """Return the patient's choices of a document."""
    read: dict[str, Callable[[object], Any]] = {
        "language": text,
        "color_scheme": lambda value: choice(ColorScheme, value),
        "text_percent": integer,
        "tones": flag,
        "volume_percent": integer,
        "voice": lambda value: choice(VoiceChoice, value),
        "voice_volume_percent": integer,
        "reduced_motion": flag,
        "get_down_s": integer,
        "region": lambda value: optional(text, value),
        "welcomed": flag,
        "big_view_scale_percent": integer,
        "big_view_rotation": integer,
        "when_closed": lambda value: choice(WhenClosed, value),
        "told_of_tray": flag,
        "asked_about_autostart": flag,
        "notifications_say_what": flag,
    }
    values = members(document, *read)
    return Preferences(**{name: read[name](value) for name, value in zip(read, values, strict=True)})


def _side(value: object) -> Side:
    return choice(Side, value)


def _iso_or_none(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
