"""What a command is given: its arguments, the words to answer with, and where to find things."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.bootstrap import open_app, open_tools

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

    from ryg_app.application.app import App
    from ryg_app.application.ports import Clock
    from ryg_app.application.printing import Paper
    from ryg_app.bootstrap import Tools
    from ryg_app.wording.catalogues import Words

DONE, REFUSED, WRONG_USAGE = 0, 1, 2

SelfTest = Callable[[], tuple[str, ...]]
MakePaper = Callable[[], "Paper"]


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a command.

    Attributes:
        arguments: As the parser read them.
        words: The user's language.
        folder: The data folder; it need not exist.
        self_test: Tries the parts that need Qt; returns the names of what is missing.
        paper: Makes what puts sheets on paper.
    """

    arguments: Namespace
    words: Words
    folder: Path
    stdout: TextIO
    stderr: TextIO
    assets: Path
    clock: Clock | None
    self_test: SelfTest
    paper: MakePaper

    def say(self, line: str) -> None:
        """Write a line of the result."""
        print(line, file=self.stdout)

    def complain(self, line: str) -> None:
        """Write a line about what went wrong."""
        print(line, file=self.stderr)

    def tools(self) -> Tools:
        """Return what works without the data folder."""
        return open_tools(self.assets, self.clock)

    @contextmanager
    def app(self, *, writing: bool) -> Iterator[App]:
        """Open the data folder for the length of a ``with`` block.

        Raises:
            FolderInUseError: The window is open, and writing was asked for.
            FolderUnusableError: The folder cannot be made or written.
        """
        app = open_app(self.folder, writing=writing, clock=self.clock, assets=self.assets, paper=self.paper)
        try:
            yield app
        finally:
            app.close()
