from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ryg_app.application.exporting import Exporting, Writers
from ryg_app.domain.course import Appointment
from ryg_app.domain.diary import Answers
from ryg_app.domain.errors import FileExistsAlreadyError, NotSavedError, NotSavedReason
from ryg_app.domain.table import TableHeadings
from ryg_app.wording.catalogues import load_words
from ryg_app.wording.document_words import document_words
from tests import builders
from tests.builders import at
from tests.plans import ASSETS, exercises
from tests.unit.application.world import World, another_plan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ryg_app.domain.document import DocumentWords
    from ryg_app.domain.extract import LogExtract

HEADINGS = TableHeadings({}, {}, {})
TODAY = date(2026, 11, 23)


class Files:
    """Writes for real; refuses names it is told to refuse."""

    def __init__(self) -> None:
        self.refused = ""

    def write(self, path: Path, data: bytes) -> None:
        if path.name == self.refused:
            raise NotSavedError(path.name, NotSavedReason.FULL)
        path.write_bytes(data)

    def write_together(self, files: Mapping[Path, bytes]) -> None:
        for path in files:
            if path.name == self.refused:
                raise NotSavedError(path.name, NotSavedReason.FULL)
        for path, data in files.items():
            path.write_bytes(data)


class Workbooks:
    def compose(self, extract: LogExtract, headings: TableHeadings) -> bytes:
        return f"a workbook of {len(extract.days)} days".encode()


class Tables:
    def days(self, extract: LogExtract, headings: TableHeadings) -> bytes:
        assert headings is HEADINGS
        return f"{len(extract.days)} days".encode()

    def exercises(self, extract: LogExtract, headings: TableHeadings) -> bytes:
        assert headings is HEADINGS
        return f"{sum(len(day.log.sessions) for day in extract.days)} sessions".encode()


class Documents:
    def compose(self, extract: LogExtract, words: DocumentWords, codes: Mapping[str, str]) -> bytes:
        return f"{words.language} {sorted(codes)}".encode()


class Codes:
    def read(self, path: Path) -> Mapping[str, str]:
        return {path.stem: "229065009"}


class Logs:
    def compose(self, extract: LogExtract) -> bytes:
        return f"log to {extract.last}".encode()


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def exporting(world: World, files: Files) -> Exporting:
    writers = Writers(Tables(), Workbooks(), Logs(), Documents(), Codes())
    return Exporting(world.course, world.days, world.clock, exercises(), files, writers)


def test_an_empty_log_is_today_alone(world: World, exporting: Exporting) -> None:
    extract = exporting.extract("da")
    assert (extract.first, extract.last, extract.made) == (TODAY, TODAY, world.clock.now())
    (day,) = extract.days
    assert (day.log.answers.is_empty(), day.owed) == (True, None)
    assert (extract.plans, extract.titles) == ((), {})


def test_the_log_goes_from_the_first_thing_kept_to_today_with_every_day_between(
    world: World, exporting: Exporting
) -> None:
    world.diary.save(date(2026, 11, 20), Answers(back=3))
    world.adopt()
    world.at("2026-11-25 08:00")
    extract = exporting.extract("da")
    assert [day.log.day.day for day in extract.days] == [20, 21, 22, 23, 24, 25]
    assert [day.owed is not None for day in extract.days] == [False, False, False, True, True, True]


def test_days_before_the_first_entry_count_from_the_start_of_the_course(
    world: World, exporting: Exporting
) -> None:
    world.planning.adopt(builders.plan_file(), date(2026, 11, 16))
    assert exporting.extract("da").first == date(2026, 11, 16)


def test_a_period_can_be_chosen(world: World, exporting: Exporting) -> None:
    world.diary.save(date(2026, 11, 20), Answers(back=3))
    extract = exporting.extract("da", date(2026, 11, 18), date(2026, 11, 20))
    assert [day.log.day.day for day in extract.days] == [18, 19, 20]
    assert extract.days[-1].log.answers == Answers(back=3)


@pytest.mark.parametrize("hour", ["08:00", "10:00", "20:00"])
def test_on_the_day_of_an_appointment_it_is_still_since_the_one_before(
    world: World, exporting: Exporting, hour: str
) -> None:
    visits = (Appointment(at("2026-11-23 09:30")), Appointment(at("2026-12-10 09:30")))
    world.records.save(replace(world.records.get(), appointments=visits))
    world.at(f"2026-12-10 {hour}")
    assert exporting.days().last_appointment == date(2026, 11, 23)


