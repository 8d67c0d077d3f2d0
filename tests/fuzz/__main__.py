"""The long run: ``make fuzz``, or ``RYG_APP_FUZZ=1000000 python -m tests.fuzz``.

Every file must be taken, or refused with a named problem, within a second of computing, with nothing written
anywhere and the whole process below 200 MB. The first file that breaks this ends the run, and is kept in
``fuzz-failure.bin``.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.files import WORST, files, read_either_way

COUNT, FIRST_SEED = "RYG_APP_FUZZ", "RYG_APP_FUZZ_SEED"
USUAL_COUNT = 100_000
# Hypothesis remembers every example of a run; many short runs keep its own memory out of the measurement.
A_RUN = 1_000
LONGEST_S, MOST_MEGABYTES = 1.0, 200
WRITES = frozenset({"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate"})


class Watch:
    """Knows whether a file is being read, and what must not happen meanwhile."""

    def __init__(self) -> None:
        self.reading = False
        self.taken = self.refused = 0
        self.slowest_s = 0.0

    def read(self, data: bytes) -> None:
        started = time.process_time()
        self.reading = True
        try:
            taken = read_either_way(data)
        finally:
            self.reading = False
        took = time.process_time() - started
        self.slowest_s = max(self.slowest_s, took)
        self.taken, self.refused = self.taken + taken, self.refused + (not taken)
        assert took < LONGEST_S, f"took {took:.2f} s"

    def on_event(self, event: str, given: tuple[Any, ...]) -> None:
        """See every file that is opened and every folder that is changed: docs.python.org, «audit events»."""
        if self.reading and (event in WRITES or (event == "open" and _is_for_writing(given[1], given[2]))):
            message = f"wrote: {event} {given[0]}"
            raise AssertionError(message)


def _is_for_writing(mode: object, flags: object) -> bool:
    if isinstance(mode, str):
        return bool(set(mode) & set("wax+"))
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


def _run(watch: Watch, number: int, examples: int) -> None:
    @seed(number)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(files)
    def one_run(data: bytes) -> None:
        try:
            watch.read(data)
        except BaseException:
            Path("fuzz-failure.bin").write_bytes(data)
            raise

    one_run()


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Read the files; return the exit code."""
    count, first = int(os.environ.get(COUNT, USUAL_COUNT)), int(os.environ.get(FIRST_SEED, "0"))
    watch, started = Watch(), time.monotonic()
    sys.addaudithook(watch.on_event)
    for number in range(first, first - (-count // A_RUN)):
        _run(watch, number, A_RUN)
    _tell(f"{watch.taken + watch.refused} files: {watch.taken} taken, {watch.refused} refused")
    _tell(f"slowest {watch.slowest_s * 1000:.0f} ms, {time.monotonic() - started:.0f} s in all")
    _tell(f"memory at most {_peak_megabytes():.0f} MB")
    for name, make in WORST.items():
        watch.slowest_s = 0
        watch.read(make())
        _tell(f"{name}: {watch.slowest_s * 1000:.0f} ms, memory at most {_peak_megabytes():.0f} MB")
    return 0 if _peak_megabytes() < MOST_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
