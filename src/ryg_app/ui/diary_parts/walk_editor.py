"""One walk opened for correcting or removing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ryg_app.ui.widgets.buttons import secondary
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.into_view import bring_into_view
from ryg_app.ui.widgets.labels import question
from ryg_app.ui.widgets.stepper import Stepper, StepperWords

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ryg_app.wording.catalogues import Words

_GAP = 8


class WalkEditor(QFrame):
    """Hidden until it is opened; Enter and Escape close it. `corrected` carries the place and the minutes."""

    corrected = Signal(int, int)
    removed = Signal(int)
    closed = Signal(int)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._words = words
        self._place = 0
        _ = words.gettext
        self.caption = question()
        told = StepperWords(_("Minutes of this walk"), _("min"), _("One minute fewer"), _("One minute more"))
        self.minutes = Stepper(told, 1, 1)
        self.remove, self.close_button = secondary(_("Remove the walk")), secondary(_("Close"))
        buttons = FlowLayout(_GAP)
        for button in (self.remove, self.close_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.caption)
        column.addWidget(self.minutes)
        column.addLayout(buttons)
        self.minutes.changed.connect(self._corrected)
        self.remove.clicked.connect(self._removed)
        self.close_button.clicked.connect(self._close)
        self.hide()

    def open_for(self, place: int, minutes: int, most: int) -> None:
        """Show the walk at that place, which may last up to `most` minutes."""
        self._place = place
        with QSignalBlocker(self.minutes):
            self.minutes.field.setRange(1, most)
            self.minutes.value = minutes
        caption = self._words.gettext("Walk {place}").format(place=place + 1)
        self.caption.setText(caption)
        self.setAccessibleName(caption)
        self.show()
        self.minutes.field.setFocus()
        self.minutes.field.selectAll()
        bring_into_view(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._close()
            return
        super().keyPressEvent(event)

    @Slot(int)
    def _corrected(self, minutes: int) -> None:
        self.corrected.emit(self._place, minutes)

    @Slot()
    def _removed(self) -> None:
        self.removed.emit(self._place)

    @Slot()
    def _close(self) -> None:
        self.closed.emit(self._place)
        self.hide()
