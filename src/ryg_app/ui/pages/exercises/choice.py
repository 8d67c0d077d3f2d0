"""One exercise in the list: its name and what the plan says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from ryg_app.ui.widgets.buttons import ActionButton
from ryg_app.ui.widgets.labels import question, small

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LEAST_EM = 10
LEAST_HEIGHT = 44


class ExerciseChoice(ActionButton):
    """To assistive technology a radio button; its two texts wrap instead of being cut off."""

    def __init__(self, key: str, title: str, remark: str, parent: QWidget) -> None:
        super().__init__("", "nav", parent=parent)
        self.key = key
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{title}. {remark}" if remark else title)
        texts = QVBoxLayout(self)
        texts.setContentsMargins(14, 9, 14, 9)
        texts.setSpacing(1)
        for label in (question(title), small(remark)):
            # The button itself is what is clicked and named.
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            texts.addWidget(label)
            # Not before it has a parent: on its own it would flash up as a window and take the focus.
            label.setVisible(bool(label.text()))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = max(self._texts().sizeHint().width(), self._least_width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        # Not the button's own: it asks for the size hint in turn.
        width = self._least_width()
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        return max(self._texts().heightForWidth(width), LEAST_HEIGHT)

    def hasHeightForWidth(self) -> bool:
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _least_width(self) -> int:
        return LEAST_EM * QFontInfo(self.font()).pixelSize()

    def _texts(self) -> QVBoxLayout:
        layout = self.layout()
        if not isinstance(layout, QVBoxLayout):
            message = "the texts stand in a column"
            raise TypeError(message)
        return layout
