"""The session under way in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.adapters.store.codecs import decode_open_session, encode_open_session
from ryg_app.adapters.store.database import Databases, OneDocument

if TYPE_CHECKING:
    from ryg_app.domain.session import OpenSession

KIND, FILE_NAME = "open", "open.json"


class OpenSessionFile:
    """The session under way of one data folder."""

    def __init__(self, databases: Databases) -> None:
        self._file = OneDocument(databases.table(KIND, FILE_NAME, expendable=True))
        self._opened: OpenSession | None = None
        self._loaded = False

    def get(self) -> OpenSession | None:
        """Return it, or ``None``.

        Raises:
            DamagedFileError: The file cannot be read.
        """
        if not self._loaded:
            self._opened = self._file.get(decode_open_session)
            self._loaded = True
        return self._opened

    def save(self, opened: OpenSession) -> None:
        """Write it; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        document = encode_open_session(opened)
        kept = decode_open_session(document)
        self._loaded = False
        self._file.put(document)
        self._opened, self._loaded = kept, True

    def clear(self) -> None:
        """Forget it; return only once that is durable.

        Raises:
            NotSavedError: It still stands on disk.
        """
        if self.get() is None:
            return
        self._loaded = False
        self._file.clear()
        self._opened, self._loaded = None, True
