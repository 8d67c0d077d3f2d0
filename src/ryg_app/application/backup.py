"""Keeping everything in one file, and getting it back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from ryg_app.domain.diary import diary_day
from ryg_app.domain.errors import FileExistsAlreadyError

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.application.ports import Clock, TextFiles
    from ryg_app.domain.backup import BackupContents, Packed

WEEKLY, BEFORE_RESTORE = "weekly", "before-restore"
DAYS_BETWEEN, WEEKLY_KEPT = 7, 8
DATE_LENGTH = len("2026-11-23")
_STAMP = re.compile(r"\d{4}-\d\d-\d\d(-\d{6})?")
_WEEKLY_NAME = re.compile(rf"{WEEKLY}-(\d{{4}}-\d\d-\d\d)\.rygbackup")


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup the program has made by itself.

    Attributes:
        path: Where it is.
        made: The local time it was made, midnight for a weekly one; ``None`` for a name that does not say.
        weekly: Whether it was made because a week had gone, and not before another was put back.
    """

    path: Path
    made: datetime | None
    weekly: bool


class BackupStore(Protocol):
    """Packs the data folder, keeps backups in it, and puts one in its place."""

    def pack(self, made: datetime) -> Packed:
        """Return everything the folder keeps as one file."""

    def unpack(self, path: Path) -> BackupContents:
        """Unpack a backup beside the data, check all of it, and tell what is in it.

        Raises:
            BackupRefusedError: It is not a backup, or not a whole one.
            NewerFileError: A newer version of the program made it.
            NotSavedError: There is no room to unpack it.
        """

    def put_in_place(self) -> None:
        """Take what was unpacked in the place of the data.

        Raises:
            NotSavedError: The disk refused; once it was decided, the next start finishes it.
        """

    @property
    def is_decided(self) -> bool:
        """Whether a restore has begun and is not finished."""

    def discard(self) -> None:
        """Forget what was unpacked."""

    def keep(self, stem: str, data: bytes) -> Path:
        """Keep a backup in the folder itself.

        Raises:
            NotSavedError: It was not kept.
        """

    def stock(self) -> tuple[Path, ...]:
        """Return the backups kept in the folder."""

    def forget(self, path: Path) -> None:
        """Delete a backup kept in the folder."""


class Backups:
    """What the pages and commands can do with backups."""

    def __init__(self, store: BackupStore, files: TextFiles, clock: Clock) -> None:
        self._store = store
        self._files = files
        self._clock = clock

    def save(self, path: Path, *, replace: bool = False) -> tuple[str, ...]:
        """Write everything to one file; return, once it is durable, the names of what could not be read.

        Raises:
            FileExistsAlreadyError: It is there already and ``replace`` is false.
            NotSavedError: The file could not be written.
        """
        if not replace and path.exists():
            raise FileExistsAlreadyError(path.name)
        packed = self._store.pack(self._clock.now())
        self._files.write(path, packed.data)
        return packed.left_out

    def preview(self, path: Path) -> BackupContents:
        """Check a backup and tell what is in it; nothing of the patient's is changed.

        Raises:
            BackupRefusedError: It is not a backup, or not a whole one.
            NewerFileError: A newer version of the program made it.
            NotSavedError: There is no room to unpack it.
        """
        return self._store.unpack(path)

    def dismiss(self) -> None:
        """Leave everything as it is after a preview."""
        self._store.discard()

    def restore(self) -> Path:
        """Put what was previewed in the place of everything; return where the present state is kept.

        Nothing else of this `App` may be used afterwards: it still remembers what was there before.

        Raises:
            NotSavedError: The present state could not be kept, and nothing was changed; or the disk refused
                half-way, and the next start finishes it.
        """
        now = self._clock.now()
        kept = self._store.keep(f"{BEFORE_RESTORE}-{now:%Y-%m-%d-%H%M%S}", self._store.pack(now).data)
        self._store.put_in_place()
        return kept

    @property
    def is_half_restored(self) -> bool:
        """Whether a restore was decided and could not be finished; the next start does it."""
        return self._store.is_decided

    def today(self) -> date:
        """Return the diary day it is now."""
        return diary_day(self._clock.now())

    def stock(self) -> tuple[KeptBackup, ...]:
        """Return the backups the program has made by itself, the newest first."""
        kept = sorted(self._store.stock(), key=_stamp, reverse=True)
        return tuple(KeptBackup(path, _moment(path), weekly=path.name.startswith(WEEKLY)) for path in kept)

    def save_weekly(self) -> Path | None:
        """Keep this week's backup if it is due, and the eight newest of them; return it if it was.

        A backup that something is missing from takes no good one's place, so none is made then. May be called
        from another thread.

        Raises:
            NotSavedError: It was not kept.
        """
        today = self.today()
        earlier = [day for path in self._store.stock() if (day := _weekly_day(path))]
        # A day in the future was written while the clock was wrong.
        if any(0 <= (today - day).days < DAYS_BETWEEN for day in earlier):
            return None
        packed = self._store.pack(self._clock.now())
        if packed.left_out:
            return None
        kept = self._store.keep(f"{WEEKLY}-{today}", packed.data)
        weekly = sorted(path for path in self._store.stock() if _weekly_day(path))
        for path in weekly[:-WEEKLY_KEPT]:
            if path != kept:
                self._store.forget(path)
        return kept


def _stamp(path: Path) -> str:
    found = _STAMP.search(path.name)
    return found[0] if found else ""


def _moment(path: Path) -> datetime | None:
    stamp = _stamp(path)
    try:
        return datetime.strptime(stamp, "%Y-%m-%d-%H%M%S" if len(stamp) > DATE_LENGTH else "%Y-%m-%d")  # noqa: DTZ007
    except ValueError:
        return None


def _weekly_day(path: Path) -> date | None:
    found = _WEEKLY_NAME.fullmatch(path.name)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
