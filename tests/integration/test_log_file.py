from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

from hypothesis import given

from ryg_app.adapters.log_file import LogFiles
from ryg_app.adapters.plan_file import CheckedPlanFiles, read_plan
from ryg_app.domain.course import (
    Adoption,
    Appointment,
    CourseRecord,
    FlareMark,
    Pause,
    PhaseAnswer,
    SideAnswer,
)
from ryg_app.domain.diary import Answers, DayLog, LegExtent, MorningLeg, SymptomChange
from ryg_app.domain.exercise import Side
from ryg_app.domain.extract import ExtractDay, LogExtract
from ryg_app.domain.questions import OwnQuestion
from ryg_app.domain.review import ActivityScore, GlobalChange, Review
from ryg_app.domain.session import ExerciseDone, SessionRecord
from tests import plans, strategies
from tests.builders import PLAN_ID, START, at, course_record, plan_file, session_record

LOGS = LogFiles(CheckedPlanFiles(plans.exercises()).from_document)


def _extract(*logs: DayLog, **changes: Any) -> LogExtract:
    extract = LogExtract(
        made=at("2026-12-24 12:00"),
        first=START,
        last=at("2026-12-24 12:00").date(),
        days=tuple(ExtractDay(log, None) for log in logs),
        record=course_record(),
        plans=(plan_file(),),
        titles={},
    )
    return replace(extract, **changes)


def _document(extract: LogExtract) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(LOGS.compose(extract))
    return document


def test_the_file_says_what_it_is_and_of_when() -> None:
    document = _document(_extract())
    assert list(document) == [
        "schema",
        "made",
        "first_day",
        "last_day",
        "days",
        "course",
        "plans",
        "pictures_left_out",
    ]
    assert document["schema"] == "rygapp.log/1"
    assert document["made"] == "2026-12-24T12:00:00+01:00"
    assert (document["first_day"], document["last_day"]) == ("2026-11-23", "2026-12-24")


def test_a_day_is_kept_whole() -> None:
    log = DayLog(
        START,
        Answers(3, 0, LegExtent.NONE, (15, 5), "Øm.\n„=1+1“", 12, MorningLeg.AS_USUAL, SymptomChange.MORE),
        (session_record(worst_leg_pain=4),),
        recorded=at("2026-11-23 19:42"),
        changed=at("2026-11-25 08:05"),
    )
    assert _document(_extract(log))["days"] == [
        {
            "day": "2026-11-23",
            "back": 3,
            "leg": 0,
            "leg_extent": "none",
            "walked_minutes": 20,
            "walks": [15, 5],
            "longest_walk_minutes": 12,
            "morning": "as_usual",
            "tingling": "more",
            "weakness": None,
            "woken": None,
            "heat_cold": None,
            "painkillers": None,
            "note": "Øm.\n„=1+1“",
            "recorded": "2026-11-23T19:42:00+01:00",
            "changed": "2026-11-25T08:05:00+01:00",
            "sessions": [
                {
                    "session_id": "a-session",
                    "number": 1,
                    "started": "2026-11-23T10:00:00+01:00",
                    "ended": "2026-11-23T10:12:00+01:00",
                    "plan_id": PLAN_ID,
                    "revision": 1,
                    "without_computer": False,
                    "exercises": [
                        {
                            "entry_id": "pelvic_tilt",
                            "repetitions": 5,
                            "planned": 5,
                            "ending": "done",
                            "words": "",
                        }
                    ],
                    "worst_leg_pain": 4,
                }
            ],
        }
    ]


def test_a_day_that_holds_nothing_is_left_out() -> None:
    assert _document(_extract(DayLog(START)))["days"] == []


def test_a_day_whose_answers_were_taken_back_is_kept() -> None:
    log = DayLog(START, recorded=at("2026-11-23 19:42"), changed=at("2026-11-25 08:05"))
    assert [day["changed"] for day in _document(_extract(log))["days"]] == ["2026-11-25T08:05:00+01:00"]


