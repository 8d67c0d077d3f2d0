"""The parts of the session page that are only looked at: lines of what to do, and the timer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ryg_app.ui.pages.session.scene import press_a_key
from ryg_app.ui.widgets.labels import TextLabel, muted, question
from ryg_app.ui.widgets.ring import TimerRing

if TYPE_CHECKING:
    from ryg_app.application.session_view import SessionView
    from ryg_app.ui.pages.session.scene import Scene
    from ryg_app.ui.theme import Theme
    from ryg_app.wording.catalogues import Words

LARGE_TEXT = 1.5
UNLIMITED = 16777215
MIDDLE = Qt.AlignmentFlag.AlignHCenter


def sized(label: TextLabel, px: int, *, weight: int = 400, color: str = "") -> TextLabel:
    """Give a label a size of its own; the style sheet of the window would win over a font."""
    shade = f"color: {color};" if color else ""
    label.setStyleSheet(f"font-size: {px}px; font-weight: {weight}; {shade}")
    return label


class StepLine(QFrame):
    """One line of what to do, with its number; the current one is bold, framed and marked."""

    def __init__(self, number: str, text: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._number, self._text = TextLabel(number), TextLabel(text)
        self._number.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._is_current: bool | None = None
        self.show_current(current=False)

    @property
    def is_current(self) -> bool:
        """Whether this is what is done now."""
        return bool(self._is_current)

    def show_current(self, *, current: bool) -> None:
        """Make the line stand out, or not."""
        if current == self._is_current:
            return
        self._is_current = current
        colors = self._theme.colors
        back = colors.accent_soft if current else "transparent"
        edge = colors.accent if current else "transparent"
        frame = f"background: {back}; border: none; border-radius: 8px; border-left: 5px solid {edge};"
        self.setStyleSheet(f"StepLine {{ {frame} }}")
        shade = colors.on_accent_soft if current else colors.text
        px = self._theme.fonts.section + 2
        sized(self._text, px, weight=700 if current else 400, color=shade)
        sized(self._number, px, weight=700, color=shade if current else colors.text_muted)


class TimerPanel(QWidget):
    """The ring and what is done now, one above the other or, when the window is low, side by side."""

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words = words
        self.ring = TimerRing()
        fonts, colors = theme.fonts, theme.colors
        large = theme.text_scale >= LARGE_TEXT
        word_px = round(fonts.title * (1.15 if large else 1.5))
        self.word = sized(TextLabel(), word_px, weight=800, color=colors.accent_strong)
        self.line = sized(TextLabel(), fonts.section + 2)
        self.press_a_key = sized(question(press_a_key(words)), fonts.section + 2, weight=700)
        self.count = sized(TextLabel(), fonts.section + 5, weight=700)
        self.place = sized(TextLabel(), fonts.section, weight=600)
        self.following = muted()
        self._texts = QVBoxLayout()
        self._texts.setSpacing(8)
        self._texts.addStretch(1)
        for label in self._labels():
            self._texts.addWidget(label)
        self._texts.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self._box.addWidget(self.ring, 3)
        self._box.addLayout(self._texts, 2)
        # The ring takes what room there is; by its own wish it would make the page scroll.
        self.ring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.fit(UNLIMITED, beside=False)

    def fit(self, height: int, *, beside: bool) -> None:
        """Keep ring and words within ``height``, or stand beside each other and only the ring does."""
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(direction)
        ring = max(height, self.ring.minimumSizeHint().height()) if beside else UNLIMITED
        self.ring.setMaximumSize(ring, ring)
        self.setMaximumHeight(UNLIMITED if beside else height)
        self._box.setStretchFactor(self.ring, 2 if beside else 3)
        self._box.setStretchFactor(self._texts, 3 if beside else 2)
        for label in self._labels():
            label.setAlignment(Qt.AlignmentFlag.AlignLeft if beside else MIDDLE)

    def height_at(self, width: int) -> int:
        """Return the height the words and the ring need at that width, with the words shown last."""
        # What the layout remembers is from before the words changed.
        self._box.activate()
        return self._box.totalHeightForWidth(width)

    def show_scene(self, scene: Scene) -> None:
        """Show the words of a step."""
        self.word.setText(scene.word.upper() if scene.loud else scene.word)
        self.word.setAccessibleName(scene.word)
        for label, text in (
            (self.line, scene.line),
            (self.count, scene.count),
            (self.place, scene.place),
            (self.following, scene.following),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.press_a_key.setVisible(scene.waits)

    def show_time(self, view: SessionView, *, waiting: bool) -> None:
        """Show how much of the step is left; nothing runs out while it waits for the person."""
        if waiting:
            self.ring.set_fraction(1.0)
            self.ring.set_number(self._words.gettext("take your time"))
            return
        self.ring.set_fraction(1.0 - view.fraction)
        unit = self._words.ngettext("second", "seconds", view.seconds_left)
        self.ring.set_number(str(view.seconds_left), unit)

    def _labels(self) -> tuple[TextLabel, ...]:
        return (self.word, self.line, self.press_a_key, self.count, self.place, self.following)
