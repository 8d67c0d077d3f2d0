"""JSON as strict as it should have been: UTF-8, no doubled keys, no infinities, nothing bottomless."""

from __future__ import annotations

import codecs
import json
import math
import re
from dataclasses import dataclass
from typing import NoReturn

from ryg_app.adapters.checking.problems import refuse, shown
from ryg_app.domain.errors import ProblemCode

# Ten full years of a diary hold half as many. A value of three bytes may take hundreds in memory.
MAX_VALUES = 600_000
MAX_DIGITS = 15

# A string is consumed to its end even if it never closes, so that the scan stays linear.
_STRING_OR_MARK = re.compile(r'"(?:[^"\\]++|\\.)*+["\\]?+|[][{},]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class JsonLimits:
    """How much is looked at.

    Attributes:
        bytes: Bytes of the text.
        depth: Levels of braces and brackets.
    """

    bytes: int
    depth: int


def parse_json(data: bytes, limits: JsonLimits) -> object:
    """Return the value that the bytes spell.

    Raises:
        ContentRefusedError: They are too many, not UTF-8, not JSON, too deep, or mean two things at once.
    """
    text = _decoded(data, limits.bytes)
    _refuse_bottomless(text, limits.depth)
    try:
        return json.loads(
            text,
            object_pairs_hook=_without_duplicates,
            parse_constant=_refuse_constant,
            parse_int=_short_integer,
            parse_float=_finite_number,
        )
    except json.JSONDecodeError as error:
        raise refuse(ProblemCode.NOT_JSON, line=error.lineno, column=error.colno) from None


def _decoded(data: bytes, most: int) -> str:
    if len(data) > most:
        raise refuse(ProblemCode.TOO_LARGE, limit=most)
    if data.startswith(codecs.BOM_UTF8):
        raise refuse(ProblemCode.BYTE_ORDER_MARK)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise refuse(ProblemCode.NOT_UTF8, position=error.start) from None


def _refuse_bottomless(text: str, deepest: int) -> None:
    depth = values = 0
    for token in _STRING_OR_MARK.finditer(text):
        mark = token[0]
        if mark in ("[", "{"):
            depth += 1
            if depth > deepest:
                raise refuse(ProblemCode.TOO_DEEP, limit=deepest)
        elif mark in ("]", "}"):
            depth -= 1
            continue
        elif mark != ",":
            continue
        values += 1
    if values > MAX_VALUES:
        raise refuse(ProblemCode.TOO_MANY_VALUES, limit=MAX_VALUES)


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record: dict[str, object] = {}
    for key, value in pairs:
        if key in record:
            raise refuse(ProblemCode.DUPLICATE_KEY, field=shown(key))
        record[key] = value
    return record


def _refuse_constant(name: str) -> NoReturn:
    raise refuse(ProblemCode.NOT_FINITE, found=name)


def _short_integer(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise refuse(ProblemCode.NUMBER_TOO_LONG, limit=MAX_DIGITS)
    return int(digits)


def _finite_number(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise refuse(ProblemCode.NOT_FINITE, found=shown(digits))
    if len(digits) > 2 * MAX_DIGITS:
        raise refuse(ProblemCode.NUMBER_TOO_LONG, limit=MAX_DIGITS)
    return number
