"""``export OUT.pdf`` and ``plan handout``, with no display to paint on."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests import pdf
from tests.command_line import real

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.command_line import CommandLine


@pytest.fixture(autouse=True)
def _qt(qapp: QApplication) -> None:
    """The commands of this process paint with the Qt the other tests use."""


@pdf.needs_poppler
@pytest.mark.parametrize(
    ("language", "title"), [("da", "Til næste aftale"), ("en", "For the next appointment")]
)
def test_the_sheet_for_the_appointment(
    ryg_app: CommandLine, plan_file: Path, tmp_path: Path, language: str, title: str
) -> None:
    ryg_app("plan", "use", plan_file)
    ryg_app("diary", "add", "--back", "3", "--leg", "10", "--note", "Første dag på hjul.")
    out = tmp_path / "ark.pdf"
    result = ryg_app("export", out, language=language)
    assert (result.code, result.err) == (0, "")
    assert str(out) in result.out
    assert pdf.facts_of(out)["Title"] == title
    assert "Første dag på hjul." in pdf.text_of(out)


@pdf.needs_poppler
def test_the_days_can_be_named(ryg_app: CommandLine, plan_file: Path, tmp_path: Path) -> None:
    ryg_app("plan", "use", plan_file)
    ryg_app("diary", "add", "--date", "2026-12-02", "--leg", "4", "--note", "within")
    ryg_app("diary", "add", "--date", "2026-12-05", "--leg", "4", "--note", "after")
    out = tmp_path / "ark.pdf"
    assert ryg_app("export", out, "--from", "2026-12-01", "--to", "2026-12-03").code == 0
    text = pdf.text_of(out)
    assert "Period: 1 Dec – 3 Dec 2026" in text
    assert "within" in text
    assert "after" not in text.split("Day by day")[-1]


@pdf.needs_poppler
def test_without_a_window_it_is_the_same_sheet(ryg_app: CommandLine, plan_file: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here.pdf", tmp_path / "there.pdf"
    ryg_app("plan", "handout", plan_file, here)
    done = real("--language", "en", "plan", "handout", plan_file, there, folder=tmp_path / "data")
    assert (done.returncode, done.stderr) == (0, "")
    # The same lines: measured by letters of another font they would end elsewhere.
    assert pdf.text_of(there) == pdf.text_of(here)
    assert [line.split()[0] for line in pdf.fonts_of(there)] == [
        line.split()[0] for line in pdf.fonts_of(here)
    ]


def test_a_file_that_is_there_is_left_as_it_is(ryg_app: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "ark.pdf"
    out.write_bytes(b"mine")
    result = ryg_app("export", out)
    assert (result.code, out.read_bytes()) == (1, b"mine")
    assert "ark.pdf" in result.err


def test_no_half_file_is_left_where_there_is_no_folder(ryg_app: CommandLine, tmp_path: Path) -> None:
    result = ryg_app("export", tmp_path / "nowhere" / "ark.pdf")
    assert result.code == 1
    assert not (tmp_path / "nowhere").exists()


def test_a_day_to_come_is_refused(ryg_app: CommandLine, tmp_path: Path) -> None:
    assert ryg_app("export", tmp_path / "ark.pdf", "--to", "2026-12-09").code == 1
    assert not (tmp_path / "ark.pdf").exists()


@pdf.needs_poppler
def test_the_exercise_sheet_needs_no_data_folder(
    ryg_app: CommandLine, plan_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "øvelser.pdf"
    result = ryg_app("plan", "handout", plan_file, out, language="da")
    assert (result.code, result.err) == (0, "")
    assert "Bækkenkip" in pdf.text_of(out)
    assert not ryg_app.folder.exists()


def test_a_bad_plan_makes_no_sheet(ryg_app: CommandLine, tmp_path: Path) -> None:
    bad = tmp_path / "bad.rygplan"
    bad.write_text("{}")
    assert ryg_app("plan", "handout", bad, tmp_path / "out.pdf").code == 1
    assert not (tmp_path / "out.pdf").exists()


def test_nothing_in_the_data_folder_is_changed(ryg_app: CommandLine, plan_file: Path, tmp_path: Path) -> None:
    ryg_app("plan", "use", plan_file)
    before = ryg_app.files()
    ryg_app("export", tmp_path / "ark.pdf")
    assert ryg_app.files() == before


def test_it_works_as_a_program_where_there_is_no_display(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    done = real("export", tmp_path / "ark.pdf", folder=tmp_path / "data")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "ark.pdf").read_bytes().startswith(b"%PDF-")


def test_it_brings_the_paper_and_not_the_window(tmp_path: Path) -> None:
    script = (
        "import sys; from ryg_app.main import main; code = main(sys.argv[1:]);"
        "window = {'ryg_app.ui.window', 'PySide6.QtWidgets', 'PySide6.QtMultimedia'};"
        "print(code, sorted(window & set(sys.modules)))"
    )
    arguments = ["--data-dir", str(tmp_path / "data"), "export", str(tmp_path / "ark.pdf")]
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=dict(os.environ),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0 []"
