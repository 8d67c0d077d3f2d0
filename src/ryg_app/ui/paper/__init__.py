"""What is printed: the sheet for the appointment and the exercise sheet, as PDF and on a printer."""

from __future__ import annotations

from ryg_app.ui.paper.paper import PdfPrintout, QtPaper

__all__ = ["PdfPrintout", "QtPaper"]
