"""Backups of one data folder: made, kept in it, and put back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ryg_app.adapters import disk
from ryg_app.adapters.backup import archive
from ryg_app.domain.backup import Packed
from ryg_app.domain.errors import BackupFault, BackupRefusedError, DamagedFileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from ryg_app.adapters.backup.archive import Manifest
    from ryg_app.adapters.backup.swap import Swap
    from ryg_app.domain.backup import BackupContents

BACKUPS, SUFFIX = "backups", ".rygbackup"


class Layout(Protocol):
    """What a data folder holds."""

    @property
    def path(self) -> Path:
        """Where it is."""

    def kept(self) -> tuple[str, ...]:
        """Return the names of all that a backup holds."""

    def belongs(self, name: str) -> bool:
        """Tell whether a backup may hold something of that name."""


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """The backups of one data folder.

    Attributes:
        layout: What the folder holds.
        swap: Puts other contents in its place.
        newest_good: Returns the newest readable bytes of a file of the folder, or ``None``.
        describe: Reads an unpacked folder, as a person would recognise it.
        program: The version of this program.
    """

    layout: Layout
    swap: Swap
    newest_good: Callable[[Path], bytes | None]
    describe: Callable[[Path, datetime, str], BackupContents]
    program: str

    def pack(self, made: datetime) -> Packed:
        """Return everything the folder keeps as one file; what cannot be read is left out and named.

        Raises:
            NotSavedError: There is more than a backup can hold.
        """
        found = {name: self.newest_good(self.layout.path / name) for name in self.layout.kept()}
        files = {name: data for name, data in found.items() if data is not None}
        left_out = tuple(name for name, data in found.items() if data is None)
        return Packed(archive.pack(files, made, self.program), left_out)

    def unpack(self, path: Path) -> BackupContents:
        """Unpack a backup beside the data, check all of it, and tell what is in it.

        Raises:
            BackupRefusedError: It is not a backup, or not a whole one.
            NewerFileError: A newer version of the program made it.
            NotSavedError: There is no room to unpack it.
        """
        manifest, contents = archive.unpack(path, self.layout.belongs)
        self.swap.unpack(contents)
        try:
            return self._described(path, manifest)
        except BaseException:
            self.swap.discard()
            raise

    def _described(self, path: Path, manifest: Manifest) -> BackupContents:
        try:
            return self.describe(self.swap.unpacked, manifest.made, manifest.program)
        except DamagedFileError as error:
            raise BackupRefusedError(path.name, BackupFault.DAMAGED, error.detail) from error

    def put_in_place(self) -> None:
        """Take what was unpacked in the place of the data.

        Raises:
            NotSavedError: See `Swap.decide`.
        """
        self.swap.decide()

    @property
    def is_decided(self) -> bool:
        """Whether a restore has begun and is not finished."""
        return self.swap.is_decided

    def discard(self) -> None:
        """Forget what was unpacked."""
        self.swap.discard()

    def keep(self, stem: str, data: bytes) -> Path:
        """Keep a backup in the folder itself; return only once it is durable.

        Raises:
            NotSavedError: It was not kept.
        """
        folder = self.layout.path / BACKUPS
        path = folder / f"{stem}{SUFFIX}"
        with disk.saving(path.name):
            folder.mkdir(mode=disk.PRIVATE_FOLDER, exist_ok=True)
            disk.write_whole(path, data, path.with_name(f"{path.name}.tmp"))
        return path

    def stock(self) -> tuple[Path, ...]:
        """Return the backups kept in the folder, by name."""
        folder = self.layout.path / BACKUPS
        return tuple(sorted(folder.glob(f"*{SUFFIX}"))) if folder.is_dir() else ()

    def forget(self, path: Path) -> None:
        """Delete a backup kept in the folder; one that stays is no harm."""
        disk.remove_quietly(path)
