"""The next appointment, entered and corrected in the diary too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.ui.diary_parts.appointment import AppointmentCard, NextVisit, appointment_words
from ryg_app.ui.widgets.buttons import secondary
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import body

if TYPE_CHECKING:
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

_GAP = 10


class VisitPart(QWidget):
    """Tells the appointment, with a button that opens its card. Emits `saved` with it, or None."""

    saved = Signal(object)

    def __init__(self, words: Words, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._seen: NextVisit | None = None
        self._look = look
        self._card: AppointmentCard | None = None
        self.told, self.opener = body(), secondary()
        opening = FlowLayout(_GAP)
        opening.addWidget(self.opener)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._column.addWidget(self.told)
        self._column.addLayout(opening)
        self.opener.clicked.connect(self._open)

    @property
    def card(self) -> AppointmentCard:
        """The card to enter it in, made when it is first opened."""
        if self._card is None:
            self._card = AppointmentCard(self._words, self._look)
            self._card.saved.connect(self.saved)
            self._card.closed.connect(self.close_card)
            self._column.addWidget(self._card)
        return self._card

    def show_visit(self, seen: NextVisit) -> None:
        """Show the coming appointment."""
        _ = self._words.gettext
        self._seen = seen
        told = appointment_words(self._words, seen.visit)
        self.told.setText(told if seen.visit else "")
        self.told.setVisible(seen.visit is not None)
        self.opener.setText(_("Correct the appointment") if seen.visit else _("Enter an appointment"))
        self.opener.setAccessibleDescription(told if seen.visit else "")

    @Slot()
    def close_card(self) -> None:
        """Close the card, with the focus back on what opened it."""
        self.opener.setFocus()
        self.card.hide()

    @Slot()
    def _open(self) -> None:
        if self._seen is not None:
            self.card.open_for(self._seen)
