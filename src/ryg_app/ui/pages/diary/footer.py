"""Below the day's questions: whether they are kept, and saving, undoing, deleting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from ryg_app.ui.widgets.buttons import primary, quiet
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import small

if TYPE_CHECKING:
    from ryg_app.wording.catalogues import Words

_GAP, _TOLD_EM = 6, 12


class DayFooter(QWidget):
    """Three buttons and a status; the page decides what they do."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self.status = small()
        self.save, self.undo = primary(_("Save the day"), large=True), quiet(_("Undo"))
        self.delete = quiet(_("Delete the answers"))
        self.save.setToolTip(QKeySequence(QKeySequence.StandardKey.Save).toString())
        self.undo.setAccessibleName(_("Undo what was saved last"))
        self.delete.setAccessibleName(_("Delete the answers of this day"))
        told = FlowLayout(_GAP)
        for part in (self.status, self.undo, self.delete):
            told.addWidget(part)
        row = ColumnsLayout(parent=self, place="middle")
        row.add(told, 1, _TOLD_EM)
        row.add(self.save, 0)

    def tell(self, text: str, *, can_undo: bool) -> None:
        """Say whether the day is kept, and where."""
        self.status.setText(text)
        self.undo.setVisible(can_undo)
