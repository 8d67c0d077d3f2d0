"""The figure at one moment, as a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ryg_app.domain.exercise import StepKind
from ryg_app.ui import accessibility
from ryg_app.ui.figure.painting import Instant, paint_body, paint_ground, view_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ryg_app.domain.exercise import Side
    from ryg_app.domain.figure.motion import FigureMotion
    from ryg_app.ui.figure.canvas import Bounds
    from ryg_app.ui.theme import Look

_PREFERRED = QSize(560, 380)
_SMALLEST = QSize(240, 160)


class FigureWidget(QLabel):
    """Shows the body at the moment it is told, as often as wanted; only what has changed is painted.

    It is a label with a picture, because that is what assistive technology is told is an image.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._motion: FigureMotion | None = None
        self._view: Bounds | None = None
        self._now = Instant(StepKind.GET_READY, 0.0, None)
        self._ground: QPixmap | None = None
        self._be_an_image()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._start_anew)

    @property
    def instant(self) -> Instant:
        """What is shown."""
        return self._now

    def show_motion(self, motion: FigureMotion, side: Side | None) -> None:
        """Show the start pose of a movement, done with the leg of `side`; `None` is the right one."""
        if motion != self._motion:
            self._motion = motion
            self._view = view_of(motion)
            self._ground = None
        self._show(Instant(StepKind.GET_READY, 0.0, side, self._now.still))

    def show_moment(self, kind: StepKind, fraction: float) -> None:
        """Show the body when `fraction` (0-1) of a step is gone."""
        self._show(Instant(kind, fraction, self._now.side, self._now.still))

    def set_still(self, still: bool) -> None:  # noqa: FBT001 - a property of the widget, as in Qt
        """Show one picture for each step, with an arrow, instead of moving."""
        self._show(Instant(self._now.kind, self._now.fraction, self._now.side, still))

    def set_description(self, name: str, description: str) -> None:
        """Say in words what the picture shows."""
        accessibility.name(self, name, description)

    def sizeHint(self) -> QSize:
        return _PREFERRED

    def minimumSizeHint(self) -> QSize:
        return _SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._ground = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._motion is None or self._view is None:
            return
        theme, area = self._look.theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted_ground(self._motion, self._view))
        paint_body(painter, area, self._motion, self._now, theme, self._view)
        painter.end()

    def _painted_ground(self, motion: FigureMotion, view: Bounds) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.devicePixelRatioF() != ratio:
            ground = QPixmap(self.size() * ratio)
            ground.setDevicePixelRatio(ratio)
            ground.fill(Qt.GlobalColor.transparent)
            painter = QPainter(ground)
            paint_ground(painter, QRectF(self.rect()), motion, self._look.theme, view)
            painter.end()
            self._ground = ground
        return self._ground

    def _show(self, now: Instant) -> None:
        if now.picture != self._now.picture:
            self.update()
        self._now = now

    def _be_an_image(self) -> None:
        seed = QPixmap(1, 1)
        seed.fill(Qt.GlobalColor.transparent)
        self.setPixmap(seed)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @Slot()
    def _start_anew(self) -> None:
        self._ground = None
        self.update()