def test_exercises_are_named_in_the_reader_s_language(world: World, exporting: Exporting) -> None:
    world.adopt()
    titles = {language: exporting.extract(language).titles for language in ("da", "en")}
    key = (builders.PLAN_ID, 1, "pelvic_tilt")
    assert titles["da"][key] != titles["en"][key]
    own = (builders.PLAN_ID, 1, "heel_raise")
    assert titles["da"][own] == titles["en"][own]


def test_only_plans_that_were_in_force_leave_the_program(world: World, exporting: Exporting) -> None:
    world.adopt()
    world.adopt(revision=2)
    world.shelf.put(another_plan())
    extract = exporting.extract("da")
    assert [file.plan.revision for file in extract.plans] == [1, 2]
    assert extract.plan_of(builders.PLAN_ID, 2) == builders.plan(revision=2)
    assert extract.plan_of("another", 1) is None


def test_a_lost_plan_file_is_named_and_everything_else_is_taken_out(
    world: World, exporting: Exporting
) -> None:
    world.adopt()
    world.lose_the_plans()
    world.at("2026-11-24 09:00")
    world.planning.adopt(another_plan())
    world.today.answer(Answers(leg=3))
    extract = exporting.extract("da")
    assert [day.owed is None for day in extract.days] == [True, False]
    assert [day.log.answers.leg for day in extract.days] == [None, 3]
    assert [file.plan.title for file in extract.plans] == ["Another plan"]
    assert [name for name in extract.lost_plans if builders.PLAN_ID in name] == list(extract.lost_plans) != []


def test_both_tables_are_written_side_by_side(tmp_path: Path, exporting: Exporting) -> None:
    written = exporting.write_tables(exporting.extract("da"), HEADINGS, tmp_path / "log.csv")
    assert [path.name for path in written] == ["log.csv", "log-exercises.csv"]
    assert [path.read_text() for path in written] == ["1 days", "0 sessions"]


@pytest.mark.parametrize("taken", ["log.csv", "log-exercises.csv"])
def test_a_table_that_is_there_already_is_left_alone(
    tmp_path: Path, exporting: Exporting, taken: str
) -> None:
    (tmp_path / taken).write_text("mine")
    with pytest.raises(FileExistsAlreadyError) as refused:
        exporting.write_tables(exporting.extract("da"), HEADINGS, tmp_path / "log.csv")
    assert refused.value.file_name == taken
    assert [path.name for path in tmp_path.iterdir()] == [taken]
    assert (tmp_path / taken).read_text() == "mine"


def test_a_log_file_that_is_there_already_is_left_alone_unless_it_is_to_be_replaced(
    tmp_path: Path, exporting: Exporting
) -> None:
    path = tmp_path / "log.ryglog"
    path.write_text("mine")
    extract = exporting.extract("da")
    with pytest.raises(FileExistsAlreadyError):
        exporting.write_log(extract, path)
    assert path.read_text() == "mine"
    assert exporting.write_log(extract, path, replace=True) == path
    assert path.read_text() == "log to 2026-11-23"


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, exporting: Exporting, files: Files) -> None:
    files.refused = "log.ryglog"
    with pytest.raises(NotSavedError):
        exporting.write_log(exporting.extract("da"), tmp_path / "log.ryglog")
    assert list(tmp_path.iterdir()) == []


def test_two_tables_that_belong_together_are_both_there_or_neither(
    tmp_path: Path, exporting: Exporting, files: Files
) -> None:
    files.refused = "log-exercises.csv"
    with pytest.raises(NotSavedError):
        exporting.write_tables(exporting.extract("da"), HEADINGS, tmp_path / "log.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_that_is_there_already_is_left_alone(tmp_path: Path, exporting: Exporting) -> None:
    path, extract = tmp_path / "log.xlsx", exporting.extract("da")
    assert exporting.write_workbook(extract, HEADINGS, path) == path
    assert path.read_text() == "a workbook of 1 days"
    with pytest.raises(FileExistsAlreadyError):
        exporting.write_workbook(extract, HEADINGS, path)
    exporting.write_workbook(extract, HEADINGS, path, replace=True)


def test_a_document_has_codes_only_where_they_are_brought_along(tmp_path: Path, exporting: Exporting) -> None:
    extract, words = exporting.extract("en"), document_words(load_words(ASSETS, "en"))
    path = exporting.write_document(extract, words, tmp_path / "log.fhir.json")
    assert path.read_text() == "en []"
    codes = exporting.codes(tmp_path / "pain.json")
    exporting.write_document(extract, words, path, codes=codes, replace=True)
    assert path.read_text() == "en ['pain']"
