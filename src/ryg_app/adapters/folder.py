"""The data folder: where it is, who may write in it, what is in it, and how all of it is deleted."""

from __future__ import annotations

import contextlib
import logging
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import platformdirs

from ryg_app.adapters import disk
from ryg_app.domain.errors import FolderInUseError, FolderUnusableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from filelock import BaseFileLock

LOCK, PLANS, BACKUPS, VOICE = "lock", "plans", "backups", "voice"
CLINIC, PICTURES = "clinic", "pictures"

_DOCUMENTS = re.compile(r"(settings|reminders|course|open|clinic|draft|log-\d{4})\.json")
_LEFT_BESIDE = r"(\.bak|\.tmp|\.bak\.tmp|\.damaged-\d+)?"
_PROBE = "ryg-app.probe"
_RESTORING = ("restoring.tmp", "restoring")
_OURS = re.compile(rf"{_DOCUMENTS.pattern}{_LEFT_BESIDE}|ryg-app.*\.log.*|{re.escape(_PROBE)}")
_PICTURES = re.compile(r"[0-9a-f]{64}\.(png|jpg|webp)(\.tmp)?")
_OURS_WITHIN = {
    PLANS: re.compile(r".*\.rygplan(\.tmp)?"),
    BACKUPS: re.compile(r"(.*-schema-\d+(-\d+)?\.json|.*\.rygbackup)(\.tmp)?"),
    # Recordings that are played instead of the bundled clips are part of the program's data, too.
    f"{VOICE}/da": re.compile(r".*\.wav"),
    f"{VOICE}/en": re.compile(r".*\.wav"),
    VOICE: re.compile(r"(?!)"),
    PICTURES: _PICTURES,
    # A physiotherapist's own folder, with a lock of its own, inside the user's.
    f"{CLINIC}/{PICTURES}": _PICTURES,
    CLINIC: re.compile(rf"{_OURS.pattern}|{LOCK}"),
}
_KEPT = re.compile(
    rf"{_DOCUMENTS.pattern}|{PLANS}/[0-9A-Za-z-]{{1,90}}\.rygplan|{VOICE}/(da|en)/[0-9A-Za-z_-]{{1,60}}\.wav"
)


@dataclass(frozen=True, slots=True)
class FileState:
    """The state of one file.

    Attributes:
        name: Its name in the folder.
        good: Whether its newest generation can be read.
        previous_good: Whether its previous generation can be read; a first generation has none.
    """

    name: str
    good: bool
    previous_good: bool


class WriterLock:
    """Lets one process at a time write; the system frees it when that process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: BaseFileLock | None = None

    @property
    def held(self) -> bool:
        """Whether this process may write."""
        return self._lock is not None

    def acquire(self) -> None:
        """Take the lock at once or not at all.

        Raises:
            FolderInUseError: Another process has it.
            FolderUnusableError: The lock file cannot be made.
        """
        if self.held:
            return
        from filelock import FileLock, Timeout

        lock = FileLock(self._path, timeout=0, mode=disk.PRIVATE_FILE, thread_local=False)
        try:
            lock.acquire()
        except Timeout as error:
            raise FolderInUseError from error
        except OSError as error:
            raise FolderUnusableError(str(self._path.parent), str(error)) from error
        self._lock = lock

    def is_taken(self) -> bool:
        """Tell whether another process may write; a lock file that is not there is not made."""
        if self.held or not self._path.exists():
            return False
        try:
            self.acquire()
        except FolderInUseError:
            return True
        except FolderUnusableError:
            return False
        self.release()
        return False

    def release(self) -> None:
        """Give it back; nothing happens if it is not held."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None


