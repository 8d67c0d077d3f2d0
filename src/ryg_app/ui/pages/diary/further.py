"""What need not be answered every day: folded away until it is opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from ryg_app.domain.diary import HeatCold, MorningLeg, SymptomChange
from ryg_app.ui.pages.diary.note_field import NoteField
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.columns_layout import ColumnsLayout
from ryg_app.ui.widgets.disclosure import Disclosure
from ryg_app.ui.widgets.labels import warning
from ryg_app.wording.diary_words import heat_cold_word, morning_word, symptom_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ryg_app.domain.diary import Answers
    from ryg_app.wording.catalogues import Words

    Options = Sequence[tuple[object, str]]

_GAP, _COLUMN_EM = 18, 15


class FurtherAnswers(Disclosure):
    """Emits `edited` for what the patient does; showing answers emits nothing."""

    edited = Signal()

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._words = words
        self.rows = self._make_rows()
        self.note = NoteField(words)
        self.nobody_reads = warning(
            words.gettext("Nobody reads along. New or growing weakness or numbness: see Warning signs.")
        )
        self._lay_out()
        self.ask_about(today=True)
        for row in self.rows.values():
            row.chosen.connect(self._edited)
        self.note.edited.connect(self._edited)
        self._caption()

    def ask_about(self, *, today: bool) -> None:
        """Ask about this morning and last night, or about those of a day that has gone."""
        _ = self._words.gettext
        now = {
            "morning": _("The leg this morning"),
            "woken": _("Did pain wake you last night?"),
            "heat_cold": _("Have you used heat or cold today?"),
            "painkillers": _("Have you taken painkillers today?"),
        }
        then = {
            "morning": _("The leg that morning"),
            "woken": _("Did pain wake you the night before?"),
            "heat_cold": _("Did you use heat or cold?"),
            "painkillers": _("Did you take painkillers?"),
        }
        for name, question in (now if today else then).items():
            self.rows[name].set_question(question)

    def read_into(self, answers: Answers) -> Answers:
        """Return the answers with what stands here."""
        told: dict[str, Any] = {name: row.value for name, row in self.rows.items()}
        return replace(answers, note=self.note.text, **told)

    def show_answers(self, answers: Answers) -> None:
        """Show what is answered; the heading tells how much there is while this is closed."""
        with QSignalBlocker(self):
            for name, row in self.rows.items():
                row.value = getattr(answers, name)
            self.note.text = answers.note
        self._caption()

    def _make_rows(self) -> dict[str, ChoiceRow]:
        _, words = self._words.gettext, self._words
        symptoms: Options = [(change, symptom_word(words, change)) for change in SymptomChange]
        no_or_yes: Options = [(False, _("No")), (True, _("Yes"))]
        return {
            "morning": _row("", [(m, morning_word(words, m)) for m in MorningLeg]),
            "tingling": _row(_("Tingling or numbness in the leg"), symptoms),
            "weakness": _row(_("Weakness in the leg"), symptoms),
            "woken": _row("", no_or_yes),
            "heat_cold": _row("", [(u, heat_cold_word(words, u)) for u in HeatCold]),
            "painkillers": _row("", no_or_yes),
        }

    def _lay_out(self) -> None:
        symptoms, others = QVBoxLayout(), QVBoxLayout()
        for column in (symptoms, others):
            column.setSpacing(_GAP)
        for name in ("tingling", "weakness"):
            symptoms.addWidget(self.rows[name])
        symptoms.addWidget(self.nobody_reads)
        symptoms.addStretch(1)
        for name in ("morning", "woken", "heat_cold", "painkillers"):
            others.addWidget(self.rows[name])
        others.addStretch(1)
        columns = ColumnsLayout(_GAP, place="top")
        columns.add(symptoms, 1, _COLUMN_EM)
        columns.add(others, 1, _COLUMN_EM)
        self.body.setSpacing(_GAP)
        self.body.addLayout(columns)
        self.body.addWidget(self.note)

    def _caption(self) -> None:
        _ = self._words.gettext
        caption = _("Other symptoms and a note")
        count = sum(row.value is not None for row in self.rows.values()) + bool(self.note.text)
        if count:
            told = self._words.ngettext("{number} answer", "{number} answers", count).format(number=count)
            caption = f"{caption} · {told}"
        self.set_text(caption)

    @Slot()
    def _edited(self) -> None:
        self._caption()
        self.edited.emit()


def _row(question: str, options: Options) -> ChoiceRow:
    return ChoiceRow(question, options, pills=True)
