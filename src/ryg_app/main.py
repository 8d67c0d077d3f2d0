"""Starts the process: a command or the window; the only module that knows both."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ryg_app import cli
from ryg_app.bootstrap import assets_folder
from ryg_app.cli.call import WRONG_USAGE
from ryg_app.cli.values import UsageError
from ryg_app.cli.window import read_window_call

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ryg_app.application.printing import Paper

INTERRUPTED = 130
"""What shells expect of a program that was stopped by Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code (0 done, 1 refused with a sentence, 2 wrong usage)."""
    given = sys.argv[1:] if arguments is None else arguments
    if cli.is_command(given):
        try:
            return cli.run(given, self_test=_self_test, paper=_paper)
        except KeyboardInterrupt:
            return INTERRUPTED
    try:
        call = read_window_call(given)
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return WRONG_USAGE
    if call.clinician:
        from ryg_app.ui.clinician.running import run_clinician

        return run_clinician(call.folder, call.file, call.language)
    from ryg_app.ui.application import run_window

    return run_window(call.folder, call.file, call.language, in_tray=call.in_tray)


def _paper() -> Paper:
    from ryg_app.ui.paper import QtPaper

    return QtPaper(assets_folder())


def _self_test() -> tuple[str, ...]:
    from ryg_app.ui.self_test import self_test

    return self_test()
