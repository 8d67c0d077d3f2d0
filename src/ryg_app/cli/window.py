"""What stands on the command line when the window is to open: a file, a folder, a language."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ryg_app.bootstrap import assets_folder, default_folder
from ryg_app.cli.parser import CommandParser
from ryg_app.wording.catalogues import LANGUAGES, load_words

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM = "ryg-app"
DATA_DIR_VARIABLE = "RYG_APP_DATA_DIR"


@dataclass(frozen=True, slots=True)
class WindowCall:
    """How the window was asked for.

    Attributes:
        folder: Where the patient's data is.
        file: A plan file or a log to show, if one was named.
        language: ``da`` or ``en`` for this run; ``None`` is what the patient has chosen.
        clinician: Whether *Behandler* is wanted instead of the patient's window.
        in_tray: Begin without the window.
    """

    folder: Path
    file: Path | None
    language: str | None
    clinician: bool = False
    in_tray: bool = False


def read_window_call(arguments: Sequence[str]) -> WindowCall:
    """Return how the window was asked for.

    Raises:
        UsageError: The arguments are wrong; the text is a sentence for the user.
    """
    words = load_words(assets_folder(), LANGUAGES[0])
    parser = CommandParser(words, prog=PROGRAM)
    parser.operands.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE.rygplan|FILE.ryglog",
        help=words.gettext("a plan file, or a patient's log"),
    )
    parser.options.add_argument(
        "--clinician", action="store_true", help=words.gettext("make plans, for the physiotherapist")
    )
    parser.options.add_argument(
        "--start-in-tray", action="store_true", help=words.gettext("begin without the window, in the tray")
    )
    parsed = parser.read(arguments)
    folder, language = named_folder(getattr(parsed, "data_dir", None)), getattr(parsed, "language", None)
    return WindowCall(folder, parsed.file, language, parsed.clinician, parsed.start_in_tray)


def named_folder(option: Path | None) -> Path:
    """Return the data folder: the option's, else the environment's, else the user's own."""
    named = option or os.environ.get(DATA_DIR_VARIABLE)
    return Path(named) if named else default_folder()
