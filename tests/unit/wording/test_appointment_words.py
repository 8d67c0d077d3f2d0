"""The words of the report: facts, in an order that is read in a minute, and never a verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ryg_app.application.appointment import AppointmentSheets
from ryg_app.application.appointment_sheet import AppointmentSheet, Since, Stop
from ryg_app.domain.progress import Span
from ryg_app.domain.review import ActivityScore, GlobalChange, Review
from ryg_app.wording import appointment_words as say
from ryg_app.wording.catalogues import LANGUAGES, load_words
from ryg_app.wording.day_table_words import day_row, days_headings
from tests.builders import START, at
from tests.plans import ASSETS
from tests.years_of_diary import years_of_progress

DANISH, ENGLISH = load_words(ASSETS, "da"), load_words(ASSETS, "en")
DAY = timedelta(days=1)


def sheet_of(days: int) -> AppointmentSheet:
    progress = years_of_progress(days)
    sheets = AppointmentSheets(progress._course, progress._days, progress)
    return sheets.sheet(sheets.period(START), "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_as_many_cells_as_there_are_headings(language: str) -> None:
    words, sheet = load_words(ASSETS, language), sheet_of(30)
    for table in (say.means_rows(words, sheet), say.exercise_rows(words, sheet)):
        assert len({len(row) for row in table}) == 1
    rows = [day_row(words, day, (), with_year=True) for day in sheet.days]
    assert {len(row) for row in rows} == {len(days_headings(words))}


def test_a_single_day_is_not_called_the_first_and_the_last() -> None:
    headings, *_rows = say.means_rows(ENGLISH, sheet_of(1))
    assert headings == ("", "1 day")


def test_more_days_than_anybody_reads_are_counted() -> None:
    sheet = sheet_of(60)
    every_third = tuple(Span(START + n * DAY, START + n * DAY) for n in range(0, 60, 3))
    marks = say.marks_words(DANISH, replace(sheet, marks=replace(sheet.marks, late=every_third)))
    assert "Udfyldt eller rettet senere: 20 dage, mærket i tabellen" in list(marks)


def test_the_latest_stops_are_quoted_and_the_earlier_ones_counted() -> None:
    stops = [Stop(START + n * DAY, "Bækkenkip", "ord " * 100) for n in range(6)]
    *quoted, rest = say.stop_lines(DANISH, stops)
    assert rest == "og 2 gange før: se tabellen"
    assert [line.split(" Bækkenkip")[0] for line in quoted] == [
        "25. nov.",
        "26. nov.",
        "27. nov.",
        "28. nov.",
    ]
    assert all(line.endswith("…»") and len(line) < 200 for line in quoted)


def test_the_first_review_stays_when_there_are_many() -> None:
    reviews = tuple(
        Review(START + 7 * n * DAY, at("2026-11-23 20:00"), (ActivityScore("Sidde", n),), None)
        for n in range(8)
    )
    headings, scores, mean = say.review_rows(DANISH, replace(sheet_of(60), reviews=reviews))
    assert len(headings) == say.MOST_REVIEWS + 1
    assert scores == ("Sidde", "0", "4", "5", "6", "7")
    assert mean[1:] == ("0,0", "4,0", "5,0", "6,0", "7,0")


def test_the_change_is_told_in_the_patients_own_step() -> None:
    review = Review(START, at("2026-11-23 20:00"), (), GlobalChange.UNCHANGED)
    _headings, change = say.review_rows(DANISH, replace(sheet_of(10), reviews=(review,)))
    assert change == ("Siden begyndelsen", "uændret")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_period_has_its_words(language: str) -> None:
    words = load_words(ASSETS, language)
    told = [say.since_words(words, since) for since in Since]
    assert len(set(told)) == len(Since)
