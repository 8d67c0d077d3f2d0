"""Both kinds of table opened by a real spreadsheet program with Danish settings, where there is one."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from ryg_app.adapters.tables import CsvTables, Workbooks
from ryg_app.domain.diary import Answers, DayLog
from ryg_app.domain.review import ActivityScore, Review
from ryg_app.domain.table import DAY_COLUMNS
from ryg_app.wording.catalogues import load_words
from ryg_app.wording.headings import table_headings
from tests.builders import START, at, course_record
from tests.extracts import extract_of
from tests.plans import ASSETS

if TYPE_CHECKING:
    from pathlib import Path

SOFFICE = shutil.which("soffice")
# As by a double click: semicolon, quotes, UTF-8, from the first line, Danish, numbers and dates recognised.
DANISH_CSV = "CSV:59,34,76,1,,1030,false,true"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

pytestmark = [
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
    pytest.mark.timeout(180),
]


def opened(file: Path, *options: str) -> dict[str, ET.Element]:
    """Return the cells of the first day by column, as the program understood them."""
    profile = (file.parent / "profile").as_uri()
    command = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", *options]
    out = file.parent / file.suffix[1:]
    subprocess.run(
        [*command, "--convert-to", "fods", "--outdir", str(out), str(file)],
        check=True,
        capture_output=True,
        timeout=150,
    )
    sheet = next(ET.parse(out / f"{file.stem}.fods").iter(f"{TABLE}table"))  # noqa: S314 - we made it
    rows = list(sheet.iter(f"{TABLE}table-row"))
    cells: list[ET.Element] = []
    for cell in rows[1]:
        cells += [cell] * int(cell.get(f"{TABLE}number-columns-repeated", "1"))
    return dict(zip(DAY_COLUMNS, cells, strict=False))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_dates_numbers_and_texts_are_understood(tmp_path: Path, kind: str) -> None:
    log = DayLog(START, Answers(back=3, note="=1+1\nanden linje; æøå"), recorded=at("2026-11-24 19:42"))
    review = Review(START, at("2026-11-23 19:00"), (ActivityScore("=1+1", 3), ActivityScore("Gå", 4)))
    extract = extract_of(log, record=course_record(reviews=(review,)))
    headings, file = table_headings(load_words(ASSETS, "da")), tmp_path / f"diary.{kind}"
    made = CsvTables().days(extract, headings) if kind == "csv" else Workbooks().compose(extract, headings)
    file.write_bytes(made)
    cells = opened(file, *([f"--infilter={DANISH_CSV}"] if kind == "csv" else []))
    assert cells["day"].get(f"{OFFICE}date-value") == "2026-11-23"
    assert cells["recorded"].get(f"{OFFICE}date-value") == "2026-11-24T19:42:00"
    assert cells["back"].get(f"{OFFICE}value") == "3"
    assert cells["mean_score"].get(f"{OFFICE}value") == "3.5"
    for name, shown in (("note", "=1+1|anden linje; æøå"), ("activity_1", "=1+1")):
        cell = cells[name]
        assert cell.get(f"{OFFICE}value-type") == "string"
        assert cell.get(f"{TABLE}formula") is None
        lines = "|".join("".join(line.itertext()) for line in cell.iter(f"{TEXT}p"))
        assert lines.removeprefix("'") == shown
