"""The course as a bar of phases, whose boundaries are dragged or moved with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ryg_app.ui.accessibility import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from ryg_app.domain.plan import Phase
    from ryg_app.domain.plan_draft import PlanDraft
    from ryg_app.wording.catalogues import Words

HEIGHT = 56
HANDLE = 44
_RADIUS = 10
_GRIP = 5
_RING = 2
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class PhaseBar(QWidget):
    """`moved` carries a phase (counted from 0, not the first) and the week it is to begin in."""

    moved = Signal(int, int)

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._weeks = 1
        self._phases: tuple[Phase, ...] = ()
        self.handles: list[_Handle] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words.gettext("The phases of the course"))

    def show_draft(self, draft: PlanDraft) -> None:
        """Show where the phases begin."""
        self._weeks, self._phases = draft.weeks, draft.phases
        while len(self.handles) > len(self._phases) - 1:
            gone = self.handles.pop()
            gone.setParent(None)
            gone.deleteLater()
        while len(self.handles) < len(self._phases) - 1:
            handle = _Handle(self, len(self.handles) + 1)
            handle.show()
            self.handles.append(handle)
        for handle, phase in zip(self.handles, self._phases[1:], strict=True):
            handle.show_week(phase.first_week, self._said(handle.phase, phase.first_week))
        self._place_handles()
        self.update()

    def week_at(self, x: float) -> int:
        """Return the week whose beginning is nearest to `x` px from the left."""
        return round(x / max(self.width(), 1) * self._weeks) + 1

    def sizeHint(self) -> QSize:
        return QSize(HANDLE * 6, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(HANDLE * 3, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_handles()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, role = QPainter(self), QPalette.ColorRole
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, phase in enumerate(self._phases):
            left, right = self._x(phase.first_week), self._x(phase.last_week + 1)
            box = QRectF(left + 2, 4, right - left - 4, self.height() - 8)
            painter.setPen(QPen(self.palette().color(role.Mid), 1))
            painter.setBrush(self.palette().color(role.Light))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            painter.setPen(self.palette().color(role.WindowText))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        painter.end()

    def _x(self, week: int) -> float:
        return (week - 1) / self._weeks * self.width()

    def _place_handles(self) -> None:
        for handle in self.handles:
            handle.setGeometry(round(self._x(handle.week)) - HANDLE // 2, 0, HANDLE, self.height())

    def _said(self, phase: int, week: int) -> str:
        said = self._words.gettext("Phase {number} begins in week {week}")
        return said.format(number=phase + 1, week=week)


class _Handle(QWidget):
    def __init__(self, bar: PhaseBar, phase: int) -> None:
        super().__init__(bar)
        self._bar, self.phase, self.week = bar, phase, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def show_week(self, week: int, said: str) -> None:
        moved, self.week = self.week not in {0, week}, week
        self.setAccessibleName(said)
        self.setToolTip(said)
        if moved and self.hasFocus():
            announce(self, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._bar.moved.emit(self.phase, self.week + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            week = self._bar.week_at(self.mapToParent(event.position().toPoint()).x())
            if week != self.week:
                self._bar.moved.emit(self.phase, week)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, role = QPainter(self), QPalette.ColorRole
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.width() / 2
        grip = QRectF(middle - _GRIP / 2, 8, _GRIP, self.height() - 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(role.Accent))
        painter.drawRoundedRect(grip, _GRIP / 2, _GRIP / 2)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(role.Shadow), _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(middle - HANDLE / 4, 2, HANDLE / 2, self.height() - 4)
            painter.drawRoundedRect(ring, _RADIUS, _RADIUS)
        painter.end()
