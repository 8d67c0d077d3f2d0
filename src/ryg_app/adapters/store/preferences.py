"""The patient's choices in their file."""

from __future__ import annotations

from ryg_app.adapters.store.codecs import decode_preferences, encode_preferences
from ryg_app.adapters.store.database import Databases, OneDocument
from ryg_app.domain.preferences import Preferences

KIND, FILE_NAME = "settings", "settings.json"


class PreferencesFile:
    """The patient's choices in one data folder."""

    def __init__(self, databases: Databases) -> None:
        self._file = OneDocument(databases.table(KIND, FILE_NAME, expendable=True))
        self._preferences: Preferences | None = None

    def get(self) -> Preferences:
        """Return the choices, or the defaults.

        Raises:
            DamagedFileError: The file cannot be read.
        """
        if self._preferences is None:
            self._preferences = self._file.get(decode_preferences) or Preferences()
        return self._preferences

    def save(self, preferences: Preferences) -> None:
        """Write them; return only once they are durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        document = encode_preferences(preferences)
        kept = decode_preferences(document)
        self._preferences = None
        self._file.put(document)
        self._preferences = kept
