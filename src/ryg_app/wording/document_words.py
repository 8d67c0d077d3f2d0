"""The words of the document for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.document import DocumentWords
from ryg_app.domain.exercise import Side
from ryg_app.domain.owed import DayState
from ryg_app.wording.headings import table_headings
from ryg_app.wording.sentences import day_state_word, dose_words, walking_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.domain.dose import Dose, Walking
    from ryg_app.domain.plan import PlanExercise
    from ryg_app.wording.catalogues import Words


def document_words(words: Words) -> DocumentWords:
    """Return everything a document says in words."""
    _, tables = words.gettext, table_headings(words)

    def dose(entry: PlanExercise, amount: Dose) -> str:
        return dose_words(words, amount, entry.sides)

    def walk(walking: Walking) -> str:
        return walking_words(words, walking)

    def leg(side: Side | None) -> str:
        if side is None:
            return _("The leg")
        return _("Left leg") if side is Side.LEFT else _("Right leg")

    values = {
        **tables.values,
        "back_site": _("Lower back"),
        "untimed": _("done without the computer"),
        "of": words.pgettext("5 of 10", "of"),
        "repetitions": _("repetitions"),
    }
    return DocumentWords(words.language, {**tables.days, **_labels(words)}, values, dose, walk, leg)


def _labels(words: Words) -> Mapping[str, str]:
    _ = words.gettext
    return {
        "title": _("The patient's own diary: pain, walking and exercises"),
        "what_it_is": _(
            "Written by the patient in RygApp. Nobody has assessed it, and nothing in it is computed advice."
        ),
        "nameless": _("The patient (no name is kept)"),
        "pain": _("Pain"),
        "walking": _("Walking"),
        "exercises": _("Exercises"),
        "plan": _("Plan"),
        "answers": _("Other answers"),
        "course": _("Bad days and pauses"),
        "questions": _("Questions for the physiotherapist"),
        "flare": day_state_word(words, DayState.FLARE),
        "pause": day_state_word(words, DayState.PAUSED),
    }