class DataFolder:
    """The folder that holds everything the program keeps.

    Args:
        path: Where it is, or is to be.
        is_good: Tells of one file whether it can be read.
    """

    def __init__(self, path: Path, is_good: Callable[[Path], bool]) -> None:
        self._path = path
        self._is_good = is_good
        self.lock = WriterLock(path / LOCK)

    @property
    def path(self) -> Path:
        """Where it is."""
        return self._path

    def prepare(self) -> None:
        """Make the folder if it is not there, for its owner's eyes alone, and try whether it can be written.

        Raises:
            FolderUnusableError: It cannot be made or written.
        """
        try:
            for missing in reversed([p for p in (self._path, *self._path.parents) if not p.exists()]):
                missing.mkdir(mode=disk.PRIVATE_FOLDER, exist_ok=True)
            if not any(self._path.iterdir()):
                self._make_private()
            probe = self._path / _PROBE
            disk.write_synced(probe, b"")
            probe.unlink()
        except OSError as error:
            raise FolderUnusableError(str(self._path), str(error)) from error

    def erase(self) -> None:
        """Delete everything of ours in it, backups, log files and lock included; what others put there stays.

        Call it with the lock held, after the last save; the lock is given back at the end.

        Raises:
            NotSavedError: Something is left; everything else is deleted, and the lock is still held.
        """
        self._close_log_files()
        for name in _RESTORING:
            shutil.rmtree(self._path / name, ignore_errors=True)
        failures = [failure for path in list(self._everything()) if (failure := _deleted(path))]
        if failures:
            raise disk.not_saved(*failures[0]) from failures[0][1]
        for name in _OURS_WITHIN:
            _remove_if_empty(self._path / name)
        self._delete_lock()
        _remove_if_empty(self._path)

    def in_use(self) -> bool:
        """Tell whether another RygApp has it open for writing."""
        return self.lock.is_taken()

    def health(self) -> tuple[FileState, ...]:
        """Return the state of each file of ours, without changing any."""
        plans = (path for path in _files(self._path / PLANS) if path.suffix == ".rygplan")
        return (
            *(self._state(name) for name in self.documents()),
            *(self._state(f"{PLANS}/{path.name}") for path in sorted(plans)),
        )

    def documents(self) -> tuple[str, ...]:
        """Return the names of what the program writes; of some only an older generation may be left."""
        names = (path.name.removesuffix(".bak") for path in _files(self._path))
        return tuple(sorted({name for name in names if _DOCUMENTS.fullmatch(name)}))

    def kept(self) -> tuple[str, ...]:
        """Return the names of all that a backup holds: documents first, then the plans they speak of."""
        within = (
            f"{name}/{path.name}"
            for name in (PLANS, f"{VOICE}/da", f"{VOICE}/en")
            for path in sorted(_files(self._path / name))
        )
        return (*self.documents(), *filter(self.belongs, within))

    @staticmethod
    def belongs(name: str) -> bool:
        """Tell whether the folder may hold something of that name that a backup holds too."""
        return _KEPT.fullmatch(name) is not None

    def _state(self, name: str) -> FileState:
        return FileState(name, self._is_good(self._path / name), self._is_good(self._path / f"{name}.bak"))

    def _make_private(self) -> None:
        with contextlib.suppress(OSError):  # FAT and network drives know no modes
            self._path.chmod(disk.PRIVATE_FOLDER)

    def _everything(self) -> Iterator[Path]:
        # Previous generations first: left alone, one would bring its file back to life.
        yield from sorted((p for p in _files(self._path) if _OURS.fullmatch(p.name)), reverse=True)
        for name, ours in _OURS_WITHIN.items():
            yield from (path for path in _files(self._path / name) if ours.fullmatch(path.name))

    def _close_log_files(self) -> None:
        # Windows does not delete a file that is open, and a closed handler would open it again.
        names = [None, *logging.root.manager.loggerDict]
        for logger in map(logging.getLogger, names):
            for handler in list(logger.handlers):
                if isinstance(handler, logging.FileHandler) and self._holds(handler.baseFilename):
                    logger.removeHandler(handler)
                    handler.close()

    def _holds(self, file_name: str) -> bool:
        return self._path.resolve() == type(self._path)(file_name).resolve().parent

    def _delete_lock(self) -> None:
        # Only Windows keeps the name while the lock is held; elsewhere nobody can take it in between.
        path = self._path / LOCK
        is_left = _deleted(path) is not None
        self.lock.release()
        if is_left:
            with disk.saving(LOCK):
                path.unlink()


def default_data_folder() -> Path:
    """Return where the user's programs keep their data on this system."""
    return platformdirs.user_data_path("RygApp", appauthor=False)


def _files(folder: Path) -> tuple[Path, ...]:
    if not folder.is_dir():
        return ()
    return tuple(path for path in folder.iterdir() if path.is_symlink() or path.is_file())


def _deleted(path: Path) -> tuple[str, OSError] | None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return path.name, error
    return None


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()
