"""The zip form of a plan file, taken apart without trusting a word of what it says about itself."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from typing import TYPE_CHECKING

from ryg_app.adapters.checking import zip_directory
from ryg_app.adapters.checking.problems import ContentRefusedError, Problems, refuse, shown
from ryg_app.adapters.plan_file.pictures import PICTURE_KINDS, PICTURE_NAME
from ryg_app.domain.errors import ProblemCode

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAN_NAME = "plan.json"
MAX_JSON_BYTES = 512_000
MAX_ENTRIES = 200
MAX_ENTRY_BYTES = 8_000_000
MAX_TOTAL_BYTES = 40_000_000

_MEDIA_OF_ANOTHER_KIND = re.compile(r"media/[0-9A-Za-z_-]+\.(?!png$|jpg$|webp$)[0-9A-Za-z]+")


def is_archive(data: bytes) -> bool:
    """Tell whether the bytes begin as a zip file does."""
    return data.startswith(zip_directory.START)


def unpack(data: bytes) -> tuple[bytes, Mapping[str, bytes]]:
    """Return the bytes of ``plan.json`` and the pictures by name, all in memory.

    Raises:
        ContentRefusedError: The archive is broken, too large, or holds anything else.
    """
    _refuse_odd_directory(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_odd_entries(entries)
            contents = _read_all(archive, entries)
    except zip_directory.BROKEN:
        raise refuse(ProblemCode.BAD_ZIP) from None
    return contents.pop(PLAN_NAME), contents


def pack(plan_json: bytes, pictures: Mapping[str, bytes]) -> bytes:
    """Return an archive that is the same, byte for byte, whenever and wherever it is made."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in ((PLAN_NAME, plan_json), *sorted(pictures.items())):
            # Pictures are compressed already, and deflate differs between zlib versions.
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def _refuse_odd_directory(data: bytes) -> None:
    tail = data[-(zip_directory.END_BYTES + zip_directory.ZIP64_BYTES) :]
    entries = zip_directory.entries_promised(tail, len(data))
    if entries is None:
        raise refuse(ProblemCode.BAD_ZIP)
    if entries > MAX_ENTRIES:
        raise refuse(ProblemCode.ZIP_TOO_MANY_ENTRIES, limit=MAX_ENTRIES)


def _refuse_odd_entries(entries: list[zipfile.ZipInfo]) -> None:
    problems = Problems()
    if len(entries) > MAX_ENTRIES:
        raise refuse(ProblemCode.ZIP_TOO_MANY_ENTRIES, limit=MAX_ENTRIES)
    names: set[str] = set()
    for entry in entries:
        _check_entry(entry, problems)
        if entry.orig_filename in names:
            problems.add(ProblemCode.ZIP_DUPLICATE_ENTRY, shown(entry.orig_filename))
        names.add(entry.orig_filename)
    if PLAN_NAME not in names:
        problems.add(ProblemCode.ZIP_NO_PLAN, "")
    if sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
        problems.add(ProblemCode.ZIP_TOO_LARGE, "", limit=MAX_TOTAL_BYTES)
    if zip_directory.overlap(entries):
        problems.add(ProblemCode.BAD_ZIP, "")
    if problems.found:
        raise ContentRefusedError(*problems.found)


def _check_entry(entry: zipfile.ZipInfo, problems: Problems) -> None:
    # ``filename`` is cut at a NUL and has its separators changed; this is what the archive says.
    name = entry.orig_filename
    if not zip_directory.is_file(entry):
        problems.add(ProblemCode.ZIP_NOT_A_FILE, shown(name))
    elif name != PLAN_NAME and not PICTURE_NAME.fullmatch(name):
        if _MEDIA_OF_ANOTHER_KIND.fullmatch(name):
            problems.add(ProblemCode.PICTURE_KIND, shown(name), found=shown(name), allowed=PICTURE_KINDS)
        else:
            problems.add(ProblemCode.ZIP_ENTRY_NAME, shown(name))
    if zip_directory.is_encrypted(entry):
        problems.add(ProblemCode.ZIP_ENCRYPTED, shown(name))
    if entry.compress_type not in zip_directory.COMPRESSIONS:
        problems.add(ProblemCode.ZIP_COMPRESSION, shown(name))
    if entry.file_size > _most_bytes(name):
        problems.add(ProblemCode.ZIP_TOO_LARGE, shown(name), limit=_most_bytes(name))


def _read_all(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    contents: dict[str, bytes] = {}
    for entry in entries:
        limit = _most_bytes(entry.filename)
        with archive.open(entry) as content:
            contents[entry.filename] = content.read(limit + 1)
        if len(contents[entry.filename]) > limit:
            raise refuse(ProblemCode.ZIP_TOO_LARGE, entry.filename, limit=limit)
    return contents


def _most_bytes(name: str) -> int:
    return MAX_JSON_BYTES if name == PLAN_NAME else MAX_ENTRY_BYTES
