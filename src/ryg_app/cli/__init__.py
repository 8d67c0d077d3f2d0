"""The command line: the same use cases as the window, without Qt; see docs/formats.md for what it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TextIO

    from ryg_app.application.ports import Clock
    from ryg_app.cli.call import MakePaper, SelfTest

COMMANDS = frozenset(
    {"plan", "diary", "export", "report", "backup", "restore", "erase", "doctor", "self-test"}
)
EXPLAINS_ITSELF = frozenset({"-h", "--help", "--version"})
TAKES_A_VALUE = frozenset({"--data-dir", "--language"})


def is_command(arguments: Sequence[str]) -> bool:
    """Tell whether the arguments are for the command line and not for the window.

    The first word that is no option decides; asking for help or the version is a command too.
    """
    words = iter(arguments)
    for word in words:
        if word in EXPLAINS_ITSELF:
            return True
        if word in TAKES_A_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            return word in COMMANDS
    return False


def run(
    arguments: Sequence[str],
    *,
    self_test: SelfTest,
    paper: MakePaper,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
    clock: Clock | None = None,
    assets: Path | None = None,
) -> int:
    """Do what the arguments say; return 0 done, 1 refused with a sentence, 2 wrong usage.

    Args:
        arguments: Without the name of the program.
        self_test: Tries the parts that need Qt; returns the names of what is missing.
        paper: Makes what puts sheets on paper; called only by the commands that do.
        stdout: Where results go; the process's own by default.
        stderr: Where sentences about what went wrong go; the process's own by default.
        clock: Another clock than the computer's.
        assets: Another folder with what the program brings along.
    """
    from ryg_app.cli.running import Process, run_command

    return run_command(arguments, Process.of(self_test, paper, stdout, stderr, clock, assets))
