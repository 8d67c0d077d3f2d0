"""Something with a small picture to its left, as long as there is room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, QTimer, Slot
from PySide6.QtGui import QFontInfo, QPainter
from PySide6.QtWidgets import QWidget

from ryg_app.ui.widgets.item_layout import ItemLayout, height_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QPixmap

_GAP = 16


class BesidePicture(QWidget):
    """The picture is painted behind the content, so assistive technology has only the words.

    The words come first on the screen, for a picture takes longer to make than all of them. It gives way to
    the content as soon as that would get less than `at_least_em` font sizes.
    """

    def __init__(
        self,
        content: QWidget,
        room: QSize,
        picture: Callable[[float], QPixmap] | None,
        *,
        at_least_em: float,
        at_top: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take a `picture` of `room` px, made when it is needed for a number of device pixels a pixel.

        `at_top` holds both at the top; otherwise each is in the middle beside the other.
        """
        super().__init__(parent)
        self._room, self._picture = room, picture
        self._words_are_seen = False
        self._at_least_em, self.at_top = at_least_em, at_top
        self._column = _Beside(self)
        self._column.addWidget(content)

    @property
    def shows_picture(self) -> bool:
        """Whether there is a picture, and room for it."""
        return self.picture_room(self.width()).isValid()

    def picture_room(self, width: int) -> QSize:
        """Return the room the picture takes of `width` px, invalid when it gives way."""
        needed = self._room.width() + _GAP + self._at_least_em * QFontInfo(self.font()).pixelSize()
        return QSize() if self._picture is None or width < needed else self._room

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None or not self.shows_picture:
            return
        if not self._words_are_seen:
            QTimer.singleShot(0, self, self._paint_picture)
            return
        painter = QPainter(self)
        top = 0 if self.at_top else (self.height() - self._room.height()) // 2
        painter.drawPixmap(QPoint(0, top), self._picture(self.devicePixelRatioF()))
        painter.end()

    @Slot()
    def _paint_picture(self) -> None:
        self._words_are_seen = True
        self.update()


class _Beside(ItemLayout):
    def __init__(self, host: BesidePicture) -> None:
        super().__init__(0, host)
        self._host = host

    def sizeHint(self) -> QSize:
        items = self._shown()
        return items[0].sizeHint() if items else QSize()

    def _place(self, rect: QRect, *, really: bool) -> int:
        items = self._shown()
        if not items:
            return 0
        picture = self._host.picture_room(rect.width())
        taken = picture.width() + _GAP if picture.isValid() else 0
        height = height_at(items[0], rect.width() - taken)
        whole = max(height, picture.height())
        if really:
            down = 0 if self._host.at_top else (max(whole, rect.height()) - height) // 2
            items[0].setGeometry(QRect(rect.left() + taken, rect.top() + down, rect.width() - taken, height))
        return whole
