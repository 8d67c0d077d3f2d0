"""What became of the reminders of the last seven days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.ui.widgets.disclosure import Disclosure
from ryg_app.ui.widgets.labels import body, muted, question
from ryg_app.wording.reminder_words import story_words

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.application.reminder_plan import ReminderPlan
    from ryg_app.domain.reminders import ReminderEvent
    from ryg_app.wording.catalogues import Words


class History(Disclosure):
    """The newest day first; each reminder with all that became of it."""

    def __init__(self, plan: ReminderPlan, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(words.gettext("What was shown, and what you answered"), parent=parent)
        self._plan = plan
        self._words = words
        self._told: tuple[ReminderEvent, ...] | None = None
        self._list: QWidget | None = None

    def refresh(self) -> None:
        """Show the last seven days."""
        events = self._plan.history()
        if events == self._told:
            return
        self._told = events
        if self._list is not None:
            self.body.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self._list = self._days(events)
        self.body.addWidget(self._list)

    def _days(self, events: tuple[ReminderEvent, ...]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        by_day: dict[date, list[ReminderEvent]] = {}
        for event in events:
            by_day.setdefault(event.occurrence.day, []).append(event)
        for day in sorted(by_day, reverse=True):
            heading = self._words.long_date(day)
            column.addWidget(question(heading[:1].upper() + heading[1:]))
            for line in story_words(self._words, by_day[day]):
                column.addWidget(body(line))
        if not by_day:
            column.addWidget(muted(self._words.gettext("No reminder has been due yet.")))
        return holder
