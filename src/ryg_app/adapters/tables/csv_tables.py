"""Tables that Danish Excel opens right: semicolons, a byte order mark, ISO dates, decimal commas."""

from __future__ import annotations

import codecs
import csv
import io
from datetime import date, datetime
from typing import TYPE_CHECKING

from ryg_app.adapters.tables.rows import day_rows, exercise_rows
from ryg_app.domain.table import DAY_COLUMNS, EXERCISE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ryg_app.adapters.tables.rows import Value
    from ryg_app.domain.extract import LogExtract
    from ryg_app.domain.table import TableHeadings

# A spreadsheet takes a cell that begins so for a formula, also in full width, or drops white space and then
# does. https://owasp.org/www-community/attacks/CSV_Injection
FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
WHITE_STARTS = ("\t", "\r", "\n")


class CsvTables:
    """Writes a log as two CSV tables."""

    def days(self, extract: LogExtract, headings: TableHeadings) -> bytes:
        """Return one row for each day of the period, also those that hold nothing."""
        return _table([headings.days[name] for name in DAY_COLUMNS], day_rows(extract, headings.values))

    def exercises(self, extract: LogExtract, headings: TableHeadings) -> bytes:
        """Return one row for each exercise of each session in the period."""
        columns = [headings.exercises[name] for name in EXERCISE_COLUMNS]
        return _table(columns, exercise_rows(extract, headings.values))


def _table(headings: list[str], rows: Iterable[list[Value]]) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_cell(value) for value in row] for row in rows)
    # A lone surrogate, which an old file may hold, is no reason to give nothing at all.
    return codecs.BOM_UTF8 + written.getvalue().encode("utf-8", "replace")


def _cell(value: Value) -> str | int:
    match value:
        case None:
            return ""
        case str():
            return f"'{value}" if _is_like_a_formula(value) else value
        case float():
            return f"{value:.1f}".replace(".", ",")
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case _:
            return value


def _is_like_a_formula(text: str) -> bool:
    return text.startswith(WHITE_STARTS) or text.lstrip().startswith(FORMULA_STARTS)
