from __future__ import annotations

import errno
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.adapters.store import generation, is_good_file, open_store
from ryg_app.adapters.store.storage import AtomicStorage
from ryg_app.domain.course import Appointment, CourseRecord
from ryg_app.domain.diary import Answers, DayLog
from ryg_app.domain.errors import (
    DamagedFileError,
    FileRefusedError,
    NewerFileError,
    NotSavedError,
    NotSavedReason,
)
from ryg_app.domain.plan import Plan, PlanFile
from ryg_app.domain.preferences import Preferences
from ryg_app.domain.session import OpenSession, SessionPlan
from tests import strategies
from tests.integration.store_torture import FaultyDisk, day_with, faulty, no_plans, opened, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.adapters.store import Store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PLAN_ID = "5e0f3c1a-7f5d-4f0e-9a51-0c8a0f5f2b11"
UNDER_WAY = OpenSession("s", NOON, PLAN_ID, 1, SessionPlan(1, ()), 12.5)


def plan_file(revision: int, plan_id: str = PLAN_ID, title: str = "Plan") -> PlanFile:
    raw = json.dumps([plan_id, revision, title]).encode()
    return parse_small_plan(raw, "handed out")


def parse_small_plan(data: bytes, file_name: str) -> PlanFile:
    try:
        plan_id, revision, title = json.loads(data)
    except ValueError as error:
        raise FileRefusedError(file_name, ()) from error
    issued = date(2026, 11, 23)
    plan = Plan(plan_id, revision, issued, title, None, "", None, 6, (), (), (), None, None, ())
    return PlanFile(plan, {}, data)


def with_plans(folder: Path, *, read_only: bool = False) -> Store:
    return open_store(folder, parse_small_plan, read_only=read_only)


def test_a_new_folder_holds_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path)
    assert store.days.every() == ()
    assert store.days.get(date(2026, 11, 23)) == DayLog(date(2026, 11, 23))
    assert store.course.get() == CourseRecord()
    assert store.open_session.get() is None
    assert store.preferences.get() == Preferences()
    assert store.recovered == ()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_reads_as_empty(tmp_path: Path) -> None:
    store = opened(tmp_path / "not there", read_only=True)
    assert store.days.every() == ()


@given(st.lists(strategies.day_logs(st.dates(date(2025, 12, 1), date(2027, 1, 31))), max_size=6))
def test_days_come_back_in_order_from_every_year(
    tmp_path_factory: pytest.TempPathFactory, logs: list[DayLog]
) -> None:
    folder = tmp_path_factory.mktemp("folder")
    store = opened(folder)
    for log in logs:
        store.days.save(log)
    last = {log.day: log for log in logs}
    holding = tuple(log for _, log in sorted(last.items()) if log.sessions or log.answers != Answers())
    first, end = date(2026, 1, 1), date(2026, 12, 31)
    for read in (store, opened(folder)):
        assert read.days.every() == holding
        assert read.days.between(first, end) == tuple(log for log in holding if log.day.year == 2026)
        assert all(read.days.get(day) == log for day, log in last.items())


