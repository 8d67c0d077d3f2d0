"""A month of the diary: which days are filled in, and a way to each of them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ryg_app.ui.pages.diary.month_day import MonthDay
from ryg_app.ui.widgets.buttons import ActionButton
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.labels import small

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ryg_app.application.diary import DayMark
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

DAYS_A_WEEK, MOST_WEEKS = 7, 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS_A_WEEK,
    Qt.Key.Key_Down: DAYS_A_WEEK,
}


class MonthCard(Card):
    """Emits `day_chosen` with a date. Arrow keys, Home, End and Page Up/Down move without choosing."""

    day_chosen = Signal(object)

    def __init__(
        self,
        words: Words,
        look: Look,
        marks: Callable[[date, date], Mapping[date, DayMark]],
        *,
        correcting: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._marks = marks
        self._today = self._shown = self._month = date.min
        self._stop = date.min
        self._add_arrows(look)
        self._days = [MonthDay() for _number in range(DAYS_A_WEEK * MOST_WEEKS)]
        self.body.addWidget(self._grid())
        for hint in self._hints(correcting=correcting):
            self.body.addWidget(small(hint))
        self.body.addStretch(1)

    @property
    def month(self) -> date:
        """The first day of the month shown."""
        return self._month

    def show_day(self, day: date, today: date) -> None:
        """Show a day in its month; a month the patient has turned to stays while the day is the same."""
        if day != self._shown:
            self._month = self._stop = date.min
        self._shown, self._today = day, today
        if self._month == date.min:
            self._month, self._stop = day.replace(day=1), day
        self._fill()

    def _hints(self, *, correcting: bool) -> tuple[str, ...]:
        _ = self._words.gettext
        if not correcting:
            return (
                _("Choose a day to see it. A tick means filled in, a dot partly."),
                _("A corner: written or corrected later."),
            )
        return (
            _("Choose a day to see or correct it. A tick means filled in, a dot partly."),
            _("A corner: written or corrected later. The report says so too."),
        )

    def day_button(self, day: date) -> MonthDay:
        """The button of a day of the month shown."""
        return self._days[(day - self._month).days + self._month.weekday()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            wanted = self._moved(self._stop, Qt.Key(event.key()))
            if wanted is not None:
                self._move_to(min(wanted, self._today))
                return True
        return super().eventFilter(watched, event)

    def _moved(self, day: date, key: Qt.Key) -> date | None:
        if key in _STEPS:
            return day + timedelta(days=_STEPS[key])
        if key == Qt.Key.Key_Home:
            return day - timedelta(days=day.weekday())
        if key == Qt.Key.Key_End:
            return day + timedelta(days=DAYS_A_WEEK - 1 - day.weekday())
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            first = _turned(day.replace(day=1), -1 if key == Qt.Key.Key_PageUp else 1)
            return first.replace(day=min(day.day, _length(first)))
        return None

    def _move_to(self, day: date) -> None:
        self._stop = day
        if day.replace(day=1) != self._month:
            self._month = day.replace(day=1)
        self._fill()
        self.day_button(day).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_arrows(self, look: Look) -> None:
        _ = self._words.gettext
        self.earlier, self.later = ActionButton("", "step"), ActionButton("", "step")
        for button, name, icon in (
            (self.earlier, _("Month before"), "chevron-left"),
            (self.later, _("Month after"), "chevron-right"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.use_icon(look.icons, icon, gap=0)
            self.add_to_head(button)
        self.earlier.clicked.connect(self._earlier)
        self.later.clicked.connect(self._later)

    def _grid(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for column in range(DAYS_A_WEEK):
            heading = small(self._words.weekday(column + 1, "short")[:2])
            heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(heading, 0, column)
            grid.setColumnStretch(column, 1)
        for place, button in enumerate(self._days):
            grid.addWidget(button, 1 + place // DAYS_A_WEEK, place % DAYS_A_WEEK)
            button.installEventFilter(self)
            button.clicked.connect(self._choose)
        return holder

    def _fill(self) -> None:
        self.set_title(self._words.month(self._month))
        first = self._month - timedelta(days=self._month.weekday())
        last = self._month.replace(day=_length(self._month))
        marks = self._marks(self._month, last)
        if not self._month <= self._stop <= last:
            self._stop = min(self._month, self._today)
        for place, button in enumerate(self._days):
            day = first + timedelta(days=place)
            button.setVisible(self._month <= day <= last)
            if self._month <= day <= last:
                self._fill_day(button, day, marks.get(day))
        self.later.setEnabled(last < self._today)

    def _fill_day(self, button: MonthDay, day: date, mark: DayMark | None) -> None:
        button.show_day(day, mark, chosen=day == self._shown, today=day == self._today)
        button.setAccessibleName(self._name(day, mark))
        button.setEnabled(day <= self._today)
        stop = day == self._stop
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def _name(self, day: date, mark: DayMark | None) -> str:
        _ = self._words.gettext
        parts = [self._words.long_date(day)]
        parts += [_("today")] if day == self._today else []
        if mark is not None:
            parts += [_("filled in") if mark.complete else _("partly filled in")]
            parts += [_("written or corrected later")] if mark.late else []
        parts += [_("shown")] if day == self._shown else []
        return ", ".join(parts)

    @Slot()
    def _choose(self) -> None:
        pressed = self.sender()
        day = next(button.day for button in self._days if button is pressed)
        self._stop = day
        self.day_chosen.emit(day)

    @Slot()
    def _earlier(self) -> None:
        self._month = _turned(self._month, -1)
        self._fill()

    @Slot()
    def _later(self) -> None:
        self._month = _turned(self._month, 1)
        self._fill()


def _turned(month: date, months: int) -> date:
    index = month.year * 12 + month.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _length(month: date) -> int:
    return calendar.monthrange(month.year, month.month)[1]
