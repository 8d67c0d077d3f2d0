"""A clinic's computer for tests: a real folder, the bundled files, a clock that stands still."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from ryg_app.clinic_bootstrap import open_clinic
from ryg_app.ui.clinician import ClinicianWindow
from ryg_app.ui.theme import load_fonts
from ryg_app.ui.ticker import Ticker
from ryg_app.wording.catalogues import load_words
from tests import builders
from tests.fakes import FakeClock
from tests.plans import ASSETS
from tests.ui.page_world import new_look

if TYPE_CHECKING:
    import pytest
    from PySide6.QtWidgets import QApplication

    from ryg_app.ui.theme import Scheme


class HandTicker(Ticker):
    """Ticks only when a test says so."""

    def start(self) -> None:
        """Let no time run by itself."""


class ClinicDesk:
    """Close it at the end of the test."""

    def __init__(self, qapp: QApplication, folder: Path, now: str = "2026-11-23 09:00") -> None:
        load_fonts(ASSETS / "fonts")
        self.qapp, self.folder = qapp, folder
        self.clock = FakeClock(builders.at(now))
        self.clinic = open_clinic(folder, clock=self.clock)

    def window(
        self, language: str = "en", scheme: Scheme = "light", text_scale: float = 1.0
    ) -> ClinicianWindow:
        look = new_look(self.qapp, scheme, text_scale)
        window = ClinicianWindow(self.clinic, look, load_words(ASSETS, language), HandTicker)
        window.resize(1200, 800)
        window.show()
        return window

    def reopen(self) -> None:
        """As if the program had been closed and started again."""
        self.clinic.close()
        self.clinic = open_clinic(self.folder, clock=self.clock)

    def close(self) -> None:
        self.clinic.close()


def answer_with(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Let the system's dialog for files be answered with a path, or be called off."""
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: path is not None)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(path)])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path or ""), ""))
