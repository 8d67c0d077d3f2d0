from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryg_app.domain.diary import Answers, DayLog
from ryg_app.domain.errors import FileRefusedError
from ryg_app.domain.errors import ProblemCode as Code
from ryg_app.domain.extract import ExtractDay, LogExtract
from ryg_app.domain.plain_text import clean
from tests import logs, plans, strategies
from tests.builders import START

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.domain.course import CourseRecord

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)


def _as_read(log: DayLog) -> DayLog:
    note = clean(log.answers.note, keep_newlines=True)
    sessions = tuple(
        replace(s, exercises=tuple(replace(done, words=clean(done.words)) for done in s.exercises))
        for s in log.sessions
    )
    return replace(log, answers=replace(log.answers, note=note), sessions=sessions)


def _record_as_read(record: CourseRecord) -> CourseRecord:
    return replace(
        record,
        appointments=tuple(replace(visit, place=clean(visit.place)) for visit in record.appointments),
        questions=tuple(replace(q, text=clean(q.text, keep_newlines=True)) for q in record.questions),
        reviews=tuple(
            replace(r, activities=tuple(replace(known, text=clean(known.text)) for known in r.activities))
            for r in record.reviews
        ),
    )


days_of_the_period = st.lists(
    strategies.day_logs(st.dates(FIRST, LAST)).map(_as_read), max_size=4, unique_by=lambda log: log.day
).map(lambda kept: sorted(kept, key=lambda log: log.day))


@st.composite
def extracts(draw: st.DrawFn) -> LogExtract:
    return LogExtract(
        made=draw(strategies.moments),
        first=FIRST,
        last=LAST,
        days=tuple(ExtractDay(log, None) for log in draw(days_of_the_period)),
        record=_record_as_read(draw(strategies.course_records)),
        plans=logs.extract().plans,
        titles={},
    )


def refusal(data: bytes) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as caught:
        logs.LOGS.parse(data, "patient.ryglog")
    return caught.value


def problems(document: object) -> list[tuple[Code, str]]:
    return [(problem.code, problem.where) for problem in refusal(plans.as_json(document)).problems]


@given(extracts())
@settings(max_examples=80)
def test_whatever_is_written_is_read_as_it_was(extract: LogExtract) -> None:
    written = logs.LOGS.compose(extract)
    log = logs.LOGS.parse(written, "patient.ryglog")
    holds = [day.log for day in extract.days if day.log.recorded or not day.log.is_empty]
    assert (log.made, log.first, log.last) == (extract.made, FIRST, LAST)
    assert log.made.utcoffset() == extract.made.utcoffset()
    assert list(log.days) == holds
    assert log.record == extract.record
    assert [kept.plan for kept in log.plans] == [kept.plan for kept in extract.plans]
    again = replace(
        extract, days=tuple(ExtractDay(kept, None) for kept in log.days), record=log.record, plans=log.plans
    )
    assert logs.LOGS.compose(again) == written


def test_a_plan_with_pictures_is_written_again_as_it_was_read() -> None:
    from ryg_app.adapters.plan_file import read_plan

    zipped = read_plan(plans.zip_with_pictures(), "plan.rygplan", plans.exercises())
    written = logs.LOGS.compose(replace(logs.extract(), plans=(zipped,)))
    log = logs.LOGS.parse(written, "patient.ryglog")
    assert log.pictures_left_out == tuple(sorted(zipped.pictures))
    assert logs.LOGS.compose(replace(logs.extract(), plans=log.plans)) == written


def test_half_a_character_in_a_plan_does_not_keep_the_log_in() -> None:
    raw = plans.as_json(plans.example()).replace(b'"title": "', rb'"title": "\ud800', 1)
    from ryg_app.adapters.plan_file import read_plan

    plan_file = read_plan(raw, "plan.rygplan", plans.exercises())
    log = logs.LOGS.parse(logs.LOGS.compose(replace(logs.extract(), plans=(plan_file,))), "")
    assert log.plans[0].plan == plan_file.plan


