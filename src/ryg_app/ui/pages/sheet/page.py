"""The page: what can be chosen on the left, the sheet itself on the right, save and print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ryg_app.ui.accessibility import announce
from ryg_app.ui.pages.sheet.pictures import Pictures
from ryg_app.ui.widgets.buttons import primary, quiet, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body, small
from ryg_app.ui.widgets.page import Page

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from ryg_app.wording.catalogues import Words

_PERCENT = 100
# What is over sooner need not tell how far it has come.
_PATIENCE_MS = 400
_NARROWEST_OPTIONS_EM, _NARROWEST_SHEET_EM = 18, 22


class SheetPage(Page):
    """Covers the page it came from; Escape and «Back» lead there again."""

    save_clicked = Signal()
    print_clicked = Signal()
    cancel_clicked = Signal()
    open_clicked = Signal(object)
    closed = Signal()

    def __init__(self, title: str, told: str, options: QWidget | None, words: Words) -> None:
        super().__init__(title)
        self._words = words
        self._saved: Path | None = None
        self._make_parts()
        if options is None:
            # The exercise sheet says nothing of a patient, and may be sent as one likes.
            self._way.hide()
        card = Card()
        card.body.addWidget(body(told))
        if options is not None:
            card.body.addWidget(options)
        card.body.addLayout(self._buttons())
        card.body.addWidget(self._way)
        card.body.addWidget(self._waiting)
        card.body.addWidget(self.saved_card)
        columns = ColumnsLayout(self.body.spacing(), place="top")
        columns.add(self._column(card), 2, _NARROWEST_OPTIONS_EM)
        columns.add(self._column(self.pictures), 3, _NARROWEST_SHEET_EM)
        self.body.addLayout(columns)
        self.body.addStretch(1)
        self.setFocusProxy(self.save)

    def tell_progress(self, share: float) -> None:
        """Show how far the work has come, once it has taken a while."""
        self.progress.setValue(round(share * _PERCENT))
        if self._waiting.isHidden() and not self._patience.isActive():
            self._patience.start()

    def tell_done(self) -> None:
        """Hide how far the work has come."""
        self._patience.stop()
        self._waiting.hide()

    def tell_saved(self, path: Path) -> None:
        """Say where the sheet is, and offer to open it or its folder."""
        self._saved = path
        said = self._words.gettext("Saved: {name} in {folder}.").format(name=path.name, folder=path.parent)
        self._where.setText(said)
        self.saved_card.show()
        announce(self.saved_card, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _make_parts(self) -> None:
        _ = self._words.gettext
        self.back = quiet(_("Back"))
        self.back.clicked.connect(self.closed)
        self.header.add(self.back)
        self.pictures = Pictures(self._words)
        self._way = small(
            _(
                "Pass it on on paper, on a USB stick or through the clinic's secure mail. "
                "Ordinary e-mail is not safe for it."
            )
        )
        self._waiting, self.progress = self._progress()
        self.saved_card = self._saved_card()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._waiting.show)

    def _buttons(self) -> FlowLayout:
        _ = self._words.gettext
        self.save, self.print = primary(_("Save as PDF …")), secondary(_("Print …"))
        self.save.clicked.connect(self.save_clicked)
        self.print.clicked.connect(self.print_clicked)
        row = FlowLayout(12)
        for button in (self.save, self.print):
            row.addWidget(button)
        return row

    def _progress(self) -> tuple[QWidget, QProgressBar]:
        _ = self._words.gettext
        holder, bar, cancel = QWidget(), QProgressBar(), quiet(_("Cancel"))
        bar.setRange(0, _PERCENT)
        bar.setAccessibleName(_("How much of the sheet is made"))
        cancel.clicked.connect(self.cancel_clicked)
        stack = QVBoxLayout(holder)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(bar)
        stack.addWidget(cancel)
        holder.hide()
        return holder, bar

    def _saved_card(self) -> QWidget:
        _ = self._words.gettext
        holder, self._where = QWidget(), body()
        self.open_sheet, self.open_folder = secondary(_("Open the sheet")), secondary(_("Open the folder"))
        self.open_sheet.clicked.connect(self._on_open_sheet)
        self.open_folder.clicked.connect(self._on_open_folder)
        row = FlowLayout(12)
        for button in (self.open_sheet, self.open_folder):
            row.addWidget(button)
        stack = QVBoxLayout(holder)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self._where)
        stack.addLayout(row)
        holder.hide()
        return holder

    def _column(self, widget: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        column.addStretch(1)
        return column

    @Slot()
    def _on_open_sheet(self) -> None:
        self.open_clicked.emit(self._saved)

    @Slot()
    def _on_open_folder(self) -> None:
        self.open_clicked.emit(self._saved.parent if self._saved else None)
