"""One generation of a file as bytes: a header line with a checksum, then the tables as JSON."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

# Table → document number → document; TinyDB's own shape.
Tables: TypeAlias = dict[str, dict[str, Any]]

LARGEST_FILE = 64 * 1024 * 1024


class BadGenerationError(ValueError):
    """These bytes are not a generation that was written whole by the program."""


def pack(tables: Tables) -> bytes:
    """Return the bytes of a generation.

    Raises:
        BadGenerationError: It would be larger than 64 MiB.
        ValueError: A number is not finite, or the shape is not table, number, document.
    """
    _check_shape(tables)
    text = json.dumps(tables, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A lone surrogate cannot be UTF-8, but its backslash form is just what JSON writes for it.
    body = text.encode("utf-8", "backslashreplace")
    raw = _header(body) + b"\n" + body
    if len(raw) > LARGEST_FILE:
        raise BadGenerationError(len(raw))
    return raw


def unpack(raw: bytes) -> Tables:
    """Return the tables of a generation.

    Raises:
        BadGenerationError: A byte of it is not as it was written.
    """
    head, _, body = raw.partition(b"\n")
    if head != _header(body):
        message = "the checksum does not fit"
        raise BadGenerationError(message)
    try:
        tables = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
        _check_shape(tables)
    except (ValueError, RecursionError) as error:
        raise BadGenerationError(str(error)) from error
    return dict(tables)


def read(path: Path) -> Tables:
    """Return the tables in a file.

    Raises:
        BadGenerationError: A byte of it is not as it was written, or it is larger than 64 MiB.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        raw = file.read(LARGEST_FILE + 1)
    if len(raw) > LARGEST_FILE:
        message = f"larger than {LARGEST_FILE} bytes"
        raise BadGenerationError(message)
    return unpack(raw)


def _header(body: bytes) -> bytes:
    return b'{"ryg_store":1,"length":%d,"sha256":"%s"}' % (
        len(body),
        hashlib.sha256(body).hexdigest().encode(),
    )


def _check_shape(tables: object) -> None:
    if not isinstance(tables, dict) or not all(_is_table(table) for table in tables.values()):
        message = "not tables of numbered documents"
        raise ValueError(message)


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        _is_number(key) and isinstance(document, dict) for key, document in table.items()
    )


def _is_number(key: object) -> bool:
    # "01" beside "1" would silently become one document at the next save.
    return isinstance(key, str) and key.isascii() and key.isdigit() and (key == "0" or key[0] != "0")


def _refuse_constant(name: str) -> NoReturn:
    message = f"{name} is not a number"
    raise ValueError(message)