@pytest.mark.parametrize(
    ("path", "value", "code", "where"),
    [
        ("schema", "rygapp.plan/1", Code.WRONG_SCHEMA, "schema"),
        ("schema", "rygapp.log/2", Code.NEWER_SCHEMA, "schema"),
        ("made", "2026-12-24 12:00", Code.NOT_MOMENT, "made"),
        ("made", "2026-12-24T12:00:00", Code.NOT_MOMENT, "made"),
        ("made", "1999-12-31T12:00:00+01:00", Code.OUT_OF_RANGE, "made"),
        ("made", 7, Code.NOT_MOMENT, "made"),
        ("first_day", "9999-12-31", Code.OUT_OF_RANGE, "first_day"),
        ("last_day", "2026-11-22", Code.OUT_OF_RANGE, "last_day"),
        ("last_day", "2099-11-22", Code.OUT_OF_RANGE, "last_day"),
        ("days", {}, Code.NOT_LIST, "days"),
        ("days.0", None, Code.NOT_OBJECT, "days[1]"),
        ("days.0.day", "2026-11-22", Code.OUT_OF_RANGE, "days[1].day"),
        ("days.0.back", 11, Code.OUT_OF_RANGE, "days[1].back"),
        ("days.0.leg", "5", Code.NOT_INTEGER, "days[1].leg"),
        ("days.0.leg", True, Code.NOT_INTEGER, "days[1].leg"),
        ("days.0.leg_extent", "toe", Code.NOT_ONE_OF, "days[1].leg_extent"),
        ("days.0.walks.0", 601, Code.OUT_OF_RANGE, "days[1].walks[1]"),
        ("days.0.walked_minutes", 21, Code.OUT_OF_RANGE, "days[1].walked_minutes"),
        ("days.0.morning", "worse", Code.NOT_ONE_OF, "days[1].morning"),
        ("days.0.woken", 1, Code.NOT_FLAG, "days[1].woken"),
        ("course.questions.0.text", "a" * 301, Code.TEXT_LENGTH, "course.questions[1].text"),
        ("course.reviews.0.change", "better", Code.NOT_ONE_OF, "course.reviews[1].change"),
        ("course.reviews.0.activities.0.score", 11, Code.OUT_OF_RANGE, None),
        ("days.0.note", None, Code.NOT_TEXT, "days[1].note"),
        ("days.0.note", "a" * 2001, Code.TEXT_LENGTH, "days[1].note"),
        ("days.0.recorded", "yesterday", Code.NOT_MOMENT, "days[1].recorded"),
        ("days.0.pain", 3, Code.UNKNOWN_FIELD, "days[1].pain"),
        ("days.0.sessions.0.without_computer", 0, Code.NOT_FLAG, "days[1].sessions[1].without_computer"),
        ("days.0.sessions.0.plan_id", "mine", Code.NOT_UUID, "days[1].sessions[1].plan_id"),
        ("days.0.sessions.0.exercises.0.ending", "ended", Code.NOT_ONE_OF, None),
        ("days.0.sessions.0.exercises.0.entry_id", "A b", Code.BAD_IDENTIFIER, None),
        ("course.adoptions.0.phase", 0, Code.OUT_OF_RANGE, "course.adoptions[1].phase"),
        ("course.flares.0.withdrawn", "no", Code.NOT_FLAG, "course.flares[1].withdrawn"),
        ("course.side_answers.0.side", "both", Code.NOT_ONE_OF, "course.side_answers[1].side"),
        ("course.pauses.0.last", "2026-13-01", Code.NOT_DATE, "course.pauses[1].last"),
        ("plans.0.weeks", 53, Code.OUT_OF_RANGE, "plans[1].weeks"),
        ("plans.0.phases.0.doses.slider.hold_s", 9, Code.OUT_OF_RANGE, None),
        ("plans.0", [], Code.NOT_OBJECT, "plans[1]"),
        ("plans.0.schema", "rygapp.plan/2", Code.NEWER_SCHEMA, "plans[1].schema"),
        ("pictures_left_out", [""], Code.TEXT_LENGTH, "pictures_left_out[1]"),
    ],
)
def test_a_bad_field_is_named_with_what_is_wrong(
    path: str, value: object, code: Code, where: str | None
) -> None:
    found = problems(logs.with_field(path, value))
    assert code in [problem for problem, _where in found]
    if where is not None:
        assert (code, where) in found


@pytest.mark.parametrize("path", ["made", "days.0.note", "days.0.sessions", "course.pauses", "plans.0.title"])
def test_a_missing_field_is_named(path: str) -> None:
    (problem,) = problems(logs.without_field(path))
    assert problem == (Code.MISSING, path.replace(".0", "[1]"))


