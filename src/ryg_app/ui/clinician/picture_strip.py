"""The pictures of an own exercise: at most six, each with a way to take it out again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.domain.plan_limits import PICTURES
from ryg_app.ui.clinician.picture_import import imported
from ryg_app.ui.pictures import picture
from ryg_app.ui.widgets.buttons import quiet, secondary
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import muted, small

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ryg_app.wording.catalogues import Words

_ROOM = QSize(150, 110)


class PictureStrip(QWidget):
    """`pictures` maps the names a plan has for them to their bytes; `refused` carries what went wrong.

    `busy` tells whether pictures are still being read.
    """

    refused = Signal(object)
    busy = Signal(bool)

    def __init__(self, words: Words, named: Callable[[bytes], str], pictures: Mapping[str, bytes]) -> None:
        super().__init__()
        _ = words.gettext
        self._words, self._named = words, named
        self.pictures: dict[str, bytes] = {}
        self._cells: dict[str, QWidget] = {}
        self._waiting: list[Path] = []
        self._progress = muted()
        self._flow = FlowLayout(10)
        self.add = secondary(_("Add pictures …"))
        below = FlowLayout(10)
        below.addWidget(self.add)
        below.addWidget(small(_("Up to six. Photos are made smaller, and place and time are taken out.")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._flow)
        column.addWidget(self._progress)
        self._progress.hide()
        column.addLayout(below)
        for name, data in pictures.items():
            self._show(name, data)
        self.add.clicked.connect(self._ask)

    def take(self, paths: list[Path]) -> None:
        """Take the pictures in these files, as many as there is room for; a bad one is refused."""
        self._waiting += paths[: PICTURES.high - len(self.pictures) - len(self._waiting)]
        self._show_waiting()
        QTimer.singleShot(0, self, self._take_next)

    @property
    def is_busy(self) -> bool:
        """Whether pictures are still being read."""
        return bool(self._waiting)

    @Slot()
    def _take_next(self) -> None:
        # One at a turn of the event loop: six photographs at once would hold up the window.
        if not self._waiting:
            return
        try:
            data = imported(self._waiting.pop(0))
            self._show(self._named(data), data)
        except RygAppError as error:
            self.refused.emit(error)
        self._show_waiting()
        QTimer.singleShot(0, self, self._take_next)

    def _show_waiting(self) -> None:
        waiting = len(self._waiting)
        said = self._words.ngettext("Reading {number} picture …", "Reading {number} pictures …", waiting)
        self._progress.setText(said.format(number=waiting))
        self._progress.setVisible(bool(waiting))
        self.add.setEnabled(len(self.pictures) + waiting < PICTURES.high)
        self.busy.emit(self.is_busy)

    def _show(self, name: str, data: bytes) -> None:
        image = picture(data, _ROOM)
        if name in self.pictures or image is None:
            return
        self.pictures[name] = data
        number = len(self.pictures)
        cell, shown = QWidget(), QLabel()
        shown.setPixmap(QPixmap.fromImage(image))
        shown.setFixedSize(_ROOM)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setAccessibleName(self._words.gettext("Picture {number}").format(number=number))
        remove = quiet(self._words.gettext("Remove"))
        remove.setAccessibleName(self._words.gettext("Remove picture {number}").format(number=number))
        remove.clicked.connect(partial(self._remove, name))
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(shown)
        column.addWidget(remove)
        self._flow.addWidget(cell)
        self._cells[name] = cell
        self.add.setEnabled(len(self.pictures) < PICTURES.high)

    def _remove(self, name: str) -> None:
        del self.pictures[name]
        gone = self._cells.pop(name)
        self._flow.removeWidget(gone)
        gone.setParent(None)
        gone.deleteLater()
        self._show_waiting()
        self.add.setFocus()

    @Slot()
    def _ask(self) -> None:
        _ = self._words.gettext
        kinds = _("Pictures") + " (*.png *.jpg *.jpeg *.webp)"
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("Add pictures"), "", kinds)
        self.take([Path(name) for name in chosen])
