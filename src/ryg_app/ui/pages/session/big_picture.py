"""The painted part of the big view: a number and a word that can be read from the floor."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from ryg_app.domain.letter_heights import COUNTDOWN_MM, LINE_MM, WORD_MM, cap_height_px, trusted_dpi
from ryg_app.ui.pages.session.big_layout import (
    LINE,
    SMALL,
    WORD,
    Block,
    Line,
    Room,
    halves,
    number_cap,
    stack,
    whole,
)
from ryg_app.ui.pages.session.big_letters import Letters
from ryg_app.ui.pages.session.big_words import BigWords

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from ryg_app.ui.theme import Colors

# Shares of the height, where the screen is larger than the letters have to be.
NUMBER_SHARE, WORD_SHARE, LINE_SHARE, SMALL_SHARE = 0.44, 0.155, 0.085, 0.046
UPRIGHT_SHARE = 0.75
BAR_SHARE = 0.032
SIGN_BAR, SIGN_GAP, SIGN_ROUND = 0.27, 0.22, 0.06
QUARTER = 90
CAP_OF_FONT = 0.73


class BigPicture(QProgressBar):
    """Painted from `show_words` and `show_time`; screen readers hear of each step, never of the seconds."""

    pressed = Signal()

    def __init__(self, colors: Colors, *, dark: bool) -> None:
        super().__init__()
        self._letters = Letters(self.font())
        self._words = BigWords()
        self._number, self._digits, self._fraction = "", 1, 0.0
        self._scale, self._rotation = 1.0, 0
        self._layout: tuple[Line, ...] | None = None
        # Muted text is too faint on the light ground to be read from the floor.
        self._ink = {
            WORD: QColor(colors.accent_strong if dark else colors.on_accent_soft),
            LINE: QColor(colors.text),
            SMALL: QColor(colors.text_muted if dark else colors.text),
        }
        self._ground, self._bar = QColor(colors.background), QColor(colors.accent)
        self._groove = QColor(colors.track)
        self.setTextVisible(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def shown(self) -> BigWords:
        """The words that are painted."""
        return self._words

    @property
    def number(self) -> str:
        """The number that is painted, empty while nothing runs out."""
        return "" if self._words.paused else self._number

    def show_words(self, words: BigWords, longest_s: int) -> None:
        """Show a step; ``longest_s`` is the largest number that is going to be shown in it."""
        digits = len(str(longest_s))
        if (words, digits) == (self._words, self._digits):
            return
        self._words, self._digits = words, digits
        self.setAccessibleName(words.spoken)
        self.setRange(0, words.total)
        self.setValue(words.done)
        self._arrange_anew()

    def show_time(self, number: str, fraction_left: float) -> None:
        """Show how much of the step is left; an empty number where it waits for the person."""
        if bool(number) != bool(self._number):
            self._layout = None
        if number != self._number:
            self._number = number
            self.update()
        if self._bar_px(fraction_left) != self._bar_px(self._fraction):
            self._fraction = fraction_left
            self.update(self._bar_on_screen())

    def choose(self, scale_percent: int, rotation: int) -> None:
        """Show it that large and turned that many degrees."""
        self._scale, self._rotation = scale_percent / 100, rotation
        self._arrange_anew()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._letters = Letters(self.font())
            self._arrange_anew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus()
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._ground)
        painter.setTransform(self._turn(), combine=True)
        painter.setPen(Qt.PenStyle.NoPen)
        if not self._bar_on_screen().contains(event.rect()):
            for path, ink in self.outlines():
                painter.fillPath(path, ink)
        bar = self._bar_room()
        painter.fillRect(bar, self._groove)
        bar.setWidth(self._bar_px(self._fraction))
        painter.fillRect(bar, self._bar)
        painter.end()

    def outlines(self) -> list[tuple[QPainterPath, QColor]]:
        """Return what is painted with its colour, as it stands before it is turned."""
        if self._layout is None:
            self._layout = self._arranged()
        paths = [
            (
                self._letters.placed(line.text, bold=line.bold, cap=line.cap, left=line.x, foot=line.foot),
                self._ink[line.role],
            )
            for line in self._layout
        ]
        if self._words.paused:
            return [*paths, (self._pause_sign(), self._ink[LINE])]
        return [*paths, (self._number_path(), self._ink[LINE])] if self._number else paths

    def turned_size(self) -> tuple[float, float]:
        """Return width and height as the person sees them."""
        width, height = float(self.width()), float(self.height())
        return (width, height) if self._rotation == 0 else (height, width)

    # Where everything stands -------------------------------------------------------------------------

    def _arrange_anew(self) -> None:
        self._layout = None
        self.update()

    def _arranged(self) -> tuple[Line, ...]:
        width, height = self.turned_size()
        has_number = bool(self._number) or self._words.paused
        room = self._rooms()[1] if has_number else whole(width, height, self._bar_height())
        word = Block(self._words.word, self._wanted(WORD_MM, WORD_SHARE), WORD)
        lines = [Block(text, self._wanted(LINE_MM, LINE_SHARE), LINE) for text in self._words.lines]
        small = Block(
            self._words.small, max(self._wanted(0.0, SMALL_SHARE), self._readable_close_by()), SMALL
        )
        centred = not has_number or height > width
        return stack((word, *lines, small), room, self._letters.width, centred=centred)

    def _wanted(self, mm: float, share: float) -> float:
        width, height = self.turned_size()
        share *= UPRIGHT_SHARE if height > width else 1.0
        return max(cap_height_px(mm, self._dpi()), share * height) * self._scale

    def _readable_close_by(self) -> float:
        return CAP_OF_FONT * QFontInfo(self.font()).pixelSize()

    def _dpi(self) -> float:
        screen = self.screen()
        size = screen.size()
        return trusted_dpi(screen.physicalDotsPerInch(), size.width(), size.height())

    def _rooms(self) -> tuple[Room, Room]:
        return halves(*self.turned_size(), self._bar_height())

    def _number_cap(self) -> float:
        wanted, room = self._wanted(COUNTDOWN_MM, NUMBER_SHARE), self._rooms()[0]
        return number_cap(self._digits, wanted, room, self._letters.widest_digit())

    def _number_path(self) -> QPainterPath:
        room, cap = self._rooms()[0], self._number_cap()
        ink = self._letters.width(self._number, bold=True) * cap
        left = room.x + (room.width - ink) / 2
        foot = room.y + (room.height + cap) / 2
        return self._letters.placed(self._number, bold=True, cap=cap, left=left, foot=foot)

    def _pause_sign(self) -> QPainterPath:
        wanted, room = self._wanted(COUNTDOWN_MM, NUMBER_SHARE), self._rooms()[0]
        side = min(wanted, room.height, room.width)
        left = room.x + (room.width - side * (2 * SIGN_BAR + SIGN_GAP)) / 2
        top = room.y + (room.height - side) / 2
        sign = QPainterPath()
        for x in (left, left + side * (SIGN_BAR + SIGN_GAP)):
            sign.addRoundedRect(QRectF(x, top, side * SIGN_BAR, side), side * SIGN_ROUND, side * SIGN_ROUND)
        return sign

    def _turn(self) -> QTransform:
        turn = QTransform()
        if self._rotation == QUARTER:
            turn.translate(self.width(), 0)
        elif self._rotation:
            turn.translate(0, self.height())
        return turn.rotate(self._rotation)

    def _bar_height(self) -> float:
        return float(floor(BAR_SHARE * self.turned_size()[1]))

    def _bar_room(self) -> QRectF:
        width, height = self.turned_size()
        return QRectF(0, height - self._bar_height(), width, self._bar_height())

    def _bar_px(self, fraction: float) -> int:
        return round(self.turned_size()[0] * min(max(fraction, 0.0), 1.0))

    def _bar_on_screen(self) -> QRect:
        return self._turn().mapRect(self._bar_room()).toAlignedRect()
