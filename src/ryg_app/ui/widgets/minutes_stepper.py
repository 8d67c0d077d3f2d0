"""Minutes walked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.ui.widgets.stepper import Stepper, StepperWords

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MOST_MINUTES = 600
STEP_MINUTES = 5


class MinutesStepper(Stepper):
    """0 to 600 minutes in steps of 5; any whole minute can be typed."""

    def __init__(self, name: str, unit: str, fewer: str, more: str, *, parent: QWidget | None = None) -> None:
        words = StepperWords(name, unit, fewer, more)
        super().__init__(words, 0, MOST_MINUTES, STEP_MINUTES, parent=parent)
