"""Opening *Forløb* on three years of diary, up to its first picture, and going from period to period."""

from __future__ import annotations

import statistics
import sys
import time
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from tinydb.table import Document as NumberedDocument

from ryg_app.adapters.plan_file import CheckedPlanFiles
from ryg_app.adapters.store import days, open_store
from ryg_app.adapters.store.codecs import encode_day
from ryg_app.adapters.store.database import Databases
from ryg_app.adapters.store.schemas import MIGRATIONS
from ryg_app.application.progress import Progress
from ryg_app.application.progress_view import Period
from ryg_app.ui.pages.course import CoursePage
from tests.plans import exercises
from tests.ui.page_world import ENGLISH, new_look
from tests.years_of_diary import years_of_diary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ryg_app.domain.diary import DayLog

THREE_YEARS = 3 * 365 + 1
MOST_MS = 150
ROUNDS = 7


def ms(act: Callable[[], object]) -> float:
    """Return how long this thread has worked, whatever else the computer was doing meanwhile."""
    started = time.thread_time()
    act()
    return 1000 * (time.thread_time() - started)


def keep(logs: list[DayLog], folder: Path) -> None:
    databases = Databases(folder, MIGRATIONS, read_only=False)
    for year, members in groupby(logs, key=lambda log: log.day.year):
        table = databases.table(days.KIND, f"log-{year}.json")._table
        table.insert_multiple(
            NumberedDocument(encode_day(log), doc_id=log.day.toordinal()) for log in members
        )
    databases.close()


def test_three_years_open_at_once(
    qapp: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    course, logs, clock = years_of_diary(THREE_YEARS)
    keep(logs, tmp_path)
    look, parse = new_look(qapp), CheckedPlanFiles(exercises()).parse
    page: CoursePage

    def opened() -> None:
        nonlocal page
        store = open_store(tmp_path, parse, read_only=True)
        page = CoursePage(Progress(course, store.days, exercises(), clock), ENGLISH, look)
        qtbot.addWidget(page)
        page.resize(984, 800)
        page.grab()

    def switched(period: Period) -> None:
        page.period.choose(period)
        page.grab()

    steps = [("opening, from the disk", opened)]
    for name, period in (("everything, the first time", Period.ALL), *((f"period {p}", p) for p in Period)):
        steps.append((name, partial(switched, period)))
    spent: dict[str, list[float]] = {name: [] for name, _act in steps}
    for _round in range(ROUNDS):
        for name, act in steps:
            spent[name].append(ms(act))
    medians = {name: statistics.median(times) for name, times in spent.items()}
    with capsys.disabled():
        sys.stdout.write(f"\n{THREE_YEARS} days of diary, median of {ROUNDS}\n")
        sys.stdout.writelines(f"  {name}: {median:.0f} ms\n" for name, median in medians.items())
    assert max(medians.values()) <= MOST_MS
