"""A launch agent of the user.

Source: ``man 5 launchd.plist``. Whether the user has switched it off under *Login Items* cannot be read.
"""

from __future__ import annotations

import plistlib
from pathlib import Path
from typing import TYPE_CHECKING

from ryg_app.adapters import disk

if TYPE_CHECKING:
    from collections.abc import Sequence


def agents_folder() -> Path:
    """Return where launchd looks for the user's agents at login."""
    return Path.home() / "Library" / "LaunchAgents"


class LaunchAgent:
    """One property list in the folder of agents."""

    def __init__(self, folder: Path, name: str, command: Sequence[str]) -> None:
        self._path = folder / f"{name}.plist"
        self._name = name
        self._command = tuple(command)

    def is_on(self) -> bool:
        """Tell whether the file is there, starts this very program, and is not disabled."""
        try:
            kept = plistlib.loads(self._path.read_bytes())
        except (OSError, ValueError, plistlib.InvalidFileException):
            return False
        if not isinstance(kept, dict) or kept.get("Disabled"):
            return False
        return bool(kept.get("RunAtLoad")) and kept.get("ProgramArguments") == list(self._command)

    def turn_on(self) -> None:
        """Write the file; launchd reads it at the next login.

        Raises:
            NotSavedError: The system did not let it be written.
        """
        with disk.saving(self._path.name):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            data = launch_agent(self._name, self._command)
            disk.write_whole(self._path, data, self._path.with_suffix(".tmp"), disk.ORDINARY_FILE)

    def turn_off(self) -> None:
        """Delete the file, if it is there.

        Raises:
            NotSavedError: It could not be deleted.
        """
        with disk.saving(self._path.name):
            self._path.unlink(missing_ok=True)


def launch_agent(label: str, command: Sequence[str]) -> bytes:
    """Return a property list that starts a command once at login, in the user's own session."""
    return plistlib.dumps(
        {
            "Label": label,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
    )
