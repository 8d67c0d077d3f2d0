"""*Indstillinger*: the patient's choices, and the data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ryg_app.application.ports import Autostart, DataFolder, FileHealth, PreferencesStore, Voices
    from ryg_app.domain.preferences import Preferences
    from ryg_app.domain.voice import Clip


class Settings:
    """What the settings page and ``doctor``, ``erase`` can ask and tell."""

    def __init__(
        self, store: PreferencesStore, folder: DataFolder, voices: Voices, autostart: Autostart
    ) -> None:
        self._store = store
        self._folder = folder
        self._voices = voices
        self._autostart = autostart

    def get(self) -> Preferences:
        """Return the choices, or the defaults."""
        return self._store.get()

    def save(self, preferences: Preferences) -> None:
        """Keep the choices; return once they are durable.

        Raises:
            NotSavedError: Nothing was kept.
        """
        self._store.save(preferences)

    def clips(self) -> Mapping[str, Clip]:
        """Return what the voice can say in the chosen language, by name."""
        return self._voices.clips(self._store.get().language)

    def starts_with_computer(self) -> bool:
        """Tell whether the computer starts the program, as the computer has it now."""
        return self._autostart.is_on()

    def start_with_computer(self, *, on: bool) -> None:
        """Let the computer start the program, or no longer.

        Raises:
            AutostartRefusedError: The program lies where it cannot be started from.
            NotSavedError: The computer did not take it.
        """
        if on:
            self._autostart.turn_on()
        else:
            self._autostart.turn_off()

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
        """Delete everything the program keeps, and let the computer start it no longer.

        Raises:
            NotSavedError: Something is left.
        """
        self._autostart.turn_off()
        self._folder.erase()
