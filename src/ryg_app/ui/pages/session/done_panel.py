"""The session is kept: what was done, and questions that may be left unanswered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLineEdit

from ryg_app.domain.plain_text import clean
from ryg_app.domain.session import LONGEST_WORDS
from ryg_app.ui.pages.session.panels import Panel
from ryg_app.ui.widgets.buttons import primary, secondary
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.labels import body, question, small
from ryg_app.ui.widgets.number_row import NumberRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QKeyEvent

    from ryg_app.ui.theme import Theme
    from ryg_app.wording.catalogues import Words


@dataclass(frozen=True, slots=True)
class DoneLine:
    """What is said of one exercise.

    Attributes:
        entry_id: The plan's line.
        title: The exercise.
        done: What was done of it.
        stopped: It was ended because it hurt, so the patient is asked what was felt.
    """

    entry_id: str
    title: str
    done: str
    stopped: bool


class DonePanel(Panel):
    """Tells what was done; asks how the leg was, and what was felt where an exercise was stopped."""

    def __init__(self, words: Words, theme: Theme, lines: Iterable[DoneLine]) -> None:
        _ = words.gettext
        super().__init__(_("Finished"), theme)
        self._fields: dict[str, QLineEdit] = {}
        self.add_text(_("The session is saved."))
        for line in lines:
            self._add_line(words, line)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self.content.addWidget(rule)
        self.pain = NumberRow(
            _("Worst leg pain during the exercises?"), _("no pain"), _("worst imaginable pain")
        )
        self.content.addWidget(self.pain)
        self.content.addWidget(small(_("You can leave the question unanswered.")))
        self.save = self.add_button(primary(_("Save"), large=True))
        self.skip = self.add_button(secondary(_("Skip the question"), large=True))
        self.save.setEnabled(False)
        self.pain.chosen.connect(self._answered)

    @property
    def words(self) -> Mapping[str, str]:
        """What the patient wrote of the exercises that were stopped, by the plan's line."""
        written = {entry_id: clean(field.text()) for entry_id, field in self._fields.items()}
        return {entry_id: text for entry_id, text in written.items() if text}

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """Where the patient can write, one for each exercise that was stopped."""
        return tuple(self._fields.values())

    def take_focus(self) -> None:
        """Give the focus to the way past the question: a key pressed once more must not become an answer."""
        self.skip.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdecimal():
            scale = self.pain.button(0)
            scale.setFocus()
            QCoreApplication.sendEvent(scale, event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.save.click()
        else:
            super().keyPressEvent(event)

    def _add_line(self, words: Words, line: DoneLine) -> None:
        row = ColumnsLayout(16, place="middle")
        row.add(question(line.title), stretch=1, at_least_em=10)
        row.add(body(line.done), stretch=0)
        self.content.addLayout(row)
        if line.stopped:
            self._ask_what_was_felt(words, line)

    def _ask_what_was_felt(self, words: Words, line: DoneLine) -> None:
        _ = words.gettext
        asked = small(_("What did you feel? It is put on the sheet for your appointment."))
        field = QLineEdit()
        field.setMaxLength(LONGEST_WORDS)
        field.setAccessibleName(_("What you felt in {exercise}").format(exercise=line.title))
        field.textChanged.connect(self._answered)
        asked.setBuddy(field)
        self.content.addWidget(asked)
        self.content.addWidget(field)
        self._fields[line.entry_id] = field

    def _answered(self, _value: object) -> None:
        self.save.setEnabled(self.pain.value is not None or bool(self.words))
