"""The TinyDB files of a data folder, each opened once."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from tinydb import TinyDB
from tinydb.table import Document as NumberedDocument

from ryg_app.adapters.store.migrations import Migrations
from ryg_app.adapters.store.storage import AtomicStorage
from ryg_app.domain.errors import DamagedFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from ryg_app.adapters.store.fields import Document

T = TypeVar("T")
ONLY = 1


class Table:
    """The numbered documents of one kind in one file."""

    def __init__(self, file_name: str, database: TinyDB, name: str) -> None:
        self.file_name = file_name
        self._table = database.table(name)

    def documents(self) -> dict[int, Document]:
        """Return copies of all documents by their number."""
        return {document.doc_id: dict(document) for document in self._table}

    def put(self, number: int, document: Document) -> None:
        """Save a document; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        # Not upsert: for a new document it saves twice, and the previous generation would be lost.
        if self._table.contains(doc_id=number):
            self._table.update(document, doc_ids=[number])
        else:
            self._table.insert(NumberedDocument(document, doc_id=number))

    def put_all(self, documents: Mapping[int, Document]) -> None:
        """Save several documents, the new ones at once; return only once they are durable.

        Raises:
            NotSavedError: Not all of them were written.
        """
        new = {n: document for n, document in documents.items() if not self._table.contains(doc_id=n)}
        if new:
            self._table.insert_multiple(NumberedDocument(new[number], doc_id=number) for number in new)
        for number in documents.keys() - new.keys():
            self._table.update(documents[number], doc_ids=[number])

    def clear(self) -> None:
        """Delete every document; return only once that is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        self._table.truncate()


class Databases:
    """Opens the files of one folder, and remembers which of them had to be recovered."""

    def __init__(self, folder: Path, migrations: Mapping[str, Migrations], *, read_only: bool) -> None:
        self.folder = folder
        self.read_only = read_only
        self._migrations = migrations
        self._storages: dict[str, AtomicStorage] = {}
        self._databases: dict[str, TinyDB] = {}

    @property
    def recovered(self) -> tuple[str, ...]:
        """Names of the files read so far whose previous generation was opened, or that were begun anew."""
        return tuple(sorted(name for name, storage in self._storages.items() if storage.recovered))

    def table(self, kind: str, file_name: str, *, expendable: bool = False) -> Table:
        """Return the table of that kind in a file, which is read when the table is first asked.

        Args:
            kind: The name of the table; says which migrations the file has.
            file_name: Its name in the folder.
            expendable: Begin the file anew when no good generation of it is left.
        """
        if file_name not in self._databases:
            storage = AtomicStorage(
                self.folder / file_name,
                self._migrations.get(kind, Migrations()),
                read_only=self.read_only,
                expendable=expendable,
            )
            self._storages[file_name] = storage
            self._databases[file_name] = TinyDB(storage=lambda: storage)
        return Table(file_name, self._databases[file_name], kind)

    def close(self) -> None:
        """Let go of every file."""
        for database in self._databases.values():
            database.close()


class OneDocument:
    """A file that holds one document."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, decode: Callable[[object], T]) -> T | None:
        """Return what ``decode`` makes of the document, or ``None`` if there is none.

        Raises:
            DamagedFileError: The file or the document cannot be read.
        """
        document = self._table.documents().get(ONLY)
        with decoding(self._table.file_name):
            return None if document is None else decode(document)

    def put(self, document: Document) -> None:
        """Save the document; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        self._table.put(ONLY, document)

    def clear(self) -> None:
        """Delete the document; return only once that is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        self._table.clear()


@contextmanager
def decoding(file_name: str) -> Iterator[None]:
    """Turn a document that does not decode into the error that names its file.

    Raises:
        DamagedFileError: A document does not decode.
    """
    try:
        yield
    except ValueError as error:
        raise DamagedFileError(file_name, str(error)) from error
