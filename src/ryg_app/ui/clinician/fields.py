"""The fields of the plan editor: a caption, a control, and what is wrong with what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ryg_app.ui.accessibility import announce
from ryg_app.ui.widgets.labels import small, warning
from ryg_app.ui.widgets.stepper import Stepper, StepperWords

if TYPE_CHECKING:
    from ryg_app.domain.plan_limits import Span
    from ryg_app.wording.catalogues import Words

_GAP = 4
_LINES = 3
_FRAME = 28
_NARROWEST = 120
_NARROWEST_NUMBER = 46


class EditorField(QWidget):
    """`where` is the field of the plan it stands for, as the checker names it; `edited` carries a new value.

    `show_value` emits nothing.
    """

    edited = Signal(object)

    def __init__(self, caption: str, where: str, control: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.where = where
        self.control = control
        self._caption, self._problem = small(caption), warning()
        self._caption.setBuddy(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for part in (self._caption, control, self._problem):
            column.addWidget(part)
        self._caption.setVisible(bool(caption))
        self._problem.hide()
        self.setFocusProxy(control)

    @property
    def problem(self) -> str:
        """The sentence shown under the control; empty when all is well."""
        return "" if self._problem.isHidden() else self._problem.text()

    def set_caption(self, caption: str) -> None:
        """Call the field something else."""
        self._caption.setText(caption)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, or with an empty text nothing."""
        if sentence == self.problem:
            return
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence)
        if sentence:
            announce(self.control, sentence)


class LineField(EditorField):
    """One line of text."""

    def __init__(
        self, caption: str, where: str, allowed: Span, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        self._line = QLineEdit()
        self._line.setMaxLength(allowed.high)
        self._line.setAccessibleName(name or caption)
        super().__init__(caption, where, self._line, parent=parent)
        self._line.textEdited.connect(self._typed)

    def show_value(self, text: str) -> None:
        """Show a text; the cursor stays when it is the same."""
        if text != self._line.text():
            self._line.setText(text)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.edited.emit(text)


class TextField(EditorField):
    """Several lines of text; Tab leaves the field."""

    def __init__(
        self, caption: str, where: str, *, name: str = "", lines: int = _LINES, parent: QWidget | None = None
    ) -> None:
        self._text = _Lines(lines)
        self._text.setAccessibleName(name or caption)
        super().__init__(caption, where, self._text, parent=parent)
        self._text.textChanged.connect(self._typed)

    def show_value(self, text: str) -> None:
        """Show a text; the cursor stays when it is the same."""
        if text != self._text.toPlainText():
            with QSignalBlocker(self._text):
                self._text.setPlainText(text)

    @Slot()
    def _typed(self) -> None:
        self.edited.emit(self._text.toPlainText())


class _Lines(QPlainTextEdit):
    def __init__(self, lines: int) -> None:
        super().__init__()
        self._count = lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._count + _FRAME)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.sizeHint().height())


class NumberField(EditorField):
    """A whole number between buttons."""

    def __init__(
        self,
        words: Words,
        caption: str,
        where: str,
        allowed: Span,
        *,
        unit: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        _, spoken = words.gettext, name or caption
        said = StepperWords(
            spoken, unit, _("Less: {what}").format(what=spoken), _("More: {what}").format(what=spoken)
        )
        self._stepper = Stepper(said, allowed.low, allowed.high)
        self._stepper.field.setMinimumWidth(_NARROWEST_NUMBER)
        super().__init__(caption, where, self._stepper, parent=parent)
        self._stepper.changed.connect(self._stepped)

    def show_value(self, number: int) -> None:
        """Show a number."""
        with QSignalBlocker(self._stepper):
            self._stepper.value = number

    @Slot(int)
    def _stepped(self, number: int) -> None:
        self.edited.emit(number)
