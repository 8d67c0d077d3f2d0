"""The tables as a workbook of two sheets: real dates, real numbers, and text that stays text."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ryg_app.adapters.tables.rows import day_rows, exercise_rows
from ryg_app.domain.table import DAY_COLUMNS, EXERCISE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ryg_app.adapters.tables.rows import Value
    from ryg_app.domain.extract import LogExtract
    from ryg_app.domain.table import TableHeadings

# A cell of a workbook holds no more: https://support.microsoft.com/excel-specifications-and-limits
MOST_CHARACTERS = 32_767
DATE_WIDTH, MOMENT_WIDTH, TEXT_WIDTH, LONG_WIDTH = 12, 17, 22, 60
WIDTHS = {
    "day": DATE_WIDTH,
    "recorded": MOMENT_WIDTH,
    "changed": MOMENT_WIDTH,
    "started": MOMENT_WIDTH,
    "ended": MOMENT_WIDTH,
    "note": LONG_WIDTH,
    "questions": LONG_WIDTH,
    "exercise": TEXT_WIDTH,
    "plan": TEXT_WIDTH,
    "state": TEXT_WIDTH,
    "activity_1": TEXT_WIDTH,
    "activity_2": TEXT_WIDTH,
    "activity_3": TEXT_WIDTH,
    "global_change": TEXT_WIDTH,
}
USUAL_WIDTH, HEADING_HEIGHT = 14, 62
A4, COLUMNS_A_PAGE = 9, 14


@dataclass(frozen=True, slots=True)
class _Formats:
    """The library's formats, one for each kind of cell."""

    heading: Any
    day: Any
    moment: Any
    decimal: Any
    number: Any
    text: Any


class Workbooks:
    """Writes a log as one workbook; the library is loaded when it is first asked."""

    def compose(self, extract: LogExtract, headings: TableHeadings) -> bytes:
        """Return the file's bytes; the same log always gives the same."""
        from xlsxwriter import Workbook

        made = io.BytesIO()
        as_they_are = dict.fromkeys(("strings_to_formulas", "strings_to_numbers", "strings_to_urls"), False)
        book = Workbook(made, {"in_memory": True, "remove_timezone": True, **as_they_are})
        book.set_properties({"title": headings.title, "created": extract.made.replace(tzinfo=None)})
        formats = _formats(book)
        days, done = headings.sheets
        _fill(book, days, DAY_COLUMNS, headings.days, day_rows(extract, headings.values), formats)
        rows = exercise_rows(extract, headings.values)
        _fill(book, done, EXERCISE_COLUMNS, headings.exercises, rows, formats)
        book.close()
        return made.getvalue()


def _formats(book: Any) -> _Formats:  # noqa: ANN401 - the library has no types
    top = {"valign": "top", "align": "left"}
    return _Formats(
        heading=book.add_format({"bold": True, "text_wrap": True, "bottom": 1, **top}),
        day=book.add_format({"num_format": "yyyy-mm-dd", **top}),
        moment=book.add_format({"num_format": "yyyy-mm-dd hh:mm", **top}),
        decimal=book.add_format({"num_format": "0.0", **top}),
        number=book.add_format({"num_format": "0", **top}),
        text=book.add_format({"text_wrap": True, **top}),
    )


def _fill(
    book: Any,  # noqa: ANN401 - the library has no types
    name: str,
    columns: tuple[str, ...],
    headings: Mapping[str, str],
    rows: Iterable[list[Value]],
    formats: _Formats,
) -> None:
    sheet = book.add_worksheet(name)
    last = 0
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDTHS.get(column, USUAL_WIDTH))
        sheet.write_string(0, place, headings[column], formats.heading)
    for last, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            _write(sheet, last, place, value, formats)
    sheet.set_row(0, HEADING_HEIGHT)
    sheet.freeze_panes(1, 1)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1 + len(columns) // COLUMNS_A_PAGE, 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _write(sheet: Any, row: int, column: int, value: Value, formats: _Formats) -> None:  # noqa: ANN401
    match value:
        case None | "":
            return
        case str():
            text = value.encode("utf-8", "replace").decode()
            sheet.write_string(row, column, text[:MOST_CHARACTERS], formats.text)
        case float():
            sheet.write_number(row, column, round(value, 1), formats.decimal)
        case datetime():
            minute = value.replace(second=0, microsecond=0, tzinfo=None)
            sheet.write_datetime(row, column, minute, formats.moment)
        case date():
            sheet.write_datetime(row, column, value, formats.day)
        case _:
            sheet.write_number(row, column, value, formats.number)
