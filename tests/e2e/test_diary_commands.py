"""``diary add`` and ``export``."""

from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ryg_app.bootstrap import open_log
from ryg_app.domain.diary import Answers, LegExtent
from tests import plans
from tests.builders import at
from tests.command_line import Result

if TYPE_CHECKING:
    from pathlib import Path

    from tests.command_line import CommandLine

TODAY = date(2026, 12, 8)


def test_what_is_not_named_stays(ryg_app: CommandLine) -> None:
    ryg_app("diary", "add", "--back", "3", "--leg", "10", "--leg-extent", "calf", "--note", "Sov godt.")
    result = ryg_app("diary", "add", "--back", "0", "--walk", "20", language="da")
    line = "ryg 0 · ben 10 · ned i benet: læg · gået 20 min · note: Sov godt."
    assert result == Result(0, f"Gemt for 8. december 2026: {line}\n", "")
    answers = ryg_app.app().diary.view(TODAY).log.answers
    assert answers == Answers(0, 10, LegExtent.CALF, (20,), "Sov godt.")


def test_several_walks_are_told_with_one_option_each_and_replace_what_was_told_before(
    ryg_app: CommandLine,
) -> None:
    ryg_app("diary", "add", "--walk", "20")
    result = ryg_app("diary", "add", "--walk", "10", "--walk", "5")
    assert result == Result(0, "Saved for 8 December 2026: walked 15 min (10 + 5)\n", "")
    assert ryg_app.app().diary.view(TODAY).log.answers.walks == (10, 5)
    ryg_app("diary", "add", "--walk", "0")
    assert ryg_app.app().diary.view(TODAY).log.answers.walked_minutes == 0


def test_more_walking_than_a_day_can_hold_is_refused(ryg_app: CommandLine) -> None:
    result = ryg_app("diary", "add", "--walk", "400", "--walk", "300")
    assert (result.code, result.out) == (2, "")
    assert all(told in result.err for told in ("--walk", "700", "600"))
    assert not ryg_app.folder.exists()


def test_a_note_is_one_line_on_the_screen_and_whole_in_the_diary(ryg_app: CommandLine) -> None:
    result = ryg_app("diary", "add", "--note", "Sov\n\x1b[31mgodt\u202e.\n")
    assert result.out == "Saved for 8 December 2026: note: Sov [31mgodt.\n"
    assert ryg_app.app().diary.view(TODAY).log.answers.note == "Sov\n[31mgodt."


def test_an_earlier_day_can_be_written(ryg_app: CommandLine) -> None:
    ryg_app("diary", "add", "--date", "2026-12-01", "--leg", "4")
    log = ryg_app.app().diary.view(date(2026, 12, 1)).log
    assert log.answers.leg == 4
    assert log.recorded_late


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_future_day_is_refused(ryg_app: CommandLine, language: str) -> None:
    result = ryg_app("diary", "add", "--date", "2026-12-09", "--leg", "4", language=language)
    assert (result.code, result.out) == (1, "")
    named = {"da": ("9. december 2026", "8. december 2026"), "en": ("9 December 2026", "8 December 2026")}
    assert all(day in result.err for day in named[language])
    assert not (ryg_app.folder / "log-2026.json").exists()


def test_before_three_at_night_it_is_still_yesterday(ryg_app: CommandLine) -> None:
    ryg_app.clock.set(at("2026-12-09 02:30"))
    assert ryg_app("diary", "add", "--leg", "4").out.startswith("Saved for 8 December 2026")


@pytest.mark.usefixtures("window")
@pytest.mark.parametrize("command", ["diary add --leg 4", "erase --yes", "plan use {plan}"])
def test_nothing_is_written_while_the_window_is_open(
    ryg_app: CommandLine, plan_file: Path, command: str
) -> None:
    before = ryg_app.files()
    result = ryg_app(*command.format(plan=plan_file).split(), language="da")
    assert result == Result(1, "", "RygApp er åben og bruger dine data. Afslut den, og prøv igen.\n")
    assert ryg_app.files() == before


def test_a_table_of_days_and_one_of_exercises_are_written(
    ryg_app: CommandLine, plan_file: Path, tmp_path: Path
) -> None:
    ryg_app("diary", "add", "--date", "2026-12-06", "--leg", "4")
    ryg_app("plan", "use", plan_file)
    app = ryg_app.app(writing=True)
    app.today.done_without_computer(app.today.view().sessions[0].session)
    app.close()
    before = ryg_app.files()
    out = tmp_path / "out.csv"
    result = ryg_app("export", out)
    second = tmp_path / "out-exercises.csv"
    assert result == Result(0, f"Made: {out}\nMade: {second}\n", "")
    days, exercises = (
        list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig")), delimiter=";"))
        for path in (out, second)
    )
    assert [(row["Date"], row["Leg pain (0–10)"], row["Exercise sessions done"]) for row in days] == [
        ("2026-12-06", "4", "0"),
        ("2026-12-07", "", "0"),
        ("2026-12-08", "", "1"),
    ]
    assert [row["Exercise"] for row in exercises] == ["Pelvic tilt", "Nerve glide, seated"]
    assert ryg_app.files() == before


