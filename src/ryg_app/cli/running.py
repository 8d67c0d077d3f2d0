"""From arguments to an exit code: the language, the parser, the command, and what is said when it fails."""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentError, ArgumentParser
from contextlib import redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.bootstrap import assets_folder, open_app
from ryg_app.cli.call import DONE, REFUSED, WRONG_USAGE, Call
from ryg_app.cli.grammar import build_parser
from ryg_app.cli.parser import add_common_options, misplaced_value
from ryg_app.cli.values import UsageError
from ryg_app.cli.window import named_folder
from ryg_app.domain.errors import RygAppError
from ryg_app.wording.catalogues import LANGUAGES, load_words
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TextIO

    from ryg_app.application.ports import Clock
    from ryg_app.cli.call import MakePaper, SelfTest
    from ryg_app.wording.catalogues import Words


@dataclass(frozen=True, slots=True)
class Process:
    """What the process lends its command."""

    self_test: SelfTest
    paper: MakePaper
    stdout: TextIO
    stderr: TextIO
    clock: Clock | None
    assets: Path

    @classmethod
    def of(
        cls,
        self_test: SelfTest,
        paper: MakePaper,
        stdout: TextIO | None,
        stderr: TextIO | None,
        clock: Clock | None,
        assets: Path | None,
    ) -> Process:
        """Fill in the process's own streams and assets."""
        return cls(
            self_test,
            paper,
            stdout or _tolerant(sys.stdout),
            stderr or _tolerant(sys.stderr),
            clock,
            assets or assets_folder(),
        )


def run_command(arguments: Sequence[str], process: Process) -> int:
    """Do what the arguments say; return 0 done, 1 refused with a sentence, 2 wrong usage."""
    try:
        return _obey(arguments, process)
    finally:
        _give_up_what_nobody_reads(process.stdout)


def _obey(arguments: Sequence[str], process: Process) -> int:
    try:
        common, rest = _common(arguments, load_words(process.assets, LANGUAGES[0]))
    except UsageError as error:
        print(error, file=process.stderr)
        return WRONG_USAGE
    folder = named_folder(getattr(common, "data_dir", None))
    words = load_words(process.assets, getattr(common, "language", None) or _chosen_language(folder, process))
    try:
        with redirect_stdout(process.stdout):  # argparse shows help and version there
            parsed = build_parser(words).read(rest)
        return _answer(parsed, words, folder, process)
    except UsageError as error:
        print(error, file=process.stderr)
        return WRONG_USAGE
    except SystemExit:
        return DONE


def _answer(parsed: Namespace, words: Words, folder: Path, process: Process) -> int:
    call = Call(
        parsed,
        words,
        folder,
        process.stdout,
        process.stderr,
        process.assets,
        process.clock,
        process.self_test,
        process.paper,
    )
    try:
        code: int = parsed.command(call)
        call.stdout.flush()
    except BrokenPipeError:
        return REFUSED  # `ryg-app plan show … | head`: whoever reads has gone, and wants no sentence
    except RygAppError as error:
        call.complain(error_sentence(words, error))
        return REFUSED
    except OSError as error:
        # A name that is too long, a folder that may not be looked into: the system's word is all there is.
        call.complain(words.gettext("The computer refused: {detail}").format(detail=error))
        return REFUSED
    return code


def _common(arguments: Sequence[str], words: Words) -> tuple[Namespace, list[str]]:
    """Read what decides in which language the rest is answered, wherever it stands."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    add_common_options(parser, words)
    try:
        return parser.parse_known_args(arguments)
    except ArgumentError as error:
        raise misplaced_value(words, error) from None


def _chosen_language(folder: Path, process: Process) -> str:
    """Return the language chosen in the window, or the first of ours."""
    try:
        app = open_app(folder, writing=False, clock=process.clock, assets=process.assets)
        try:
            return app.settings.get().language
        finally:
            app.close()
    except (RygAppError, OSError):
        return LANGUAGES[0]  # if it matters to the command, the command says so


def _give_up_what_nobody_reads(stdout: TextIO) -> None:
    # Left in the buffer it would fail once more when the process ends, with a traceback:
    # https://docs.python.org/3/library/signal.html#note-on-sigpipe
    try:
        stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stdout.fileno())


def _tolerant(stream: TextIO | None) -> TextIO:
    if stream is None:
        return io.StringIO()  # started without streams, as by `>&-` or from a desktop
    # A name or a note may hold what a terminal cannot show; that is no reason to fail.
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream
