"""The workbook, read back as the XML it is made of."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import timedelta
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from ryg_app.adapters.tables import Workbooks
from ryg_app.domain.diary import Answers, DayLog
from ryg_app.domain.table import DAY_COLUMNS, EXERCISE_COLUMNS
from ryg_app.wording.catalogues import load_words
from ryg_app.wording.headings import table_headings
from tests.builders import START, at, session_record
from tests.extracts import extract_of, reviewed
from tests.plans import ASSETS

HEADINGS = table_headings(load_words(ASSETS, "da"))
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# Days since 1899-12-30, as spreadsheets count.
SERIAL_OF_START = 46349


class Sheet:
    """The cells of one sheet by (row, column), texts looked up."""

    def __init__(self, book: bytes, number: int) -> None:
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            shared = ET.fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314 - we made it
            self.root = ET.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314 - we made it
        self._texts = ["".join(part.text or "" for part in item.iter(f"{MAIN}t")) for item in shared]

    def rows(self) -> list[dict[str, str | float]]:
        return [
            {self._column(cell): self._value(cell) for cell in row if cell.find(f"{MAIN}v") is not None}
            for row in self.root.iter(f"{MAIN}row")
        ]

    @staticmethod
    def _column(cell: ET.Element) -> str:
        return cell.attrib["r"].rstrip("0123456789")

    def _value(self, cell: ET.Element) -> str | float:
        value = cell.findtext(f"{MAIN}v") or ""
        return self._texts[int(value)] if cell.get("t") == "s" else float(value)


def column_of(name: str) -> str:
    place = DAY_COLUMNS.index(name)
    return chr(65 + place) if place < 26 else f"A{chr(65 + place - 26)}"


def test_dates_and_numbers_are_real_and_text_stays_text() -> None:
    answers = Answers(back=3, leg=10, walks=(10, 5), note="=1+1")
    log = DayLog(START, answers, recorded=at("2026-11-24 19:42"))
    heading, first, *_rest = Sheet(Workbooks().compose(extract_of(log), HEADINGS), 1).rows()
    assert list(heading.values()) == [HEADINGS.days[name] for name in DAY_COLUMNS]
    assert first[column_of("day")] == SERIAL_OF_START
    assert first[column_of("recorded")] == SERIAL_OF_START + 1 + (19 * 60 + 42) / 1440
    assert (first[column_of("back")], first[column_of("leg")]) == (3, 10)
    assert first[column_of("note")] == "=1+1"
    assert first[column_of("walks")] == "10 + 5"


def test_a_mean_is_a_number_with_a_decimal() -> None:
    rows = Sheet(Workbooks().compose(reviewed(3, 4), HEADINGS), 1).rows()
    assert rows[1][column_of("mean_score")] == 3.5


def test_nothing_in_a_text_becomes_a_formula_or_a_link() -> None:
    for note in ("=1+1", "+1", "@SUM(A1)", "https://example.org", "mailto:a@example.org", "{=1}"):
        book = Workbooks().compose(extract_of(DayLog(START, Answers(note=note))), HEADINGS)
        sheet = Sheet(book, 1)
        assert sheet.rows()[1][column_of("note")] == note
        assert not list(sheet.root.iter(f"{MAIN}f"))
        assert not list(sheet.root.iter(f"{MAIN}hyperlink"))


@settings(max_examples=25)
@given(note=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_comes_back_as_it_was_written(note: str) -> None:
    book = Workbooks().compose(extract_of(DayLog(START, Answers(note=note)), days=1), HEADINGS)
    assert Sheet(book, 1).rows()[1][column_of("note")] == note


def test_half_characters_and_control_characters_do_not_spoil_the_file() -> None:
    book = Workbooks().compose(extract_of(DayLog(START, Answers(note="a\ud800b\x01c"))), HEADINGS)
    assert Sheet(book, 1).rows()[1][column_of("note")] == "a?b_x0001_c"


def test_the_second_sheet_has_a_row_an_exercise_and_both_headings_stay_in_view() -> None:
    log = DayLog(START, sessions=(session_record(),))
    book = Workbooks().compose(extract_of(log), HEADINGS)
    heading, row = Sheet(book, 2).rows()
    assert list(heading.values()) == [HEADINGS.exercises[name] for name in EXERCISE_COLUMNS]
    assert (row["A"], row["E"]) == (SERIAL_OF_START, "Bækkenkip")
    for number in (1, 2):
        (pane,) = Sheet(book, number).root.iter(f"{MAIN}pane")
        assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")


def test_the_same_log_gives_the_same_bytes_and_names_nobody() -> None:
    extract = extract_of(DayLog(START + timedelta(days=1), Answers(back=1)))
    first, second = (Workbooks().compose(extract, HEADINGS) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert "<dc:creator></dc:creator>" in archive.read("docProps/core.xml").decode()


def test_the_library_is_loaded_only_when_it_is_used() -> None:
    code = "import sys, ryg_app.bootstrap; print('xlsxwriter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"False\n"
