"""A command line on an empty folder, on a Tuesday evening in the third week of the example plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import plans
from tests.builders import at
from tests.command_line import CommandLine
from tests.fakes import FakeClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ryg_app.application.app import App


@pytest.fixture
def ryg_app(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "data", FakeClock(at("2026-12-08 19:42")))


@pytest.fixture
def window(ryg_app: CommandLine) -> Iterator[App]:
    app = ryg_app.app(writing=True)
    yield app
    app.close()


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.rygplan"
    path.write_bytes(plans.EXAMPLE_FILE.read_bytes())
    return path
