"""A sound server of one's own whose only loudspeaker is a recorder."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from tests.benchmarks.ear import RATE_HZ, from_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PROGRAMS = ("pulseaudio", "parec")
PATIENCE_S = 20.0
BUFFER_MS = 20
CHUNK_BYTES = 4_096
BYTES_A_SAMPLE = 2
STRETCH_S = 5.0


@dataclass(frozen=True, slots=True)
class Recording:
    """Samples of `RATE_HZ`, and when each `STRETCH_S` of them would have begun at sample 0.

    The server's clock is its own: where it puts a sound into what it has already handed out, it gains a
    little. So the time of a sample is told by when those around it came in. A constant of some milliseconds
    is in it: what the server keeps back before it hands it out.
    """

    samples: list[float]
    starts: tuple[float, ...]

    def second_at(self, when: float) -> float:
        """Return where in the recording a moment of the monotonic clock is, in seconds from its beginning."""
        stretch = int((when - self.starts[0]) / STRETCH_S)
        return when - self.starts[min(max(0, stretch), len(self.starts) - 1)]


def missing_programs() -> list[str]:
    """Return which of the programs needed are not installed."""
    return [program for program in PROGRAMS if shutil.which(program) is None]


@contextmanager
def sound_server(folder: Path) -> Iterator[Mapping[str, str]]:
    """Run a server in a folder; the environment that leads a program to it is given."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    socket = folder / "native"
    own = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": str(folder)}
    modules = (
        "module-null-sink sink_name=recorder rate=44100",
        f"module-native-protocol-unix socket={socket} auth-anonymous=1",
    )
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
    command += [f"--load={module}" for module in modules]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env={**os.environ, **own}, stdout=log, stderr=log)
        try:
            _wait_for(socket, server)
            yield {**os.environ, **own, "PULSE_SERVER": f"unix:{socket}"}
        finally:
            server.terminate()
            server.wait(PATIENCE_S)


def _wait_for(socket: Path, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not socket.exists():
        if server.poll() is not None or time.monotonic() > until:
            raise RuntimeError((socket.parent / "server.log").read_text(errors="replace"))
        time.sleep(0.05)


class Recorder:
    """Records what the server's loudspeaker would let be heard, from `start` until `stop`."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._raw = bytearray()
        self._starts: list[float] = []
        self._hears = threading.Event()

    def start(self) -> None:
        """Begin; return once something has come in."""
        command = ["parec", "--device=recorder.monitor", "--raw", "--format=s16le", "--channels=1"]
        command += [f"--rate={RATE_HZ}", f"--latency-msec={BUFFER_MS}"]
        self._process = subprocess.Popen(command, env=self._environment, stdout=subprocess.PIPE)
        self._thread = threading.Thread(target=self._listen, args=(self._process.stdout,))
        self._thread.start()
        if not self._hears.wait(PATIENCE_S):
            self.stop()
            message = "the sound server hands out no recording"
            raise RuntimeError(message)

    def _listen(self, stream: IO[bytes]) -> None:
        while chunk := os.read(stream.fileno(), CHUNK_BYTES):
            now = time.monotonic()
            self._raw += chunk
            self._note_start(now, len(self._raw) / BYTES_A_SAMPLE / RATE_HZ)
            self._hears.set()

    def _note_start(self, now: float, heard_s: float) -> None:
        stretch = int(heard_s / STRETCH_S)
        self._starts += [now - heard_s] * (stretch + 1 - len(self._starts))
        # A chunk may come late but never early, so the earliest start is the true one.
        self._starts[stretch] = min(self._starts[stretch], now - heard_s)

    def stop(self) -> Recording:
        """End, and return what was heard."""
        self._process.terminate()
        self._process.wait(PATIENCE_S)
        self._thread.join(PATIENCE_S)
        if self._process.stdout is not None:
            self._process.stdout.close()
        return Recording(from_bytes(bytes(self._raw)), tuple(self._starts))
