"""Telling files of one kind from all others, and older from newer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ryg_app.adapters.checking.problems import shown
from ryg_app.domain.errors import ProblemCode

if TYPE_CHECKING:
    from ryg_app.adapters.checking.problems import Problems

_NUMBERED = re.compile(r"([1-9][0-9]{0,5})")


def is_schema(document: object, known: str, problems: Problems) -> bool:
    """Tell whether a document says that it is of the schema ``name/number``; note why not."""
    if not isinstance(document, dict):
        problems.add(ProblemCode.NOT_OBJECT, "", found=shown(document))
        return False
    written = document.get("schema")
    if written == known:
        return True
    name, _, number = known.rpartition("/")
    spelled = written.rpartition("/") if isinstance(written, str) else ("", "", "")
    if spelled[0] == name and _NUMBERED.fullmatch(spelled[2]):
        problems.add(ProblemCode.NEWER_SCHEMA, "schema", found=int(spelled[2]), known=int(number))
    else:
        problems.add(ProblemCode.WRONG_SCHEMA, "schema", found=shown(written or ""), known=known)
    return False
