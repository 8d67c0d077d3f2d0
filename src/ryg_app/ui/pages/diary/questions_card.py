"""What the patient wants to ask at the appointment: written down, struck out, asked again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ryg_app.domain.plain_text import clean
from ryg_app.domain.questions import LONGEST_QUESTION
from ryg_app.ui.widgets.buttons import ActionButton, quiet, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.disclosure import Disclosure
from ryg_app.ui.widgets.labels import TextLabel, body, small

if TYPE_CHECKING:
    from ryg_app.domain.questions import OwnQuestion
    from ryg_app.wording.catalogues import Words

_GAP, _LINE_EM, _FIELD_EM = 8, 11, 10


class QuestionsCard(Card):
    """Folded away at first. Emits `asked` with a text, `struck_out` and `asked_again` with a question."""

    asked = Signal(str)
    struck_out = Signal(object)
    asked_again = Signal(object)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._shown: tuple[OwnQuestion, ...] | None = None
        self.lines: list[QuestionLine] = []
        self.opener, self._list = Disclosure(""), QVBoxLayout()
        self._list.setSpacing(_GAP)
        self.body.addWidget(self.opener)
        self.opener.body.addWidget(
            small(words.gettext("The list is kept for the appointment. Nobody reads it before then."))
        )
        self.opener.body.addLayout(self._entry())
        self.opener.body.addLayout(self._list)
        self.opener.heading.clicked.connect(self._on_opened)
        self.show_questions(())

    def show_questions(self, questions: tuple[OwnQuestion, ...]) -> None:
        """Show the list: those to be asked first, then those struck out."""
        if questions == self._shown:
            return
        self._shown = questions
        for line in self.lines:
            self._list.removeWidget(line)
            line.setParent(None)
            line.deleteLater()
        ordered = sorted(questions, key=lambda question: question.struck_out is not None)
        self.lines = [self._line(question) for question in ordered]
        self._caption(sum(question.struck_out is None for question in questions))

    @property
    def has_typed(self) -> bool:
        """Whether a question stands in the field that is not on the list."""
        return bool(clean(self.field.text()))

    @Slot()
    def tell_typed(self) -> None:
        """Tell what stands in the field, if it is a question."""
        if self.has_typed:
            self.asked.emit(clean(self.field.text()))

    def clear_entry(self) -> None:
        """Empty the field, once what stood in it is kept."""
        self.field.clear()

    def focus_line(self, text: str) -> None:
        """Give the focus to the button of the question with that text."""
        line = next((line for line in self.lines if line.question.text == text), None)
        (line.button if line else self.field).setFocus()

    @Slot(bool)
    def _on_opened(self, is_open: bool) -> None:  # noqa: FBT001 - a Qt slot
        # It is opened in order to write, and a space typed at once would close it again.
        if is_open:
            self.field.setFocus()

    def _caption(self, count: int) -> None:
        _ = self._words.gettext
        caption = _("Questions for my physiotherapist")
        self.opener.set_text(f"{caption} · {count}" if count else caption)

    def _entry(self) -> ColumnsLayout:
        _ = self._words.gettext
        self.field, self.add = QLineEdit(), secondary(_("Put on the list"))
        self.field.setMaxLength(LONGEST_QUESTION)
        self.field.setAccessibleName(_("A question for my physiotherapist"))
        self.field.setPlaceholderText(_("Write a question"))
        self.field.returnPressed.connect(self.tell_typed)
        self.add.clicked.connect(self.tell_typed)
        row = ColumnsLayout(_GAP, place="middle")
        row.add(self.field, 1, _FIELD_EM)
        row.add(self.add, 0)
        return row

    def _line(self, question: OwnQuestion) -> QuestionLine:
        line = QuestionLine(self._words, question)
        told = self.struck_out if question.struck_out is None else self.asked_again
        line.button.clicked.connect(partial(told.emit, question))
        self._list.addWidget(line)
        # What is made later would otherwise be the last thing on the page that Tab comes to.
        before = self._list.itemAt(self._list.count() - 2)
        widget = before.widget() if before else None
        self.setTabOrder(widget.button if isinstance(widget, QuestionLine) else self.add, line.button)
        return line


class QuestionLine(QWidget):
    """One question with the button that strikes it out, or takes that back."""

    def __init__(self, words: Words, question: OwnQuestion, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.label, self.button = self._words_and_button(words, question)
        self.button.setAccessibleName(f"{self.button.text()}: {question.text}")
        row = ColumnsLayout(_GAP, self, place="middle")
        row.add(self.label, 1, _LINE_EM)
        row.add(self.button, 0)

    def _words_and_button(self, words: Words, question: OwnQuestion) -> tuple[TextLabel, ActionButton]:
        _ = words.gettext
        if question.struck_out is None:
            return body(question.text), quiet(_("Strike out"))
        label = small(question.text)
        font = label.font()
        font.setStrikeOut(True)
        label.setFont(font)
        label.setAccessibleName(_("Struck out: {question}").format(question=question.text))
        return label, quiet(_("Ask again"))
