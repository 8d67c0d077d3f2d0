"""The clinic's logo for the printed sheet; no plan file holds it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.ui.clinician.picture_import import imported
from ryg_app.ui.pictures import picture
from ryg_app.ui.widgets.buttons import quiet, secondary
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import small

if TYPE_CHECKING:
    from ryg_app.application.plan_making import PlanMaking
    from ryg_app.wording.catalogues import Words

_ROOM = QSize(220, 64)


class LogoRow(QWidget):
    """Kept at once, for every plan of the clinic; `refused` carries what went wrong."""

    refused = Signal(object)

    def __init__(self, plans: PlanMaking, words: Words) -> None:
        super().__init__()
        _ = words.gettext
        self._plans, self._words = plans, words
        self._shown = QLabel()
        self._shown.setAccessibleName(_("The clinic's logo"))
        self.choose, self.remove = secondary(_("Choose a logo …")), quiet(_("Remove the logo"))
        line = FlowLayout(10)
        for part in (self._shown, self.choose, self.remove):
            line.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(
            small(_("The logo is kept here and printed on the exercise sheet. It is not in the file."))
        )
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._on_remove)
        self._show()

    def take(self, path: Path) -> None:
        """Keep the picture in that file as the logo; a bad one is refused."""
        try:
            self._plans.keep_logo(imported(path))
        except RygAppError as error:
            self.refused.emit(error)
        self._show()

    def _show(self) -> None:
        try:
            data = self._plans.logo()
        except RygAppError:
            # A logo that is gone is chosen anew; it must not stand in the way of a plan.
            data = None
        image = picture(data, _ROOM) if data else None
        self._shown.setVisible(image is not None)
        self.remove.setVisible(image is not None)
        if image is not None:
            self._shown.setPixmap(QPixmap.fromImage(image))

    @Slot()
    def _ask(self) -> None:
        _ = self._words.gettext
        kinds = _("Pictures") + " (*.png *.jpg *.jpeg *.webp)"
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose a logo"), "", kinds)
        if chosen:
            self.take(Path(chosen))

    @Slot()
    def _on_remove(self) -> None:
        try:
            self._plans.keep_logo(None)
        except RygAppError as error:
            self.refused.emit(error)
        self._show()
        self.choose.setFocus()
