"""The command line as a test uses it: in this process on a folder of its own, or as a process of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app import cli
from ryg_app.bootstrap import open_app
from tests.plans import ASSETS

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.application.app import App
    from ryg_app.application.printing import Paper
    from tests.fakes import FakeClock


@dataclass(frozen=True, slots=True)
class Result:
    code: int
    out: str
    err: str


def _paper() -> Paper:
    from ryg_app.ui.paper import QtPaper

    return QtPaper(ASSETS)


@dataclass
class CommandLine:
    """Runs commands in this process, on a folder of its own, at a time of its own."""

    folder: Path
    clock: FakeClock
    missing: tuple[str, ...] = ()

    def __call__(self, *arguments: str | Path, language: str = "en") -> Result:
        return self.bare("--data-dir", self.folder, "--language", language, *arguments)

    def bare(self, *arguments: str | Path) -> Result:
        out, err = io.StringIO(), io.StringIO()
        code = cli.run(
            [str(argument) for argument in arguments],
            self_test=lambda: self.missing,
            paper=_paper,
            stdout=out,
            stderr=err,
            clock=self.clock,
        )
        return Result(code, out.getvalue(), err.getvalue())

    def files(self) -> dict[str, bytes]:
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in found}

    def app(self, *, writing: bool = False) -> App:
        return open_app(self.folder, writing=writing, clock=self.clock)


def real(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "RYG_APP_DATA_DIR": str(folder), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "ryg_app", *map(str, arguments)],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=50,
    )
