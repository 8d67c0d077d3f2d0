"""The figure that shows one repetition again and again by itself, until it is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QTimeLine, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ryg_app.domain.exercise import StepKind
from ryg_app.ui.figure.widget import FigureWidget
from ryg_app.ui.widgets import buttons

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from ryg_app.domain.dose import Dose
    from ryg_app.domain.exercise import Side
    from ryg_app.domain.figure.motion import FigureMotion
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

_FRAME_MS = 33
_GAP = 8
_LONGEST_HOLD_S = 4.0
_SHORTEST_REST_S = 1.0


class LoopingFigure(QWidget):
    """Moves out, holds, moves back and rests without end; a button, Space or hiding it stops the movement."""

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._steps: tuple[tuple[StepKind, float], ...] = ()
        self._still = False
        self._stopped = False
        self.figure = FigureWidget(look, self)
        self.button = buttons.secondary("")
        self.button.clicked.connect(self._toggle)
        self._time = QTimeLine(1000, self)
        self._time.setLoopCount(0)
        self._time.setUpdateInterval(_FRAME_MS)
        self._time.setEasingCurve(QEasingCurve.Type.Linear)
        self._time.valueChanged.connect(self.show_share)
        self._lay_out()
        self._retell()

    @property
    def moving(self) -> bool:
        """Whether the picture moves now."""
        return self._time.state() is QTimeLine.State.Running

    def show_motion(self, motion: FigureMotion, side: Side | None, dose: Dose) -> None:
        """Show the movement in the tempo of `dose`; a long hold is cut short."""
        self._steps = (
            (StepKind.OUT, float(dose.out_s)),
            (StepKind.HOLD, min(float(dose.hold_s), _LONGEST_HOLD_S)),
            (StepKind.BACK, float(dose.back_s)),
            (StepKind.REST, max(float(dose.rest_s), _SHORTEST_REST_S)),
        )
        self.figure.show_motion(motion, side)
        self._time.stop()
        self._time.setDuration(round(1000 * sum(length for _, length in self._steps)))
        self._follow()

    def set_still(self, still: bool) -> None:  # noqa: FBT001 - a property of the widget, as in Qt
        """Show the end of moving out, with an arrow, instead of moving."""
        self._still = still
        self.figure.set_still(still)
        self.button.setVisible(not still)
        self._follow()

    def set_description(self, name: str, description: str) -> None:
        """Say in words what the picture shows."""
        self.figure.set_description(name, description)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follow()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.figure, 1)
        column.addLayout(row)

    def _retell(self) -> None:
        _ = self._words.gettext
        self.button.setText(_("Show the movement") if self._stopped else _("Stop the movement"))
        self.button.use_icon(self._look.icons, "play" if self._stopped else "pause")

    def _follow(self) -> None:
        """Run the time only while somebody can see it and has not stopped it."""
        wanted = bool(self._steps) and self.isVisible() and not self._stopped and not self._still
        running = QTimeLine.State.Running
        if self._still and self._steps:
            self._time.stop()
            self.figure.show_moment(StepKind.OUT, 1.0)
        elif wanted and self._time.state() is QTimeLine.State.Paused:
            self._time.setPaused(False)
        elif wanted and self._time.state() is not running:
            self._time.start()
        elif not wanted and self._time.state() is running:
            self._time.setPaused(True)

    @Slot()
    def _toggle(self) -> None:
        self._stopped = not self._stopped
        self._retell()
        self._follow()

    @Slot(float)
    def show_share(self, share: float) -> None:
        """Show the moment when `share` (0-1) of the repetition is gone."""
        left = share * self._time.duration() / 1000
        for kind, length in self._steps:
            if left <= length and length:
                self.figure.show_moment(kind, left / length)
                return
            left -= length
