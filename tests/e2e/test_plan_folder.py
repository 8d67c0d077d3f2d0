"""``plan folder`` and ``report``: what goes to a patient, and what is made of what comes back."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters.start_guide import start_guide_page
from ryg_app.domain.plan import Clinic
from ryg_app.wording.catalogues import LANGUAGES, load_words
from ryg_app.wording.start_guide import start_guide
from tests import logs
from tests.plans import ASSETS, EXAMPLE_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.command_line import CommandLine


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "built" / "RygApp"
    folder.mkdir(parents=True)
    (folder / "RygApp.exe").write_bytes(b"MZ")
    return folder


def test_the_folder_holds_program_plan_and_guide(ryg_app: CommandLine, tmp_path: Path, program: Path) -> None:
    out = tmp_path / "RygApp til dig"
    made = ryg_app("plan", "folder", EXAMPLE_FILE, out, "--program", program, language="da")
    assert (made.code, made.err) == (0, "")
    assert sorted(path.name for path in out.iterdir()) == ["RygApp", "START HER.html", "plan.rygplan"]
    assert (out / "plan.rygplan").read_bytes() == EXAMPLE_FILE.read_bytes()
    page = (out / "START HER.html").read_text(encoding="utf-8")
    for said in ("Kør alligevel", "Åbn alligevel", "Eksempelklinikken", "+45 00 00 00 00", "plan.rygplan"):
        assert said in page
    assert ryg_app.files() == {}


def test_without_a_program_the_folder_says_so(ryg_app: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "for you.zip"
    made = ryg_app("plan", "folder", EXAMPLE_FILE, out)
    assert made.code == 0
    assert "the patient must have RygApp already" in made.out
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == ["for you/START HERE.html", "for you/plan.rygplan"]
        assert "Run anyway" not in archive.read("for you/START HERE.html").decode()


def test_a_bad_plan_is_refused_and_what_exists_is_left_alone(ryg_app: CommandLine, tmp_path: Path) -> None:
    bad = tmp_path / "bad.rygplan"
    bad.write_text("{}")
    assert ryg_app("plan", "folder", bad, tmp_path / "out").code == 1
    assert not (tmp_path / "out").exists()
    refused = ryg_app("plan", "folder", EXAMPLE_FILE, tmp_path)
    assert refused.code == 1
    assert "exists already" in refused.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("programs", [(), ("RygApp",), ("RygApp", "RygApp.app")])
def test_the_guide_is_whole_and_shows_nothing_but_plain_text(
    language: str, programs: tuple[str, ...]
) -> None:
    clinic = Clinic("<b>Klinik & co</b>", '"><script>')
    guide = start_guide(load_words(ASSETS, language), clinic, programs, "plan.rygplan")
    page = start_guide_page(guide, ASSETS).decode()
    assert "<b>" not in page
    assert "<script" not in page
    assert "&lt;b&gt;Klinik &amp; co&lt;/b&gt;" in page
    assert not re.search(r"\$\{?\w|https?://(?!www\.w3\.org/2000/svg)", page)
    pictures = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert len(pictures) == (2 if programs else 0)
    for picture in pictures:
        assert ET.fromstring(picture).get("aria-label")  # noqa: S314 - our own


def test_a_report_is_made_from_a_log(ryg_app: CommandLine, tmp_path: Path) -> None:
    log = tmp_path / "patient.ryglog"
    log.write_bytes(logs.LOGS.compose(logs.extract()))
    made = ryg_app("report", log, tmp_path / "sheet.pdf")
    assert (made.code, made.err) == (0, "")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    assert ryg_app.files() == {}
    again = ryg_app("report", log, tmp_path / "sheet.pdf")
    assert again.code == 1
    assert "exists already" in again.err


def test_a_report_of_a_bad_log_is_refused_by_field(ryg_app: CommandLine, tmp_path: Path) -> None:
    log = tmp_path / "patient.ryglog"
    log.write_bytes(logs.as_bytes(logs.with_field("days.0.leg", 11)))
    refused = ryg_app("report", log, tmp_path / "sheet.pdf")
    assert refused.code == 1
    assert "days[1].leg: Found 11; allowed are 0 to 10." in refused.err
    assert not (tmp_path / "sheet.pdf").exists()


def test_a_program_that_is_not_there_is_named_and_nothing_is_made(
    ryg_app: CommandLine, tmp_path: Path, program: Path
) -> None:
    for named in (program / "elsewhere", program / "RygApp.exe"):
        refused = ryg_app("plan", "folder", EXAMPLE_FILE, tmp_path / "out", "--program", named)
        assert (refused.code, refused.err) == (2, f"--program: {named} is not a folder.\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["010203-1234", "Plan 0102031234.zip"])
def test_a_folder_whose_name_looks_like_a_cpr_number_is_refused(
    ryg_app: CommandLine, tmp_path: Path, name: str
) -> None:
    refused = ryg_app("plan", "folder", EXAMPLE_FILE, tmp_path / name)
    assert refused.code == 1
    assert "CPR" in refused.err
    assert list(tmp_path.iterdir()) == []
