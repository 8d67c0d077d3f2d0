"""What waits for an answer, across the top of the window, until it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ryg_app.ui.accessibility import announce
from ryg_app.ui.widgets.buttons import primary, secondary
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.labels import question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ryg_app.ui.widgets.buttons import ActionButton

TO_THE_BANNER = "F6"
_SENTENCE_EM = 12


class AskingBanner(QFrame):
    """A sentence and its answers; read aloud when it comes, without taking the focus.

    `answered` carries the identifier of the answer. F6 brings the focus here from anywhere in the window,
    and back again.
    """

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "asking")
        self._sentence = question()
        self._answers: dict[str, ActionButton] = {}
        self._came_from: QWidget | None = None
        self._buttons = FlowLayout(8, alignment=Qt.AlignmentFlag.AlignLeft)
        row = ColumnsLayout(16, place="middle")
        row.add(self._sentence, stretch=1, at_least_em=_SENTENCE_EM)
        row.add(self._buttons, stretch=0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(row)
        self.hide()
        shortcut = QShortcut(QKeySequence(TO_THE_BANNER), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._to_and_fro)

    @property
    def text(self) -> str:
        """The sentence shown; empty when there is none."""
        return self._sentence.text() if not self.isHidden() else ""

    def offers(self, answer: str) -> bool:
        """Tell whether an answer can be given now."""
        return answer in self._answers

    def button(self, answer: str) -> ActionButton:
        """The button of an answer."""
        return self._answers[answer]

    def ask(self, sentence: str, answers: Sequence[tuple[str, str]], spoken: str = "") -> None:
        """Show a sentence and its answers, identifier and text; the first is the one most likely wanted."""
        had_focus = self._has_focus()
        self._put_away_answers()
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        for number, (answer, text) in enumerate(answers):
            button = secondary(text, parent=self) if number else primary(text, parent=self)
            button.setProperty("answer", answer)
            button.setAccessibleDescription(sentence)
            button.clicked.connect(self._on_clicked)
            self._buttons.addWidget(button)
            button.show()  # or it could not have the focus yet
            self._answers[answer] = button
        self.show()
        if had_focus:
            self._first().setFocus()
        announce(self, spoken or sentence)

    def dismiss(self) -> None:
        """Hide it; the focus goes back to where it came from."""
        if self.isHidden():
            return
        if self._has_focus():
            self._go_back()
        self.hide()
        self._put_away_answers()

    def take_focus(self) -> None:
        """Let the keyboard answer."""
        if not self.isHidden() and not self._has_focus():
            self._to_and_fro()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
            return
        super().keyPressEvent(event)

    def _to_and_fro(self) -> None:
        if self.isHidden():
            return
        if self._has_focus():
            self._go_back()
            return
        self._came_from = self.window().focusWidget()
        self._first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_back(self) -> None:
        back, self._came_from = self._came_from, None
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()

    def _has_focus(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _first(self) -> ActionButton:
        return next(iter(self._answers.values()))

    def _put_away_answers(self) -> None:
        for button in self._answers.values():
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._answers = {}

    def _on_clicked(self) -> None:
        self.answered.emit(cast("str", self.sender().property("answer")))
