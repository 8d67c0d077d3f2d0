"""Keeping everything in one file, and getting it back."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Protocol

from ryg_app.domain.diary import diary_day
from ryg_app.domain.errors import FileExistsAlreadyError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from ryg_app.application.ports import Clock, TextFiles
    from ryg_app.domain.backup import BackupContents, Packed

WEEKLY, BEFORE_RESTORE = "weekly", "before-restore"
DAYS_BETWEEN, WEEKLY_KEPT = 7, 8
_STAMP = re.compile(r"\d{4}-\d\d-\d\d(-\d{6})?")
_WEEKLY_NAME = re.compile(rf"{WEEKLY}-(\d{{4}}-\d\d-\d\d)\.rygbackup")


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

    def stock(self) -> tuple[Path, ...]:
        """Return the backups the program has made by itself, the newest first."""
        return tuple(sorted(self._store.stock(), key=_stamp, reverse=True))

    def save_weekly(self) -> Path | None:
        """Keep this week's backup if it is due, and the eight newest of them; return it if it was.

        A backup that something is missing from takes no good one's place, so none is made then. May be called
        from another thread.

        Raises:
            NotSavedError: It was not kept.
        """
        today = diary_day(self._clock.now())
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


def _weekly_day(path: Path) -> date | None:
    found = _WEEKLY_NAME.fullmatch(path.name)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
