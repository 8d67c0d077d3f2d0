"""Handing a plan out: a folder or zip file with the program, the plan and a page that shows how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ryg_app.domain.errors import PersonalNumberError
from ryg_app.domain.plain_text import looks_like_personal_number

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence
    from pathlib import Path

    from ryg_app.domain.plan import PlanFile
    from ryg_app.domain.start_guide import StartGuide

PLAN_NAME = "plan.rygplan"
"""Says nothing of whom the plan is for, or why."""


class WriteFolder(Protocol):
    """Writes texts and copies of programs as a folder, or as a zip file if the name ends so."""

    def __call__(
        self, target: Path, texts: Mapping[str, bytes], programs: Sequence[Path]
    ) -> Generator[float, None, None]:
        """Yield how much is done, 0 to 1.

        Raises:
            FileExistsAlreadyError: There is something of that name already.
            NotSavedError: Nothing was written.
        """


class HandingOut:
    """What the window and ``plan folder`` can do for a patient who gets the program from the clinic."""

    def __init__(
        self, write: WriteFolder, make_page: Callable[[StartGuide], bytes], program: Path | None
    ) -> None:
        self._write = write
        self._make_page = make_page
        self.program = program

    def programs(self, named: Sequence[Path] = ()) -> tuple[Path, ...]:
        """Return the programs to copy: those named, or else the one that runs, if it can be copied."""
        return tuple(named) or ((self.program,) if self.program else ())

    def steps(
        self, plan_file: PlanFile, guide: StartGuide, target: Path, programs: Sequence[Path]
    ) -> Generator[float, None, None]:
        """Make the folder or zip file, a little at each step; yields how much is done, 0 to 1.

        Raises:
            FileExistsAlreadyError: There is something of that name already.
            NotSavedError: Nothing was written.
            PersonalNumberError: The name looks like it holds a CPR number.
        """
        if looks_like_personal_number(target.stem):
            raise PersonalNumberError(field="file_name")
        texts = {guide.file_name: self._make_page(guide), PLAN_NAME: plan_file.raw}
        yield from self._write(target, texts, programs)
