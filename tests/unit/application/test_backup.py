from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.adapters.text_files import TextFiles
from ryg_app.application.backup import WEEKLY_KEPT, Backups
from ryg_app.domain.backup import BackupContents, Packed
from ryg_app.domain.errors import FileExistsAlreadyError, NotSavedError, NotSavedReason
from tests.builders import at
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from datetime import datetime

MORNING = at("2026-11-23 09:00")


class Store:
    """A folder of backups held in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.left_out: tuple[str, ...] = ()
        self.in_place = 0
        self.full = False

    def pack(self, made: datetime) -> Packed:
        return Packed(f"{made:%Y-%m-%d}".encode(), self.left_out)

    def unpack(self, path: Path) -> BackupContents:
        return BackupContents(MORNING, path.name, None, None, 0, ())

    def put_in_place(self) -> None:
        self.in_place += 1

    @property
    def is_decided(self) -> bool:
        return False

    def discard(self) -> None:
        self.in_place = 0

    def keep(self, stem: str, data: bytes) -> Path:
        if self.full:
            raise NotSavedError(stem, NotSavedReason.FULL)
        self.kept[f"{stem}.rygbackup"] = data
        return Path(f"{stem}.rygbackup")

    def stock(self) -> tuple[Path, ...]:
        return tuple(Path(name) for name in sorted(self.kept))

    def forget(self, path: Path) -> None:
        del self.kept[path.name]


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(MORNING)


@pytest.fixture
def backups(store: Store, clock: FakeClock) -> Backups:
    return Backups(store, TextFiles(), clock)


def test_a_file_that_is_there_is_left_alone_unless_it_may_be_replaced(
    backups: Backups, tmp_path: Path
) -> None:
    path = tmp_path / "a.rygbackup"
    path.write_bytes(b"mine")
    with pytest.raises(FileExistsAlreadyError):
        backups.save(path)
    assert path.read_bytes() == b"mine"
    assert backups.save(path, replace=True) == ()
    assert path.read_bytes() == b"2026-11-23"


def test_what_could_not_be_read_is_named(backups: Backups, store: Store, tmp_path: Path) -> None:
    store.left_out = ("course.json",)
    assert backups.save(tmp_path / "a.rygbackup") == ("course.json",)


def test_the_present_state_is_kept_before_anything_is_changed(backups: Backups, store: Store) -> None:
    store.full = True
    with pytest.raises(NotSavedError):
        backups.restore()
    assert store.in_place == 0
    store.full = False
    assert backups.restore().name == "before-restore-2026-11-23-090000.rygbackup"
    assert store.in_place == 1


def test_a_backup_is_kept_every_week_and_eight_of_them(
    backups: Backups, store: Store, clock: FakeClock
) -> None:
    made = []
    for day in range(100):
        clock.set(MORNING + timedelta(days=day))
        if backups.save_weekly() is not None:
            made.append(day)
    assert made == list(range(0, 100, 7))
    assert len(store.kept) == WEEKLY_KEPT
    assert min(store.kept) == "weekly-2027-01-11.rygbackup"


def test_what_was_kept_before_a_restore_is_not_counted_among_the_eight(
    backups: Backups, store: Store, clock: FakeClock
) -> None:
    kept = backups.restore()
    for week in range(12):
        clock.set(MORNING + timedelta(days=7 * week))
        backups.save_weekly()
    assert kept.name in store.kept
    assert len(store.kept) == WEEKLY_KEPT + 1


def test_a_damaged_diary_pushes_no_good_backup_out(backups: Backups, store: Store, clock: FakeClock) -> None:
    store.left_out = ("log-2026.json",)
    assert backups.save_weekly() is None
    assert store.kept == {}


@given(back=st.integers(1, 4000))
def test_a_clock_that_was_ahead_does_not_stop_the_backups(back: int) -> None:
    store, clock = Store(), FakeClock(MORNING + timedelta(days=back))
    backups = Backups(store, TextFiles(), clock)
    backups.save_weekly()
    clock.set(MORNING)
    assert backups.save_weekly() == Path("weekly-2026-11-23.rygbackup")
    assert backups.save_weekly() is None


def test_the_stock_has_the_newest_first_whatever_made_it(
    backups: Backups, store: Store, clock: FakeClock
) -> None:
    for name in ("weekly-2026-11-09", "before-restore-2026-11-20-101500", "weekly-2026-11-23", "weekly-odd"):
        store.keep(name, b"")
    assert [kept.path.stem for kept in backups.stock()] == [
        "weekly-2026-11-23",
        "before-restore-2026-11-20-101500",
        "weekly-2026-11-09",
        "weekly-odd",
    ]
