"""Reading a log from outside: everything that is wrong with it is named, nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.adapters.checking.json_text import JsonLimits, parse_json
from ryg_app.adapters.checking.problems import ContentRefusedError, Problems, refuse
from ryg_app.adapters.checking.source import bytes_of
from ryg_app.adapters.log_file.schema import read_log_fields
from ryg_app.domain.errors import FileRefusedError, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ryg_app.domain.extract import KeptLog
    from ryg_app.domain.plan import PlanFile

# Ten full years take a third of it. A plan inside is six deep and lies two down; two more levels let
# a misplaced field be named instead of the whole file refused.
LIMITS = JsonLimits(bytes=10_000_000, depth=10)


def read_log(data: bytes, file_name: str, read_plan: Callable[[object], PlanFile]) -> KeptLog:
    """Return the log that the bytes hold.

    Raises:
        FileRefusedError: It was not taken; up to 100 problems are named.
    """
    try:
        return _read(data, read_plan)
    except ContentRefusedError as error:
        raise FileRefusedError(file_name, error.problems) from None


def read_log_file(path: Path, read_plan: Callable[[object], PlanFile]) -> KeptLog:
    """Return the log in a file, of which never more than 10 MB are read.

    Raises:
        FileRefusedError: It was not taken; up to 100 problems are named.
    """
    try:
        data = bytes_of(path, lambda _start: LIMITS.bytes)
    except ContentRefusedError as error:
        raise FileRefusedError(path.name, error.problems) from None
    return read_log(data, path.name, read_plan)


def _read(data: bytes, read_plan: Callable[[object], PlanFile]) -> KeptLog:
    if not data:
        raise refuse(ProblemCode.EMPTY)
    problems = Problems()
    log = read_log_fields(parse_json(data, LIMITS), read_plan, problems)
    if log is None or problems.found:
        raise ContentRefusedError(*problems.found)
    return log
