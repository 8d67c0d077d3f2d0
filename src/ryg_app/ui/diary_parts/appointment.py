"""The next visit at the clinic: a button that tells it, and a small card to enter, correct or remove it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QDateTimeEdit, QHBoxLayout, QWidget

from ryg_app.domain.course import Appointment
from ryg_app.ui.widgets.buttons import ActionButton, primary, quiet, secondary
from ryg_app.ui.widgets.card import Card
from ryg_app.ui.widgets.flow_layout import FlowLayout
from ryg_app.ui.widgets.into_view import bring_into_view
from ryg_app.ui.widgets.labels import body, muted
from ryg_app.ui.widgets.time_field import TimeField
from ryg_app.ui.widgets.typing_over import TypingOver

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QWheelEvent

    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

PROPOSED_DAYS_AHEAD = 7
PROPOSED_TIME = time(10, 0)
LINES_FROM_SCALE = 1.5
_TIME_CHARACTERS = 13
_TIME_FORMATS = {"da": "HH.mm", "en": "HH:mm"}


@dataclass(frozen=True, slots=True)
class NextVisit:
    """The coming visit, or ``None``, and the day and moment it is seen from."""

    visit: Appointment | None
    today: date
    now: datetime


def appointment_words(words: Words, visit: Appointment | None, text_scale: float = 1.0) -> str:
    """Return the next appointment, or the invitation to enter one; in large text on lines of its own."""
    _ = words.gettext
    if visit is None:
        return _("Enter your next appointment")
    told = [
        _("Next appointment:"),
        words.long_date(visit.at.date()),
        _("at {time}").format(time=words.clock(visit.at)),
    ]
    return ("\n" if text_scale >= LINES_FROM_SCALE else " ").join(told)


class AppointmentCard(Card):
    """Hidden until it is opened; emits `saved` with the appointment, or ``None`` to remove it."""

    saved = Signal(object)
    closed = Signal()

    def __init__(self, words: Words, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(words.gettext("Next appointment"), parent=parent)
        self._words = words
        self._seen: NextVisit | None = None
        self._make_fields()
        self._make_buttons(look)
        self._lay_out()
        self.hide()

    def open_for(self, seen: NextVisit) -> None:
        """Show the coming appointment, or a proposal that is kept only when it is saved."""
        self._seen = seen
        proposed = datetime.combine(seen.today + timedelta(days=PROPOSED_DAYS_AHEAD), PROPOSED_TIME)
        at = seen.visit.at if seen.visit else proposed
        self.date_field.setMinimumDate(_qdate(seen.now.date()))
        self.date_field.setDate(_qdate(at.date()))
        self.time_field.value = at.time()
        self.remove.setVisible(seen.visit is not None)
        self.problem.hide()
        self.show()
        self.date_field.setFocus()
        bring_into_view(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._save()
        else:
            super().keyPressEvent(event)

    def _make_fields(self) -> None:
        _ = self._words.gettext
        locale = QLocale(self._words.language)
        self.date_field = _DateField()
        self.time_field = TimeField(_("Time of the appointment"), PROPOSED_TIME)
        self.date_field.setLocale(locale)
        self.date_field.setDisplayFormat("d. MMM yyyy" if self._words.language == "da" else "d MMM yyyy")
        self.date_field.setAccessibleName(_("Date of the appointment"))
        self.time_field.setLocale(locale)
        self.time_field.setDisplayFormat(_TIME_FORMATS[self._words.language])
        self.time_field.setMinimumWidth(self.time_field.fontMetrics().averageCharWidth() * _TIME_CHARACTERS)
        self.told, self.problem = body(), muted()
        self.date_field.dateChanged.connect(self._tell)
        self.time_field.timeChanged.connect(self._tell)

    def _make_buttons(self, look: Look) -> None:
        _ = self._words.gettext
        self.save = primary(_("Save the appointment"))
        self.remove = secondary(_("Remove"))
        self.remove.setAccessibleName(_("Remove the appointment"))
        self.close_button = quiet(_("Close"))
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self.close_button.clicked.connect(self._close)

    def _lay_out(self) -> None:
        _ = self._words.gettext
        fields, actions = FlowLayout(), FlowLayout()
        fields.addWidget(_stepper(self.date_field, _("One day earlier"), _("One day later")))
        fields.addWidget(_stepper(self.time_field, _("Five minutes earlier"), _("Five minutes later")))
        for button in (self.save, self.remove, self.close_button):
            actions.addWidget(button)
        self.body.addLayout(fields)
        self.body.addWidget(self.told)
        self.body.addWidget(self.problem)
        self.body.addLayout(actions)

    def _chosen(self, seen: NextVisit) -> datetime:
        return datetime.combine(_date(self.date_field.date()), self.time_field.value, seen.now.tzinfo)

    @Slot()
    def _tell(self) -> None:
        if self._seen is not None:
            at = self._chosen(self._seen)
            sentence = self._words.gettext("{date} at {time}")
            told = sentence.format(date=self._words.long_date(at.date()), time=self._words.clock(at))
            self.told.setText(told[:1].upper() + told[1:])

    @Slot()
    def _save(self) -> None:
        if self._seen is None:
            return
        at = self._chosen(self._seen)
        if at < self._seen.now:
            self.problem.setText(self._words.gettext("That time has passed. Choose a later one."))
            self.problem.show()
            return
        self.saved.emit(Appointment(at, self._seen.visit.place if self._seen.visit else ""))

    @Slot()
    def _remove(self) -> None:
        self.saved.emit(None)

    @Slot()
    def _close(self) -> None:
        self.closed.emit()
        self.hide()


class _DateField(QDateEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        TypingOver(self)
        # A wheel that passes over it must not take the focus.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCurrentSection(QDateTimeEdit.Section.DaySection)

    def stepBy(self, steps: int) -> None:
        # A day more after the last of the month is the first of the next one.
        if self.currentSection() == QDateTimeEdit.Section.DaySection:
            self.setDate(self.date().addDays(steps))
        else:
            super().stepBy(steps)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        both = QAbstractSpinBox.StepEnabledFlag
        return both.StepUpEnabled | both.StepDownEnabled

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _stepper(field: QDateTimeEdit, fewer: str, more: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(_step_button("\N{MINUS SIGN}", fewer, field.stepDown))
    row.addWidget(field)
    row.addWidget(_step_button("+", more, field.stepUp))
    return holder


def _step_button(sign: str, name: str, step: Callable[[], None]) -> ActionButton:
    button = ActionButton(sign, "step")
    button.setAccessibleName(name)
    # The arrow keys do the same, so Tab need not stop three times.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setAutoRepeat(True)
    button.clicked.connect(step)
    return button


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
