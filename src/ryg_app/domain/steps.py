"""The steps a session is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ryg_app.domain.exercise import StepKind
from ryg_app.domain.session import RepetitionKey

if TYPE_CHECKING:
    from ryg_app.domain.exercise import Side


class Wait(StrEnum):
    """Whether a step waits for the person."""

    NO = "no"
    AT_MOST = "at_most"
    FOR_A_KEY = "for_a_key"


MOVING = frozenset({StepKind.OUT, StepKind.HOLD, StepKind.BACK})


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of a session in which one thing is done.

    Attributes:
        index: Its place in the timeline, from 0.
        kind: What is done.
        start_s: When it begins, in seconds of the session.
        length_s: How long it lasts; one that waits for a key may last longer.
        exercise: The exercise it belongs to or leads to, from 0.
        set_index: The set, from 0.
        side: The side, if the exercise has any.
        repetition: The repetition, from 0.
        wait: Whether any key ends it early, or only a key ends it.
    """

    index: int
    kind: StepKind
    start_s: float
    length_s: float
    exercise: int
    set_index: int = 0
    side: Side | None = None
    repetition: int = 0
    wait: Wait = Wait.NO

    @property
    def end_s(self) -> float:
        """When it ends, in seconds of the session."""
        return self.start_s + self.length_s

    @property
    def part(self) -> tuple[int, int, Side | None]:
        """The exercise, set and side it belongs to; what is done is saved between two parts."""
        return (self.exercise, self.set_index, self.side)

    @property
    def key(self) -> RepetitionKey:
        """The repetition it belongs to."""
        return RepetitionKey(self.exercise, self.set_index, self.side, self.repetition)
