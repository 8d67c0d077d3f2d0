"""One of the patient's own activities and how well it goes, 0 to 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ryg_app.domain.plain_text import clean
from ryg_app.domain.review import LONGEST_ACTIVITY, ActivityScore
from ryg_app.ui.widgets.number_row import NumberRow

if TYPE_CHECKING:
    from ryg_app.wording.catalogues import Words

_GAP = 8


class ActivityField(QWidget):
    """The number is asked for once there is a text. Emits `named` when the text has changed."""

    named = Signal()

    def __init__(self, words: Words, place: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.gettext
        self._words = words
        self.editor = QLineEdit()
        self.editor.setMaxLength(LONGEST_ACTIVITY)
        self.editor.setAccessibleName(_("Activity {number}").format(number=place))
        self.editor.setPlaceholderText(_("Activity {number}").format(number=place))
        self.score = NumberRow("", "", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.editor)
        column.addWidget(self.score)
        self.editor.textChanged.connect(self._named)
        self._named()

    @property
    def text(self) -> str:
        """The activity, without space around it; empty while none is named."""
        return clean(self.editor.text())

    @property
    def activity(self) -> ActivityScore | None:
        """The activity with its number, or None while none is named."""
        score = self.score.value
        return ActivityScore(self.text, score if isinstance(score, int) else None) if self.text else None

    def show_activity(self, text: str, score: int | None) -> None:
        """Show an activity that is known already, or an empty field."""
        self.editor.setText(text)
        self.score.value = score

    @Slot()
    def _named(self) -> None:
        _ = self._words.gettext
        asked = _("How difficult is it for you today to: {activity}?").format(activity=self.text)
        self.score.set_words(asked, _("unable to do it"), _("able to do it as before the problem"))
        self.score.setVisible(bool(self.text))
        self.named.emit()
