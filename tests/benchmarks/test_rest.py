"""The program at rest: how often it wakes up, and how much of the processor it takes.

`RYG_APP_REST_S=300 make bench` measures the five minutes that the goal is about; a short rest by default.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ryg_app.bootstrap import open_app
from tests.plans import EXAMPLE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

REST_S = float(os.environ.get("RYG_APP_REST_S", "40"))
SETTLING_S = 10.0
MOST_WAKE_UPS_A_SECOND = 1.0
MOST_OF_ONE_PROCESSOR = 0.001

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="read from /proc")


@pytest.fixture
def program(tmp_path: Path) -> Iterator[int]:
    """A started program with a plan, hidden in the tray where there is one."""
    folder = tmp_path / "patient"
    app = open_app(folder, writing=True)
    app.planning.adopt(app.planning.preview(EXAMPLE_FILE).plan_file)
    app.close()
    process = subprocess.Popen(
        [sys.executable, "-m", "ryg_app", "--data-dir", str(folder), "--start-in-tray"],
        env={**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
    )
    time.sleep(SETTLING_S)
    assert process.poll() is None
    yield process.pid
    process.terminate()
    process.wait(20)


def wake_ups(pid: int) -> int:
    """Return how often any thread of a process has gone to sleep by itself, and so was woken."""
    lines = (
        line
        for status in Path(f"/proc/{pid}/task").glob("*/status")
        for line in status.read_text().splitlines()
        if line.startswith("voluntary_ctxt_switches")
    )
    return sum(int(line.split()[1]) for line in lines)


def processor_s(pid: int) -> float:
    """Return the seconds of processor time a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_at_rest_the_program_hardly_ever_wakes_up(program: int, capsys: pytest.CaptureFixture[str]) -> None:
    woken, used = wake_ups(program), processor_s(program)
    time.sleep(REST_S)
    a_second = (wake_ups(program) - woken) / REST_S
    share = (processor_s(program) - used) / REST_S
    with capsys.disabled():
        sys.stdout.write(f"\nat rest for {REST_S:.0f} s: {a_second:.2f} wake-ups a second, ")
        sys.stdout.write(f"{100 * share:.3f} % of a processor\n")
    assert a_second < MOST_WAKE_UPS_A_SECOND
    # One tick of the kernel's counting may fall into a short rest.
    assert share <= max(MOST_OF_ONE_PROCESSOR, 1.5 / os.sysconf("SC_CLK_TCK") / REST_S)
