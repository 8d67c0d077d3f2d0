"""``export``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.cli.calendar import CALENDAR, export_calendar
from ryg_app.cli.call import DONE
from ryg_app.cli.sheets import PDF, write_appointment
from ryg_app.cli.values import UsageError, require_ending
from ryg_app.domain.errors import FutureDayError
from ryg_app.wording.document_words import document_words
from ryg_app.wording.headings import table_headings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from ryg_app.application.app import App
    from ryg_app.cli.call import Call
    from ryg_app.domain.extract import LogExtract

    Write = Callable[[Call, App, LogExtract, Path], tuple[Path, ...]]

DOCUMENT = ".fhir.json"


def export(call: Call) -> int:
    """Write a sheet, tables, an open file, or the calendar of reminders, as the ending of the name says."""
    _, out, first, last = call.words.gettext, *_wanted(call)
    if out.suffix.lower() == CALENDAR:
        return export_calendar(call)
    if first and last and last < first:
        raise UsageError(_("The last day (--to) is before the first (--from)."))
    if out.suffix.lower() == PDF:
        return _export_sheet(call, out, first, last)
    write = _writer(call, out)
    with call.app(writing=False) as app:
        _refuse_future(app, first, last)
        extract = app.exporting.extract(call.words.language, first, last)
        written = write(call, app, extract, out)
    for name in extract.lost_plans:
        sentence = _(
            "The plan {file} is missing or damaged, so what was planned while it was in use is left out."
        )
        call.complain(sentence.format(file=name))
    for path in written:
        call.say(_("Made: {file}").format(file=path))
    return DONE


def _export_sheet(call: Call, out: Path, first: date | None, last: date | None) -> int:
    with call.app(writing=False) as app:
        _refuse_future(app, first, last)
        return write_appointment(call, app, out, first, last)


def _wanted(call: Call) -> tuple[Path, date | None, date | None]:
    return call.arguments.out, call.arguments.first, call.arguments.last


def _writer(call: Call, out: Path) -> Write:
    writers: dict[str, Write] = {
        ".csv": _tables,
        ".xlsx": _workbook,
        ".ryglog": _log,
        DOCUMENT: _document,
    }
    if call.arguments.codes and not out.name.lower().endswith(DOCUMENT):
        raise UsageError(call.words.gettext("--codes only goes with a name that ends in .fhir.json."))
    require_ending(call.words, out, PDF, *writers, CALENDAR)
    return next(write for ending, write in writers.items() if out.name.lower().endswith(ending))


def _refuse_future(app: App, *days: date | None) -> None:
    today = app.diary.today()
    for day in days:
        if day is not None and day > today:
            raise FutureDayError(day, today)


def _tables(call: Call, app: App, extract: LogExtract, out: Path) -> tuple[Path, ...]:
    return app.exporting.write_tables(extract, table_headings(call.words), out)


def _workbook(call: Call, app: App, extract: LogExtract, out: Path) -> tuple[Path, ...]:
    return (app.exporting.write_workbook(extract, table_headings(call.words), out),)


def _document(call: Call, app: App, extract: LogExtract, out: Path) -> tuple[Path, ...]:
    mapping: Path | None = call.arguments.codes
    codes = app.exporting.codes(mapping) if mapping else None
    return (app.exporting.write_document(extract, document_words(call.words), out, codes=codes),)


def _log(call: Call, app: App, extract: LogExtract, out: Path) -> tuple[Path, ...]:
    del call
    return (app.exporting.write_log(extract, out),)