def test_a_period_can_be_chosen(ryg_app: CommandLine, tmp_path: Path) -> None:
    ryg_app("diary", "add", "--leg", "4")
    out = tmp_path / "out.ryglog"
    assert ryg_app("export", out, "--from", "2026-12-01", "--to", "2026-12-07").code == 0
    document = json.loads(out.read_bytes())
    assert (document["first_day"], document["last_day"]) == ("2026-12-01", "2026-12-07")
    assert document["days"] == []


def test_the_open_log_file_holds_the_day_and_the_plan(
    ryg_app: CommandLine, plan_file: Path, tmp_path: Path
) -> None:
    ryg_app("plan", "use", plan_file)
    ryg_app("diary", "add", "--leg", "4")
    out = tmp_path / "OUT.RYGLOG"
    assert ryg_app("export", out).code == 0
    document = json.loads(out.read_bytes())
    assert [day["leg"] for day in document["days"]] == [4]
    assert document["plans"] == [plans.example()]
    assert [adoption["start"] for adoption in document["course"]["adoptions"]] == ["2026-12-08"]


@pytest.mark.parametrize("name", ["out.csv", "out.ryglog"])
def test_an_export_leaves_what_is_there_already(ryg_app: CommandLine, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    result = ryg_app("export", tmp_path / name)
    assert (result.code, result.out) == (1, "")
    assert name in result.err
    assert (tmp_path / name).read_text() == "mine"


def test_a_future_period_is_refused(ryg_app: CommandLine, tmp_path: Path) -> None:
    assert ryg_app("export", tmp_path / "out.csv", "--to", "2026-12-09").code == 1
    assert ryg_app("export", tmp_path / "out.csv", "--from", "2026-12-09").code == 1
    assert not (tmp_path / "out.csv").exists()


def test_exporting_makes_no_data_folder(ryg_app: CommandLine, tmp_path: Path) -> None:
    assert ryg_app("export", tmp_path / "out.ryglog").code == 0
    assert not ryg_app.folder.exists()


@pytest.mark.usefixtures("window")
def test_exporting_works_while_the_window_is_open(ryg_app: CommandLine, tmp_path: Path) -> None:
    assert ryg_app("export", tmp_path / "out.csv").code == 0


def test_an_export_says_which_plan_was_lost_and_is_made_all_the_same(
    ryg_app: CommandLine, plan_file: Path, tmp_path: Path
) -> None:
    ryg_app("plan", "use", plan_file)
    ryg_app("diary", "add", "--leg", "4")
    (kept,) = (ryg_app.folder / "plans").iterdir()
    kept.unlink()
    result = ryg_app("export", tmp_path / "out.csv")
    assert (result.code, result.out.count("Made:")) == (0, 2)
    assert f"The plan {kept.name} is missing or damaged" in result.err
    assert ";4;" in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_a_note_with_a_personal_number_is_refused(ryg_app: CommandLine) -> None:
    result = ryg_app("diary", "add", "--note", "Oplyste 010190-1234")
    assert (result.code, result.out) == (1, "")
    assert "CPR number" in result.err
    assert ryg_app.app().diary.view(TODAY).log.answers == Answers()


def test_a_note_that_is_not_utf_8_leaves_the_one_that_is_there(ryg_app: CommandLine) -> None:
    ryg_app("diary", "add", "--note", "Øm")
    result = ryg_app("diary", "add", "--note", "\udcd8m")
    assert (result.code, result.out) == (2, "")
    assert ryg_app.app().diary.view(TODAY).log.answers.note == "Øm"


def test_a_slip_of_the_finger_does_not_make_the_diary_two_thousand_years_long(ryg_app: CommandLine) -> None:
    result = ryg_app("diary", "add", "--date", "0206-12-08", "--leg", "1")
    assert (result.code, result.out) == (2, "")
    assert "0206-12-08" in result.err
    assert not ryg_app.folder.exists()


def test_a_damaged_year_does_not_stand_in_the_way_of_another(ryg_app: CommandLine, tmp_path: Path) -> None:
    ryg_app("diary", "add", "--leg", "4")
    (ryg_app.folder / "log-2025.json").write_bytes(b"{")
    refused = ryg_app("export", tmp_path / "all.csv")
    assert (refused.code, "log-2025.json" in refused.err) == (1, True)
    assert ryg_app("export", tmp_path / "year.csv", "--from", "2026-01-01").code == 0


def test_a_period_before_anything_was_kept_is_one_empty_day_that_can_be_read_again(
    ryg_app: CommandLine, tmp_path: Path
) -> None:
    ryg_app("diary", "add", "--back", "3")
    log = tmp_path / "log.ryglog"
    assert ryg_app("export", log, "--to", "2020-01-05").code == 0
    written = json.loads(log.read_text(encoding="utf-8"))
    assert (written["first_day"], written["last_day"], written["days"]) == ("2020-01-05", "2020-01-05", [])
    with closing(open_log(log)) as app:
        assert app.diary.today() == date(2020, 1, 5)
