"""Opening *Forløb* on three years of diary, up to its first picture."""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

import pytest

from ryg_app.application.progress_view import Period
from ryg_app.ui.pages.course import CoursePage
from tests.ui.page_world import ENGLISH, new_look
from tests.years_of_diary import years_of_progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

THREE_YEARS = 3 * 365 + 1
MOST_MS = 150
ROUNDS = 7


def median_ms(act: Callable[[], object]) -> float:
    spent = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        act()
        spent.append(1000 * (time.perf_counter() - started))
    return statistics.median(spent)


def test_three_years_open_at_once(
    qapp: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    progress, look = years_of_progress(THREE_YEARS), new_look(qapp)

    def opened() -> CoursePage:
        page = CoursePage(progress, ENGLISH, look)
        qtbot.addWidget(page)
        page.resize(984, 800)
        page.grab()
        return page

    def all_of_it() -> None:
        page.refresh()
        page.grab()

    opening, page = median_ms(opened), opened()
    started = time.perf_counter()
    page.period.choose(Period.ALL)
    page.grab()
    first = 1000 * (time.perf_counter() - started)
    everything = median_ms(all_of_it)
    with capsys.disabled():
        sys.stdout.write(
            f"\nopening: {opening:.0f} ms; everything, {THREE_YEARS} days: {first:.0f} ms the first time, "
            f"{everything:.0f} ms after that\n"
        )
    assert opening <= MOST_MS
    assert everything <= MOST_MS
