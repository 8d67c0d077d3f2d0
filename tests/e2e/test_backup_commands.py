"""``backup`` and ``restore``."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

from ryg_app import __version__
from tests.command_line import Result, real

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.application.app import App
    from tests.command_line import CommandLine


def test_everything_goes_into_one_file_and_comes_back(
    ryg_app: CommandLine, plan_file: Path, tmp_path: Path
) -> None:
    ryg_app("plan", "use", plan_file)
    ryg_app("diary", "add", "--leg", "4", "--note", "=1+1")
    backup, before, after = (tmp_path / name for name in ("a.rygbackup", "a.ryglog", "b.ryglog"))
    ryg_app("export", before)
    assert ryg_app("backup", backup) == Result(0, f"Made: {backup}\n", "")
    ryg_app("erase", "--yes")
    result = ryg_app("restore", backup, language="da")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[:3] == [
        f"Lavet: 8. december 2026 kl. 19.42, af RygApp {__version__}",
        "Dagbog: 8. december 2026, 1 dag skrevet",
        "Planer: Plan for ryg og ben, udgave 1",
    ]
    assert result.out.splitlines()[3].startswith("Lagt tilbage.")
    ryg_app("export", after)
    assert json.loads(after.read_bytes()) == json.loads(before.read_bytes())


def test_a_preview_tells_and_changes_nothing(ryg_app: CommandLine, tmp_path: Path) -> None:
    ryg_app("diary", "add", "--leg", "4")
    ryg_app("backup", tmp_path / "a.rygbackup")
    ryg_app("diary", "add", "--leg", "5")
    before = ryg_app.files()
    result = ryg_app("restore", tmp_path / "a.rygbackup", "--preview")
    assert result.code == 0
    assert "1 day written" in result.out
    assert ryg_app.files() == before


def test_an_existing_file_and_another_ending_are_refused(ryg_app: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.rygbackup"
    path.write_bytes(b"mine")
    result = ryg_app("backup", path)
    assert (result.code, path.read_bytes()) == (1, b"mine")
    assert "exists already" in result.err
    assert ryg_app("backup", tmp_path / "a.zip").code == 2


def test_every_file_that_will_not_do_gets_a_sentence(ryg_app: CommandLine, tmp_path: Path) -> None:
    ryg_app("diary", "add", "--leg", "4")
    before = ryg_app.files()
    whole = tmp_path / "a.rygbackup"
    ryg_app("backup", whole)
    (tmp_path / "cut.rygbackup").write_bytes(whole.read_bytes()[:-9])
    (tmp_path / "foreign.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    with zipfile.ZipFile(tmp_path / "newer.rygbackup", "w") as newer:
        newer.writestr("manifest.json", '{"schema": "rygapp.backup/9"}')
    expected = {
        "none.rygbackup": "There is no file none.rygbackup.",
        "cut.rygbackup": "The backup cut.rygbackup is damaged",
        "foreign.zip": "The file foreign.zip is not a backup",
        "newer.rygbackup": "The file newer.rygbackup was written by a newer RygApp",
    }
    for name, sentence in expected.items():
        result = ryg_app("restore", tmp_path / name)
        assert (result.code, result.out) == (1, ""), name
        assert result.err.startswith(sentence), name
    assert ryg_app.files() == before


def test_a_damaged_file_is_named_and_the_rest_is_in_the_backup(ryg_app: CommandLine, tmp_path: Path) -> None:
    ryg_app("diary", "add", "--leg", "4")
    (ryg_app.folder / "course.json").write_bytes(b"garbage")
    result = ryg_app("backup", tmp_path / "a.rygbackup")
    assert result.code == 0
    assert result.err.startswith("The file course.json is damaged and is not in the backup.")


def test_while_the_window_is_open_a_backup_can_be_made_but_not_restored(
    ryg_app: CommandLine, window: App, tmp_path: Path
) -> None:
    assert ryg_app("backup", tmp_path / "a.rygbackup").code == 0
    result = ryg_app("restore", tmp_path / "a.rygbackup")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("RygApp is open")


def test_it_works_as_a_process_of_its_own(tmp_path: Path) -> None:
    folder, backup = tmp_path / "data", tmp_path / "a.rygbackup"
    assert real("diary", "add", "--leg", "4", folder=folder).returncode == 0
    assert real("backup", backup, folder=folder).returncode == 0
    assert real("restore", backup, folder=tmp_path / "other").returncode == 0
    assert (tmp_path / "other" / "log-2026.json").exists()
