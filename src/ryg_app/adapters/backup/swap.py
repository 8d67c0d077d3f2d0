"""Putting a backup in the place of the data: unpacked beside it, then taken over at one stroke.

``restoring.tmp`` is being unpacked and means nothing yet. Renamed ``restoring`` it is decided: whatever
interrupts the rest, the next writer finishes it.
"""

from __future__ import annotations

import itertools
import shutil
from typing import TYPE_CHECKING

from ryg_app.adapters import disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

UNPACKING, DECIDED = "restoring.tmp", "restoring"
PREVIOUS = ".bak"


class Swap:
    """The change of one data folder.

    Args:
        folder: The data folder; its lock is held.
        is_good: Tells of one file whether it can be read.
        documents: Returns the names of the folder's documents.
    """

    def __init__(
        self, folder: Path, is_good: Callable[[Path], bool], documents: Callable[[], Iterable[str]]
    ) -> None:
        self._folder = folder
        self._is_good = is_good
        self._documents = documents

    @property
    def unpacked(self) -> Path:
        """Where the contents are until it is decided."""
        return self._folder / UNPACKING

    @property
    def is_decided(self) -> bool:
        """Whether a restore has begun and is not finished."""
        return (self._folder / DECIDED).is_dir()

    def finish_what_was_decided(self) -> None:
        """Finish a restore that was cut short, and forget one that never came to be.

        Raises:
            NotSavedError: The disk refused; the next writer tries again.
        """
        if self.is_decided:
            self.finish()
        self.discard()

    def unpack(self, contents: Iterable[tuple[str, bytes]]) -> None:
        """Put the contents beside the data; return only once they are durable.

        Raises:
            NotSavedError: The disk did not take them; nothing is left of them.
        """
        self.discard()
        try:
            self._write(contents)
        except BaseException:
            self.discard()
            raise

    def _write(self, contents: Iterable[tuple[str, bytes]]) -> None:
        with disk.saving(UNPACKING):
            self.unpacked.mkdir(mode=disk.PRIVATE_FOLDER, parents=True)
        for name, data in contents:
            path = self.unpacked / name
            with disk.saving(path.name):
                path.parent.mkdir(mode=disk.PRIVATE_FOLDER, parents=True, exist_ok=True)
                disk.write_synced(path, data)
                disk.sync_folder(path.parent)
        disk.sync_folder(self.unpacked)

    def discard(self) -> None:
        """Forget what was unpacked."""
        shutil.rmtree(self.unpacked, ignore_errors=True)

    def decide(self) -> None:
        """Take what was unpacked in the place of the data.

        Raises:
            NotSavedError: Before it was decided: nothing was changed. After: the next writer finishes it.
        """
        with disk.saving(DECIDED):
            disk.replace_patiently(self.unpacked, self._folder / DECIDED)
        disk.sync_folder(self._folder)
        self.finish()

    def finish(self) -> None:
        """Finish what was decided; done twice it is harmless.

        What cannot be read is set aside, never deleted: nothing else holds it.

        Raises:
            NotSavedError: The disk refused; the next writer tries again.
        """
        decided = self._folder / DECIDED
        with disk.saving(DECIDED):
            arriving = {path.relative_to(decided).as_posix(): path for path in _files(decided)}
            for name in self._documents():
                self._make_room(name, to_stay=name in arriving)
            for name, path in arriving.items():
                self._copy(path, self._folder / name)
            # At one stroke, for half a folder would be taken for a backup with less in it.
            self.discard()
            disk.replace_patiently(decided, self.unpacked)
        disk.sync_folder(self._folder)
        self.discard()

    def _make_room(self, name: str, *, to_stay: bool) -> None:
        # The older generation first: left alone, it would bring its file back to life.
        for path in (self._folder / f"{name}{PREVIOUS}", self._folder / name):
            if not path.exists():
                continue
            if not self._is_good(path):
                disk.replace_patiently(path, self._free_name(name))
            elif path.name != name or not to_stay:
                path.unlink()
        disk.sync_folder(self._folder)

    def _free_name(self, name: str) -> Path:
        numbered = (self._folder / f"{name}.damaged-{number}" for number in itertools.count(1))
        return next(path for path in numbered if not path.exists())

    def _copy(self, source: Path, target: Path) -> None:
        target.parent.mkdir(mode=disk.PRIVATE_FOLDER, parents=True, exist_ok=True)
        disk.write_whole(target, source.read_bytes(), target.with_name(f"{target.name}.tmp"))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
