"""Labels for plain text: nothing in them is ever read as markup."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LabelRole = Literal[
    "body", "title", "section", "question", "figure", "muted", "small", "warning", "brand", "badge", "mark"
]


class TextLabel(QLabel):
    """A label that wraps when it must, but asks for the width of its longest line first."""

    def __init__(self, text: str = "", role: LabelRole = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(True)
        if role == "badge":
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def sizeHint(self) -> QSize:
        """The text on one line where it fits in the width a line is pleasant to read at."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        lines = self.text().split("\n")
        longest = max(metrics.horizontalAdvance(line) for line in lines)
        frame = self._frame_width()
        width = min(longest + 2, metrics.averageCharWidth() * 90) + frame
        width = max(width, self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def _frame_width(self) -> int:
        # Padding from the style sheet shows only in the hint that QLabel works out itself.
        margins = self.contentsMargins()
        padding = 24 if self.property("role") in {"badge", "brand"} else 0
        return margins.left() + margins.right() + padding


def page_title(text: str = "", parent: QWidget | None = None) -> TextLabel:
    """The name of a page."""
    return TextLabel(text, "title", parent)


def section_title(text: str = "", parent: QWidget | None = None) -> TextLabel:
    """The name of a card or a part of a page."""
    return TextLabel(text, "section", parent)


def question(text: str = "", parent: QWidget | None = None) -> TextLabel:
    """The bold line above a control."""
    return TextLabel(text, "question", parent)


def body(text: str = "", parent: QWidget | None = None) -> TextLabel:
    """Text to read."""
    return TextLabel(text, "body", parent)


def muted(text: str = "", parent: QWidget | None = None) -> TextLabel:
    """Text of less weight at the size of the body."""
    return TextLabel(text, "muted", parent)


def small(text: str = "", parent: QWidget | None = None) -> TextLabel:
    """Small muted text: anchors, footnotes, sources."""
    return TextLabel(text, "small", parent)


def warning(text: str = "", parent: QWidget | None = None) -> TextLabel:
    """The sentence beside symptoms that points to the warning signs."""
    return TextLabel(text, "warning", parent)


def figure(text: str = "", parent: QWidget | None = None) -> TextLabel:
    """A large number with its unit."""
    return TextLabel(text, "figure", parent)


def badge(text: str = "", parent: QWidget | None = None) -> TextLabel:
    """A short fact on a soft rounded ground, such as the next appointment."""
    return TextLabel(text, "badge", parent)
