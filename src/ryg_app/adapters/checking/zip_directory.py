"""A zip file's own table of contents, looked at before any of it is believed."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

START = b"PK\x03\x04"
END_BYTES = 22
ZIP64_BYTES = 20
COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What ``zipfile`` raises for a file that is not as its directory says.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)

_END_RECORD = struct.Struct("<4s4H2LH")
_END_SIGNATURE, _ZIP64_SIGNATURE = b"PK\x05\x06", b"PK\x06\x07"
_LOCAL_HEADER_BYTES = 30
# One directory entry is 46 bytes, a name of at most 75, and whatever extra fields its maker adds.
_MOST_DIRECTORY_BYTES_AN_ENTRY = 400
_ENCRYPTED = 0x1 | 0x40 | 0x2000


def entries_promised(tail: bytes, size: int) -> int | None:
    """Return how many entries the end of the file speaks of, or ``None`` when it is not a plain end.

    A directory of a million entries takes seconds to read, so this looks before ``zipfile`` does. A comment,
    a zip64 record (which would be believed instead) and a directory that is not right before the end are odd.

    Args:
        tail: The last bytes of the file, at least ``END_BYTES + ZIP64_BYTES`` where it has so many.
        size: How long the file is.
    """
    if len(tail) < END_BYTES:
        return None
    record = tail[-END_BYTES:]
    signature, _disk, _start_disk, _here, entries, length, offset, comment = _END_RECORD.unpack(record)
    if signature != _END_SIGNATURE or comment or offset + length != size - END_BYTES:
        return None
    if tail[:-END_BYTES][-ZIP64_BYTES:].startswith(_ZIP64_SIGNATURE):
        return None
    return max(int(entries), int(length) // _MOST_DIRECTORY_BYTES_AN_ENTRY)


def is_file(entry: zipfile.ZipInfo) -> bool:
    """Tell whether the entry is a file: no folder, link or device."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return not entry.orig_filename.endswith("/") and kind in (0, stat.S_IFREG)


def is_encrypted(entry: zipfile.ZipInfo) -> bool:
    """Tell whether the entry can only be read with a password."""
    return bool(entry.flag_bits & _ENCRYPTED)


def overlap(entries: Iterable[zipfile.ZipInfo]) -> bool:
    """Tell whether two entries claim the same bytes, as those of a bomb do."""
    end_of_previous = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end_of_previous:
            return True
        name_bytes = len(entry.orig_filename.encode("utf-8", "replace"))
        end_of_previous = entry.header_offset + _LOCAL_HEADER_BYTES + name_bytes + entry.compress_size
    return False
