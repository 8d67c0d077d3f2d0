"""The exercise on the session page: what it looks like and what is read about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ryg_app.ui.exercise_text import inside_a_sentence
from ryg_app.ui.pages.session.demonstration import LEAST_HEIGHT, Demonstration
from ryg_app.ui.pages.session.parts import UNLIMITED, StepLine, sized
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.labels import body, question, small

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ryg_app.application.session_view import SessionView
    from ryg_app.ui.pages.session.scene import CardWords, Scene
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

# With less than this the lines of what to do give way to the figure.
GOOD_HEIGHT = 240
STACKED_SHAPE = 0.55
GAP = 14


class ExerciseCard(Card):
    """What it looks like, how to lie, what to do and to avoid.

    While a figure moves it says it all, so the list gives way; where there is no room for the figure, or the
    exercise has none, the list stands.
    """

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self._words, self._theme = words, theme
        self._shown: CardWords | None = None
        self._room = UNLIMITED
        self._beneath: int | None = None
        self.demonstration = Demonstration(words, look)
        self.figure = self.demonstration.figure
        self.figure_place = QVBoxLayout()
        self.figure_place.addWidget(self.demonstration)
        self._start_text = sized(body(), theme.fonts.section)
        self._start = _titled(question(words.gettext("Start position")), self._start_text, QWidget())
        self.lines: list[StepLine] = []
        self._list_box = QWidget()
        self._list = QVBoxLayout(self._list_box)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        self._avoid, self._note_text = body(), body()
        quote = QFrame()
        quote.setProperty("role", "quote")
        self._note = _titled(small(words.gettext("From your physiotherapist")), self._note_text, quote)
        self._fill()

    def _fill(self) -> None:
        self.body.addLayout(self.figure_place, 1)
        self.body.addWidget(self._start)
        self.body.addWidget(self._list_box)
        self.body.addStretch()
        self.body.addWidget(self._avoid)
        self.body.addWidget(self._note)

    def show_scene(self, scene: Scene) -> None:
        """Show a step; what is the same as before is left alone."""
        self._show_words(scene.card)
        self.demonstration.show_picture(scene.picture)
        self._share_out()

    def show_time(self, view: SessionView) -> None:
        """Show how far the movement has come."""
        self.demonstration.show_moment(view.kind, view.fraction)

    def fit(self, room: int, beneath: int | None) -> None:
        """Keep within a height of ``room`` px, or under the timer fit the figure into ``beneath`` px."""
        self._room, self._beneath = room, beneath
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _show_words(self, words: CardWords) -> None:
        if self._shown is None or self._shown.lines != words.lines:
            self._fill_list(words.lines)
        for number, line in enumerate(self.lines):
            line.show_current(current=number == words.current)
        if words == self._shown:
            return
        self._shown = words
        self._start_text.setText(words.start)
        self._start.setVisible(bool(words.start))
        avoid = self._words.gettext("Avoid: {what}.").format(what=inside_a_sentence(words.avoid))
        self._avoid.setText(avoid)
        self._avoid.setVisible(bool(words.avoid))
        self._note_text.setText(words.note)
        self._note.setVisible(bool(words.note))

    def _fill_list(self, lines: tuple[str, ...]) -> None:
        for old in self.lines:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [StepLine(f"{number}.", text, self._theme) for number, text in enumerate(lines, start=1)]
        for line in self.lines:
            self._list.addWidget(line)

    def _share_out(self) -> None:
        """Show the figure where it has room, and the list where the figure does not do."""
        if self._shown is None:
            return
        spare, spare_beside_list = self._spare()
        has_figure = self.demonstration.has_figure
        room = spare if has_figure else spare_beside_list
        pictured = self.demonstration.has_picture and room >= LEAST_HEIGHT
        crowded = self._shown.current is not None or spare_beside_list < GOOD_HEIGHT
        self.demonstration.setVisible(pictured)
        self._list_box.setVisible(not (pictured and has_figure and crowded))
        self.set_title("" if pictured else self._shown.title)
        self.setAccessibleName(self._shown.title)

    def _spare(self) -> tuple[int, int]:
        """Return the height left for a picture, without and with the list."""
        inside = self.body.geometry()
        edges = self.width() - inside.width()
        if self._beneath is not None:
            height = min(round(inside.width() * STACKED_SHAPE), self._beneath - edges // 2)
            self.demonstration.setFixedHeight(max(LEAST_HEIGHT, height))
            return UNLIMITED, UNLIMITED
        self.demonstration.setMinimumHeight(LEAST_HEIGHT)
        self.demonstration.setMaximumHeight(UNLIMITED)
        texts = [text for text in (self._start, self._avoid, self._note) if not text.isHidden()]
        spare = self._room - edges - sum(_height(text, inside.width()) for text in texts)
        return spare, spare - _height(self._list_box, inside.width())


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) + GAP


def _titled(title: QWidget, text: QWidget, box: QWidget) -> QWidget:
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(title)
    column.addWidget(text)
    return box
