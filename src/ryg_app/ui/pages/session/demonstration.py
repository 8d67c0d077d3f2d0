"""What an exercise looks like: the moving figure, or the physiotherapist's own pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ryg_app.ui.figure import FigureWidget
from ryg_app.ui.pictures import picture

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ryg_app.domain.exercise import StepKind
    from ryg_app.ui.pages.session.scene import Picture
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

LEAST_HEIGHT = 160
LARGEST_PICTURE = QSize(1200, 900)
GAP = 12


class Photo(QLabel):
    """A picture as large as its room lets it be, but never larger than it is."""

    def __init__(self, pixmap: QPixmap, name: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setPixmap(pixmap)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def paintEvent(self, _event: QPaintEvent) -> None:
        pixmap, room = self.pixmap(), self.contentsRect()
        fitted = pixmap.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(room.topLeft(), fitted.boundedTo(pixmap.size()))
        place.moveCenter(room.center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, pixmap)
        painter.end()


class Demonstration(QWidget):
    """Shows one exercise at a time; `has_picture` tells whether there is anything to see."""

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self._words = words
        self._shown: tuple[bytes, ...] = ()
        self.figure = FigureWidget(look)
        self.figure.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.figure.hide()
        self.photos: list[Photo] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.figure, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(LEAST_HEIGHT)

    @property
    def has_figure(self) -> bool:
        """Whether the exercise has a moving figure."""
        return not self.figure.isHidden()

    @property
    def has_picture(self) -> bool:
        """Whether the exercise has a figure or a picture that can be shown."""
        return self.has_figure or bool(self.photos)

    def show_picture(self, shown: Picture) -> None:
        """Show another exercise, side or phase; what is the same as before is left alone."""
        if shown.figure is not None:
            self.figure.show_motion(shown.figure, shown.side)
            self.figure.set_description(shown.name, shown.description)
        self.figure.setVisible(shown.figure is not None)
        self._show_photos(shown)

    def _show_photos(self, shown: Picture) -> None:
        if shown.photos == self._shown:
            return
        self._shown = shown.photos
        for old in self.photos:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        images = [picture(data, LARGEST_PICTURE) for data in shown.photos]
        named = self._words.gettext("Picture {number} of {exercise}")
        self.photos = [
            Photo(QPixmap.fromImage(image), named.format(number=number, exercise=shown.title))
            for number, image in enumerate(images, start=1)
            if image is not None
        ]
        for photo in self.photos:
            self._row.addWidget(photo, 1)

    def show_moment(self, kind: StepKind, fraction: float) -> None:
        """Show the body when `fraction` (0-1) of a step is gone."""
        self.figure.show_moment(kind, fraction)
