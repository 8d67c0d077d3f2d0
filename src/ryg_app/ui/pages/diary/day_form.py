"""The questions of a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.diary import MOST_WALKING_MINUTES, Answers, LegExtent
from ryg_app.domain.walking import with_walking_total
from ryg_app.ui.pages.diary.leg_strip import LegStrip
from ryg_app.ui.pages.diary.note_field import NoteField
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.labels import question, warning
from ryg_app.ui.widgets.minutes_stepper import STEP_MINUTES, MinutesStepper
from ryg_app.ui.widgets.number_row import NumberRow

if TYPE_CHECKING:
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

# One step below nothing walked: the field shows no number, and the question is not answered.
NOT_ANSWERED = -STEP_MINUTES
_GAP = 20
_STRIP_EM = 11
_OTHERS_EM = 15


class DayForm(QWidget):
    """Emits `edited` for what the patient does; setting `answers` emits nothing."""

    edited = Signal()

    def __init__(self, words: Words, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._given = Answers()
        self.back = NumberRow("", "", "", show_anchors=False)
        self.leg = NumberRow("", "", "")
        self.ask_about(today=True)
        self.extent = LegStrip(words, look)
        self.walked = self._stepper(words)
        self.note = NoteField(words)
        self._lay_out(words)
        for row in (self.back, self.leg, self.extent):
            row.chosen.connect(self._edited)
        self.walked.changed.connect(self._edited)
        self.note.edited.connect(self._edited)

    def ask_about(self, *, today: bool) -> None:
        """Ask about the last 24 hours, or about a day that has gone."""
        _ = self._words.gettext
        low, high = _("no pain"), _("worst imaginable pain")
        if today:
            back = _("How much pain have you had in your back over the last 24 hours, on average?")
            leg = _("How much pain have you had in your leg over the last 24 hours, on average?")
        else:
            back = _("How much pain did you have in your back that day, on average?")
            leg = _("How much pain did you have in your leg that day, on average?")
        self.back.set_words(back, low, high)
        self.leg.set_words(leg, low, high)

    @property
    def answers(self) -> Answers:
        """What stands in the form, and what was put into it and has no place there."""
        extent = self.extent.value
        said = replace(
            self._given,
            back=_number(self.back),
            leg=_number(self.leg),
            leg_extent=extent if isinstance(extent, LegExtent) else None,
            note=self.note.text,
        )
        return with_walking_total(said, self.walked.value if self.walked.value >= 0 else None)

    @answers.setter
    def answers(self, answers: Answers) -> None:
        self._given = answers
        with QSignalBlocker(self):
            self.back.value = answers.back
            self.leg.value = answers.leg
            self.extent.value = answers.leg_extent
            minutes = answers.walked_minutes
            self.walked.value = NOT_ANSWERED if minutes is None else minutes
            self.note.text = answers.note

    def _stepper(self, words: Words) -> MinutesStepper:
        _ = words.gettext
        stepper = MinutesStepper(
            _("Walked in all, minutes"), _("min"), _("Five minutes fewer"), _("Five minutes more")
        )
        stepper.field.setRange(NOT_ANSWERED, MOST_WALKING_MINUTES)
        stepper.field.setSpecialValueText("\N{EN DASH}")
        stepper.field.setAccessibleDescription(_("Empty until you choose a number"))
        stepper.value = NOT_ANSWERED
        stepper.field.setMinimumWidth(stepper.field.fontMetrics().averageCharWidth() * 14)
        return stepper

    def _lay_out(self, words: Words) -> None:
        _ = words.gettext
        others = QVBoxLayout()
        others.setSpacing(8)
        others.addWidget(question(_("Walked in all")))
        others.addWidget(self.walked)
        others.addSpacing(8)
        others.addWidget(self.note, 1)
        others.addWidget(
            warning(_("Nobody reads along. New or growing weakness or numbness: see Warning signs."))
        )
        below = ColumnsLayout(_GAP)
        below.add(self.extent, 2, _STRIP_EM)
        below.add(others, 3, _OTHERS_EM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.back)
        column.addWidget(self.leg)
        column.addLayout(below)

    @Slot()
    def _edited(self) -> None:
        self.edited.emit()


def _number(row: NumberRow) -> int | None:
    return row.value if isinstance(row.value, int) else None
