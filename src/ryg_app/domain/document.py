"""What a document for other programs is told in words; the words come from whoever writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ryg_app.domain.dose import Dose, Walking
    from ryg_app.domain.exercise import Side
    from ryg_app.domain.plan import PlanExercise


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """Words for a document.

    Attributes:
        language: ``da`` or ``en``.
        labels: What each heading and question is called, by name: the sections (``title``, ``what_it_is``,
            ``pain``, ``walking``, ``exercises``, ``plan``, ``answers``, ``course``, ``questions``), and every
            column of the table of days.
        values: Word for each value that is not a number or a text of the patient, by value.
        dose: Says how much is owed of an exercise, its title not included.
        walk: Says how much walking is owed.
        leg: Says which leg, where it is known.
    """

    language: str
    labels: Mapping[str, str]
    values: Mapping[str, str]
    dose: Callable[[PlanExercise, Dose], str]
    walk: Callable[[Walking], str]
    leg: Callable[[Side | None], str]
