"""From the start of the process to a painted window, beside an empty window in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ryg_app.bootstrap import open_app
from ryg_app.domain.diary import Answers, LegExtent
from tests.plans import EXAMPLE_FILE

PROGRAM = Path(__file__).with_name("start_up.py")
ROUNDS = 9
DAYS_KEPT = 84
GOAL = 2.0


def seconds_to_paint(compiled: Path, *arguments: str) -> float:
    """Start a process as it is started from where it is installed: everything is compiled already."""
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, str(PROGRAM), *arguments],
        check=True,
        capture_output=True,
        timeout=60,
        env={**surroundings, "PYTHONPYCACHEPREFIX": str(compiled)},
    )
    return time.perf_counter() - started


def keep_a_course(folder: Path) -> None:
    with closing(open_app(folder, writing=True)) as app:
        app.settings.save(replace(app.settings.get(), welcomed=True))
        app.planning.adopt(app.planning.preview(EXAMPLE_FILE).plan_file)
        today = app.course.today()
        for back in range(1, DAYS_KEPT + 1):
            app.diary.save(today - timedelta(days=back), Answers(3, 5, LegExtent.KNEE))


def test_from_the_start_of_the_process_to_a_painted_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, compiled = tmp_path / "data", tmp_path / "compiled"
    keep_a_course(data)
    empty, own = [], []
    for _round in range(ROUNDS + 1):
        empty.append(seconds_to_paint(compiled))
        own.append(seconds_to_paint(compiled, str(data)))
    # The first round compiles.
    least, most = statistics.median(empty[1:]), statistics.median(own[1:])
    with capsys.disabled():
        sys.stdout.write(
            f"\nan empty window: {1000 * least:.0f} ms; RygApp: {1000 * most:.0f} ms; "
            f"{most / least:.2f} times, the goal is {GOAL:.0f}\n"
        )
    assert most > least > 0
