"""The chart on the screen: read day by day with the mouse or the keyboard."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ryg_app.domain.course import DAYS_A_WEEK
from ryg_app.domain.diary import diary_day
from ryg_app.ui import accessibility
from ryg_app.ui.chart.frame import Frame, frame_of
from ryg_app.ui.chart.painting import chart_height, paint_chart
from ryg_app.wording.progress_words import day_in_words, days_words

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from ryg_app.application.progress_view import ProgressView
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

_MARGIN = 6
_NARROWEST = 280
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -DAYS_A_WEEK,
    Qt.Key.Key_PageDown: DAYS_A_WEEK,
}


class ChartWidget(QLabel):
    """Arrow keys move by a day, Page Up/Down by a week, Home/End to the ends; `day_read` carries the words.

    It is a label with a picture, because that is what assistive technology is told is an image; what is read
    by key is also announced.
    """

    day_read = Signal(str)

    def __init__(self, words: Words, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._look = look
        self._model: ProgressView | None = None
        self._frame: Frame | None = None
        self._picture: QPixmap | None = None
        self._heights: dict[int, int] = {}
        self._day: date | None = None
        self._be_an_image()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._start_anew)

    @property
    def day(self) -> date | None:
        """The day that is read, if any."""
        return self._day

    def show_view(self, model: ProgressView) -> None:
        """Show a period; a day that was being read stays if it is still there."""
        self._model = model
        if self._day is not None and not model.first <= self._day <= model.last:
            self._day = None
        days = days_words(self._words, model.first, model.last, year=True)
        text = self._words.gettext("Chart of pain and walking, {days}").format(days=days)
        self.setAccessibleName(text)
        self._start_anew()
        self._tell("" if self._day is None else self._in_words(self._day))

    def read_day(self, day: date) -> str:
        """Mark a day and return what is kept of it; a coming day says its date alone."""
        self._day = day
        self.update()
        text = self._in_words(day)
        self._tell(text)
        return text

    def sizeHint(self) -> QSize:
        return QSize(640, self.heightForWidth(640))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.heightForWidth(max(self.width(), _NARROWEST)))

    def heightForWidth(self, width: int) -> int:
        if self._model is None:
            return 0
        # A layout asks for the same few widths dozens of times.
        if width not in self._heights:
            height = chart_height(width - 2 * _MARGIN, self._model, self._look.theme, self._words)
            self._heights[width] = round(height) + 2 * _MARGIN
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._model is None:
            return
        picture = self._painted(self._model)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, picture)
        if self._day is not None and self._frame is not None:
            self._paint_reading(painter, self._frame, self._day)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._look.theme.colors.focus), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self._moved(Qt.Key(event.key())) if not event.modifiers() & _OTHER_KEYS else None
        if wanted is None:
            super().keyPressEvent(event)
            return
        accessibility.announce(self, self.read_day(wanted), assertive=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._frame is not None:
            day = self._frame.day_at(event.position().x())
            if day != self._day:
                self.read_day(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._read_nothing()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._read_nothing()

    def _read_nothing(self) -> None:
        self._day = None
        self.update()
        self._tell("")

    def _tell(self, text: str) -> None:
        _ = self._words.gettext
        how = _(
            "Arrow keys read a day, Page Up and Page Down a week. The table below holds the same numbers."
        )
        self.setAccessibleDescription(text or how)
        self.day_read.emit(text)

    def _moved(self, key: Qt.Key) -> date | None:
        if self._model is None:
            return None
        first = self._model.first
        last = max(first, min(self._model.last, self._model.today))
        if key == Qt.Key.Key_Home:
            return first
        if key == Qt.Key.Key_End:
            return last
        if key not in _STEPS:
            return None
        if self._day is None:
            return last
        return min(max(self._day + timedelta(days=_STEPS[key]), first), last)

    def _in_words(self, day: date) -> str:
        model, words = self._model, self._words
        place = (day - model.first).days if model else -1
        if model is None or not 0 <= place < len(model.days):
            return words.full_date(day)
        visits = [visit for visit in model.appointments if diary_day(visit.at) == day]
        phase = next((phase.title for phase in model.phases if phase.first <= day <= phase.last), "")
        return day_in_words(words, model.days[place], visits, phase)

    def _painted(self, model: ProgressView) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatioF() != ratio:
            area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            self._frame = frame_of(area, model, self._look.theme, self._words)
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            paint_chart(painter, area, model, self._look.theme, self._words, self._frame)
            painter.end()
            self._picture = picture
        return self._picture

    def _paint_reading(self, painter: QPainter, frame: Frame, day: date) -> None:
        x = frame.x(day)
        painter.setPen(QPen(QColor(self._look.theme.colors.text), 1.5))
        for panel in (frame.pain, frame.walk, frame.leg):
            painter.drawLine(QPointF(x, panel.top()), QPointF(x, panel.bottom()))

    def _be_an_image(self) -> None:
        seed = QPixmap(1, 1)
        seed.fill(Qt.GlobalColor.transparent)
        self.setPixmap(seed)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @Slot()
    def _start_anew(self) -> None:
        self._picture, self._heights = None, {}
        self.updateGeometry()
        self.update()


_OTHER_KEYS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
