"""A note in the patient's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ryg_app.domain.diary import LONGEST_NOTE
from ryg_app.domain.plain_text import clean
from ryg_app.ui.widgets.labels import question, small

if TYPE_CHECKING:
    from ryg_app.wording.catalogues import Words

_LINES = 4
_TELL_WHEN_LEFT = 200


class NoteField(QWidget):
    """At most 2000 characters; Tab leaves the field. Emits `edited` when the patient has typed."""

    edited = Signal()

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._given = self._shown = ""
        caption = question(words.gettext("Note"))
        self.editor, self._left = QPlainTextEdit(), small()
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(words.gettext("Note, in your own words"))
        self.editor.setMinimumHeight(self.editor.fontMetrics().lineSpacing() * _LINES + 24)
        caption.setBuddy(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (caption, self.editor, self._left):
            column.addWidget(part)
        self.editor.textChanged.connect(self._typed)
        self._tell_left()

    @property
    def text(self) -> str:
        """What was put into the field, or what was typed, without space around it and the unseen."""
        # The editor turns some characters into others, and nobody is to have changed a note by reading it.
        stands = self.editor.toPlainText()
        return self._given if stands == self._shown else clean(stands, keep_newlines=True)

    @text.setter
    def text(self, text: str) -> None:
        if text != self.text:
            self.editor.setPlainText(text)
        self._given, self._shown = text, self.editor.toPlainText()

    @Slot()
    def _typed(self) -> None:
        typed = self.editor.toPlainText()
        if len(typed) > LONGEST_NOTE:
            self._cut(typed)
            return
        self._tell_left()
        self.edited.emit()

    def _cut(self, typed: str) -> None:
        too_many = len(typed) - LONGEST_NOTE
        cursor = self.editor.textCursor()
        here = len(_beginning(typed, cursor.position()))
        # What has just been put in goes, wherever that was: what stood there before is never lost.
        stop = here if here >= too_many else len(typed)
        cursor.setPosition(_utf16_units(typed[:stop]))
        cursor.setPosition(_utf16_units(typed[: stop - too_many]), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _tell_left(self) -> None:
        left = LONGEST_NOTE - len(self.editor.toPlainText())
        told = self._words.ngettext("{number} character left", "{number} characters left", left)
        self._left.setText(told.format(number=left))
        self._left.setVisible(left <= _TELL_WHEN_LEFT)


# Qt counts in UTF-16 units, and a character outside the basic plane takes two of them.
def _utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _beginning(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
