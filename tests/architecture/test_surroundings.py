"""The tests must not read or write the diary of whoever runs them, nor depend on where they run."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
import pytest
from PySide6.QtCore import QStandardPaths

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

THROW_AWAY = Path(tempfile.gettempdir()).resolve()


@pytest.mark.parametrize(
    "place",
    [
        Path.home,
        lambda: platformdirs.user_data_path("ryg-app"),
        lambda: platformdirs.user_config_path("ryg-app"),
        lambda: Path(os.environ["RYG_APP_DATA_DIR"]),
        lambda: Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)),
    ],
)
def test_every_home_is_thrown_away(place: Callable[[], Path]) -> None:
    assert place().resolve().is_relative_to(THROW_AWAY)


def test_the_tests_run_in_copenhagen() -> None:
    midsummer = datetime(2027, 6, 24, 12, tzinfo=UTC)
    assert midsummer.astimezone().utcoffset() == timedelta(hours=2)


def test_no_window_is_opened_on_the_screen(qapp: QApplication) -> None:
    assert qapp.platformName() == os.environ["QT_QPA_PLATFORM"]
