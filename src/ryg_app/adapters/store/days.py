"""The diary days: a file for each calendar year, a document for each day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ryg_app.adapters.store.codecs import decode_day, encode_day
from ryg_app.adapters.store.database import Databases, Table, decoding
from ryg_app.domain.diary import DayLog

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

KIND = "days"
# The previous generation alone is enough: it is opened when the year's file has been lost.
_YEAR_FILE = re.compile(r"log-(\d{4})\.json(\.bak)?")


class DayLogFiles:
    """The diary days of one data folder."""

    def __init__(self, databases: Databases) -> None:
        self._databases = databases
        self._years: dict[int, dict[date, DayLog]] = {}

    def get(self, day: date) -> DayLog:
        """Return the day, empty if nothing was kept of it.

        Raises:
            DamagedFileError: The year's file cannot be read.
        """
        return self._year(day.year).get(day, DayLog(day))

    def between(self, first: date, last: date) -> tuple[DayLog, ...]:
        """Return the days that hold anything, both ends included, in order.

        Raises:
            DamagedFileError: A year's file cannot be read.
        """
        years = (year for year in self._years_kept() if first.year <= year <= last.year)
        return tuple(log for log in self._days_of(years) if first <= log.day <= last)

    def every(self) -> tuple[DayLog, ...]:
        """Return all days that hold anything, in order.

        Raises:
            DamagedFileError: A year's file cannot be read.
        """
        return tuple(self._days_of(self._years_kept()))

    def save(self, log: DayLog) -> None:
        """Write the day; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        document = encode_day(log)
        kept = decode_day(document)
        year = self._year(log.day.year)
        try:
            self._table(log.day.year).put(log.day.toordinal(), document)
        except BaseException:
            del self._years[log.day.year]
            raise
        year[log.day] = kept

    def _days_of(self, years: Iterable[int]) -> Iterable[DayLog]:
        for number in years:
            year = self._year(number)
            yield from (year[day] for day in sorted(year) if not year[day].is_empty)

    def _years_kept(self) -> list[int]:
        found = {year for year, days in self._years.items() if days}
        if self._databases.folder.is_dir():
            names = (_YEAR_FILE.fullmatch(path.name) for path in self._databases.folder.iterdir())
            found.update(int(name[1]) for name in names if name)
        return sorted(found)

    def _year(self, year: int) -> dict[date, DayLog]:
        if year not in self._years:
            self._years[year] = _decoded(self._table(year), year)
        return self._years[year]

    def _table(self, year: int) -> Table:
        return self._databases.table(KIND, f"log-{year:04}.json")


def _decoded(table: Table, year: int) -> dict[date, DayLog]:
    with decoding(table.file_name):
        days = {number: decode_day(document) for number, document in table.documents().items()}
        for number, log in days.items():
            if log.day.year != year or log.day.toordinal() != number:
                message = f"document {number} is of {log.day}"
                raise ValueError(message)
    return {log.day: log for log in days.values()}
