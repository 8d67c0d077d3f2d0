"""What a disk, a crash and a killer do to a store; light enough to be run as a program of its own."""

from __future__ import annotations

import errno
import os
import random
import signal
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from ryg_app.adapters.store import Store, open_store
from ryg_app.domain.course import Appointment, CourseRecord
from ryg_app.domain.diary import Answers, DayLog
from ryg_app.domain.errors import DamagedFileError
from ryg_app.domain.session import OpenSession, SessionPlan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ryg_app.domain.plan import PlanFile

NEW_YEAR = date(2026, 12, 1)
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
DAYS = 45  # from one year's file into the next
CALLS = ("open", "write", "fsync", "link", "replace", "unlink")


def no_plans(data: bytes, name: str) -> PlanFile:
    raise DamagedFileError(name, f"{len(data)} bytes nobody put there")


def opened(folder: Path, *, read_only: bool = False) -> Store:
    return open_store(folder, no_plans, read_only=read_only)


def day_with(note: str, day: date = NEW_YEAR) -> DayLog:
    return DayLog(day, Answers(back=3, leg=5, note=note), recorded=NOON)


def snapshot(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Names, modes, times and bytes of everything in a folder."""
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mode,
            path.stat().st_mtime_ns,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in [folder, *folder.rglob("*")]
    }


class PowerCutError(BaseException):
    """The machine is off: nothing after this reaches the disk."""


@dataclass
class FaultyDisk:
    """Counts the calls that change the disk, and fails one of them.

    ``fails_with`` is an errno, or ``None`` for a power cut; a write that fails leaves half of its bytes,
    and a power cut takes everything that was not synced.
    """

    fails_at: int
    fails_with: int | None = errno.ENOSPC
    calls: int = 0
    unsynced: dict[int, int] = field(default_factory=dict)

    def wrap(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.calls += 1
            off = self.fails_with is None and self.calls > self.fails_at
            if self.calls == self.fails_at or off:
                if name == "write" and not off:
                    real(arguments[0], arguments[1][: len(arguments[1]) // 2])
                self._strike()
            result = real(*arguments, **named)
            if name == "write":
                self._note_unsynced(arguments[0])
            elif name == "fsync" and arguments[0] in self.unsynced:
                os.close(self.unsynced.pop(arguments[0]))
            return result

        return call

    def _note_unsynced(self, descriptor: int) -> None:
        if descriptor not in self.unsynced:
            self.unsynced[descriptor] = os.dup(descriptor)

    def _strike(self) -> NoReturn:
        if self.fails_with is None:
            for descriptor in self.unsynced.values():
                os.ftruncate(descriptor, 0)
            raise PowerCutError
        raise OSError(self.fails_with, os.strerror(self.fails_with))


@contextmanager
def faulty(disk: FaultyDisk) -> Iterator[FaultyDisk]:
    """Let every call inside the block go through a faulty disk."""
    real = {name: getattr(os, name) for name in CALLS}
    try:
        for name in CALLS:
            setattr(os, name, disk.wrap(name, real[name]))
        yield disk
    finally:
        for name in CALLS:
            setattr(os, name, real[name])
        for descriptor in disk.unsynced.values():
            os.close(descriptor)


@dataclass(frozen=True)
class Kept:
    """What a store is expected to hold after a number of steps."""

    notes: tuple[tuple[date, str], ...] = ()
    place: str = ""
    session: str = ""

    def after(self, step: int) -> Kept:
        kind, text = step % 4, str(step)
        if kind == 0:
            return Kept(self.notes, text, self.session)
        if kind == 1:
            return Kept(self.notes, self.place, "" if step % 8 == 1 else text)
        day = NEW_YEAR + timedelta(days=step % DAYS)
        return Kept(tuple(sorted((dict(self.notes) | {day: text}).items())), self.place, self.session)


def take_step(store: Store, step: int) -> None:
    kind, text = step % 4, str(step)
    if kind == 0:
        store.course.save(CourseRecord(appointments=(Appointment(NOON, text),)))
    elif kind == 1 and step % 8 == 1:
        store.open_session.clear()
    elif kind == 1:
        store.open_session.save(OpenSession(text, NOON, "plan", 1, SessionPlan(1, ()), 0.0))
    else:
        store.days.save(day_with(text, NEW_YEAR + timedelta(days=step % DAYS)))


def kept_in(store: Store) -> Kept:
    visits = store.course.get().appointments
    under_way = store.open_session.get()
    return Kept(
        tuple((log.day, log.answers.note) for log in store.days.every()),
        visits[0].place if visits else "",
        under_way.session_id if under_way else "",
    )


def _save_until_killed(folder: Path, step: int, pipe: int) -> NoReturn:
    store = opened(folder)
    while True:
        take_step(store, step)
        step += 1
        os.write(pipe, b".")


def _one_life(folder: Path, step: int, seconds: float) -> int:
    """Let a child save until it is killed; return how many of its steps it had acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _save_until_killed(folder, step, writing)
    os.close(writing)
    acknowledged = len(os.read(reading, 1))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 65536):
        acknowledged += len(more)
    os.close(reading)
    return acknowledged


def kill_repeatedly(folder: Path, rounds: int) -> int:
    """Kill a saving process again and again; return how many acknowledged saves survived."""
    chance = random.Random(rounds)  # noqa: S311
    kept, step = Kept(), 1
    for _ in range(rounds):
        for _ in range(_one_life(folder, step, chance.uniform(0, 0.03))):
            kept, step = kept.after(step), step + 1
        found = kept_in(opened(folder))
        assert found in (kept, kept.after(step)), f"{found} instead of {kept} before step {step}"
        if found != kept:
            kept, step = found, step + 1
    return step - 1


if __name__ == "__main__":
    print(kill_repeatedly(Path(sys.argv[1]), int(sys.argv[2])))  # noqa: T201