def test_all_that_is_wrong_is_named_at_once() -> None:
    document = logs.example()
    document["days"][0] |= {"back": 12, "note": 5, "leg_extent": "arm"}
    document["course"]["adoptions"][0]["at"] = None
    document["plans"][0]["weeks"] = "12"
    assert [where for _code, where in problems(document)] == [
        "days[1].back",
        "days[1].leg_extent",
        "days[1].note",
        "course.adoptions[1].at",
        "plans[1].weeks",
    ]


def test_a_day_and_a_plan_may_each_stand_once() -> None:
    document = logs.example()
    document["days"] *= 2
    document["plans"] *= 2
    assert problems(document) == [(Code.NOT_UNIQUE, "days[2]"), (Code.NOT_UNIQUE, "plans[2]")]


def test_days_are_put_in_order() -> None:
    document = logs.example()
    later = document["days"][0] | {"day": "2026-11-25"}
    document["days"] = [later, *document["days"]]
    assert [log.day.day for log in logs.read(document).days] == [23, 25]


def test_control_and_bidi_characters_are_taken_out_of_what_people_wrote() -> None:
    document = logs.with_field("days.0.note", "\u202eØm\x1b[31m\x00\r\nigen\u2066")
    document["course"]["appointments"][0]["place"] = "Klinik\nken\u200f"
    log = logs.read(document)
    assert log.days[0].answers.note == "Øm[31m\nigen"
    assert log.record.appointments[0].place == "Klinik ken"


def test_what_a_patient_wrote_is_shown_whatever_numbers_it_holds() -> None:
    log = logs.read(logs.with_field("days.0.note", "010190-1234"))
    assert log.days[0].answers.note == "010190-1234"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.EMPTY),
        (b"{}", Code.WRONG_SCHEMA),
        (b"[]", Code.NOT_OBJECT),
        (b"PK\x03\x04" + bytes(40), Code.NOT_JSON),
        (b"\xef\xbb\xbf{}", Code.BYTE_ORDER_MARK),
        (b"\xff\xfe{\x00}\x00", Code.NOT_UTF8),
        (b'{"schema": "rygapp.log/1", "schema": "rygapp.log/1"}', Code.DUPLICATE_KEY),
        (b'{"schema": NaN}', Code.NOT_FINITE),
        (b"[" * 100_000, Code.TOO_DEEP),
        (b"[" + b"0," * 600_001 + b"0]", Code.TOO_MANY_VALUES),
        (b'"' + b"a" * 10_000_000, Code.TOO_LARGE),
    ],
    ids=lambda value: value.value if isinstance(value, Code) else "",
)
def test_a_foreign_or_damaged_file_is_refused_with_one_reason(data: bytes, code: Code) -> None:
    assert [problem.code for problem in refusal(data).problems] == [code]


@pytest.mark.parametrize("cut", [2, 10, 200, 1000, 2500])
def test_a_file_that_breaks_off_is_refused(cut: int) -> None:
    assert [problem.code for problem in refusal(logs.LOGS.compose(logs.extract())[:-cut]).problems] in (
        [Code.NOT_JSON],
        [Code.NOT_UTF8],
    )


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.ryglog", Code.NOT_FOUND), (tmp_path, Code.UNREADABLE)):
        with pytest.raises(FileRefusedError) as caught:
            logs.LOGS.read(path)
        assert [problem.code for problem in caught.value.problems] == [code]
        assert caught.value.file_name == path.name


def test_a_file_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "patient.ryglog"
    path.write_bytes(logs.LOGS.compose(logs.extract()))
    stood = path.stat()
    assert logs.LOGS.read(path).days[0].answers.leg == 5
    assert (path.stat().st_mtime_ns, [kept.name for kept in tmp_path.iterdir()]) == (
        stood.st_mtime_ns,
        ["patient.ryglog"],
    )


def test_no_more_than_a_hundred_problems_are_named() -> None:
    document = logs.example()
    document["days"] = [document["days"][0] | {"back": 99}] * 500
    assert len(problems(document)) == 100


def test_ten_years_fit_into_the_limits() -> None:
    long_note = Answers(back=3, leg=4, note="Gik tur til søen og hjem igen. " * 10)
    days = tuple(
        ExtractDay(replace(logs.extract().days[0].log, day=day, answers=long_note), None)
        for day in (date.fromordinal(START.toordinal() + n) for n in range(3653))
    )
    extract = replace(logs.extract(), days=days, last=days[-1].log.day)
    assert len(logs.LOGS.parse(logs.LOGS.compose(extract), "").days) == 3653
