"""The words of one exercise, whether it comes from the catalogue or from the physiotherapist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.application.library import ExerciseView
    from ryg_app.domain.exercise import Position, StepKind
    from ryg_app.wording.catalogues import Words


@dataclass(frozen=True, slots=True)
class ExerciseText:
    """What is read about an exercise; an own exercise has only title, steps and note.

    Attributes:
        title: Its name.
        position: How the body is placed.
        start: How to get into the start position.
        steps: What to do, a line each.
        feel: What to feel.
        avoid: What to avoid.
        note: The physiotherapist's words.
        phases: One short line for each kind of step.
    """

    title: str
    position: Position
    start: str
    steps: tuple[str, ...]
    feel: str
    avoid: str
    note: str
    phases: Mapping[StepKind, str]


def exercise_text(words: Words, view: ExerciseView) -> ExerciseText:
    """Return what is read about an exercise in that language."""
    note = view.entry.note if view.entry else ""
    if view.variant is not None:
        said, position = view.variant.words[words.language], view.variant.position
        return ExerciseText(
            said.title, position, said.start, said.steps, said.feel, said.avoid, note, said.phases
        )
    if view.entry is None or view.entry.own is None:
        message = "an exercise is in the catalogue or the physiotherapist's own"
        raise ValueError(message)
    own = view.entry.own
    return ExerciseText(own.title, own.position, "", own.steps, "", "", note, {})


def inside_a_sentence(text: str) -> str:
    """Return a line as it reads after a colon: «Let go slowly.» becomes «let go slowly»."""
    text = text.strip()
    return text[:1].lower() + text[1:].removesuffix(".")
