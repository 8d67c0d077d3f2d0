"""An argument parser that speaks the user's language and never ends the process."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from ryg_app.cli.values import UsageError, Values
from ryg_app.wording.catalogues import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from ryg_app.wording.catalogues import Words

    Group: TypeAlias = argparse._ArgumentGroup  # noqa: SLF001 - it has no public name
    Choices: TypeAlias = argparse._MutuallyExclusiveGroup  # noqa: SLF001 - likewise
    Commands: TypeAlias = argparse._SubParsersAction["CommandParser"]  # noqa: SLF001 - likewise

COMMAND = "COMMAND"


def add_common_options(group: Group | argparse.ArgumentParser, words: Words) -> None:
    """Add what may stand before or after any command.

    Without a default, or what stood before the command would be forgotten when the command is read.
    """
    _ = words.gettext
    group.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help=_("the folder with the diary (otherwise the user's own)"),
    )
    group.add_argument(
        "--language",
        type=Values(words).one_of("--language", LANGUAGES),
        metavar="da|en",
        default=argparse.SUPPRESS,
        help=_("Danish or English"),
    )


class CommandParser(argparse.ArgumentParser):
    """An ArgumentParser that speaks the user's language and raises instead of ending the process."""

    def __init__(self, words: Words, prog: str, description: str | None = None) -> None:
        def formatter(prog: str) -> argparse.HelpFormatter:
            return _HelpFormatter(words, prog)

        super().__init__(
            prog=prog,
            description=description,
            formatter_class=formatter,
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self.words = words
        self.operands = self.add_argument_group(words.gettext("arguments"))
        self.options = self.add_argument_group(words.gettext("options"))
        self.options.add_argument("-h", "--help", action="help", help=words.gettext("show this help"))
        add_common_options(self.options, words)

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - it is English; the usage line says the same
        """Raise instead of ending the process; only what is missing is reported this way."""
        raise self._with_usage(self.words.gettext("Something is missing."))

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Return the arguments.

        Raises:
            UsageError: They are wrong; the text is a sentence for the user.
            SystemExit: Help or version was shown.
        """
        try:
            parsed, left_over = self.parse_known_args(arguments)
        except argparse.ArgumentError as error:
            raise self._misread(error) from None
        if left_over:
            sentence = self.words.gettext("Not understood: {arguments}")
            raise UsageError(sentence.format(arguments=" ".join(left_over)))
        return parsed

    def _misread(self, error: argparse.ArgumentError) -> UsageError:
        if error.argument_name is None:
            self.error(error.message)
        if error.argument_name == COMMAND:
            return self._with_usage(self.words.gettext("There is no such command."))
        return misplaced_value(self.words, error)

    def _with_usage(self, sentence: str) -> UsageError:
        return UsageError(f"{sentence}\n{self.format_usage().rstrip()}")

    def commands(self, title: str) -> Commands:
        """Return what subcommands are added to."""
        return self.add_subparsers(
            title=title, metavar=COMMAND, required=True, parser_class=_of_language(self.words)
        )


def misplaced_value(words: Words, error: argparse.ArgumentError) -> UsageError:
    """Return what is said when a value is missing, or stands where there should be none."""
    sentence = words.gettext("{option}: a value is missing, or does not belong there.")
    return UsageError(sentence.format(option=error.argument_name))


def _of_language(words: Words) -> type[CommandParser]:
    class InThatLanguage(CommandParser):
        def __init__(self, prog: str, description: str | None = None) -> None:
            super().__init__(words, prog, description)

    return InThatLanguage


class _HelpFormatter(argparse.HelpFormatter):
    def __init__(self, words: Words, prog: str) -> None:
        super().__init__(prog, max_help_position=34, width=100)
        self._usage_prefix = words.gettext("usage: ")

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Choices],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._usage_prefix if prefix is None else prefix)
