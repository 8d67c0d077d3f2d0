"""The folder or zip file a clinic hands a patient: program, plan, and a page that shows how to begin."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
import sys
import time
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ryg_app.adapters import disk
from ryg_app.domain.errors import FileExistsAlreadyError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence

ZIP_SUFFIX, PLAN_SUFFIX = ".zip", ".rygplan"
_CHUNK = 1 << 20
_EARLIEST_IN_ZIP = (1980, 1, 1, 0, 0, 0)


def own_program(executable: Path | None = None) -> Path | None:
    """Return the folder (on a Mac the bundle) this program runs from, if it can simply be copied."""
    if executable is None and not getattr(sys, "frozen", False):
        return None
    place = executable or Path(sys.executable)
    return _bundle(place) or place.parent


def plan_beside(program: Path) -> Path | None:
    """Return the one plan file that lies beside the program or in it, as in a folder made here."""
    for folder in (program, program.parent):
        found = sorted(path for path in folder.glob(f"*{PLAN_SUFFIX}") if path.is_file())
        if found:
            return found[0] if len(found) == 1 else None
    return None


def write_patient_folder(
    target: Path, texts: Mapping[str, bytes], programs: Sequence[Path]
) -> Generator[float, None, None]:
    """Write a folder, or a zip file if the name ends so; yields how much is done, 0 to 1.

    It gets its name when all of it is on the disk; closed half-way, nothing is left.

    Raises:
        FileExistsAlreadyError: There is something of that name already.
        NotSavedError: It could not be written; nothing is left of it.
    """
    if target.exists():
        raise FileExistsAlreadyError(target.name)
    temporary = target.with_name(f".ryg-{secrets.token_hex(6)}.tmp")
    with disk.saving(target.name):
        pieces: list[_Text | _Copy] = [
            *(_Text(name, data) for name, data in texts.items()),
            *_copies(programs),
        ]
        total, done = sum(piece.size for piece in pieces) or 1, 0
        try:
            with _packing(temporary, target) as packing:
                for piece in pieces:
                    for written in packing.add(piece):
                        done += written
                        yield min(1.0, done / total)
            temporary.rename(target)
        except BaseException:
            _remove(temporary)
            raise
        disk.sync_folder(target.parent)


@dataclass(frozen=True, slots=True)
class _Text:
    name: str
    data: bytes

    @property
    def size(self) -> int:
        return len(self.data)

    mode = stat.S_IFREG | 0o644
    when = _EARLIEST_IN_ZIP

    def chunks(self) -> Iterator[bytes]:
        yield self.data


@dataclass(frozen=True, slots=True)
class _Copy:
    name: str
    source: Path
    size: int
    mode: int

    @property
    def when(self) -> tuple[int, int, int, int, int, int]:
        changed = time.localtime(self.source.lstat().st_mtime)[:6]
        return max(changed, _EARLIEST_IN_ZIP)

    def chunks(self) -> Iterator[bytes]:
        if stat.S_ISLNK(self.mode):
            yield os.fsencode(self.source.readlink())
            return
        with self.source.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk


class _Packing(Protocol):
    def add(self, piece: _Text | _Copy) -> Iterator[int]:
        """Write a piece; yields how many bytes more are written."""


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir()

    def add(self, piece: _Text | _Copy) -> Iterator[int]:
        path = self._folder / piece.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if stat.S_ISLNK(piece.mode):
            path.symlink_to(b"".join(piece.chunks()).decode())
            return
        with path.open("xb") as file:
            for chunk in piece.chunks():
                file.write(chunk)
                yield len(chunk)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(stat.S_IMODE(piece.mode))


class _Zip:
    def __init__(self, archive: zipfile.ZipFile, top: str) -> None:
        self._archive = archive
        self._top = top

    def add(self, piece: _Text | _Copy) -> Iterator[int]:
        entry = zipfile.ZipInfo(f"{self._top}/{piece.name}", piece.when)
        entry.create_system = 3  # or the permissions that make a program one are not looked at
        entry.external_attr = piece.mode << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.file_size = piece.size
        with self._archive.open(entry, "w") as file:
            for chunk in piece.chunks():
                file.write(chunk)
                yield len(chunk)


@contextmanager
def _packing(temporary: Path, target: Path) -> Iterator[_Packing]:
    if target.suffix.lower() != ZIP_SUFFIX:
        yield _Folder(temporary)
        return
    with temporary.open("xb") as file:
        with zipfile.ZipFile(file, "w") as archive:
            yield _Zip(archive, target.stem)
        file.flush()
        os.fsync(file.fileno())


def _copies(programs: Sequence[Path]) -> Iterator[_Copy]:
    for program in programs:
        for path in sorted(program.rglob("*")):
            state = path.lstat()
            is_plan = path.suffix.lower() == PLAN_SUFFIX
            if (stat.S_ISREG(state.st_mode) and not is_plan) or stat.S_ISLNK(state.st_mode):
                name = f"{program.name}/{path.relative_to(program).as_posix()}"
                yield _Copy(name, path, state.st_size, state.st_mode)


def _bundle(place: Path) -> Path | None:
    return next((parent for parent in place.parents if parent.suffix == ".app"), None)


def _remove(temporary: Path) -> None:
    if temporary.is_dir():
        shutil.rmtree(temporary, ignore_errors=True)
    else:
        disk.remove_quietly(temporary)
