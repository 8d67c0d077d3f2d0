"""A patient's computer for tests: a real data folder, the bundled files, a clock that stands still."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ryg_app.bootstrap import open_app
from ryg_app.domain.preferences import WhenClosed
from ryg_app.ui.theme import Icons, Look, load_fonts
from ryg_app.wording.catalogues import load_words
from tests import builders
from tests.fakes import FakeClock
from tests.plans import ASSETS, EXAMPLE_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.application.app import App


class Desk:
    """Close it at the end of the test."""

    def __init__(self, qapp: QApplication, folder: Path, now: str = "2026-11-23 09:00") -> None:
        load_fonts(ASSETS / "fonts")
        self._qapp = qapp
        self.clock = FakeClock(builders.at(now))
        self._folder = folder
        self.app: App = open_app(folder, writing=True, clock=self.clock)
        self.look = Look(qapp, Icons(ASSETS / "icons"), "light")
        self.words = load_words(ASSETS, "en")

    def at(self, text: str) -> None:
        self.clock.set(builders.at(text))

    def close(self) -> None:
        """Let everything go; windows left over from a test would be dressed anew in every later one."""
        self.app.close()
        for look in self._qapp.findChildren(Look):
            look.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def reopen(self) -> None:
        """As if the program had been closed and started again."""
        self.app.close()
        self.app = open_app(self._folder, writing=True, clock=self.clock)

    def adopt_example(self) -> None:
        self.app.planning.adopt(self.app.planning.preview(EXAMPLE_FILE).plan_file)

    def welcome(self, language: str = "en") -> None:
        """As if the first start had been gone through, and closing the window had been said to end it all."""
        kept = self.app.settings.get()
        self.app.settings.save(replace(kept, welcomed=True, language=language, when_closed=WhenClosed.QUIT))


def texts(widget: QWidget) -> str:
    """Return all that can be read in a widget that is shown, what was only just put there included."""
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
