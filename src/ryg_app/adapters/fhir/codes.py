"""A mapping to SNOMED CT that the user brings along; the program ships none of its codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ryg_app.adapters.checking.fields import Value
from ryg_app.adapters.checking.json_text import JsonLimits, parse_json
from ryg_app.adapters.checking.problems import ContentRefusedError, Problems
from ryg_app.adapters.checking.schema_name import is_schema
from ryg_app.adapters.checking.source import bytes_of
from ryg_app.domain.errors import FileRefusedError, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SCHEMA = "rygapp.codes/1"
MEANINGS = ("pain", "back", "leg", "left_leg", "right_leg", "exercise", "walking")
LIMITS = JsonLimits(bytes=64_000, depth=4)
# An SCTID has 6 to 18 digits: SNOMED CT Release File Specification, "SCTID Data Type".
_SCTID = re.compile(r"[1-9][0-9]{5,17}")


class CodeFiles:
    """Reads mapping files."""

    def read(self, path: Path) -> Mapping[str, str]:
        """Return the codes by meaning.

        Raises:
            FileRefusedError: It was not taken; every problem is named.
        """
        try:
            return _read(bytes_of(path, lambda _start: LIMITS.bytes))
        except ContentRefusedError as error:
            raise FileRefusedError(path.name, error.problems) from None


def _read(data: bytes) -> Mapping[str, str]:
    problems = Problems()
    document = parse_json(data, LIMITS)
    codes: dict[str, str] = {}
    if is_schema(document, SCHEMA, problems):
        with Value(document, "", problems).record() as fields:
            fields.get("schema")
            with fields["codes"].record() as named:
                for name in MEANINGS:
                    value = named.get(name)
                    if value is not None:
                        codes[name] = value.spelled(_SCTID, ProblemCode.NOT_SCTID)
    if problems.found:
        raise ContentRefusedError(*problems.found)
    return codes
