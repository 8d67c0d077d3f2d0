"""What holds for every command: exit codes, languages, help, wrong usage."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ryg_app import __version__, cli
from ryg_app.cli.window import read_window_call
from ryg_app.domain.preferences import Preferences
from ryg_app.main import main
from tests.command_line import Result, real

if TYPE_CHECKING:
    from tests.command_line import CommandLine

FULL_DEVICE = Path("/dev/full")


def test_a_day_goes_in_and_comes_out_of_a_real_process(tmp_path: Path) -> None:
    folder, table = tmp_path / "data", tmp_path / "out.csv"
    added = real("diary", "add", "--date", "2026-01-05", "--back", "3", "--note", "Øm", folder=folder)
    assert (added.returncode, added.stderr) == (0, "")
    assert added.stdout == "Gemt for 5. januar 2026: ryg 3 · note: Øm\n"
    assert real("export", table, "--to", "2026-01-05", folder=folder).returncode == 0
    assert table.read_bytes().decode("utf-8-sig").splitlines()[1].startswith("2026-01-05;")


def test_a_real_process_answers_with_the_exit_codes_of_the_contract(tmp_path: Path) -> None:
    bad = tmp_path / "bad.rygplan"
    bad.write_bytes(b"{}")
    refused = real("plan", "check", bad, folder=tmp_path / "data")
    assert refused.returncode == 1
    assert "schema" in refused.stderr
    assert real("plan", "check", folder=tmp_path / "data").returncode == 2
    assert not (tmp_path / "data").exists()


def buffered(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**kept, "RYG_APP_DATA_DIR": str(folder)}


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe nobody reads is no error there")
def test_a_reader_that_has_gone_is_no_reason_for_a_traceback(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        done = subprocess.run(
            [sys.executable, "-m", "ryg_app", "doctor"],
            env=buffered(tmp_path),
            stdout=nobody,
            stderr=subprocess.PIPE,
            check=False,
            timeout=50,
        )
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not FULL_DEVICE.exists(), reason="Linux alone has a device that is always full")
def test_a_result_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    with FULL_DEVICE.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ryg_app", "doctor"],
            env=buffered(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=50,
        )
    assert done.returncode == 1
    assert b"Computeren" in done.stderr
    assert b"Exception" not in done.stderr


def test_an_interrupted_command_ends_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object, **_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "run", interrupted)
    assert main(["doctor"]) == 130


def test_commands_do_not_import_qt(tmp_path: Path) -> None:
    program = (
        "import sys; from ryg_app.main import main; code = main(sys.argv[1:]);"
        "sys.exit(code or 3 * any(name.startswith('PySide6') for name in sys.modules))"
    )
    environment = {**os.environ, "RYG_APP_DATA_DIR": str(tmp_path / "data")}
    for command in (["doctor"], ["diary", "add", "--back", "1"], ["export", str(tmp_path / "out.ryglog")]):
        done = subprocess.run([sys.executable, "-c", program, *command], env=environment, check=False)
        assert done.returncode == 0, command


@pytest.mark.parametrize(
    "line",
    [
        "plan check a",
        "doctor",
        "--language en doctor",
        "--data-dir plan export out.csv",
        "--data-dir=here --language=da self-test",
        "--help",
        "--version",
        "-h",
    ],
)
def test_commands_are_told_from_files(line: str) -> None:
    assert cli.is_command(line.split())


@pytest.mark.parametrize(
    "line",
    [
        "",
        "plan.rygplan",
        "--start-in-tray",
        "--clinician",
        "--data-dir plan",
        "--data-dir plan file.ryglog",
        "--language",
        "file.rygplan doctor",
    ],
)
def test_everything_else_is_for_the_window(line: str) -> None:
    assert not cli.is_command(line.split())


def test_the_window_can_be_asked_to_begin_in_the_tray(tmp_path: Path) -> None:
    call = read_window_call(["--start-in-tray", "--data-dir", str(tmp_path), "--language", "en"])
    assert (call.in_tray, call.folder, call.language, call.file) == (True, tmp_path, "en", None)
    assert not read_window_call([]).in_tray


def test_a_second_start_in_the_tray_leaves_the_first_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ryg_app", "--data-dir", str(tmp_path / "patient"), "--start-in-tray"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as first:
        try:
            while not (tmp_path / "patient" / "ryg-app.log").exists():  # written once the folder is held
                assert first.poll() is None
                time.sleep(0.05)
            second = subprocess.run(command, capture_output=True, text=True, check=False, timeout=50)
            assert (second.returncode, second.stdout) == (0, "")
            assert first.poll() is None
        finally:
            first.kill()


@pytest.mark.parametrize("order", ["before", "between", "after"])
def test_common_options_may_stand_anywhere(ryg_app: CommandLine, order: str) -> None:
    common = ["--data-dir", str(ryg_app.folder), "--language", "en"]
    command = {
        "before": [*common, "diary", "add", "--back", "3"],
        "between": ["diary", *common, "add", "--back", "3"],
        "after": ["diary", "add", "--back", "3", *common],
    }[order]
    assert ryg_app.bare(*command).out == "Saved for 8 December 2026: back 3\n"
    assert (ryg_app.folder / "log-2026.json").exists()


def test_without_a_language_the_one_chosen_in_the_window_is_spoken(ryg_app: CommandLine) -> None:
    command = ("--data-dir", ryg_app.folder, "diary", "add", "--leg", "1")
    assert ryg_app.bare(*command).out.startswith("Gemt for 8. december 2026")
    app = ryg_app.app(writing=True)
    app.settings.save(Preferences(language="en"))
    app.close()
    assert ryg_app.bare(*command).out.startswith("Saved for 8 December 2026")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("plan",), "Der mangler noget.\nbrug: ryg-app plan "),
        (("plan", "new"), "Der mangler noget.\nbrug: ryg-app plan new "),
        (("plan", "check"), "Der mangler noget.\nbrug: ryg-app plan check "),
        (("plan", "fly"), "Den kommando findes ikke.\nbrug: ryg-app "),
        (("doctor", "--thorough"), "Ikke forstået: --thorough\n"),
        (("diary", "add", "--bac", "3"), "Ikke forstået: --bac 3\n"),
        (("diary", "add", "--back"), "--back: Der mangler en værdi, eller der hører ingen til.\n"),
        (("diary", "add", "--data-dir"), "--data-dir: Der mangler en værdi, eller der hører ingen til.\n"),
        (("erase", "--yes=no"), "--yes: Der mangler en værdi, eller der hører ingen til.\n"),
        (("doctor", "--language", "fr"), "--language: »fr« kan ikke bruges; skriv en af: da, en.\n"),
        (("diary", "add"), "Skriv, hvad der skal gemmes"),
        (("diary", "add", "--back", "11"), "--back: »11« kan ikke bruges; skriv et helt tal fra 0 til 10.\n"),
        (("diary", "add", "--leg", "-1"), "--leg: »-1« kan ikke bruges"),
        (("diary", "add", "--leg", "3.5"), "--leg: »3.5« kan ikke bruges"),
        (("diary", "add", "--leg", "٣"), "--leg: »٣« kan ikke bruges"),
        (
            ("diary", "add", "--walk", "601"),
            "--walk: »601« kan ikke bruges; skriv et helt tal fra 0 til 600.\n",
        ),
        (("diary", "add", "--leg-extent", "toe"), "--leg-extent: »toe« kan ikke bruges; skriv en af: none, "),
        (("diary", "add", "--back", "1", "--date", "8/12"), "--date: »8/12« er ikke en dato"),
        (("diary", "add", "--back", "1", "--date", "2026-02-30"), "--date: »2026-02-30« er ikke en dato"),
        (("diary", "add", "--note", "x" * 2001), "--note: Teksten har 2001 tegn; højst 2000 er tilladt.\n"),
        (
            ("plan", "new", "o.rygplan", "--weeks", "53"),
            "--weeks: »53« kan ikke bruges; skriv et helt tal fra 1 til 52.",
        ),
        (
            ("plan", "new", "o.rygplan", "--side", "up"),
            "--side: »up« kan ikke bruges; skriv en af: left, right, both.",
        ),
        (
            ("plan", "new", "o.rygplan", "--template", "x"),
            "--template: »x« kan ikke bruges; skriv en af: disc, stenosis",
        ),
        (("export", "out.docx"), "out.docx: Navnet skal ende på en af: .pdf, .csv"),
        (("plan", "new", "o.pdf"), "o.pdf: Navnet skal ende på en af: .rygplan.\n"),
        (("plan", "handout", "a.rygplan", "o.doc"), "o.doc: Navnet skal ende på en af: .pdf.\n"),
        (("report", "a.ryglog", "o"), "o: Navnet skal ende på en af: .pdf.\n"),
        (("backup", "o.zip"), "o.zip: Navnet skal ende på en af: .rygbackup.\n"),
        (("export", "out"), "out: Navnet skal ende på en af: .pdf, .csv"),
        (
            ("export", "out.csv", "--from", "2026-12-02", "--to", "2026-12-01"),
            "Den sidste dag (--to) ligger før den første (--from).\n",
        ),
        (("erase",), "Det sletter alt, hvad RygApp har gemt. Skriv --yes, hvis det er det, du vil.\n"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, tuple) else "",
)
def test_wrong_usage_gets_a_sentence_and_changes_nothing(
    ryg_app: CommandLine, arguments: tuple[str, ...], said: str
) -> None:
    result = ryg_app(*arguments, language="da")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(said)
    assert ryg_app.files() == {}


COMMANDS = ("", "plan", "plan new", "plan check", "plan show", "plan use", "diary", "diary add", "export")


@pytest.mark.parametrize("command", [*COMMANDS, "erase", "doctor", "self-test"])
def test_every_command_explains_itself_in_the_users_language(ryg_app: CommandLine, command: str) -> None:
    danish, english = (ryg_app(*command.split(), "--help", language=language) for language in ("da", "en"))
    assert (danish.code, english.code) == (0, 0)
    assert danish.out.startswith(f"brug: ryg-app {command}".rstrip())
    assert english.out.startswith(f"usage: ryg-app {command}".rstrip())
    assert "vis denne hjælp" in danish.out
    assert not re.search(r"usage:|options:|Danish|this help", danish.out)


def test_the_version_is_told(ryg_app: CommandLine) -> None:
    assert ryg_app("--version") == Result(0, f"RygApp {__version__}\n", "")
