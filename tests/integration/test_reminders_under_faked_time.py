"""The reminders in a process whose wall clock is another than the computer's, as after a suspend."""

from __future__ import annotations

import math
import os
import select
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ryg_app.bootstrap import open_app
from tests.builders import at
from tests.fakes import FakeClock
from tests.plans import EXAMPLE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = Path(__file__).with_name("reminding_program.py")
LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)

pytestmark = pytest.mark.skipif(LIBRARY is None, reason="libfaketime is not installed")


class Process:
    """A running program, and the clock on its wall."""

    def __init__(self, process: subprocess.Popen[bytes], wall: Path) -> None:
        self._process = process
        self._wall = wall
        self._rest = b""

    def set_clock(self, moment: str) -> None:
        set_clock(self._wall, moment)

    def line(self, within_s: float) -> str:
        """Return the next line, or nothing when none comes in time."""
        assert self._process.stdout is not None
        end = time.monotonic() + within_s
        while b"\n" not in self._rest:
            ready, _, _ = select.select([self._process.stdout], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                return ""
            self._rest += os.read(self._process.stdout.fileno(), 4096)
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode()


def set_clock(wall: Path, moment: str) -> None:
    # Rounded up: half a second early would still be the minute before.
    offset = math.ceil(at(moment).timestamp() - datetime.now().astimezone().timestamp())
    beside = wall.with_suffix(".new")
    beside.write_text(f"{offset:+d}")
    beside.replace(wall)


@contextmanager
def running(folder: Path, adopted: str, now: str) -> Iterator[Process]:
    app = open_app(folder / "patient", writing=True, clock=FakeClock(at(adopted)))
    app.planning.adopt(app.planning.preview(EXAMPLE_FILE).plan_file)
    app.reminders.plan.repeat(0, 20)
    app.close()
    wall = folder / "wall"
    set_clock(wall, now)
    environment = {
        **os.environ,
        "LD_PRELOAD": str(LIBRARY),
        "FAKETIME_TIMESTAMP_FILE": str(wall),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "TZ": "Europe/Copenhagen",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    process = subprocess.Popen(
        [sys.executable, PROGRAM, folder / "patient"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    found = Process(process, wall)
    try:
        assert found.line(30) == "ready"
        yield found
    finally:
        process.communicate(b"\n", timeout=20)
    assert process.returncode == 0


def test_a_suspend_and_a_clock_set_back_end_in_one_catch_up_and_no_repetition(tmp_path: Path) -> None:
    with running(tmp_path, "2026-11-23 08:00", "2026-11-23 09:30") as process:
        process.set_clock("2026-11-23 18:12")
        assert process.line(15) == "23 18:12 catch_up 1,2"
        process.set_clock("2026-11-23 17:12")
        assert process.line(2) == ""
        process.set_clock("2026-11-24 02:59")
        assert process.line(15).startswith("24 02:59 catch_up")


def test_behind_the_night_summer_time_begins_ten_is_ten(tmp_path: Path) -> None:
    with running(tmp_path, "2027-03-27 21:00", "2027-03-28 01:59") as process:
        process.set_clock("2027-03-28 03:01")
        assert process.line(2) == ""
        process.set_clock("2027-03-28 09:59:58")
        assert process.line(20) == "28 10:00 on_time 1"
