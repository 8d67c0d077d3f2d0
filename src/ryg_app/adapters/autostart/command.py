"""What the computer is told to start, and what the entry is called."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

PROGRAM, MODULE = "ryg-app", "ryg_app"


def start_command(folder: Path | None) -> tuple[str, ...]:
    """Return the words that start this very program, in the tray, on a data folder or on the usual one."""
    named = () if folder is None else ("--data-dir", str(folder.absolute()))
    return (*_this_program(), "--start-in-tray", *named)


def entry_name(folder: Path | None) -> str:
    """Return a name of its own for each data folder, so that erasing one leaves the others' entries."""
    if folder is None:
        return PROGRAM
    return f"{PROGRAM}-{hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:12]}"


def _this_program() -> tuple[str, ...]:
    python = Path(sys.executable)
    if getattr(sys, "frozen", False):
        return (str(python),)
    if sys.platform == "win32":
        without_console = python.with_name("pythonw.exe")
        return (str(without_console if without_console.exists() else python), "-m", MODULE)
    script = python.with_name(PROGRAM)
    return (str(script),) if script.exists() else (str(python), "-m", MODULE)
