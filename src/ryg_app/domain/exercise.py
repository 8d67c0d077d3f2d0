"""An exercise as the catalogue knows it: words, positions, cautions, allowed doses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.domain.dose import DoseRange
    from ryg_app.domain.figure.motion import FigureMotion


class Position(StrEnum):
    """How the body is placed; exercises in one position are kept together."""

    SUPINE = "supine"
    SEATED = "seated"
    STANDING = "standing"


class Side(StrEnum):
    """A side of the body."""

    LEFT = "left"
    RIGHT = "right"


class Sides(StrEnum):
    """Which sides an exercise is done on; ``AFFECTED`` is the side the leg hurts on."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    AFFECTED = "affected"


class StepKind(StrEnum):
    """What the person does in one step of a session."""

    GET_DOWN = "get_down"
    GET_READY = "get_ready"
    OUT = "out"
    HOLD = "hold"
    BACK = "back"
    REST = "rest"
    SET_REST = "set_rest"
    CHANGE_SIDE = "change_side"
    CHANGE_EXERCISE = "change_exercise"
    CHANGE_POSITION = "change_position"
    GET_UP = "get_up"


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in the two languages of the program."""

    da: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the English text for ``en``, else the Danish."""
        return self.en if language == "en" else self.da


@dataclass(frozen=True, slots=True)
class ExerciseWords:
    """One exercise variant in one language.

    Attributes:
        title: The name of the exercise.
        start: How to get into the start position.
        steps: What to do, a line each.
        feel: What to feel.
        avoid: What to avoid.
        phases: One short line for each kind of step, shown while it lasts.
    """

    title: str
    start: str
    steps: tuple[str, ...]
    feel: str
    avoid: str
    phases: Mapping[StepKind, str]


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of doing an exercise, with its words by language code (``da``, ``en``) and its movement."""

    name: str
    position: Position
    words: Mapping[str, ExerciseWords]
    figure: FigureMotion | None = None


@dataclass(frozen=True, slots=True)
class SignOff:
    """Whether someone qualified has approved a clinical text."""

    state: str
    by: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise of the catalogue.

    Attributes:
        exercise_id: Stable identifier, also used in plan files.
        sided: Whether it is done on one side at a time.
        default_sides: What a plan that does not say gets; ``None`` when the exercise has no sides.
        default_variant: Name of the variant a plan that does not say gets.
        variants: By name.
        cautions: When to speak with a physiotherapist first.
        ticked_first: Whether it is ticked when a patient without a physiotherapist chooses.
        first_choice: What the card says on that occasion.
        for_clinician: What to clear before it is prescribed; stands beside its switch.
        dose_range: Allowed doses, from the data file's named source.
        source: Where doses and texts come from.
        sign_off: State of clinical approval.
    """

    exercise_id: str
    sided: bool
    default_sides: Sides | None
    default_variant: str
    variants: Mapping[str, Variant]
    cautions: tuple[Text, ...]
    ticked_first: bool
    first_choice: Text
    for_clinician: Text
    dose_range: DoseRange
    source: Text
    sign_off: SignOff

    def variant(self, name: str | None) -> Variant:
        """Return the named variant, or the default one for ``None``."""
        return self.variants[name or self.default_variant]
