"""``python -m tests.benchmarks.sound_at_the_sink [REPETITIONS]``: is it heard when the timeline says?

A whole session runs in the real program, and what leaves it is recorded: first on a computer that has
nothing else to do, then with every core busy. The numbers are printed and written to build/bench/sound.md.
With 2 REPETITIONS of each exercise a session takes 72 s, with 20, the most a plan may ask for, seven minutes.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.ear import Ear, read_sound
from tests.benchmarks.pulse import Recorder, Recording, sound_server
from tests.benchmarks.sounding_session import DIARY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "build" / "bench" / "sound.md"
REPETITIONS = 2
LONGEST_SESSION_S = 900
EARLIEST_S, LATEST_S = -0.1, 0.6
EXPLANATION = """# Sound, from the timeline to the loudspeaker

Lateness in ms after the moment of the timeline. Goals: at the call p99 at most 30; at the loudspeaker p99 at
most 100 around the delay (the middle lateness; it holds what the sound server keeps back and may be a little
too small by what the recorder keeps back); drift 0.
"""
HEADS = (
    "| computer | sound | due | called | heard | call p50 | call p99 | call max "
    "| delay | around it p99 | around it max | drift/min |"
)


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound that was due; `called_late_s` and `heard_late_s` are ``None`` where that never came."""

    kind: str
    name: str
    at_s: float
    called_late_s: float | None
    heard_late_s: float | None


@dataclass(frozen=True, slots=True)
class Run:
    """What was due in one session, and what came of it."""

    title: str
    sounds: tuple[Sound, ...]

    @property
    def missing(self) -> list[str]:
        """Names and times of what was due and not heard."""
        return [f"{s.name} at {s.at_s:.1f} s" for s in self.sounds if s.heard_late_s is None]


def measure(title: str, busy: int, repetitions: int = REPETITIONS) -> Run:
    """Run a session with so many busy processes beside it, and listen to it."""
    with tempfile.TemporaryDirectory(prefix="sound-") as name:
        folder = Path(name)
        with sound_server(folder / "pulse") as environment, _busy(busy):
            recorder = Recorder(environment)
            recorder.start()
            try:
                _run_session(folder, repetitions, environment)
            finally:
                recording = recorder.stop()
        diary = json.loads((folder / DIARY).read_text(encoding="utf-8"))
    return Run(title, tuple(_sounds(diary, recording)))


def _run_session(folder: Path, repetitions: int, environment: Any) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.sounding_session", str(folder), str(repetitions)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=LONGEST_SESSION_S)


@contextmanager
def _busy(processes: int) -> Iterator[None]:
    running = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(processes)]
    try:
        yield
    finally:
        for process in running:
            process.kill()
            process.wait()


def _sounds(diary: dict[str, Any], recording: Recording) -> Iterator[Sound]:
    called = {(kind, name, at): when for when, kind, name, at in diary["calls"]}
    ear = Ear(recording.samples)
    tones = Path(diary["tones"])
    # Voices are found easily under a tone, and a loud tone under a soft one; the found is taken out.
    order = sorted(diary["due"], key=lambda due: (due["kind"] == "tone", due["name"] == "tick", due["at_s"]))
    for due in order:
        file = Path(due.get("file") or tones / f"{due['name']}.wav")
        moment = _moment(diary["anchors"], due["at_s"])
        call = called.get((due["kind"], due["name"], due["at_s"]))
        begin = recording.second_at(moment)
        found = ear.find(read_sound(file), begin + EARLIEST_S, begin + LATEST_S)
        yield Sound(
            due["kind"],
            due["name"],
            due["at_s"],
            None if call is None else call - moment,
            None if found is None else found.at_s - begin,
        )


def _moment(anchors: Sequence[tuple[float, float]], at_s: float) -> float:
    """Return when something of the session is due: time runs from where it was last set going."""
    when, where = max((anchor for anchor in anchors if anchor[1] <= at_s), key=lambda anchor: anchor[1])
    return when + at_s - where


def report(runs: Sequence[Run]) -> str:
    """Return the numbers as Markdown."""
    lines = [EXPLANATION, HEADS, "|---|---" + 10 * "|--:" + "|"]
    lines += [_row(run, kind) for run in runs for kind in ("tone", "voice")]
    for run in runs:
        lines += ["", f"## {run.title}", "", f"Not heard: {', '.join(run.missing) or 'nothing'}.", ""]
        lines += ["Latest at the call: " + _latest(run, "called_late_s"), ""]
        lines += ["Latest at the loudspeaker: " + _latest(run, "heard_late_s")]
    return "\n".join([*lines, ""])


def _row(run: Run, kind: str) -> str:
    sounds = [sound for sound in run.sounds if sound.kind == kind]
    calls = [s.called_late_s for s in sounds if s.called_late_s is not None]
    heard = [(s.at_s, s.heard_late_s) for s in sounds if s.heard_late_s is not None]
    delay = statistics.median(late for _, late in heard) if heard else math.nan
    around = [abs(late - delay) for _, late in heard]
    cells = [run.title, kind, str(len(sounds)), str(len(calls)), str(len(heard))]
    numbers = [_share(calls, 0.5), _share(calls, 0.99), _share(calls, 1)]
    numbers += [delay, _share(around, 0.99), _share(around, 1)]
    cells += [f"{1000 * number:.1f}" for number in numbers]
    return f"| {' | '.join(cells)} | {_drift_ms_a_minute(heard):+.2f} |"


def _share(values: Sequence[float], share: float) -> float:
    return sorted(values)[math.ceil(share * len(values)) - 1] if values else math.nan


def _drift_ms_a_minute(heard: Sequence[tuple[float, float]]) -> float:
    # The middle of all slopes: one late sound does not make a drift.
    far = ((a, b) for a, b in combinations(heard, 2) if abs(b[0] - a[0]) > 1)
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in far]
    return statistics.median(slopes) * 60_000 if slopes else math.nan


def _latest(run: Run, which: str) -> str:
    known = [(late, s.name, s.at_s) for s in run.sounds if (late := getattr(s, which)) is not None]
    worst = sorted(known, reverse=True)[:5]
    return ", ".join(f"{name} at {at:.1f} s {1000 * late:.0f}" for late, name, at in worst) + "."


def measure_all(repetitions: int = REPETITIONS) -> list[Run]:
    """Measure on an idle and on a busy computer, and write the report."""
    cores = os.cpu_count() or 1
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    runs: list[Run] = []
    for title, busy in (("idle", 0), (f"{cores} cores busy", cores)):
        runs.append(measure(title, busy, repetitions))
        REPORT.write_text(report(runs), encoding="utf-8")
    return runs


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else REPETITIONS
    every_run = measure_all(wanted)
    sys.stdout.write(report(every_run))
    sys.exit(any(run.missing for run in every_run))
