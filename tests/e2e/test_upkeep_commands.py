"""``erase``, ``doctor`` and ``self-test``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from ryg_app import __version__
from ryg_app.adapters.autostart import autostart_of
from ryg_app.bootstrap import default_folder
from tests import plans
from tests.command_line import Result

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.application.app import App
    from tests.command_line import CommandLine


def test_erasing_leaves_nothing(ryg_app: CommandLine, plan_file: Path) -> None:
    ryg_app("plan", "use", plan_file)
    ryg_app("diary", "add", "--leg", "4")
    result = ryg_app("erase", "--yes")
    assert result == Result(0, f"Everything in {ryg_app.folder} is deleted.\n", "")
    assert ryg_app.files() == {}


def test_the_doctor_tells_how_the_folder_is(ryg_app: CommandLine, plan_file: Path) -> None:
    ryg_app("plan", "use", plan_file)
    ryg_app("diary", "add", "--leg", "4")
    before = ryg_app.files()
    result = ryg_app("doctor", language="da")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[:2] == [f"RygApp {__version__}", f"Datamappe: {ryg_app.folder}"]
    assert "log-2026.json: i orden" in lines
    assert "course.json: i orden" in lines
    assert f"Plan i brug: Plan for ryg og ben, udgave 1 ({plans.example()['plan_id']})" in lines
    assert ryg_app.files() == before


def test_the_doctor_tells_whether_the_window_is_open(ryg_app: CommandLine, window: App) -> None:
    assert "The window is open.\n" in ryg_app("doctor").out
    window.close()
    assert "The window is not open.\n" in ryg_app("doctor").out


def test_the_doctor_makes_no_folder(ryg_app: CommandLine) -> None:
    result = ryg_app("doctor")
    assert result.code == 0
    assert "does not exist yet" in result.out
    assert not ryg_app.folder.exists()


def test_the_doctor_names_a_damaged_file_and_leaves_it(ryg_app: CommandLine) -> None:
    ryg_app("diary", "add", "--leg", "4")
    ryg_app("diary", "add", "--leg", "5")
    log = ryg_app.folder / "log-2026.json"
    log.write_bytes(log.read_bytes()[:-5])
    before = ryg_app.files()
    result = ryg_app("doctor")
    assert result.code == 1
    assert "log-2026.json: damaged; the previous version of it is good and is used\n" in result.out
    assert "No plan is in use.\n" in result.out
    assert ryg_app.files() == before


def test_the_doctor_names_a_file_that_nothing_is_left_of(ryg_app: CommandLine) -> None:
    ryg_app("diary", "add", "--leg", "4")
    (ryg_app.folder / "log-2026.json").write_bytes(b"")
    result = ryg_app("doctor")
    assert result.code == 1
    assert (
        "log-2026.json: damaged, and no earlier copy of it can be read; it is never deleted\n" in result.out
    )


def test_the_doctor_names_a_plan_that_is_gone(ryg_app: CommandLine, plan_file: Path) -> None:
    ryg_app("plan", "use", plan_file)
    for kept in (ryg_app.folder / "plans").iterdir():
        kept.unlink()
    result = ryg_app("doctor")
    assert result.code == 1
    assert "missing or damaged" in result.err


def test_the_self_test_says_that_everything_works(ryg_app: CommandLine) -> None:
    assert ryg_app("self-test", language="da") == Result(0, "Alt virker.\n", "")


def test_the_self_test_names_what_is_missing(ryg_app: CommandLine) -> None:
    ryg_app.missing = ("fonts/Inter", "window")
    assert ryg_app("self-test") == Result(1, "", "Missing: fonts/Inter\nMissing: window\n")


def test_a_file_in_the_place_of_the_folder_gets_a_sentence(ryg_app: CommandLine) -> None:
    ryg_app.folder.write_bytes(b"mine")
    for command in ("doctor", "erase --yes", "diary add --leg 4"):
        result = ryg_app(*command.split())
        assert result.code == 1, command
        assert result.err.startswith(f"The folder {ryg_app.folder}"), command
    assert ryg_app.folder.read_bytes() == b"mine"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows finds no such folder instead")
def test_a_name_the_system_will_not_hear_of_gets_a_sentence(ryg_app: CommandLine) -> None:
    ryg_app.folder = ryg_app.folder.with_name("a" * 300)
    for command in ("doctor", "diary add --leg 4"):
        result = ryg_app(*command.split(), language="da")
        assert result.code == 1, command
        assert "File name too long" in result.err, command
    result = ryg_app.bare("plan", "new", f"{'a' * 300}.rygplan")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("Computeren sagde nej: ")


def test_erasing_takes_the_start_with_the_computer_away_for_this_folder_alone(ryg_app: CommandLine) -> None:
    app = ryg_app.app(writing=True)
    app.settings.start_with_computer(on=True)
    app.close()
    neighbour = ryg_app.folder.parent / "neighbour"
    other = autostart_of(neighbour, ryg_app.folder.parent)
    other.turn_on()
    assert ryg_app("erase", "--yes").code == 0
    assert not autostart_of(ryg_app.folder, default_folder()).is_on()
    assert other.is_on()
    other.turn_off()
