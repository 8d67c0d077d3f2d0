"""The window's process: Qt, fonts, words, log, one window at a time."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox

from ryg_app import __version__
from ryg_app.bootstrap import assets_folder, open_app
from ryg_app.domain.errors import FolderInUseError, RygAppError
from ryg_app.ui.crash import on_unexpected, start_log, stop_log
from ryg_app.ui.every_window import every_window
from ryg_app.ui.single_instance import FirstInstance, raise_first
from ryg_app.ui.theme import Icons, Look, load_fonts
from ryg_app.ui.ticker import Ticker
from ryg_app.ui.window import Window
from ryg_app.wording.catalogues import LANGUAGES, load_words
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ryg_app.application.app import App
    from ryg_app.application.printing import Paper


class Program(QApplication):
    """`ending` comes before the system ends the program, at log-out or from the dock."""

    ending = Signal()

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.commitDataRequest.connect(self.ending)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Quit:
            self.ending.emit()
        return super().event(event)


def run_window(folder: Path, file: Path | None, language: str | None, *, in_tray: bool = False) -> int:
    """Show the window until the program ends; return the exit code.

    Args:
        folder: Where the patient's data is.
        file: A plan file or a log to show, if one was named.
        language: ``da`` or ``en`` for this run only.
        in_tray: Begin without the window.
    """
    qt = start_qt()
    start = _Start(file, in_tray=in_tray and file is None)
    while True:
        try:
            app = open_app(folder, writing=True, paper=make_paper)
        except FolderInUseError as error:
            return 0 if in_tray or raise_first(folder, file) else refuse(error, language)
        except RygAppError as error:
            return refuse(error, language)
        with closing(app):
            try:
                code, restored = _show(qt, app, language, start)
            except RygAppError as error:
                return refuse(error, language)
        if restored is None:
            return code
        # Everything that was read is of the past, so the program begins anew around what was put back.
        start = _Start(restored=restored)


@dataclass(frozen=True, slots=True)
class _Start:
    """How the window begins: with a file, without being seen, or after a restore."""

    file: Path | None = None
    in_tray: bool = False
    restored: str = ""


def start_qt() -> QApplication:
    """Return the running `QApplication`, made and dressed if there is none."""
    running = QApplication.instance()
    qt = running if isinstance(running, QApplication) else Program(sys.argv[:1])
    qt.setApplicationName("RygApp")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("ryg-app")
    assets = assets_folder()
    qt.setWindowIcon(QIcon(str(assets / "icons" / "ryg-app.png")))
    load_fonts(assets / "fonts")
    return qt


def make_window(
    qt: QApplication, app: App, language: str | None = None, make_ticker: Callable[[], Ticker] = Ticker
) -> Window:
    """Return the window, dressed as the patient has chosen."""
    preferences = app.settings.get()
    look = Look(
        qt, Icons(app.assets / "icons"), preferences.color_scheme.value, preferences.text_percent / 100
    )
    return Window(app, look, language, make_ticker)


def _show(qt: QApplication, app: App, language: str | None, start: _Start) -> tuple[int, str | None]:
    """Return the exit code, and after a restore the name of the backup of what was there before."""
    folder = app.settings.folder()
    log = start_log(folder)
    try:
        window = make_window(qt, app, language)
        first = FirstInstance(folder)
        first.raised.connect(window.come_forward)
        try:
            _begin(qt, app, window, start)
            code = qt.exec()
            window.keeping.rest()
            return code, window.keeping.restored
        finally:
            let_go(window)
    finally:
        stop_log(log)


def _begin(qt: QApplication, app: App, window: Window, start: _Start) -> None:
    on_unexpected(window.tell_unexpected)
    qt.setQuitOnLastWindowClosed(False)  # in the tray it goes on without one
    window.gone.connect(lambda: _end(qt, window))
    if isinstance(qt, Program):
        qt.ending.connect(window.duty.background.leave)
    if start.in_tray:
        window.duty.background.start_quietly()
    else:
        window.show()
    window.duty.begin()
    file = start.file or _plan_handed_out(app)
    if file is not None:
        window.open_file(file)
    if start.restored:
        window.telling.restored(start.restored)


def let_go(window: Window) -> None:
    """Delete the window while the interpreter is whole.

    One that is still there when Python ends is taken down by PySide afterwards, and an overridden event of
    one of its widgets then ends the process with a segmentation fault.
    """
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _plan_handed_out(app: App) -> Path | None:
    """Return the plan a clinic has put beside a program that runs from where it was copied to."""
    if not getattr(sys, "frozen", False):
        return None
    from ryg_app.clinic_bootstrap import plan_handed_out

    return plan_handed_out(app)


def make_paper() -> Paper:
    """Return what puts sheets on paper; PDF is no part of the first picture of the window."""
    from ryg_app.ui.paper import QtPaper

    return QtPaper(assets_folder())


def _end(qt: QApplication, window: Window) -> None:
    """End the program, or let it end with the last window that is still needed."""
    others = [other for other in every_window() if isinstance(other, QMainWindow) and other is not window]
    if window.keeping.restored is not None:
        for other in others:
            other.close()
    if any(other.isVisible() for other in others):
        qt.setQuitOnLastWindowClosed(True)
    else:
        # Not by the last window as well: that is a posted event, and would end the run after a restore.
        qt.exit(0)


def refuse(error: RygAppError, language: str | None) -> int:
    """Say why no window can be shown; return the exit code."""
    words = load_words(assets_folder(), language or LANGUAGES[0])
    sentence = error_sentence(words, error)
    sys.stderr.write(sentence + "\n")
    QMessageBox.warning(None, "RygApp", sentence)
    return 1
