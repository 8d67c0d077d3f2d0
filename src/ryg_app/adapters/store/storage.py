"""TinyDB's storage made safe: a save is on the disk whole, or did not happen."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tinydb.storages import Storage

from ryg_app.adapters import disk
from ryg_app.adapters.store import generation
from ryg_app.adapters.store.generation import BadGenerationError, Tables
from ryg_app.adapters.store.migrations import Migrations, schema_of
from ryg_app.domain.errors import (
    DamagedFileError,
    FolderUnusableError,
    NewerFileError,
    NotSavedError,
    NotSavedReason,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

PREVIOUS = ".bak"
BACKUPS = "backups"


class AtomicStorage(Storage):
    """One file, its previous generation beside it; read once and then kept in memory.

    A save goes to a temporary file, is synced, and takes the file's name at one stroke. From that stroke
    on nothing may fail, or a saved entry would be reported as not saved.

    A file that is ``expendable`` (it holds nothing that could not be said again) is begun anew when no good
    generation of it is left; any other is then an error, so that nobody takes a lost diary for an empty one.
    """

    def __init__(
        self,
        path: Path,
        migrations: Migrations | None = None,
        *,
        read_only: bool = False,
        expendable: bool = False,
    ) -> None:
        # Replacing a link would leave the file it points to behind.
        self._path = Path(os.path.realpath(path))
        self._previous = self._beside(PREVIOUS)
        self._migrations = migrations or Migrations()
        self._read_only = read_only
        self._expendable = expendable
        self._tables: Tables | None = None
        self._loaded = False
        self._path_is_good = False
        self.recovered = False

    def read(self) -> Tables | None:
        """Return all tables; ``None`` before the first save.

        Raises:
            DamagedFileError: No good generation is left, and the file is not expendable.
            NewerFileError: A newer version of the program wrote the file.
            FolderUnusableError: The system refuses to let it be read.
            NotSavedError: The file is of an older version and its successor could not be written.
        """
        if not self._loaded:
            self._load()
        return None if self._tables is None else dict(self._tables)

    def write(self, data: Tables) -> None:
        """Save all tables; return only once they are durable.

        Raises:
            NotSavedError: The file is as it was.
            ValueError: The tables cannot be written as JSON; the file is as it was.
        """
        if self._read_only:
            self._forget()
            raise NotSavedError(self._path.name, NotSavedReason.READ_ONLY)
        tables = self._migrations.stamp(data)
        try:
            with disk.saving(self._path.name):
                self._commit(self._packed(tables))
        except BaseException:
            # TinyDB has changed its documents in place already: the disk is the truth.
            self._forget()
            disk.remove_quietly(self._temporary(self._path))
            raise
        self._tables, self._loaded, self._path_is_good = tables, True, True
        disk.sync_folder(self._path.parent)

    def _packed(self, tables: Tables) -> bytes:
        try:
            return generation.pack(tables)
        except BadGenerationError as error:
            raise NotSavedError(self._path.name, NotSavedReason.OTHER, str(error)) from error

    def _commit(self, raw: bytes) -> None:
        temporary = self._temporary(self._path)
        disk.write_synced(temporary, raw)
        if self._path_is_good:
            self._keep_previous()
        else:
            self._set_aside(self._path)
        disk.replace_patiently(temporary, self._path)

    def _keep_previous(self) -> None:
        temporary = self._temporary(self._previous)
        temporary.unlink(missing_ok=True)
        try:
            temporary.hardlink_to(self._path)
        except OSError:
            # FAT and some network drives know no links.
            disk.write_synced(temporary, self._path.read_bytes())
        disk.replace_patiently(temporary, self._previous)

    def _set_aside(self, path: Path) -> None:
        if path.exists():
            free = (name for name in self._damaged_names() if not name.exists())
            disk.replace_patiently(path, next(free))
            disk.sync_folder(path.parent)

    def _damaged_names(self) -> Iterator[Path]:
        return (self._beside(f".damaged-{number}") for number in itertools.count(1))

    def _load(self) -> None:
        self._path_is_good = False
        tables = self._newest_good()
        if tables is not None:
            tables = self._as_of_today(tables)
        self._tables, self._loaded = tables, True

    def _newest_good(self) -> Tables | None:
        damage: list[str] = []
        for path in (self._path, self._previous):
            try:
                tables = self._read_generation(path)
            except FileNotFoundError:
                continue
            except BadGenerationError as error:
                damage.append(f"{path.name}: {error}")
                continue
            self._path_is_good = path == self._path
            if not self._path_is_good:
                self._recover(self._path)
            return tables
        if damage and not self._expendable:
            raise DamagedFileError(self._path.name, "; ".join(damage))
        if damage:
            self._recover(self._path, self._previous)
        return None

    def _read_generation(self, path: Path) -> Tables:
        try:
            tables = generation.read(path)
        except FileNotFoundError:
            raise
        except OSError as error:
            if error.errno == errno.EIO:
                raise BadGenerationError(str(error)) from error
            # A file that is only locked for the moment is not damaged: opening an older one would lose days.
            raise FolderUnusableError(str(path.parent), str(error)) from error
        schema_of(tables)
        return tables

    def _recover(self, *damaged: Path) -> None:
        self.recovered = True
        if not self._read_only:
            with contextlib.suppress(OSError):  # then the next save does it, or fails
                for path in damaged:
                    self._set_aside(path)

    def _as_of_today(self, tables: Tables) -> Tables:
        found, known = schema_of(tables), self._migrations.newest
        if found > known:
            raise NewerFileError(self._path.name, found, known)
        if found == known:
            return tables
        upgraded = self._migrations.apply(tables, self._path.name)
        if not self._read_only:
            self._back_up(tables, found)
            self.write(upgraded)
        return upgraded

    def _back_up(self, tables: Tables, schema: int) -> None:
        folder = self._path.parent / BACKUPS
        raw = generation.pack(tables)
        with disk.saving(self._path.name):
            folder.mkdir(mode=disk.PRIVATE_FOLDER, exist_ok=True)
            backup = _free_or_same(folder, f"{self._path.stem}-schema-{schema}", raw)
            disk.write_whole(backup, raw, self._temporary(backup))

    def _forget(self) -> None:
        self._tables, self._loaded = None, False

    def _beside(self, suffix: str) -> Path:
        return self._path.with_name(self._path.name + suffix)

    def _temporary(self, path: Path) -> Path:
        return path.with_name(path.name + ".tmp")


def _free_or_same(folder: Path, stem: str, raw: bytes) -> Path:
    for number in itertools.count(1):
        path = folder / (f"{stem}.json" if number == 1 else f"{stem}-{number}.json")
        if not path.exists() or path.read_bytes() == raw:
            return path
    raise AssertionError
