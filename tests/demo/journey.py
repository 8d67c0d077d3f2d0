"""A patient's way through the program: first start, a session, twelve weeks, the log taken out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ryg_app.domain.exercise import Sides
from ryg_app.domain.preferences import ColorScheme
from ryg_app.ui.application import let_go, make_window
from ryg_app.ui.ticker import Ticker
from ryg_app.ui.widgets.ring import TimerRing
from ryg_app.wording.catalogues import load_words
from tests.demo.album import settle
from tests.made_up_weeks import keep_weeks
from tests.plans import ASSETS, EXAMPLE_FILE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ryg_app.application.app import App
    from ryg_app.ui.pages.session import SessionPage
    from ryg_app.ui.window import Window
    from tests.demo.album import Album
    from tests.fakes import FakeClock

WEEKS = 12
USUAL_SIZE = (1200, 800)
STEP_S = 0.5


class HandTicker(Ticker):
    """Ticks only when it is told to, so that a session of minutes takes a second."""

    def start(self) -> None:
        """Let no time run by itself."""


class Journey:
    """Uses the real window on a real data folder, with a clock that is moved by hand."""

    def __init__(self, qt: QApplication, app: App, clock: FakeClock, album: Album) -> None:
        self._qt = qt
        self._app = app
        self._clock = clock
        self._album = album
        self._ticker = HandTicker()
        self.window = self._open()

    def _open(self) -> Window:
        window = make_window(self._qt, self._app, make_ticker=lambda: self._ticker)
        window.resize(*USUAL_SIZE)
        window.show()
        settle()
        return window

    def first_start(self) -> None:
        """Read, read, open the physiotherapist's file, use it."""
        self._take("welcome", "First start: what this is")
        self._press("Videre")
        self._take("warning-signs-first", "First start: warning signs")
        self._press("Jeg har læst det")
        self._take("plan-source", "First start: where the plan comes from")
        self.window.plans.open_file(EXAMPLE_FILE)
        self._take("plan-preview", "A plan file before it is used")
        self._press("Brug denne plan")
        self._take("today", "Today, the first day")

    def session(self) -> None:
        """Do the day's first session from beginning to end."""
        self._press("Start")
        page = self.window.sessions.page
        if page is None:
            message = "the session did not open"
            raise RuntimeError(message)
        self._run(page)
        self._take("session-done", "After the session: one question")
        self._press("Spring over")

    def _run(self, page: SessionPage) -> None:
        ring, seen = page.findChildren(TimerRing)[0], set[str]()
        while page.is_under_way:
            self._clock.advance(STEP_S)
            self._ticker.ticked.emit()
            what = ring.accessibleName().partition(",")[0]
            if what and what not in seen:
                seen.add(what)
                self._take(f"session-{len(seen)}", f"Session: {what}")
            QTest.keyClick(page, Qt.Key.Key_Return)

    def twelve_weeks(self) -> None:
        """Live through the course."""
        first = self._app.course.today() + timedelta(days=1)
        keep_weeks(self._app, self._clock, first, WEEKS * 7 - 3)
        self.window.shell.refresh()

    def physiotherapist(self) -> None:
        """Make a plan in *Behandler*."""
        self.window.clinician.show(load_words(ASSETS, self._app.settings.get().language))
        behandler = self.window.clinician.window
        if behandler is None:
            message = "Behandler did not open"
            raise RuntimeError(message)
        behandler.resize(*USUAL_SIZE)
        behandler.page.start.template.choose("disc")
        behandler.page.start.side.choose(Sides.LEFT)
        self._album.take(behandler, "plan-editor", "A plan in the making")
        behandler.close()

    def every_page(self) -> None:
        """Picture each page in both languages, light and dark, at 100 and 200 % text, large and small."""
        for language in ("da", "en"):
            for scheme in (ColorScheme.LIGHT, ColorScheme.DARK):
                for percent, size in ((100, (1200, 800)), (100, (1024, 640)), (200, (1200, 800))):
                    self._dress(language, scheme, percent)
                    self.window.resize(*size)
                    self._picture_pages(f"{language}-{scheme}-{percent}-{size[0]}")

    def end(self) -> None:
        """Close the window for good, as *Luk RygApp* does."""
        self.window.duty.background.leave()
        self.window.close()
        let_go(self.window)

    def _dress(self, language: str, scheme: ColorScheme, percent: int) -> None:
        kept = self._app.settings.get()
        self._app.settings.save(replace(kept, language=language, color_scheme=scheme, text_percent=percent))
        self.window.shell.settings.appearance_changed.emit()
        settle()

    def _picture_pages(self, suffix: str) -> None:
        for key in self.window.shell.keys:
            self.window.shell.go(key)
            self._take(f"{key}-{suffix}", f"{key}, {suffix}")

    def _take(self, name: str, what: str) -> None:
        self._album.take(self.window, name, what)

    def _press(self, text: str) -> None:
        settle()
        for button in self.window.findChildren(QWidget):
            if button.isVisible() and button.property("text") == text:
                QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
                settle()
                return
        raise LookupError(text)
