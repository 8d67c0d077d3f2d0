"""One world for every test: no display, no real home, one time zone, one language."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# Before Qt is imported by a plugin, and before anything asks where the home is.
THROW_AWAY_HOME = Path(tempfile.mkdtemp(prefix="ryg-app-tests-"))
HOMES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "config",
    "LOCALAPPDATA": "local",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "share",
    "XDG_RUNTIME_DIR": "run",
    "XDG_STATE_HOME": "state",
    "RYG_APP_DATA_DIR": "data",
}


def _leave_the_real_home() -> None:
    for variable, folder in HOMES.items():
        place = THROW_AWAY_HOME / folder
        place.mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(place)
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)


def _fix_the_surroundings() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["TZ"] = "Europe/Copenhagen"
    if hasattr(time, "tzset"):
        time.tzset()
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_TIME"):
        os.environ.pop(variable, None)
    os.environ["LANG"] = "C.UTF-8"


def _choose_the_number_of_examples() -> None:
    patient = [HealthCheck.too_slow]
    settings.register_profile("at-the-desk", deadline=None, suppress_health_check=patient)
    settings.register_profile("in-ci", deadline=None, max_examples=40, suppress_health_check=patient)
    settings.load_profile("in-ci" if os.environ.get("CI") else "at-the-desk")


_leave_the_real_home()
_fix_the_surroundings()
_choose_the_number_of_examples()


@pytest.fixture(autouse=True)
def _no_window_outlives_its_test() -> Iterator[None]:
    """A widget left over makes every later change of the style sheet slower, for all tests to come."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    from ryg_app.ui.every_window import every_window

    for window in every_window():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(THROW_AWAY_HOME, ignore_errors=True)
