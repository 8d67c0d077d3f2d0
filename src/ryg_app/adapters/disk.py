"""Writing that survives a crash, a full disk and a power cut; shared by the adapters that keep files."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ryg_app.domain.errors import NotSavedError, NotSavedReason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
ORDINARY_FILE = 0o666

# Windows refuses to replace a file that a scanner, indexer or sync client holds open for a moment:
# ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION.
HELD_BY_ANOTHER = frozenset({5, 32, 33})
PATIENCE_S = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)

_REASONS = {
    errno.ENOSPC: NotSavedReason.FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): NotSavedReason.FULL,
    errno.EROFS: NotSavedReason.READ_ONLY,
    errno.EACCES: NotSavedReason.READ_ONLY,
    errno.EPERM: NotSavedReason.READ_ONLY,
    errno.EBUSY: NotSavedReason.BUSY,
    errno.ENOENT: NotSavedReason.NO_FOLDER,
    errno.ENOTDIR: NotSavedReason.NO_FOLDER,
}


def not_saved(file_name: str, error: OSError) -> NotSavedError:
    """Return the error for the user that a refusal of the operating system amounts to."""
    held = getattr(error, "winerror", None) in HELD_BY_ANOTHER - {5}
    reason = NotSavedReason.BUSY if held else _REASONS.get(error.errno or 0, NotSavedReason.OTHER)
    return NotSavedError(file_name, reason, str(error))


@contextmanager
def saving(file_name: str) -> Iterator[None]:
    """Turn any refusal of the operating system inside the block into a sentence's error.

    Raises:
        NotSavedError: The operating system refused.
    """
    try:
        yield
    except OSError as error:
        raise not_saved(file_name, error) from error


def write_synced(path: Path, data: bytes, mode: int = PRIVATE_FILE) -> None:
    """Write a file from its beginning; return only once its bytes are on the disk.

    Raises:
        OSError: The file is missing, incomplete or not durable.
    """
    binary = getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | binary, mode)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        _sync(descriptor)
    finally:
        os.close(descriptor)


def replace_patiently(source: Path, target: Path, sleep: Callable[[float], None] = time.sleep) -> None:
    """Give a file the name of another at one stroke, waiting up to 1.6 s while that one is held open.

    Raises:
        OSError: Nothing was replaced.
    """
    for pause_s in PATIENCE_S:
        try:
            source.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in HELD_BY_ANOTHER:
                raise
            sleep(pause_s)
        else:
            return
    source.replace(target)


def sync_folder(folder: Path) -> None:
    """Make the folder's names durable where the system can; a refusal is no reason to say «not saved»."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_whole(target: Path, data: bytes, temporary: Path, mode: int = PRIVATE_FILE) -> None:
    """Write a file whole or not at all, by way of a temporary name in the same folder.

    Raises:
        OSError: Nothing was written; what stood there before still stands.
    """
    try:
        write_synced(temporary, data, mode)
        replace_patiently(temporary, target)
    except BaseException:
        remove_quietly(temporary)
        raise
    sync_folder(target.parent)


def remove_quietly(path: Path) -> None:
    """Delete a file that may be gone already or may have to stay."""
    with contextlib.suppress(OSError):
        path.unlink()


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # On macOS fsync leaves the bytes in the drive's own cache: man 2 fsync.
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)
