"""A question with exclusive answers as buttons; no answer is also an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGroupBox, QVBoxLayout

from ryg_app.ui.widgets.buttons import ActionButton
from ryg_app.ui.widgets.flow_layout import EvenLayout, FlowLayout
from ryg_app.ui.widgets.labels import question as question_label
from ryg_app.ui.widgets.roving import RovingFocus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

_GAP = 8


def typed_digit(event: QKeyEvent) -> int | None:
    """Return the digit that was typed, on either part of the keyboard, and not by holding the key down."""
    text, held = event.text(), event.isAutoRepeat()
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return int(text) if len(text) == 1 and text in "0123456789" and plain and not held else None


class AnswerButton(ActionButton):
    """An answer a shaking hand does not take back: a double-click is one click, and Enter only chooses."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isChecked() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)


class OptionRow(QGroupBox):
    """Nothing is chosen until the person chooses.

    A click or Space on the chosen one clears, and so does Delete or Backspace. Where the answers are
    `numbered`, the keys 0, 1, 2 … choose the first, second, third.
    `chosen` carries the new value, or None, and is emitted only for what the person does.
    """

    chosen = Signal(object)

    def __init__(
        self,
        question: str,
        options: Sequence[tuple[object, str]],
        *,
        pills: bool = False,
        show_question: bool = True,
        clearable: bool = True,
        numbered: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("role", "options")
        self._question = question_label()
        self._clearable = clearable
        self._numbered = numbered
        self._value: object | None = None
        self._texts: list[str] = []
        self._buttons: dict[object, ActionButton] = {}
        self._roving = RovingFocus(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._column.addWidget(self._question)
        # Not before it has a parent: on its own it would flash up as a window.
        self._question.setVisible(show_question)
        self._add_buttons([value for value, _text in options], pills=pills)
        self.set_texts(question, [text for _value, text in options])
        # A group box works out its margins when it is polished, which is too late for the first layout.
        self.ensurePolished()

    @property
    def value(self) -> object | None:
        """What is chosen, or None; setting it emits nothing."""
        return self._value

    @value.setter
    def value(self, value: object | None) -> None:
        if value is not None and value not in self._buttons:
            raise ValueError(value)
        self._value = value
        for key, button in self._buttons.items():
            # An exclusive button cannot be switched off, but only while exclusive is its role "radio button".
            button.setAutoExclusive(False)
            button.setChecked(key == value)
        for button in self._buttons.values():
            button.setAutoExclusive(True)
        stop = self._buttons[value] if value is not None else self._roving.current
        if stop is not None:
            self._roving.stop_at(stop)

    @property
    def stop(self) -> ActionButton:
        """The answer that Tab comes to: the chosen one, or the one the focus was on last."""
        current = self._roving.current
        return next(button for button in self._buttons.values() if button is current)

    def button(self, value: object) -> ActionButton:
        """The button that stands for `value`."""
        return self._buttons[value]

    def set_texts(self, question: str, texts: Sequence[str]) -> None:
        """Put the same question and options in other words, in the order they were given."""
        self._texts = list(texts)
        self._question.setText(question)
        self.setAccessibleName(question)
        for button, text in zip(self._buttons.values(), texts, strict=True):
            button.setText(text.replace("&", "&&"))
            button.setAccessibleName(f"{question}: {text}")

    def set_question(self, question: str) -> None:
        """Ask the same with the same options in other words."""
        self.set_texts(question, self._texts)

    def choose(self, value: object | None) -> None:
        """Choose as the person would, with the signal."""
        if value == self._value:
            return
        self.value = value
        self.chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._clearable:
            self.choose(None)
            return
        digit = typed_digit(event)
        if self._numbered and digit is not None and digit < len(self._buttons):
            self.choose(list(self._buttons)[digit])
            self._roving.move_to(self.stop)
            return
        super().keyPressEvent(event)

    def _add_buttons(self, values: Sequence[object], *, pills: bool) -> None:
        line: EvenLayout | FlowLayout = FlowLayout(_GAP) if pills else EvenLayout()
        self._column.addLayout(line)
        for value in values:
            button = self._new_button(value, pills=pills)
            line.addWidget(button)
            self._buttons[value] = button
            self._roving.add(button)

    def _new_button(self, value: object, *, pills: bool) -> ActionButton:
        button = AnswerButton("", "pill" if pills else "option", parent=self)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setProperty("value", value)
        button.clicked.connect(self._clicked)
        return button

    @Slot()
    def _clicked(self) -> None:
        pressed = self.sender()
        value = next(key for key, button in self._buttons.items() if button is pressed)
        if value != self._value:
            self.choose(value)
        elif self._clearable:
            self.choose(None)
