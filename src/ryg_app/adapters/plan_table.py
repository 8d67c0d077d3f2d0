"""A table of settings (CSV), one plan a row; described in docs/formats.md."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from ryg_app.adapters.checking.fields import Record, nearest
from ryg_app.adapters.checking.problems import ContentRefusedError, Problems, refuse, shown
from ryg_app.adapters.checking.source import bytes_of
from ryg_app.domain import plan_limits
from ryg_app.domain.errors import CellProblem, FileRefusedError, ProblemCode, TableRefusedError
from ryg_app.domain.exercise import Sides
from ryg_app.domain.plan_limits import Span
from ryg_app.domain.plan_settings import PlanSettings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ryg_app.domain.template import Template

    Row = tuple[int, list[str]]

MAX_BYTES = 1_000_000
ROWS = Span(1, 500)
COLUMNS = ("file", "template", "side", "weeks", "title", "clinic", "phone", "message", "exercises")
FILE, SUFFIX = "file", ".rygplan"
SIDES = (Sides.LEFT.value, Sides.RIGHT.value, Sides.BOTH.value)
USUAL_TEMPLATE = "general"
_SEPARATORS = (";", ",", "\t")
# What Windows, macOS and Linux all take for a name: no path, no device, no dot or space at either end.
_FILE_NAME = re.compile(
    r"(?i)(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$))(?![. ])[^<>:\"/\\|?*\x00-\x1f]{1,80}(?<![. ])"
)
_NUMBER = re.compile(r"[0-9]{1,6}")


def read_plan_table(path: Path, templates: Mapping[str, Template]) -> tuple[PlanSettings, ...]:
    """Return the settings of every row.

    Raises:
        FileRefusedError: It is no table, or holds too many rows or none.
        TableRefusedError: Cells are wrong; up to 100 are named by line and column.
    """
    try:
        (_line, columns), *rows = _rows(bytes_of(path, lambda _start: MAX_BYTES))
    except ContentRefusedError as error:
        raise FileRefusedError(path.name, error.problems) from None
    problems = [CellProblem(1, problem) for problem in _in_the_heading(columns).found]
    settings: list[PlanSettings] = []
    for line, cells in rows:
        found = Problems()
        settings.append(_settings(_named(columns, cells, found), templates, found))
        if settings[-1].file_name.casefold() in {row.file_name.casefold() for row in settings[:-1]}:
            found.add(ProblemCode.NOT_UNIQUE, FILE, found=settings[-1].file_name)
        problems += [CellProblem(line, problem) for problem in found.found]
    if problems:
        raise TableRefusedError(path.name, tuple(problems[:100]))
    return tuple(settings)


def _rows(data: bytes) -> list[Row]:
    text = _decoded(data)
    heading = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[Row] = []
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error:
        raise refuse(ProblemCode.NOT_TABLE, line=reader.line_num) from None
    if not ROWS.low < len(rows) <= ROWS.high + 1:
        found = max(len(rows) - 1, 0)
        raise refuse(ProblemCode.LIST_LENGTH, low=ROWS.low, high=ROWS.high, found=found)
    return [(rows[0][0], [name.strip().lower() for name in rows[0][1]]), *rows[1:]]


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # what Excel calls «CSV» without more ado


def _in_the_heading(columns: list[str]) -> Problems:
    problems = Problems()
    for place, name in enumerate(columns):
        if name not in COLUMNS:
            near = nearest(name, COLUMNS)
            problems.add(ProblemCode.UNKNOWN_FIELD, shown(name), field=shown(name), near=near)
        elif name in columns[:place]:
            problems.add(ProblemCode.NOT_UNIQUE, name, found=name)
    if FILE not in columns:
        problems.add(ProblemCode.MISSING, FILE)
    return problems


def _named(columns: list[str], cells: list[str], problems: Problems) -> dict[str, object]:
    """Return the cells that hold anything, by column; numbers are numbers."""
    if any(cell.strip() for cell in cells[len(columns) :]):
        problems.add(ProblemCode.LIST_LENGTH, "", low=1, high=len(columns), found=len(cells))
    written = {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if cell.strip()}
    return {
        name: int(cell) if name == "weeks" and _NUMBER.fullmatch(cell) else cell
        for name, cell in written.items()
        if name in COLUMNS
    }


def _settings(
    cells: Mapping[str, object], templates: Mapping[str, Template], found: Problems
) -> PlanSettings:
    record = Record(cells, "", found)
    side, weeks, clinic = record.get("side"), record.get("weeks"), record.get("clinic")
    template = record.get("template")
    chosen = template.one_of(templates, ProblemCode.NOT_ONE_OF) if template else USUAL_TEMPLATE
    named_side = side.one_of(SIDES, ProblemCode.NOT_ONE_OF) if side else None
    if "phone" in cells and clinic is None:
        found.add(ProblemCode.MISSING, "clinic")
    return PlanSettings(
        file_name=_file_name(record),
        template=chosen or USUAL_TEMPLATE,
        side=Sides(named_side) if named_side else None,
        weeks=weeks.integer(plan_limits.WEEKS) if weeks else None,
        title=_text(record, "title", plan_limits.TITLE),
        clinic=_text(record, "clinic", plan_limits.CLINIC_NAME),
        phone=_text(record, "phone", plan_limits.PHONE, is_phone=True),
        message=_text(record, "message", plan_limits.MESSAGE, lines=True),
        exercises=_exercises(record, templates[chosen]) if chosen else (),
    )


def _file_name(record: Record) -> str:
    value = record[FILE]
    name = value.text(Span(1, 80))
    if name and not _FILE_NAME.fullmatch(name):
        value.refuse(ProblemCode.BAD_FILE_NAME, found=name)
    return name if name.casefold().endswith(SUFFIX) else f"{name}{SUFFIX}"


def _text(record: Record, column: str, allowed: Span, *, lines: bool = False, is_phone: bool = False) -> str:
    value = record.get(column)
    return value.text(allowed, lines=lines, is_phone=is_phone) if value else ""


def _exercises(record: Record, template: Template) -> tuple[str, ...]:
    value, known = record.get("exercises"), [entry.entry_id for entry in template.exercises]
    chosen = tuple(str(value.found).split()) if value else ()
    for name in chosen:
        if value and name not in known:
            value.refuse(ProblemCode.NOT_ONE_OF, found=shown(name), allowed=", ".join(known))
    return chosen
