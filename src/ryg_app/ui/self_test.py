"""Tries a build on the machine it is to run on: opens everything once and says what is missing."""

from __future__ import annotations

import importlib.util
import os
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ryg_app.domain.timeline import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ryg_app.application.app import App
    from ryg_app.ui.window import Window


def self_test() -> tuple[str, ...]:
    """Build the whole window on a folder of its own; return what is missing, nothing if all is well."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ryg_app.bootstrap import open_app
    from ryg_app.ui.application import make_window, start_qt

    qt = start_qt()
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        closing(open_app(Path(folder), writing=True)) as app,
    ):
        window = make_window(qt, app)
        missing = tuple(_missing(app, window))
        window.close()
        window.deleteLater()
    return missing


def _missing(app: App, window: Window) -> Iterator[str]:
    from PySide6.QtGui import QFontDatabase

    if "Inter" not in QFontDatabase.families():
        yield "fonts/Inter"
    yield from (f"tones/{tone}.wav" for tone in Tone if not (app.assets / "tones" / f"{tone}.wav").is_file())
    if not app.settings.clips():
        yield "voice"
    if not app.library.exercises:
        yield "exercises"
    if window.grab().isNull():
        yield "window"
    if not _paper_works(app):
        yield "paper"


def _paper_works(app: App) -> bool:
    from ryg_app.ui.paper import QtPaper
    from ryg_app.wording.catalogues import LANGUAGES

    sheet = app.appointment.sheet(app.appointment.period(), LANGUAGES[0])
    printout = QtPaper(app.assets).appointment(sheet, LANGUAGES[0])
    for _share in printout.steps():
        pass
    return importlib.util.find_spec("PySide6.QtPrintSupport") is not None and bool(printout.data())
