"""A real notification service draws the reminder, and a real click answers it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SERVICE = Path("/usr/lib/notification-daemon/notification-daemon")
HERE = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("program_on_a_desktop.py")
SHOWN_WITHIN_S = 30

missing = [name for name in ("Xvfb", "dbus-daemon", "xdotool") if shutil.which(name) is None]
if not SERVICE.exists():
    missing.append("notification-daemon")
pytestmark = [
    pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}"),
    pytest.mark.skipif(sys.platform != "linux", reason="such a desktop is Linux's"),
]
# Where that service draws the buttons of this notification, in the font it has where nothing was chosen.
START, LATER = (128, 64), (182, 64)


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    monkeypatch.setenv("DISPLAY", f":{number}")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("NO_AT_BRIDGE", "1")
    yield number
    server.terminate()
    server.wait()


@pytest.fixture
def _desktop(display: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    from tests.notification_bus import private_bus

    assert display
    with private_bus(tmp_path, monkeypatch):
        service = subprocess.Popen([SERVICE], stderr=subprocess.DEVNULL)
        yield
        service.terminate()
        service.wait()


class Running:
    """The program, and what it says."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, str(PROGRAM), str(folder)]
        surroundings = {**os.environ, "PYTHONPATH": str(HERE)}
        self._process: subprocess.Popen[str] = subprocess.Popen(
            command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self._alarm = threading.Timer(SHOWN_WITHIN_S, self._process.kill)
        self._alarm.start()

    def hears(self) -> str:
        """Return the next thing it says; empty when it has ended, or says nothing for too long."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def end(self) -> None:
        self._alarm.cancel()
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def program(_desktop: None, tmp_path: Path) -> Iterator[Running]:
    running = Running(tmp_path / "patient")
    yield running
    running.end()


def notification() -> str:
    """Wait until the notification is on the screen; return its window."""
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "^Notification$"]
    found = subprocess.run(search, capture_output=True, text=True, check=True, timeout=SHOWN_WITHIN_S)
    return found.stdout.split()[0]


def click(window: str, place: tuple[int, int]) -> None:
    x, y = map(str, place)
    move = ["xdotool", "mousemove", "--sync", "--window", window, x, y, "click", "1"]
    subprocess.run(move, check=True, timeout=SHOWN_WITHIN_S)


def test_later_brings_it_back_and_start_opens_the_session_though_the_window_was_hidden(
    program: Running,
) -> None:
    click(notification(), LATER)
    assert program.hears() == "answered"
    click(notification(), START)
    assert program.hears() == "a session is open, the window shown"
