"""Typing a day or a time after a click, as one expects it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDateTimeEdit


class TypingOver(QObject):
    """Lets what is typed take the place of the part that was clicked.

    Qt selects a part when Tab comes to it but not when it is clicked, and turns every digit down where two
    stand already: after a click, or with everything selected, typing would do nothing. Lives with its field.
    """

    def __init__(self, field: QDateTimeEdit) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)
        field.lineEdit().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and not self._field.lineEdit().hasSelectedText():
            self._field.setSelectedSection(self._field.currentSection())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._begin_with_the_first(event)
        return super().eventFilter(watched, event)

    def _begin_with_the_first(self, event: QKeyEvent) -> None:
        line = self._field.lineEdit()
        if event.text().isdecimal() and line.selectedText() == line.text():
            self._field.setSelectedSection(self._field.sectionAt(0))
