"""The printer: asked for with the system's own dialog, loaded when somebody wants to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.ui.paper.paging import a4

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget


def ask_for_printer(title: str, parent: QWidget) -> QPrinter | None:
    """Return the printer that was chosen, set up for A4, or ``None``."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
    from PySide6.QtWidgets import QPushButton

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(a4())
    # The sheets have their own margins, and begin at the corner of the paper.
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintSelection, on=False)
    for button in dialog.findChildren(QPushButton):
        # Qt's own dialog gives «Properties» less than its words need in our letters.
        button.ensurePolished()
        button.setMinimumWidth(button.sizeHint().width())
    chosen = dialog.exec()
    dialog.deleteLater()
    return printer if chosen else None


def chosen_pages(printer: QPrinter) -> range | None:
    """Return the numbers of the pages that were asked for, or ``None`` for all."""
    return range(printer.fromPage(), printer.toPage() + 1) if printer.fromPage() else None
