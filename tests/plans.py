"""Plans for tests: the example, changed in one place or packed with pictures."""

from __future__ import annotations

import copy
import functools
import hashlib
import io
import json
import warnings
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ryg_app.adapters.catalogue import load_exercises, load_templates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.template import Template

ASSETS = Path(__file__).parents[1] / "assets"
EXAMPLE_FILE = Path(__file__).parent / "data" / "plan.rygplan"

# The smallest bytes that begin as these kinds of pictures do.
PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)
JPG = b"\xff\xd8\xff\xe0" + bytes(16)
WEBP = b"RIFF\x10\x00\x00\x00WEBP" + bytes(16)

Entry = tuple[str | zipfile.ZipInfo, bytes]


@functools.cache
def exercises() -> Mapping[str, Exercise]:
    return load_exercises(ASSETS)


@functools.cache
def templates() -> Mapping[str, Template]:
    return load_templates(ASSETS, exercises())


def example() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(EXAMPLE_FILE.read_text(encoding="utf-8"))
    return document


def with_field(path: str, value: object) -> dict[str, Any]:
    """Return the example with one field set; the path is written ``phases.0.weeks``."""
    document = example()
    holder, last = _holder(document, path)
    holder[last] = copy.deepcopy(value)
    return document


def without_field(path: str) -> dict[str, Any]:
    document = example()
    holder, last = _holder(document, path)
    del holder[last]
    return document


def as_json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def picture_name(data: bytes, kind: str) -> str:
    return f"media/{hashlib.sha256(data).hexdigest()}.{kind}"


def with_pictures(*names: str) -> dict[str, Any]:
    return with_field("exercises.3.own.pictures", list(names))


def as_zip(*entries: Entry, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in entries:
            archive.writestr(name, content)
    return packed.getvalue()


def example_zip(*more: Entry) -> bytes:
    return as_zip(("plan.json", as_json(example())), *more)


def zip_with_pictures() -> bytes:
    names = picture_name(PNG, "png"), picture_name(JPG, "jpg"), picture_name(WEBP, "webp")
    plan = ("plan.json", as_json(with_pictures(*names)))
    return as_zip(plan, *zip(names, (PNG, JPG, WEBP), strict=True))


def _holder(document: Any, path: str) -> tuple[Any, str | int]:
    *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
    for part in way:
        document = document[part]
    return document, last
