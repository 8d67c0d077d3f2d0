"""*Indstillinger*: the patient's choices, and the data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.application.ports import DataFolder, FileHealth, PreferencesStore
    from ryg_app.domain.preferences import Preferences


class Settings:
    """What the settings page and ``doctor``, ``erase`` can ask and tell."""

    def __init__(self, store: PreferencesStore, folder: DataFolder) -> None:
        self._store = store
        self._folder = folder

    def get(self) -> Preferences:
        """Return the choices, or the defaults."""
        return self._store.get()

    def save(self, preferences: Preferences) -> None:
        """Keep the choices; return once they are durable.

        Raises:
            NotSavedError: Nothing was kept.
        """
        self._store.save(preferences)

    def folder(self) -> Path:
        """Return where everything is kept."""
        return self._folder.path

    def in_use(self) -> bool:
        """Tell whether another RygApp has the folder open for writing."""
        return self._folder.in_use()

    def health(self) -> tuple[FileHealth, ...]:
        """Return the state of each file of ours."""
        return self._folder.health()

    def erase(self) -> None:
        """Delete everything the program keeps.

        Raises:
            NotSavedError: Something is left.
        """
        self._folder.erase()
