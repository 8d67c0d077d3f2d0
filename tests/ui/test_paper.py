"""Sheets on paper: nothing cut, nothing lost, and a PDF that can be read, searched and copied from."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from ryg_app.application.appointment import AppointmentSheets
from ryg_app.domain.course import Appointment
from ryg_app.domain.questions import OwnQuestion
from ryg_app.domain.review import ActivityScore, GlobalChange, Review
from ryg_app.ui.paper import QtPaper
from ryg_app.ui.paper.flow import A4_WIDTH, NEW_PAGE, ROOM, TOP, Piece, paginate
from ryg_app.ui.paper.lettering import Lettering
from tests import pdf
from tests.builders import START, at
from tests.plans import ASSETS
from tests.years_of_diary import years_of_progress

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from ryg_app.application.appointment_sheet import AppointmentSheet

# Letters of Danish, and those that a font may draw otherwise among digits and capitals.
QUESTIONS = (
    "+45 (12:30) 7–9 x 2 × 3 A-B «C» → 1/2",
    "Må jeg cykle på arbejde?",
    "Prikker det, når nerven får ro? Æbler, øl – «åh».",
)


@pytest.fixture(scope="session")
def paper(qapp: QApplication) -> QtPaper:
    return QtPaper(ASSETS)


def sheet_of(days: int, language: str = "da", questions: Sequence[str] = QUESTIONS) -> AppointmentSheet:
    """Return the sheet of that many days, everything answered that can be."""
    progress = years_of_progress(days)
    course, logs = progress._course, progress._days
    asked = tuple(OwnQuestion(at("2026-11-24 10:00"), text) for text in questions)
    reviews = tuple(
        Review(
            START + timedelta(days=number),
            at("2026-11-24 10:00"),
            (ActivityScore("Sidde ved et bord", 3), ActivityScore("Gå til købmanden", None)),
            GlobalChange.UNCHANGED,
        )
        for number in range(0, min(days, 84), 21)
    )
    record = replace(course.record(), questions=asked, reviews=reviews, appointments=())
    course._records.save(replace(record, appointments=(Appointment(at("2046-12-17 10:00")),)))
    sheets = AppointmentSheets(course, logs, progress)
    return sheets.sheet(sheets.period(START), language)


def with_notes(sheet: AppointmentSheet, note: str) -> AppointmentSheet:
    days = tuple(
        replace(day, log=replace(day.log, answers=replace(day.log.answers, note=note))) for day in sheet.days
    )
    return replace(sheet, days=days)


def saved(paper: QtPaper, sheet: AppointmentSheet, path: Path, language: str = "da", name: str = "") -> Path:
    printout = paper.appointment(sheet, language, name)
    shares = list(printout.steps())
    assert shares == sorted(shares)
    assert shares[-1] == 1
    path.write_bytes(printout.data())
    return path


@pytest.mark.parametrize(("days", "pages"), [(1, 2), (42, 2), (84, 3)])
def test_what_is_read_in_a_minute_is_one_page(paper: QtPaper, days: int, pages: int) -> None:
    layout = paper.appointment_layout(sheet_of(days), "da")
    placed = list(paginate(layout.pieces()))
    assert len(placed) == pages
    assert NEW_PAGE in list(layout.pieces()), "the first page holds everything before the table"


@pdf.needs_poppler
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("da", ["Til aftalen 17. december 2046", "Mine spørgsmål", "Gennemsnit", "Længst nede", "uændret"]),
        ("en", ["For the appointment on 17 December 2046", "My questions", "Means", "Furthest down"]),
    ],
)
def test_the_text_can_be_copied_from_it(
    paper: QtPaper, tmp_path: Path, language: str, expected: list[str]
) -> None:
    path = saved(paper, sheet_of(42, language), tmp_path / "sheet.pdf", language, name="Åse Ørum")
    text = pdf.text_of(path)
    for words in (*expected, *QUESTIONS, "Gå til købmanden", "Åse Ørum"):
        assert words in text
    assert pdf.facts_of(path)["Title"] == expected[0]


@pdf.needs_poppler
def test_letters_are_embedded_and_lines_stay_lines(paper: QtPaper, tmp_path: Path) -> None:
    path = saved(paper, sheet_of(84), tmp_path / "sheet.pdf")
    assert pdf.fonts_of(path)
    assert all(" yes " in font and "Inter" in font for font in pdf.fonts_of(path))
    assert pdf.pictures_in(path) == []
    assert "595" in pdf.facts_of(path)["Page size"]


@pdf.needs_poppler
def test_the_longest_notes_and_questions_are_there_to_the_last_word(paper: QtPaper, tmp_path: Path) -> None:
    long_note = "ord " * 498 + "slut på noten"
    questions = [f"{number} " + "hvorfor " * 34 + "spurgt?" for number in range(25)]
    sheet = with_notes(sheet_of(20, questions=questions), long_note)
    text = pdf.text_of(saved(paper, sheet, tmp_path / "sheet.pdf"))
    assert text.count("slut på noten") == 20
    assert text.count("spurgt?") == 25


def test_left_half_way_it_lets_go_of_the_device(paper: QtPaper) -> None:
    steps = paper.appointment(sheet_of(200), "da").steps()
    for _share in range(4):
        next(steps)
    steps.close()
    assert saved_bytes(paper).startswith(b"%PDF-1.6")


def saved_bytes(paper: QtPaper) -> bytes:
    printout = paper.appointment(sheet_of(1), "da")
    for _share in printout.steps():
        pass
    return printout.data()


def test_the_name_is_on_the_print_alone(paper: QtPaper) -> None:
    sheet = sheet_of(3)
    assert "Åse" in paper.appointment_layout(sheet, "da", "Åse").footer
    assert "Åse" not in repr(sheet)


@given(heights=st.lists(st.tuples(st.floats(1, ROOM), st.floats(0, 40), st.booleans()), max_size=60))
def test_no_piece_is_lost_and_none_crosses_the_edge(heights: list[tuple[float, float, bool]]) -> None:
    pieces = [Piece(height, gap=gap, keep=keep and height < 80) for height, gap, keep in heights]
    pages = list(paginate(pieces))
    placed = [piece for page in pages for piece, _top in page.placed]
    assert placed == pieces
    for page in pages:
        assert page.placed[0][1] == TOP
    alone = [piece for piece in pieces if not piece.keep]
    assert len(pages) <= len(alone) + 1


def test_the_headings_of_a_table_are_repeated_overleaf() -> None:
    head = Piece(20)
    rows = [Piece(30, again=(head,)) for _row in range(50)]
    first, *others = paginate([head, *rows])
    assert first.placed[0][0] is head
    assert all(page.placed[0][0] is head and page.placed[1][0].again for page in others)


@pytest.mark.parametrize("text", ["æøå " * 60, "uafbrudt" * 60, "en\nto\n\ntre"])
def test_no_letter_stands_outside_the_width(paper: QtPaper, text: str) -> None:
    width, margin = 150, 20
    letters = Lettering(text, paper.ink.body, width)
    image = QImage(width + 2 * margin, int(letters.height) + 2 * margin, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    letters.paint(painter, margin, margin)
    painter.end()
    inked = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != 0xFFFFFFFF
    ]
    assert inked
    assert min(x for x, _ in inked) >= margin - 1
    assert max(x for x, _ in inked) <= margin + width + 1
    assert max(y for _, y in inked) <= margin + letters.height + 1


def test_the_sheet_is_as_wide_as_its_paper() -> None:
    assert pytest.approx(210 / 25.4 * 96, abs=0.5) == A4_WIDTH
