from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.adapters.store import codecs, course_codec, generation
from ryg_app.domain.course import CourseRecord
from ryg_app.domain.diary import Answers, DayLog
from ryg_app.domain.preferences import Preferences
from ryg_app.domain.session import OpenSession
from tests import strategies

ENCODED_DAY = codecs.encode_day(DayLog(date(2026, 11, 23), Answers(back=0), recorded=datetime.now(UTC)))


def through_the_file(document: dict[str, object]) -> object:
    return generation.unpack(generation.pack({"kind": {"1": document}}))["kind"]["1"]


@given(strategies.day_logs())
def test_a_diary_day_comes_back_as_it_was(log: DayLog) -> None:
    assert codecs.decode_day(through_the_file(codecs.encode_day(log))) == log


@given(strategies.course_records)
def test_a_course_record_comes_back_as_it_was(record: CourseRecord) -> None:
    assert course_codec.decode_course(through_the_file(course_codec.encode_course(record))) == record


@given(strategies.open_sessions)
def test_a_session_under_way_comes_back_as_it_was(opened: OpenSession) -> None:
    document = through_the_file(codecs.encode_open_session(opened))
    assert codecs.decode_open_session(document) == opened


@given(strategies.preferences)
def test_preferences_come_back_as_they_were(preferences: Preferences) -> None:
    document = through_the_file(codecs.encode_preferences(preferences))
    assert codecs.decode_preferences(document) == preferences


@given(st.datetimes(timezones=st.just(ZoneInfo("Europe/Copenhagen"))))
def test_a_local_time_keeps_its_hour_and_its_offset(moment: datetime) -> None:
    log = DayLog(date(2026, 11, 23), recorded=moment)
    found = codecs.decode_day(through_the_file(codecs.encode_day(log))).recorded
    assert found is not None
    assert found.isoformat() == moment.isoformat()


def test_a_lone_surrogate_in_a_note_can_be_kept() -> None:
    log = DayLog(date(2026, 11, 23), Answers(note="ondt \ud83d i dag"))
    assert codecs.decode_day(through_the_file(codecs.encode_day(log))) == log


@pytest.mark.parametrize("field", sorted(ENCODED_DAY))
def test_a_missing_field_is_refused(field: str) -> None:
    document = {name: value for name, value in ENCODED_DAY.items() if name != field}
    with pytest.raises(ValueError, match="not an object of"):
        codecs.decode_day(document)


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValueError, match="not an object of"):
        codecs.decode_day(ENCODED_DAY | {"mood": "good"})


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": "23-11-2026"},
        {"day": 20261123},
        {"recorded": "2026-11-23T08:00:00"},
        {"recorded": True},
        {"sessions": {}},
        {"answers": ENCODED_DAY["answers"] | {"back": True}},
        {"answers": ENCODED_DAY["answers"] | {"back": 3.0}},
        {"answers": ENCODED_DAY["answers"] | {"leg_extent": "toe"}},
        {"answers": ENCODED_DAY["answers"] | {"leg_extent": []}},
        {"answers": ENCODED_DAY["answers"] | {"note": None}},
        {"answers": ENCODED_DAY["answers"] | {"walks": None}},
        {"answers": ENCODED_DAY["answers"] | {"walks": [True]}},
        {"answers": ENCODED_DAY["answers"] | {"woken": 1}},
        {"answers": ENCODED_DAY["answers"] | {"tingling": "worse"}},
    ],
)
def test_a_field_of_the_wrong_kind_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"not a|isoformat|is not a valid"):
        codecs.decode_day(ENCODED_DAY | wrong)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(sorted(ENCODED_DAY)), inner),
        max_leaves=8,
    )
)
def test_anything_else_is_refused_and_nothing_but_refused(value: object) -> None:
    for decode in (codecs.decode_day, codecs.decode_open_session, course_codec.decode_course):
        with pytest.raises(ValueError, match=r"not a|isoformat|is not a valid"):
            decode(value)
