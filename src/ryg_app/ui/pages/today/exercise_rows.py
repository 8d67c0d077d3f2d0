"""The exercises of a session, a row each: name, dose, the physiotherapist's note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ryg_app.ui.thumbnails import Thumbnails
from ryg_app.ui.widgets.beside_picture import BesidePicture
from ryg_app.ui.widgets.labels import muted, question, small

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ryg_app.domain.exercise import Side
    from ryg_app.domain.figure.motion import FigureMotion
    from ryg_app.ui.theme import Look

_RADIUS = 12
_GAP = 10
_PICTURE = QSize(168, 92)
_WORDS_EM = 13
_EDGE = 5


@dataclass(frozen=True, slots=True)
class ExerciseLine:
    """What a row says and shows; `note` may be empty, and a `photo` is shown where there is no `figure`."""

    title: str
    dose: str
    note: str
    figure: FigureMotion | None = None
    side: Side | None = None
    photo: bytes = b""


class ExerciseRows(QWidget):
    """Rows are made anew only when they say something else.

    Their pictures take `room` px, and give way when that leaves the words less than `words_em` font sizes.
    """

    def __init__(
        self,
        look: Look,
        *,
        room: QSize = _PICTURE,
        words_em: float = _WORDS_EM,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thumbnails, self._words_em = Thumbnails(look, room), words_em
        self._lines: tuple[ExerciseLine, ...] = ()
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)

    @property
    def rows(self) -> tuple[BesidePicture, ...]:
        """The rows, for a look at whether they have room for their pictures."""
        return tuple(row.beside for row in self._rows)

    @property
    def lines(self) -> tuple[ExerciseLine, ...]:
        """What the rows say."""
        return self._lines

    def show_lines(self, lines: tuple[ExerciseLine, ...]) -> None:
        """Show these rows in place of those before."""
        self.setVisible(bool(lines))
        if lines == self._lines:
            return
        self._lines = lines
        for row in self._rows:
            self._column.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        self._rows = [_Row(line, self._thumbnails, self._words_em) for line in lines]
        for row in self._rows:
            self._column.addWidget(row)


class _Row(QFrame):
    def __init__(self, line: ExerciseLine, thumbnails: Thumbnails, words_em: float) -> None:
        super().__init__()
        self.setAccessibleName(", ".join(part for part in (line.title, line.dose, line.note) if part))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 7, 0, 7)
        column.setSpacing(3)
        column.addWidget(question(line.title))
        column.addWidget(muted(line.dose))
        if line.note:
            column.addWidget(_quoted(line.note))
        picture = thumbnails.painter_of(line.figure, line.side, line.photo)
        self.beside = BesidePicture(words, thumbnails.room, picture, at_least_em=words_em)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_EDGE if picture else 16, _EDGE, 16, _EDGE)
        outer.addWidget(self.beside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()


def _quoted(note: str) -> QFrame:
    quote = QFrame()
    quote.setProperty("role", "quote")
    column = QVBoxLayout(quote)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(small(note))
    return quote
