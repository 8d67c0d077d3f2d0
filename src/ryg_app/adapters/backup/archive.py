"""The file ``.rygbackup``: a zip of ``manifest.json`` and the files of the data folder."""

from __future__ import annotations

import hashlib
import io
import json
import re
import stat
import zipfile
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ryg_app.adapters.checking import zip_directory
from ryg_app.domain.errors import (
    BackupFault,
    BackupRefusedError,
    NewerFileError,
    NotSavedError,
    NotSavedReason,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

FORMAT, VERSION = "rygapp.backup", 1
_SCHEMA = re.compile(rf"{re.escape(FORMAT)}/([1-9][0-9]{{0,5}})")
MANIFEST, DATA = "manifest.json", "data/"
ANY_NAME = "*.rygbackup"
MOST_ENTRIES = 2000
MOST_MANIFEST_BYTES = 1_000_000
MOST_ENTRY_BYTES = 64 * 1024 * 1024
MOST_BYTES = 256 * 1024 * 1024


class _NotOneError(ValueError):
    """The archive is not a backup of ours."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the archive says of itself.

    Attributes:
        made: When it was made.
        program: The version of the program that made it.
        files: Length in bytes and SHA-256 of each file, by its name in the data folder.
    """

    made: datetime
    program: str
    files: Mapping[str, tuple[int, str]]


def pack(files: Mapping[str, bytes], made: datetime, program: str) -> bytes:
    """Return the archive.

    Raises:
        NotSavedError: Reading it back would be refused, for it is too large.
    """
    sizes = [len(data) for data in files.values()]
    if len(files) >= MOST_ENTRIES or sum(sizes) > MOST_BYTES or max(sizes, default=0) > MOST_ENTRY_BYTES:
        raise NotSavedError(ANY_NAME, NotSavedReason.OTHER, f"{len(files)} files, {sum(sizes)} bytes")
    listed = [
        {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    ]
    manifest = {
        "schema": f"{FORMAT}/{VERSION}",
        "made": made.isoformat(),
        "program": program,
        "files": listed,
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        archive.writestr(_entry(MANIFEST, made), text.encode())
        for name, data in files.items():
            archive.writestr(_entry(f"{DATA}{name}", made), data)
    return packed.getvalue()


def _entry(name: str, made: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, made.timetuple()[:6])
    entry.create_system = 3
    entry.external_attr = (stat.S_IFREG | 0o600) << 16
    # Plans with pictures and recordings are compressed already.
    is_text = name.endswith(".json")
    entry.compress_type = zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED
    return entry


def unpack(path: Path, belongs: Callable[[str], bool]) -> tuple[Manifest, Iterator[tuple[str, bytes]]]:
    """Return what a file says of itself, and its contents one by one, each checked as it is read.

    Args:
        path: The file.
        belongs: Tells whether a name is one that the data folder has.

    Raises:
        BackupRefusedError: It is not a backup, or it is damaged; also while the contents are read.
        NewerFileError: A newer version of the program made it.
    """
    try:
        _refuse_odd_ends(path)
        with zipfile.ZipFile(path) as archive:
            entries = {entry.orig_filename: entry for entry in archive.infolist()}
            manifest = _manifest(archive, entries, path.name)
            _check_entries(archive.infolist(), manifest, belongs)
    except FileNotFoundError:
        raise BackupRefusedError(path.name, BackupFault.NOT_FOUND) from None
    except _NotOneError as error:
        raise BackupRefusedError(path.name, BackupFault.NOT_A_BACKUP, str(error)) from None
    except zipfile.BadZipFile as error:
        raise BackupRefusedError(path.name, BackupFault.DAMAGED, str(error)) from None
    except OSError as error:
        raise BackupRefusedError(path.name, BackupFault.UNREADABLE, str(error)) from error
    except zip_directory.BROKEN as error:
        raise BackupRefusedError(path.name, BackupFault.DAMAGED, str(error)) from None
    return manifest, _contents(path, manifest)


def _refuse_odd_ends(path: Path) -> None:
    size = path.stat().st_size
    if size > MOST_BYTES + MOST_MANIFEST_BYTES:
        raise BackupRefusedError(path.name, BackupFault.TOO_LARGE)
    with path.open("rb") as file:
        if file.read(len(zip_directory.START)) != zip_directory.START:
            message = "no archive"
            raise _NotOneError(message)
        file.seek(-min(size, zip_directory.END_BYTES + zip_directory.ZIP64_BYTES), io.SEEK_END)
        entries = zip_directory.entries_promised(file.read(), size)
    if entries is None:
        message = "the end is missing"
        raise zipfile.BadZipFile(message)
    if entries > MOST_ENTRIES:
        message = f"{entries} entries"
        raise _NotOneError(message)


def _manifest(archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], file_name: str) -> Manifest:
    if MANIFEST not in entries:
        message = "no manifest"
        raise _NotOneError(message)
    with archive.open(entries[MANIFEST]) as content:
        raw = content.read(MOST_MANIFEST_BYTES + 1)
    if len(raw) > MOST_MANIFEST_BYTES:
        message = "the manifest is too long"
        raise _NotOneError(message)
    try:
        document = json.loads(raw)
        version = _version(document)
        if version > VERSION:
            raise NewerFileError(file_name, version, VERSION)
        return _read_manifest(document)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _NotOneError(repr(error)) from None


def _version(document: Any) -> int:  # noqa: ANN401 - whatever JSON holds
    found = _SCHEMA.fullmatch(str(document["schema"]))
    if found is None:
        raise ValueError(document["schema"])
    return int(found[1])


def _read_manifest(document: Any) -> Manifest:  # noqa: ANN401 - whatever JSON holds
    made = datetime.fromisoformat(document["made"])
    if made.tzinfo is None:
        raise ValueError(document["made"])
    files = {str(item["name"]): (int(item["bytes"]), str(item["sha256"])) for item in document["files"]}
    if len(files) != len(document["files"]) or any(length < 0 for length, _checksum in files.values()):
        message = "a name twice, or a length below nothing"
        raise ValueError(message)
    return Manifest(made, str(document["program"])[:40], files)


def _check_entries(
    entries: list[zipfile.ZipInfo], manifest: Manifest, belongs: Callable[[str], bool]
) -> None:
    named = [entry.orig_filename for entry in entries]
    if sorted(named) != sorted([MANIFEST, *(f"{DATA}{name}" for name in manifest.files)]):
        message = "other files than the manifest says"
        raise zipfile.BadZipFile(message)
    if not all(belongs(name) for name in manifest.files):
        message = "a name that is not one of ours"
        raise _NotOneError(message)
    if not all(_is_plain(entry) for entry in entries) or zip_directory.overlap(entries):
        message = "an odd entry"
        raise zipfile.BadZipFile(message)
    if sum(entry.file_size for entry in entries) > MOST_BYTES + MOST_MANIFEST_BYTES:
        message = "too large when unpacked"
        raise zipfile.BadZipFile(message)


def _is_plain(entry: zipfile.ZipInfo) -> bool:
    return (
        zip_directory.is_file(entry)
        and not zip_directory.is_encrypted(entry)
        and entry.compress_type in zip_directory.COMPRESSIONS
        and entry.file_size <= MOST_ENTRY_BYTES
    )


def _contents(path: Path, manifest: Manifest) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            for name, (length, checksum) in manifest.files.items():
                with archive.open(f"{DATA}{name}") as content:
                    # Never more than was promised, whatever the stream unpacks to.
                    data = content.read(min(length, MOST_ENTRY_BYTES) + 1)
                if len(data) != length or hashlib.sha256(data).hexdigest() != checksum:
                    raise BackupRefusedError(path.name, BackupFault.DAMAGED, name)
                yield name, data
    except (KeyError, *zip_directory.BROKEN) as error:
        raise BackupRefusedError(path.name, BackupFault.DAMAGED, str(error)) from None
