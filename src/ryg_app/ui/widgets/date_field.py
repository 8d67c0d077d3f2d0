"""A field for a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtWidgets import QCalendarWidget, QDateEdit

from ryg_app.ui.accessibility import name
from ryg_app.ui.widgets.typing_over import TypingOver

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget

_FORMATS = {QLocale.Language.Danish: "d. MMMM yyyy"}
_TARGET = 44
_DAYS_A_WEEK = 7
_WIDE_YEAR, _WIDE_DAY, _MONTHS = 2026, 28, 12
# Six weeks, the names of the days, and the row with the month.
_CALENDAR_ROWS = 8


class DateField(QDateEdit):
    """A day, typed, by the arrow keys or from a calendar; a scrolling wheel cannot change it in passing."""

    def __init__(self, text: str, value: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name(self, text)
        self.setDisplayFormat(_FORMATS.get(self.locale().language(), "d MMMM yyyy"))
        # A wheel that passes over it must not take the focus either.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCalendarPopup(True)
        _make_roomy(self.calendarWidget())
        TypingOver(self)
        self.value = value

    @property
    def value(self) -> date:
        """The day shown; setting it emits `dateChanged` when it is another day."""
        return cast("date", self.date().toPython())

    @value.setter
    def value(self, value: date) -> None:
        self.setDate(_qt(value))

    def set_range(self, first: date, last: date) -> None:
        """Allow the days from the first to the last, both included; a day outside moves inside."""
        self.setDateRange(_qt(first), _qt(last))

    def sizeHint(self) -> QSize:
        """Room for a day of any month: Qt only measures the first and the last that may be chosen."""
        hint, metrics, form = super().sizeHint(), self.fontMetrics(), self.displayFormat()

        def width(day: QDate) -> int:
            return metrics.horizontalAdvance(self.locale().toString(day, form))

        measured = max(width(self.minimumDate()), width(self.maximumDate()))
        widest = max(width(QDate(_WIDE_YEAR, month, _WIDE_DAY)) for month in range(1, _MONTHS + 1))
        return QSize(hint.width() + max(0, widest - measured), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _make_roomy(calendar: QCalendarWidget) -> None:
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setMinimumSize(_DAYS_A_WEEK * _TARGET, _CALENDAR_ROWS * _TARGET)


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
