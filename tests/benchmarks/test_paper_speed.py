"""The sheet for the appointment as PDF: twelve weeks, and ten years while the window goes on answering.

Measured in time on the processor: nothing is waited for, and a busy machine must not make it look slow.
"""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

import pytest

from ryg_app.application.appointment import AppointmentSheets
from ryg_app.ui.paper import QtPaper
from tests.builders import START
from tests.plans import ASSETS
from tests.years_of_diary import years_of_progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

TWELVE_WEEKS, TEN_YEARS = 84, 3653
MOST_MS = {TWELVE_WEEKS: 500, TEN_YEARS: 2000}
LONGEST_STEP_MS = 50
ROUNDS = 3


@pytest.mark.parametrize("days", [TWELVE_WEEKS, TEN_YEARS])
def test_the_sheet_comes_soon_and_no_step_of_it_takes_long(
    qapp: QApplication, capsys: pytest.CaptureFixture[str], days: int
) -> None:
    paper = QtPaper(ASSETS)
    rounds = [steps_ms(paper, days) for _round in range(ROUNDS)]
    whole, longest = min(map(sum, rounds)), min(map(max, rounds))
    with capsys.disabled():
        sys.stdout.write(f"\n{days} days: {whole:.0f} ms, the longest step of them {longest:.0f} ms\n")
    assert whole <= MOST_MS[days]
    assert longest <= LONGEST_STEP_MS


def steps_ms(paper: QtPaper, days: int) -> list[float]:
    """Return what each step takes from a diary just opened, on the processor."""
    progress = years_of_progress(days)
    sheets = AppointmentSheets(progress._course, progress._days, progress)
    # The test and its made-up diary are a far larger heap to search for garbage than the program has.
    gc.collect()
    gc.freeze()
    steps, before = [], time.process_time()
    for _share in making(sheets, paper):
        now = time.process_time()
        steps.append(1000 * (now - before))
        before = now
    gc.unfreeze()
    return steps


def making(sheets: AppointmentSheets, paper: QtPaper) -> Iterator[float]:
    sheet = yield from sheets.making(sheets.period(START), "da")
    yield from paper.appointment(sheet, "da").steps()
    yield 1.0
