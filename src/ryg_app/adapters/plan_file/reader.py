"""Reading a plan file from outside: everything that is wrong with it is named, nothing is guessed."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from ryg_app.adapters.plan_file.archive import is_archive, unpack
from ryg_app.adapters.plan_file.json_text import MAX_BYTES as MAX_JSON_BYTES
from ryg_app.adapters.plan_file.json_text import parse_json
from ryg_app.adapters.plan_file.pictures import check_pictures
from ryg_app.adapters.plan_file.problems import ContentRefusedError, Problems, refuse
from ryg_app.adapters.plan_file.schema import read_plan_fields
from ryg_app.domain.errors import FileRefusedError, ProblemCode
from ryg_app.domain.plan import PlanFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ryg_app.domain.exercise import Exercise

MAX_FILE_BYTES = 30_000_000


def read_plan(data: bytes, file_name: str, exercises: Mapping[str, Exercise]) -> PlanFile:
    """Return the plan that the bytes hold, as plain JSON or as a zip with pictures.

    Raises:
        FileRefusedError: It was not taken; up to 100 problems are named.
    """
    try:
        return _read(data, exercises)
    except ContentRefusedError as error:
        raise FileRefusedError(file_name, error.problems) from None


def read_plan_file(path: Path, exercises: Mapping[str, Exercise]) -> PlanFile:
    """Return the plan in a file, of which never more than 30 MB are read.

    Raises:
        FileRefusedError: It was not taken; up to 100 problems are named.
    """
    try:
        data = _bytes_of(path)
    except ContentRefusedError as error:
        raise FileRefusedError(path.name, error.problems) from None
    return read_plan(data, path.name, exercises)


def _read(data: bytes, exercises: Mapping[str, Exercise]) -> PlanFile:
    if not data:
        raise refuse(ProblemCode.EMPTY)
    if len(data) > MAX_FILE_BYTES:
        raise refuse(ProblemCode.TOO_LARGE, limit=MAX_FILE_BYTES)
    plan_json, pictures = unpack(data) if is_archive(data) else (data, {})
    problems = Problems()
    plan = read_plan_fields(parse_json(plan_json), exercises, problems)
    if plan is not None:
        check_pictures(plan, pictures, problems)
        if not problems.found:
            return PlanFile(plan, pictures, data)
    raise ContentRefusedError(*problems.found)


def _bytes_of(path: Path) -> bytes:
    try:
        state = path.stat()
        # Opening a pipe would wait for somebody to write to it.
        if not stat.S_ISREG(state.st_mode):
            raise refuse(ProblemCode.UNREADABLE)
        if state.st_size > MAX_FILE_BYTES:
            raise refuse(ProblemCode.TOO_LARGE, limit=MAX_FILE_BYTES)
        with path.open("rb") as file:
            start = file.read(MAX_JSON_BYTES + 1)
            return start + file.read(MAX_FILE_BYTES + 1 - len(start)) if is_archive(start) else start
    except FileNotFoundError:
        raise refuse(ProblemCode.NOT_FOUND) from None
    except (OSError, ValueError):
        raise refuse(ProblemCode.UNREADABLE) from None
