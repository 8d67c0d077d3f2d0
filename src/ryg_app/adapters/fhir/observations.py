"""Pain, walking and exercises as Observations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.adapters.fhir.parts import CATEGORY, EXERCISE_DURATION, PAIN_SEVERITY, UCUM, moment
from ryg_app.domain.exercise import Side

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from ryg_app.adapters.fhir.parts import Resource, Writing
    from ryg_app.domain.diary import DayLog
    from ryg_app.domain.session import ExerciseDone, SessionRecord

SECONDS_A_MINUTE = 60
_LEGS = {Side.LEFT: "left_leg", Side.RIGHT: "right_leg", None: "leg"}


def pain(writing: Writing) -> Iterator[Resource]:
    """Return the two pain numbers of each day, and the worst leg pain of each session."""
    for day in writing.extract.days:
        answers = day.log.answers
        if answers.back is not None:
            yield {**_of_day(writing, day.log, "back"), **_pain(writing, "back", answers.back, "back")}
        if answers.leg is not None:
            side = _side(writing, day.log)
            told = _pain(writing, "leg", answers.leg, _LEGS[side], side)
            yield {**_of_day(writing, day.log, "leg"), **told}
        yield from _pain_of_sessions(writing, day.log)


def _pain_of_sessions(writing: Writing, log: DayLog) -> Iterator[Resource]:
    for record in log.sessions:
        if record.worst_leg_pain is not None:
            side = _side(writing, log)
            begun = _observation(writing, "survey", "worst_leg_pain", record.session_id)
            begun["effectiveDateTime"] = moment(record.ended)
            yield {**begun, **_pain(writing, "worst_leg_pain", record.worst_leg_pain, _LEGS[side], side)}


def _pain(writing: Writing, name: str, number: int, site: str, side: Side | None = None) -> Resource:
    text = writing.words.values["back_site"] if site == "back" else writing.words.leg(side)
    return {
        "code": writing.concept(writing.words.labels[name], "pain", coding=[PAIN_SEVERITY]),
        "valueInteger": number,
        "bodySite": writing.concept(text, site),
    }


def walking(writing: Writing) -> Iterator[Resource]:
    """Return the minutes walked each day."""
    for day in writing.extract.days:
        minutes = day.log.answers.walked_minutes
        if minutes is not None:
            code = writing.concept(
                writing.words.labels["walked_minutes"], "walking", coding=[EXERCISE_DURATION]
            )
            begun = _of_day(writing, day.log, "walked_minutes", "activity")
            yield {**begun, "code": code, "valueQuantity": _minutes(minutes)}


def sessions(writing: Writing) -> Iterator[Resource]:
    """Return each session, how long it took where it was timed, and each exercise of it as a component."""
    for day in writing.extract.days:
        for record in day.log.sessions:
            yield _session(writing, record)


def _session(writing: Writing, record: SessionRecord) -> Resource:
    labels, words = writing.words.labels, writing.words.values
    resource = _observation(writing, "activity", "session", record.session_id)
    resource["effectivePeriod"] = {"start": moment(record.started), "end": moment(record.ended)}
    if record.without_computer:
        resource["code"] = writing.concept(f"{labels['exercises']} ({words['untimed']})", "exercise")
    else:
        resource["code"] = writing.concept(labels["exercises"], "exercise", coding=[EXERCISE_DURATION])
        seconds = (record.ended - record.started).total_seconds()
        resource["valueQuantity"] = _minutes(round(seconds / SECONDS_A_MINUTE))
    if record.exercises:
        resource["component"] = [_exercise(writing, record, done) for done in record.exercises]
    return resource


def _exercise(writing: Writing, record: SessionRecord, done: ExerciseDone) -> Resource:
    title = writing.extract.titles.get((record.plan_id, record.revision, done.entry_id), done.entry_id)
    words = writing.words.values
    told = f"{words[done.ending]}, {done.repetitions} {words['of']} {done.planned}"
    if done.words:
        told += f". {done.words}"
    return {
        "code": {"text": title},
        "valueQuantity": {"value": done.repetitions, "unit": words["repetitions"]},
        "interpretation": [{"text": told}],
    }


def _of_day(writing: Writing, log: DayLog, name: str, category: str = "survey") -> Resource:
    resource = _observation(writing, category, name, log.day)
    resource["effectiveDateTime"] = log.day.isoformat()
    told: datetime | None = log.changed or log.recorded
    if told is not None:
        resource["issued"] = moment(told)
    return resource


def _observation(writing: Writing, category: str, *parts: object) -> Resource:
    return {
        **writing.resource("Observation", *parts),
        "status": "final",
        "category": [{"coding": [{"system": CATEGORY, "code": category}]}],
        "subject": writing.patient(),
        "performer": [writing.patient()],
    }


def _minutes(minutes: int) -> Resource:
    return {"value": minutes, "unit": "min", "system": UCUM, "code": "min"}


def _side(writing: Writing, log: DayLog) -> Side | None:
    """Return the affected leg as the last adopted plan or the patient has named it."""
    record, extract = writing.extract.record, writing.extract
    at = log.recorded or extract.made
    adoption = record.adoption_at(at)
    plan = extract.plan_of(*adoption.plan_key) if adoption else None
    return record.side_at(plan, at) if plan else None
