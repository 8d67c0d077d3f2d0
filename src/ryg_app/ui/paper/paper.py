"""The sheets as PDF: the port `Paper` on Qt, with or without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPagedPaintDevice, QPdfWriter

from ryg_app import __version__
from ryg_app.ui.paper.appointment import AppointmentLayout
from ryg_app.ui.paper.ink import Ink
from ryg_app.ui.paper.paging import a4, put_on_paper
from ryg_app.ui.theme import load_fonts, load_theme
from ryg_app.wording.catalogues import load_words

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from ryg_app.application.appointment_sheet import AppointmentSheet
    from ryg_app.application.handout import Handout
    from ryg_app.ui.paper.handout import HandoutLayout
    from ryg_app.ui.paper.paging import Layout

DOTS_PER_INCH = 1200


class QtPaper:
    """Lays sheets out and writes them as PDF; starts Qt without a display where it is not running."""

    def __init__(self, assets: Path) -> None:
        self._assets = assets
        self._qt = QGuiApplication.instance() or start_without_a_display()
        # Before anything is measured, or the lines would be those of another font.
        if load_theme("light").family[0] not in QFontDatabase.families():
            load_fonts(assets / "fonts")
        self.ink = Ink()

    def appointment(self, sheet: AppointmentSheet, language: str, name: str = "") -> PdfPrintout:
        """Return the sheet for the appointment; the name is printed and kept nowhere."""
        return PdfPrintout(self.appointment_layout(sheet, language, name), self.ink)

    def handout(self, handout: Handout, language: str) -> PdfPrintout:
        """Return the exercise sheet of a plan."""
        return PdfPrintout(self.handout_layout(handout, language), self.ink)

    def handout_layout(self, handout: Handout, language: str) -> HandoutLayout:
        """Return the same before it is put on anything."""
        # The figure brings its widgets, which the other sheet has no use for.
        from ryg_app.ui.paper.handout import HandoutLayout

        return HandoutLayout(handout, load_words(self._assets, language))

    def appointment_layout(self, sheet: AppointmentSheet, language: str, name: str = "") -> AppointmentLayout:
        """Return the same before it is put on anything."""
        return AppointmentLayout(sheet, load_words(self._assets, language), self.ink, name)


class PdfPrintout:
    """A sheet on its way into the bytes of a PDF."""

    def __init__(self, layout: Layout, ink: Ink) -> None:
        self._layout = layout
        self._ink = ink
        self._bytes = QBuffer()

    def steps(self) -> Generator[float, None, None]:
        """Make the PDF, a few milliseconds at each step; left half-way, nothing comes of it.

        Yields:
            How much of it is done, 0 to 1.
        """
        self._bytes.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(self._bytes)
        writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_1_6)
        writer.setResolution(DOTS_PER_INCH)
        writer.setPageLayout(a4())
        writer.setTitle(self._layout.title)
        writer.setCreator(f"RygApp {__version__}")
        yield from put_on_paper(writer, self._layout, self._ink)

    def data(self) -> bytes:
        """Return the PDF; only once the steps are done."""
        return bytes(self._bytes.data().data())


def start_without_a_display() -> QGuiApplication:
    """Return a Qt that needs no screen; the argument holds whatever the surroundings say."""
    return QGuiApplication(["ryg-app", "-platform", "offscreen"])
