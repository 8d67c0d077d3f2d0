from __future__ import annotations

import os
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters.plan_file import read_plan, read_plan_file
from ryg_app.domain.errors import FileRefusedError, ProblemCode
from tests import plans
from tests.bad_plans import BAD_PLANS, BadPlan

if TYPE_CHECKING:
    from pathlib import Path


def refusal(data: bytes) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as caught:
        read_plan(data, "plan.rygplan", plans.exercises())
    return caught.value


@pytest.mark.parametrize("bad", BAD_PLANS, ids=[bad.name for bad in BAD_PLANS])
def test_a_bad_plan_is_refused_by_code_and_field(bad: BadPlan) -> None:
    problems = refusal(bad.data()).problems
    assert [(p.code, p.where) for p in problems] == list(zip(bad.codes, bad.where, strict=True))


def test_no_two_bad_plans_have_the_same_name() -> None:
    names = [bad.name for bad in BAD_PLANS]
    assert len(names) == len(set(names))


def test_every_problem_a_file_can_have_has_a_bad_plan() -> None:
    only_on_disk = {ProblemCode.NOT_FOUND, ProblemCode.UNREADABLE}
    in_other_files = {
        ProblemCode.BAD_FILE_NAME,
        ProblemCode.NOT_FLAG,
        ProblemCode.NOT_MOMENT,
        ProblemCode.NOT_SCTID,
        ProblemCode.NOT_TABLE,
        ProblemCode.TOO_MANY_VALUES,
    }
    known = {code for bad in BAD_PLANS for code in bad.codes}
    assert known == set(ProblemCode) - only_on_disk - in_other_files


def test_a_range_problem_says_what_is_allowed_and_what_was_found() -> None:
    (problem,) = refusal(plans.as_json(plans.with_field("phases.1.doses.slider.hold_s", 5))).problems
    assert problem.values == {"low": 0, "high": 1, "found": 5}


def test_a_reminder_at_night_is_told_the_hours_that_are_allowed() -> None:
    (problem,) = refusal(plans.as_json(plans.with_field("reminders.0.time", "04:30"))).problems
    assert problem.values == {"low": "05:00", "high": "23:30", "found": "04:30"}


@pytest.mark.parametrize(
    ("path", "near"),
    [("titel", "title"), ("phases.0.walkin", "walking"), ("flare.dosis", "doses"), ("zzz", "")],
)
def test_an_unknown_field_is_told_which_one_was_probably_meant(path: str, near: str) -> None:
    (problem,) = refusal(plans.as_json(plans.with_field(path, 1))).problems
    assert problem.values == {"field": path.rpartition(".")[2], "near": near}


def test_a_dose_for_an_unknown_line_is_told_which_one_was_probably_meant() -> None:
    (problem,) = refusal(plans.as_json(plans.with_field("flare.doses.slidr", {}))).problems
    assert problem.values == {"found": "slidr", "near": "slider"}


def test_a_newer_schema_is_told_apart_from_a_wrong_one() -> None:
    (problem,) = refusal(plans.as_json(plans.with_field("schema", "rygapp.plan/3"))).problems
    assert problem.values == {"found": 3, "known": 1}


def test_no_more_than_a_hundred_problems_are_named() -> None:
    document = plans.example() | {f"field_{number}": number for number in range(20_000)}
    started = time.process_time()
    assert len(refusal(plans.as_json(document)).problems) == 100
    assert time.process_time() - started < 1


def test_control_and_bidi_characters_never_reach_a_problem() -> None:
    (problem,) = refusal(plans.as_json(plans.with_field("\u202etitle\x1b[31m", 1))).problems
    assert problem.where == "title[31m"
    assert problem.values["field"] == "title[31m"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError) as caught:
        read_plan_file(tmp_path / "plan.rygplan", plans.exercises())
    assert [p.code for p in caught.value.problems] == [ProblemCode.NOT_FOUND]
    assert caught.value.file_name == "plan.rygplan"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError) as caught:
        read_plan_file(tmp_path, plans.exercises())
    assert [p.code for p in caught.value.problems] == [ProblemCode.UNREADABLE]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in this file system")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.rygplan")
    with pytest.raises(FileRefusedError) as caught:
        read_plan_file(tmp_path / "plan.rygplan", plans.exercises())
    assert [p.code for p in caught.value.problems] == [ProblemCode.UNREADABLE]


@pytest.mark.parametrize("size", [600_000, 100_000_000])
def test_a_large_file_is_refused_without_reading_it_all(tmp_path: Path, size: int) -> None:
    path = tmp_path / "plan.rygplan"
    with path.open("wb") as file:
        file.truncate(size)
    tracemalloc.start()
    with pytest.raises(FileRefusedError) as caught:
        read_plan_file(path, plans.exercises())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [p.code for p in caught.value.problems] == [ProblemCode.TOO_LARGE]
    assert peak < 2_000_000


def test_a_directory_of_half_a_million_entries_is_refused_at_once() -> None:
    entry = b"PK\x01\x02" + bytes(42)
    directory = entry * 500_000
    start = b"PK\x03\x04" + bytes(26)
    end = b"PK\x05\x06" + bytes(8) + len(directory).to_bytes(4, "little") + len(start).to_bytes(4, "little")
    started = time.process_time()
    problems = refusal(start + directory + end + bytes(2)).problems
    assert [p.code for p in problems] == [ProblemCode.ZIP_TOO_MANY_ENTRIES]
    assert time.process_time() - started < 0.5


def test_a_long_run_of_combining_marks_is_refused_at_once() -> None:
    document = plans.with_field("\u0300\u0316" * 60_000, "\u0300\u0316" * 60_000)
    started = time.process_time()
    refusal(plans.as_json(document))
    assert time.process_time() - started < 0.5
