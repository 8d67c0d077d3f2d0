"""Reading a plan file from outside: everything that is wrong with it is named, nothing is guessed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ryg_app.adapters.checking.json_text import JsonLimits, parse_json
from ryg_app.adapters.checking.problems import ContentRefusedError, Problems, refuse
from ryg_app.adapters.checking.source import bytes_of
from ryg_app.adapters.plan_file.archive import MAX_JSON_BYTES, PLAN_NAME, is_archive, unpack
from ryg_app.adapters.plan_file.pictures import check_pictures
from ryg_app.adapters.plan_file.schema import read_plan_fields
from ryg_app.domain.errors import FileRefusedError, ProblemCode
from ryg_app.domain.plan import PlanFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ryg_app.domain.exercise import Exercise

MAX_FILE_BYTES = 30_000_000
# The schema itself is six deep; two more let a misplaced field be named instead of the whole file refused.
JSON_LIMITS = JsonLimits(MAX_JSON_BYTES, depth=8)


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
        data = bytes_of(path, lambda start: MAX_FILE_BYTES if is_archive(start) else MAX_JSON_BYTES)
    except ContentRefusedError as error:
        raise FileRefusedError(path.name, error.problems) from None
    return read_plan(data, path.name, exercises)


def read_plan_document(document: object, exercises: Mapping[str, Exercise]) -> PlanFile:
    """Return the plan of a parsed ``plan.json`` that came without its pictures.

    Raises:
        FileRefusedError: It was not taken; up to 100 problems are named.
    """
    problems = Problems()
    plan = read_plan_fields(document, exercises, problems)
    if plan is None or problems.found:
        raise FileRefusedError(PLAN_NAME, problems.found)
    return PlanFile(plan, {}, json.dumps(document).encode())


def _read(data: bytes, exercises: Mapping[str, Exercise]) -> PlanFile:
    if not data:
        raise refuse(ProblemCode.EMPTY)
    if len(data) > MAX_FILE_BYTES:
        raise refuse(ProblemCode.TOO_LARGE, limit=MAX_FILE_BYTES)
    plan_json, pictures = unpack(data) if is_archive(data) else (data, {})
    problems = Problems()
    plan = read_plan_fields(parse_json(plan_json, JSON_LIMITS), exercises, problems)
    if plan is not None:
        check_pictures(plan, pictures, problems)
        if not problems.found:
            return PlanFile(plan, pictures, data)
    raise ContentRefusedError(*problems.found)
