"""Reminders in their file: a document for each diary day, and one for the patient's choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.adapters.store.database import Databases, OneDocument, decoding
from ryg_app.adapters.store.reminders_codec import decode_book, decode_events, encode_book, encode_events
from ryg_app.domain.reminders import ReminderBook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ryg_app.domain.reminders import ReminderEvent

KIND, BOOK_KIND, FILE_NAME = "reminders", "reminder_choices", "reminders.json"


class ReminderEventsFile:
    """What became of each reminder, in one data folder."""

    def __init__(self, databases: Databases) -> None:
        self._table = databases.table(KIND, FILE_NAME, expendable=True)
        self._days: dict[date, tuple[ReminderEvent, ...]] | None = None

    def get(self, day: date) -> tuple[ReminderEvent, ...]:
        """Return the transitions of a diary day's reminders, in the order they were recorded.

        Raises:
            DamagedFileError: The file cannot be read.
        """
        return self._every().get(day, ())

    def between(self, first: date, last: date) -> tuple[ReminderEvent, ...]:
        """Return the transitions of those days, both ends included, day by day.

        Raises:
            DamagedFileError: The file cannot be read.
        """
        days = self._every()
        return tuple(event for day in sorted(days) if first <= day <= last for event in days[day])

    def save(self, days: Mapping[date, tuple[ReminderEvent, ...]]) -> None:
        """Write the transitions of some days; return only once they are durable.

        Raises:
            NotSavedError: Not all of them were written.
        """
        documents = {day.toordinal(): encode_events(day, events) for day, events in days.items()}
        kept = dict(decode_events(document) for document in documents.values())
        every, self._days = self._every(), None
        self._table.put_all(documents)
        self._days = {**every, **kept}

    def _every(self) -> dict[date, tuple[ReminderEvent, ...]]:
        if self._days is None:
            with decoding(FILE_NAME):
                self._days = dict(decode_events(document) for document in self._table.documents().values())
        return self._days


class ReminderBookFile:
    """What the patient has chosen about reminders, in one data folder."""

    def __init__(self, databases: Databases) -> None:
        self._file = OneDocument(databases.table(BOOK_KIND, FILE_NAME, expendable=True))
        self._book: ReminderBook | None = None

    def get(self) -> ReminderBook:
        """Return it, or the defaults.

        Raises:
            DamagedFileError: The file cannot be read.
        """
        if self._book is None:
            self._book = self._file.get(decode_book) or ReminderBook()
        return self._book

    def save(self, book: ReminderBook) -> None:
        """Write it; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        document = encode_book(book)
        kept = decode_book(document)
        self._book = None
        self._file.put(document)
        self._book = kept