def test_each_calendar_year_has_its_file(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.days.save(day_with("gammelt år", date(2026, 12, 31)))
    store.days.save(day_with("nyt år", date(2027, 1, 1)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["log-2026.json", "log-2027.json"]


def test_a_day_saved_twice_is_one_document(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.days.save(day_with("første"))
    store.days.save(day_with("anden"))
    tables = generation.read(tmp_path / "log-2026.json")
    assert [document["answers"]["note"] for document in tables["days"].values()] == ["anden"]


def test_the_generation_before_is_the_save_before_also_for_a_new_day(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.days.save(day_with("første"))
    store.days.save(day_with("anden", date(2026, 12, 2)))
    before = generation.read(tmp_path / "log-2026.json.bak")
    assert len(before["days"]) == 1


def test_a_year_of_which_only_the_previous_generation_is_left_is_found(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.days.save(day_with("første"))
    store.days.save(day_with("anden", date(2026, 12, 2)))
    (tmp_path / "log-2026.json").unlink()
    again = opened(tmp_path)
    assert [log.answers.note for log in again.days.every()] == ["første"]
    assert again.recovered == ("log-2026.json",)


def test_a_recovered_file_is_named_once_it_was_read(tmp_path: Path) -> None:
    store = opened(tmp_path)
    for place in ("Amager", "Brønshøj"):
        store.course.save(CourseRecord(appointments=(Appointment(NOON, place),)))
    (tmp_path / "course.json").write_bytes(b"\0" * 100)
    again = opened(tmp_path)
    assert again.course.get().appointments[0].place == "Amager"
    assert again.recovered == ("course.json",)
    again.course.save(CourseRecord())
    assert opened(tmp_path).course.get() == CourseRecord()
    assert opened(tmp_path).recovered == ()


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"day": "2026-12-01", "answers": {}, "sessions": [], "recorded": None, "changed": None},
    ],
)
def test_a_document_that_does_not_decode_names_its_file(tmp_path: Path, document: dict[str, object]) -> None:
    AtomicStorage(tmp_path / "log-2026.json").write({"days": {"1": document}})
    AtomicStorage(tmp_path / "course.json").write({"course": {"1": document}})
    AtomicStorage(tmp_path / "open.json").write({"open": {"1": document}})
    AtomicStorage(tmp_path / "settings.json").write({"settings": {"1": document}})
    store = opened(tmp_path)
    reads = {
        "log-2026.json": store.days.every,
        "course.json": store.course.get,
        "open.json": store.open_session.get,
        "settings.json": store.preferences.get,
    }
    for name, read in reads.items():
        with pytest.raises(DamagedFileError) as caught:
            read()
        assert caught.value.file_name == name


def test_a_day_in_the_file_of_another_year_is_damage(tmp_path: Path) -> None:
    opened(tmp_path).days.save(day_with("her"))
    (tmp_path / "log-2026.json").rename(tmp_path / "log-2027.json")
    with pytest.raises(DamagedFileError):
        opened(tmp_path).days.every()


def test_a_file_of_a_newer_program_says_so(tmp_path: Path) -> None:
    body = b'{"_meta":{"1":{"schema":9}}}'
    (tmp_path / "course.json").write_bytes(generation._header(body) + b"\n" + body)
    with pytest.raises(NewerFileError):
        opened(tmp_path).course.get()


def test_a_cleared_session_stays_cleared(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.open_session.save(UNDER_WAY)
    assert opened(tmp_path).open_session.get() == UNDER_WAY
    store.open_session.clear()
    assert store.open_session.get() is None
    assert opened(tmp_path).open_session.get() is None


def test_clearing_a_session_that_never_was_writes_nothing(tmp_path: Path) -> None:
    opened(tmp_path).open_session.clear()
    assert list(tmp_path.iterdir()) == []


def test_a_time_without_an_offset_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    store = opened(tmp_path)
    with pytest.raises(ValueError, match="not a datetime"):
        store.days.save(DayLog(date(2026, 11, 23), recorded=NOON.replace(tzinfo=None)))
    with pytest.raises(ValueError, match="not a float"):
        store.open_session.save(OpenSession("s", NOON, "p", 1, SessionPlan(1, ()), float("nan")))
    assert list(tmp_path.iterdir()) == []


def test_after_a_refused_save_the_store_still_says_what_the_disk_says(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.days.save(day_with("gemt"))
    store.preferences.save(Preferences(language="en"))
    store.course.save(CourseRecord(appointments=(Appointment(NOON, "gemt"),)))
    store.open_session.save(UNDER_WAY)
    attempts: tuple[Callable[[], None], ...] = (
        lambda: store.days.save(day_with("ikke gemt")),
        lambda: store.preferences.save(Preferences()),
        lambda: store.course.save(CourseRecord()),
        store.open_session.clear,
    )
    for attempt in attempts:
        with faulty(FaultyDisk(fails_at=1)), pytest.raises(NotSavedError) as caught:
            attempt()
        assert caught.value.reason is NotSavedReason.FULL
    assert store.days.every()[0].answers.note == "gemt"
    assert store.preferences.get().language == "en"
    assert store.course.get().appointments[0].place == "gemt"
    assert store.open_session.get() == UNDER_WAY


def test_a_save_that_happened_although_the_disk_said_no_is_what_the_store_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path)
    store.days.save(day_with("først"))
    store.preferences.save(Preferences(language="da"))
    replace = Path.replace

    def replace_and_complain(source: Path, target: Path) -> Path:
        replace(source, target)
        if target.suffix == ".json":
            raise OSError(errno.EIO, "the network drive lost its answer")
        return target

    monkeypatch.setattr(Path, "replace", replace_and_complain)
    with pytest.raises(NotSavedError):
        store.days.save(day_with("siden"))
    with pytest.raises(NotSavedError):
        store.preferences.save(Preferences(language="en"))
    for read in (store, opened(tmp_path)):
        assert read.days.every()[0].answers.note == "siden"
        assert read.preferences.get().language == "en"


def test_a_reader_reads_everything_and_writes_nothing(tmp_path: Path) -> None:
    writer = with_plans(tmp_path)
    for note in ("første", "anden"):
        writer.days.save(day_with(note))
    writer.plans.put(plan_file(1))
    (tmp_path / "log-2026.json").write_bytes(b"garbage")
    before = snapshot(tmp_path)
    reader = with_plans(tmp_path, read_only=True)
    assert reader.days.every()[0].answers.note == "første"
    assert reader.plans.get(PLAN_ID, 1) == plan_file(1)
    assert reader.recovered == ("log-2026.json",)
    attempts: tuple[Callable[[], None], ...] = (
        lambda: reader.days.save(day_with("tredje")),
        lambda: reader.preferences.save(Preferences()),
        lambda: reader.plans.put(plan_file(2)),
    )
    for attempt in attempts:
        with pytest.raises(NotSavedError) as caught:
            attempt()
        assert caught.value.reason is NotSavedReason.READ_ONLY
    assert reader.days.every()[0].answers.note == "første"
    reader.close()
    assert snapshot(tmp_path) == before


def test_adopted_plans_are_kept_byte_for_byte(tmp_path: Path) -> None:
    with_plans(tmp_path).plans.put(plan_file(3))
    path = tmp_path / "plans" / f"{PLAN_ID}-r3.rygplan"
    assert path.read_bytes() == plan_file(3).raw
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert with_plans(tmp_path).plans.get(PLAN_ID, 3) == plan_file(3)


def test_a_plan_that_is_gone_or_damaged_or_another_is_an_error_with_its_name(tmp_path: Path) -> None:
    with_plans(tmp_path).plans.put(plan_file(1))
    folder = tmp_path / "plans"
    (folder / f"{PLAN_ID}-r2.rygplan").write_bytes(b"{")
    (folder / f"{PLAN_ID}-r3.rygplan").write_bytes(plan_file(1).raw)
    for revision in (2, 3, 4):
        with pytest.raises(DamagedFileError) as caught:
            with_plans(tmp_path).plans.get(PLAN_ID, revision)
        assert caught.value.file_name == f"{PLAN_ID}-r{revision}.rygplan"


def test_a_plan_identifier_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    store = with_plans(tmp_path / "data")
    with pytest.raises(NotSavedError):
        store.plans.put(plan_file(1, "../../evil"))
    with pytest.raises(DamagedFileError):
        store.plans.get("../../evil", 1)
    assert list(tmp_path.iterdir()) == []


def test_a_plan_that_cannot_be_written_is_not_kept(tmp_path: Path) -> None:
    store = with_plans(tmp_path)
    store.plans.put(plan_file(1, title="god"))
    for nth in range(1, 5):
        with faulty(FaultyDisk(fails_at=nth)), pytest.raises(NotSavedError):
            store.plans.put(plan_file(1, title="ny"))
        assert store.plans.get(PLAN_ID, 1) == plan_file(1, title="god")
    assert [path.name for path in (tmp_path / "plans").iterdir()] == [f"{PLAN_ID}-r1.rygplan"]


def test_a_file_is_good_when_it_can_be_read(tmp_path: Path) -> None:
    store = with_plans(tmp_path)
    store.days.save(day_with("her"))
    store.plans.put(plan_file(1))
    files = [tmp_path / "log-2026.json", tmp_path / "plans" / f"{PLAN_ID}-r1.rygplan"]
    assert all(is_good_file(path, parse_small_plan) for path in files)
    for path in files:
        path.write_bytes(path.read_bytes()[:-1])
    assert not any(is_good_file(path, parse_small_plan) for path in files)
    assert not is_good_file(tmp_path / "course.json", no_plans)


def test_a_diary_of_many_years_is_read_year_by_year(tmp_path: Path) -> None:
    store = opened(tmp_path)
    for year in range(2020, 2027):
        store.days.save(day_with(str(year), date(year, 6, 1)))
    (tmp_path / "log-2020.json").write_bytes(b"garbage")
    again = opened(tmp_path)
    end = date(2026, 12, 31)
    assert [log.answers.note for log in again.days.between(end - timedelta(days=365), end)] == ["2026"]
    assert again.recovered == ()


@pytest.mark.parametrize("previous", [None, b"{"])
def test_damaged_choices_and_a_damaged_session_under_way_do_not_lock_anybody_out(
    tmp_path: Path, previous: bytes | None
) -> None:
    for name in ("settings.json", "open.json"):
        (tmp_path / name).write_bytes(b"damaged")
        if previous is not None:
            (tmp_path / f"{name}.bak").write_bytes(previous)
    reader = opened(tmp_path, read_only=True)
    assert (reader.preferences.get(), reader.open_session.get()) == (Preferences(), None)
    damaged = sorted(path.read_bytes() for path in tmp_path.iterdir())
    store = opened(tmp_path)
    assert (store.preferences.get(), store.open_session.get()) == (Preferences(), None)
    assert store.recovered == ("open.json", "settings.json")
    for number in range(3):
        store.preferences.save(Preferences(text_percent=150 + number))
        store.open_session.save(UNDER_WAY)
    assert opened(tmp_path).preferences.get() == Preferences(text_percent=152)
    assert sorted(path.read_bytes() for path in tmp_path.glob("*.damaged-*")) == damaged


@pytest.mark.parametrize("name", ["course.json", "log-2026.json"])
def test_a_damaged_diary_or_course_is_never_taken_for_an_empty_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"damaged")
    store = opened(tmp_path)
    with pytest.raises(DamagedFileError):
        store.course.get() if name == "course.json" else store.days.get(date(2026, 11, 23))
    assert [path.name for path in tmp_path.iterdir()] == [name]
