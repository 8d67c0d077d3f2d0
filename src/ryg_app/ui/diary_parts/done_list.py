"""The sessions of the day that have been done, and taking back one said to be done without the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.ui.widgets.buttons import ActionButton, quiet
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.labels import body
from ryg_app.wording.day_words import session_record_words

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.domain.diary import DayLog
    from ryg_app.domain.session import SessionRecord
    from ryg_app.wording.catalogues import Words

_LINE_EM = 14


class DoneList(QWidget):
    """Emits `taken_back` with the identifier of the session."""

    taken_back = Signal(str)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[SessionRecord, ...] = ()
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    @property
    def texts(self) -> list[str]:
        """What the lines say."""
        return [line.label.text() for line in self._lines]

    def undo_button(self, place: int = -1) -> ActionButton:
        """The button of a line that takes it back."""
        return self._lines[place].undo

    def show_records(self, log: DayLog, of: int) -> None:
        """Show a day's sessions in the order they began; `of` is how many were planned."""
        self.setVisible(bool(log.sessions))
        if self._shown == log.sessions:
            return
        self._shown = log.sessions
        for line in self._lines:
            self._column.removeWidget(line)
            line.setParent(None)
            line.deleteLater()
        self._lines = [self._line(record, log.day, of) for record in self._shown]

    def _line(self, record: SessionRecord, day: date, of: int) -> _Line:
        undo = self._words.gettext("Undo")
        line = _Line(record, session_record_words(self._words, record, day, of), undo)
        line.undo.clicked.connect(self._take_back)
        self._column.addWidget(line)
        return line

    @Slot()
    def _take_back(self) -> None:
        pressed = self.sender()
        record = next(line.record for line in self._lines if line.undo is pressed)
        self.taken_back.emit(record.session_id)


class _Line(QWidget):
    def __init__(self, record: SessionRecord, text: str, undo: str) -> None:
        super().__init__()
        self.record = record
        self.label = body(f"✓ {text}")
        self.label.setAccessibleName(text)
        self.undo = quiet(undo)
        self.undo.setAccessibleName(f"{undo}: {text}")
        row = ColumnsLayout(8, self, place="middle")
        row.add(self.label, stretch=1, at_least_em=_LINE_EM)
        if record.without_computer:
            row.add(self.undo, stretch=0)
        else:
            self.undo.setParent(self)
            self.undo.hide()
