"""A desktop entry in the autostart folder.

Source: https://specifications.freedesktop.org/autostart-spec/ and .../desktop-entry-spec/ (the Exec key).
"""

from __future__ import annotations

import configparser
import re
from typing import TYPE_CHECKING

import platformdirs

from ryg_app.adapters import disk
from ryg_app.domain.errors import AutostartRefusedError, AutostartRefusedReason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_SECTION = "Desktop Entry"
_PLAIN = re.compile(r"[A-Za-z0-9_@+=:,./-]+")
_ESCAPED_IN_QUOTES = re.compile(r'([\\"`$])')


def autostart_folder() -> Path:
    """Return where the desktop looks for what it is to start."""
    return platformdirs.user_config_path() / "autostart"


class DesktopEntry:
    """One file in the autostart folder."""

    def __init__(self, folder: Path, name: str, command: Sequence[str]) -> None:
        self._path = folder / f"{name}.desktop"
        self._command = tuple(command)

    def is_on(self) -> bool:
        """Tell whether the file is there, starts this very program, and has not been switched off."""
        try:
            kept = _keys(self._path.read_text("utf-8"))
            wanted = _keys(desktop_entry(self._command))
        except (OSError, ValueError, configparser.Error, AutostartRefusedError):
            return False
        off = kept.get("Hidden") == "true" or kept.get("X-GNOME-Autostart-enabled") == "false"
        return kept.get("Exec") == wanted["Exec"] and not off

    def turn_on(self) -> None:
        """Write the file.

        Raises:
            AutostartRefusedError: The program lies where no entry can point to.
            NotSavedError: The system did not let it be written.
        """
        data = desktop_entry(self._command).encode()
        with disk.saving(self._path.name):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self._path.with_suffix(".tmp")
            disk.write_whole(self._path, data, temporary, disk.ORDINARY_FILE)

    def turn_off(self) -> None:
        """Delete the file, if it is there.

        Raises:
            NotSavedError: It could not be deleted.
        """
        with disk.saving(self._path.name):
            self._path.unlink(missing_ok=True)


def desktop_entry(command: Sequence[str]) -> str:
    """Return the text of an entry that starts a command.

    Raises:
        AutostartRefusedError: There is a ``%`` in the program's path, which no desktop starts, or a line
            break in any of the words.
    """
    if "%" in command[0] or any(character in word for word in command for character in "\r\n"):
        raise AutostartRefusedError(AutostartRefusedReason.CHARACTER, command[0])
    return "\n".join(
        [
            f"[{_SECTION}]",
            "Type=Application",
            "Name=RygApp",
            f"Exec={' '.join(_exec_word(word) for word in command)}",
            "Icon=ryg-app",
            "Terminal=false",
            "StartupNotify=false",
            "",
        ]
    )


def _exec_word(word: str) -> str:
    word = word.replace("%", "%%")
    if _PLAIN.fullmatch(word):
        return word
    quoted = _ESCAPED_IN_QUOTES.sub(r"\\\1", word)
    # A value is unescaped once as a string before its quotes are looked at.
    return '"' + quoted.replace("\\", "\\\\") + '"'


def _keys(text: str) -> Mapping[str, str]:
    parser = configparser.RawConfigParser(strict=False, delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str  # type: ignore[assignment, method-assign] # keys are told apart by case
    parser.read_string(text)
    return dict(parser[_SECTION]) if parser.has_section(_SECTION) else {}
