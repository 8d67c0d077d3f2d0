"""The questions of a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ryg_app.domain.diary import Answers, LegExtent
from ryg_app.ui.diary_parts.longest_walk import LongestWalk
from ryg_app.ui.diary_parts.walks import WalksPanel
from ryg_app.ui.pages.diary.further import FurtherAnswers
from ryg_app.ui.pages.diary.leg_strip import LegStrip
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.labels import question, warning
from ryg_app.ui.widgets.number_row import NumberRow
from ryg_app.wording.sentences import walking_words

if TYPE_CHECKING:
    from ryg_app.domain.dose import Walking
    from ryg_app.ui.pages.diary.note_field import NoteField
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words

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
        self.extent = LegStrip(words, look)
        self.walks, self.longest = WalksPanel(words), LongestWalk(words)
        self.further = FurtherAnswers(words)
        self.ask_about(today=True)
        self._lay_out(words)
        for row in (self.back, self.leg, self.extent):
            row.chosen.connect(self._edited)
        for signal in (self.walks.changed, self.walks.corrected, self.longest.changed):
            signal.connect(self._edited)
        self.further.edited.connect(self._edited)

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
        self.further.ask_about(today=today)

    def show_planned(self, walking: Walking | None) -> None:
        """Tell the walking planned for the day beside the walks."""
        _ = self._words.gettext
        told = [_("Walks")]
        if walking is not None:
            told.append(_("planned: {walk}").format(walk=walking_words(self._words, walking)))
        self.walks_caption.setText(" · ".join(told))

    @property
    def note(self) -> NoteField:
        """The note, among what is folded away."""
        return self.further.note

    @property
    def answers(self) -> Answers:
        """What stands in the form, and what was put into it and has no place there."""
        extent = self.extent.value
        four = replace(
            self._given,
            back=_number(self.back),
            leg=_number(self.leg),
            leg_extent=extent if isinstance(extent, LegExtent) else None,
            walks=self.walks.walks,
            longest_walk_minutes=self.longest.minutes,
        )
        return self.further.read_into(four)

    @answers.setter
    def answers(self, answers: Answers) -> None:
        self._given = answers
        with QSignalBlocker(self):
            self.back.value = answers.back
            self.leg.value = answers.leg
            self.extent.value = answers.leg_extent
            self.walks.walks = answers.walks
            self.longest.minutes = answers.longest_walk_minutes
            self.further.show_answers(answers)

    def _lay_out(self, words: Words) -> None:
        _ = words.gettext
        others = QVBoxLayout()
        others.setSpacing(8)
        self.walks_caption = question(_("Walks"))
        others.addWidget(self.walks_caption)
        others.addWidget(self.walks)
        others.addWidget(self.longest)
        others.addWidget(
            warning(_("Nobody reads along. New or growing weakness or numbness: see Warning signs."))
        )
        others.addStretch(1)
        below = ColumnsLayout(_GAP)
        below.add(self.extent, 2, _STRIP_EM)
        below.add(others, 3, _OTHERS_EM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.back)
        column.addWidget(self.leg)
        column.addLayout(below)
        column.addWidget(self.further)

    @Slot()
    def _edited(self) -> None:
        self.edited.emit()


def _number(row: NumberRow) -> int | None:
    return row.value if isinstance(row.value, int) else None
