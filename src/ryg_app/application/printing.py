"""Sheets on paper and as files; what makes them is fetched when the first one is wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from ryg_app.domain.errors import FileExistsAlreadyError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from ryg_app.application.appointment_sheet import AppointmentSheet
    from ryg_app.application.handout import Handout
    from ryg_app.application.ports import TextFiles


class Printout(Protocol):
    """A sheet on its way to paper."""

    def steps(self) -> Generator[float, None, None]:
        """Work on it, a few milliseconds at each step; yields how much is done, 0 to 1.

        Closed half-way, it lets go of everything.
        """

    def data(self) -> bytes:
        """Return the PDF; only once the steps are done."""


class Paper(Protocol):
    """Puts sheets on A4."""

    def appointment(self, sheet: AppointmentSheet, language: str, name: str = "") -> Printout:
        """Return the sheet for the appointment; the name is printed and kept nowhere."""

    def handout(self, handout: Handout, language: str) -> Printout:
        """Return the exercise sheet of a plan."""


class Printing:
    """What the pages and commands can do to get a sheet out of the program."""

    def __init__(self, make_paper: Callable[[], Paper] | None, files: TextFiles) -> None:
        self._make_paper = make_paper
        self._files = files

    @cached_property
    def paper(self) -> Paper:
        """What makes the sheets.

        Raises:
            RuntimeError: The program was put together without any.
        """
        if self._make_paper is None:
            message = "there is no paper"
            raise RuntimeError(message)
        return self._make_paper()

    def save(self, printout: Printout, path: Path, *, replace: bool = False) -> Path:
        """Write a finished sheet; return its path once it is durable.

        Raises:
            FileExistsAlreadyError: It is there already and ``replace`` is false.
            NotSavedError: Nothing was written.
        """
        if not replace and path.exists():
            raise FileExistsAlreadyError(path.name)
        self._files.write(path, printout.data())
        return path
