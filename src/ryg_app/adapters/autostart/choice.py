"""Which kind of entry this computer takes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ryg_app.adapters.autostart.command import entry_name, start_command

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.adapters.autostart.linux import DesktopEntry
    from ryg_app.adapters.autostart.macos import LaunchAgent
    from ryg_app.adapters.autostart.windows import RunKey


def autostart_of(folder: Path, usual_folder: Path) -> DesktopEntry | LaunchAgent | RunKey:
    """Return the entry that starts RygApp, in the tray, on a data folder.

    Args:
        folder: The data folder the program is to open.
        usual_folder: The one it opens when it is told nothing.
    """
    is_usual = folder.absolute() == usual_folder.absolute()
    name = entry_name(None if is_usual else folder)
    command = start_command(None if is_usual else folder)
    if sys.platform == "win32":
        from ryg_app.adapters.autostart.registry import UserRegistry
        from ryg_app.adapters.autostart.windows import RunKey

        return RunKey(name, command, UserRegistry())
    if sys.platform == "darwin":
        from ryg_app.adapters.autostart.macos import LaunchAgent, agents_folder

        return LaunchAgent(agents_folder(), name, command)
    from ryg_app.adapters.autostart.linux import DesktopEntry, autostart_folder

    return DesktopEntry(autostart_folder(), name, command)