def test_the_course_record_is_kept_whole() -> None:
    moment = at("2026-12-08 08:00")
    record = CourseRecord(
        adoptions=(Adoption(moment, PLAN_ID, 1, START, phase=2),),
        phase_answers=(PhaseAnswer(moment, 2, accepted=True),),
        side_answers=(SideAnswer(moment, Side.LEFT),),
        flares=(FlareMark(moment, START, withdrawn=True),),
        pauses=(Pause(START, START),),
        appointments=(Appointment(moment, "Eksempelklinikken"),),
        questions=(OwnQuestion(moment, "Må jeg cykle?", moment),),
        reviews=(Review(START, moment, (ActivityScore("Gå på trapper", 4),), GlobalChange.UNCHANGED),),
    )
    written = "2026-12-08T08:00:00+01:00"
    assert _document(_extract(record=record))["course"] == {
        "adoptions": [{"at": written, "plan_id": PLAN_ID, "revision": 1, "start": "2026-11-23", "phase": 2}],
        "phase_answers": [{"at": written, "phase": 2, "accepted": True}],
        "side_answers": [{"at": written, "side": "left"}],
        "flares": [{"at": written, "day": "2026-11-23", "withdrawn": True}],
        "pauses": [{"first": "2026-11-23", "last": "2026-11-23"}],
        "appointments": [{"at": written, "place": "Eksempelklinikken"}],
        "questions": [{"asked": written, "text": "Må jeg cykle?", "struck_out": written}],
        "reviews": [
            {
                "day": "2026-11-23",
                "recorded": written,
                "activities": [{"text": "Gå på trapper", "score": 4}],
                "change": "unchanged",
                "changed": None,
            }
        ],
    }


def _names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


def test_no_field_of_the_log_is_forgotten() -> None:
    document = _document(_extract(DayLog(START, sessions=(session_record(),))))
    (day,) = document["days"]
    (session,) = day["sessions"]
    (adoption,) = document["course"]["adoptions"]
    assert set(day) == (_names(DayLog) - {"answers"}) | _names(Answers) | {"walked_minutes"}
    assert set(session) == _names(SessionRecord)
    assert set(session["exercises"][0]) == _names(ExerciseDone)
    assert set(document["course"]) == _names(CourseRecord)
    assert set(adoption) == _names(Adoption)


def test_a_plan_stands_in_the_log_as_it_came() -> None:
    assert _document(_extract())["plans"] == [plans.example()]


def test_pictures_of_a_plan_are_left_out_by_name() -> None:
    zipped = read_plan(plans.zip_with_pictures(), "plan.rygplan", plans.exercises())
    document = _document(_extract(plans=(zipped,)))
    names = sorted(zipped.pictures)
    assert len(names) == 3
    assert document["pictures_left_out"] == names
    assert document["plans"] == [plans.with_pictures(*zipped.pictures)]


def test_the_text_is_utf8_without_a_mark() -> None:
    data = LOGS.compose(_extract(DayLog(START, Answers(note="Øm"))))
    assert data.startswith(b"{")
    assert "Øm".encode() in data
    assert data.endswith(b"}\n")


@given(log=strategies.day_logs())
def test_what_the_patient_said_comes_back_from_the_file(log: DayLog) -> None:
    for day in _document(_extract(log))["days"]:
        said = {field.name: getattr(log.answers, field.name) for field in fields(Answers)}
        assert {**said, "walks": list(log.answers.walks)} == {name: day[name] for name in said}
        assert day["walked_minutes"] == log.answers.walked_minutes
        assert len(day["sessions"]) == len(log.sessions)


def test_the_same_log_gives_the_same_bytes() -> None:
    one, another = _extract(DayLog(START, Answers(back=1))), _extract(DayLog(START, Answers(back=1)))
    assert LOGS.compose(one) == LOGS.compose(another)
