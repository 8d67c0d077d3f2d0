"""Minutes walked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.ui.widgets.stepper import Stepper, StepperWords

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MOST_MINUTES = 600
STEP_MINUTES = 5
_CHARACTERS = 14


class MinutesStepper(Stepper):
    """0 to 600 minutes in steps of 5; any whole minute can be typed."""

    def __init__(self, name: str, unit: str, fewer: str, more: str, *, parent: QWidget | None = None) -> None:
        words = StepperWords(name, unit, fewer, more)
        super().__init__(words, 0, MOST_MINUTES, STEP_MINUTES, parent=parent)


class MinutesOrNone(MinutesStepper):
    """A number of minutes that need not be given: one step below 0 the field shows a dash."""

    def __init__(
        self, name: str, unit: str, fewer: str, more: str, empty: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, unit, fewer, more, parent=parent)
        self.field.setRange(-STEP_MINUTES, MOST_MINUTES)
        self.field.setSpecialValueText("\N{EN DASH}")
        self.field.setAccessibleDescription(empty)
        self.field.setMinimumWidth(self.field.fontMetrics().averageCharWidth() * _CHARACTERS)
        self.minutes = None

    @property
    def minutes(self) -> int | None:
        """The minutes; `None` while no number is given."""
        return self.value if self.value >= 0 else None

    @minutes.setter
    def minutes(self, minutes: int | None) -> None:
        self.value = -STEP_MINUTES if minutes is None else minutes
