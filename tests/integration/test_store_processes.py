"""What other processes and sudden deaths do to the store."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters.folder import WriterLock
from ryg_app.domain.errors import FolderInUseError
from tests.integration import store_torture
from tests.integration.store_torture import day_with, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SURROUNDINGS = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
HOLD_THE_LOCK = """
import sys
from pathlib import Path
from ryg_app.adapters.folder import WriterLock
lock = WriterLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_process_holding(lock: Path) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_THE_LOCK, str(lock)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=SURROUNDINGS,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"held"
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killer forks")
def test_two_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(store_torture.__file__), str(tmp_path), "200"],
        env=SURROUNDINGS,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 200, "each life acknowledges at least one save"


def test_a_second_process_is_refused_and_the_lock_outlives_no_kill(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with another_process_holding(path) as process:
        with pytest.raises(FolderInUseError):
            WriterLock(path).acquire()
        process.kill()
        process.wait()
        lock = WriterLock(path)
        lock.acquire()
        assert lock.held
        lock.release()


def test_a_released_lock_can_be_taken_by_another_process(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "lock")
    lock.acquire()
    lock.release()
    assert not lock.held
    with another_process_holding(tmp_path / "lock"), pytest.raises(FolderInUseError):
        lock.acquire()


def test_a_reader_needs_no_lock(tmp_path: Path) -> None:
    opened(tmp_path).days.save(day_with("her"))
    with another_process_holding(tmp_path / "lock"):
        assert len(opened(tmp_path, read_only=True).days.every()) == 1


def test_the_store_is_opened_without_qt_and_without_the_scheduler() -> None:
    code = "import sys, ryg_app.adapters.store; print(*sorted(sys.modules))"
    found = subprocess.run(
        [sys.executable, "-c", code], env=SURROUNDINGS, capture_output=True, text=True, check=True
    )
    assert not {"PySide6", "apscheduler", "wakepy", "filelock"} & set(found.stdout.split())
