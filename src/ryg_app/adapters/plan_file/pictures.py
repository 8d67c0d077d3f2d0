"""Pictures in a plan file: named by their content, three kinds, each where the plan says."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from ryg_app.adapters.checking.problems import shown
from ryg_app.domain.errors import FileRefusedError, Problem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ryg_app.adapters.checking.problems import Problems
    from ryg_app.domain.plan import Plan

PICTURE_NAME = re.compile(r"media/([0-9a-f]{64})\.(png|jpg|webp)")
PICTURE_KINDS = "png, jpg, webp"
_WEBP_FORM = slice(8, 12)


def picture_name(data: bytes, file_name: str) -> str:
    """Return the name under which a plan file holds the picture that came from ``file_name``.

    Raises:
        FileRefusedError: It is not a PNG, JPEG or WebP picture.
    """
    kind = _kind_of(data)
    if kind is None:
        found = {"found": shown(file_name), "allowed": PICTURE_KINDS}
        raise FileRefusedError(file_name, (Problem(ProblemCode.PICTURE_KIND, "", found),))
    return f"media/{hashlib.sha256(data).hexdigest()}.{kind}"


def check_pictures(plan: Plan, pictures: Mapping[str, bytes], problems: Problems) -> None:
    """Note every picture that is missing, unused, of another kind than its name says, or changed."""
    used = dict(_used_pictures(plan))
    for name, where in used.items():
        if name not in pictures:
            problems.add(ProblemCode.PICTURE_MISSING, where, name=name)
    for name, data in pictures.items():
        if name not in used:
            problems.add(ProblemCode.PICTURE_UNUSED, name, name=name)
        _check_content(name, data, problems)


def _used_pictures(plan: Plan) -> Iterator[tuple[str, str]]:
    for number, entry in enumerate(plan.exercises, start=1):
        for position, name in enumerate(entry.own.pictures if entry.own else (), start=1):
            yield name, f"exercises[{number}].own.pictures[{position}]"


def _check_content(name: str, data: bytes, problems: Problems) -> None:
    spelled = PICTURE_NAME.fullmatch(name)
    if spelled is None:
        problems.add(ProblemCode.PICTURE_NAME, name, found=name)
    elif hashlib.sha256(data).hexdigest() != spelled[1]:
        problems.add(ProblemCode.PICTURE_HASH, name, name=name)
    elif _kind_of(data) != spelled[2]:
        problems.add(ProblemCode.PICTURE_KIND, name, found=_kind_of(data) or "", allowed=PICTURE_KINDS)


def _kind_of(data: bytes) -> str | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data.startswith(b"RIFF") and data[_WEBP_FORM] == b"WEBP":
        return "webp"
    return None
