"""The spoken clips: which there are, and which belong to the lines of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OF_AN_EXERCISE = ("exercise", "out", "back")
OWN_EXERCISE = "own"


@dataclass(frozen=True, slots=True)
class Clip:
    """Something spoken.

    Attributes:
        path: The sound file.
        length_s: Seconds it takes, measured.
        text: What is said, for the screen and for a system voice.
    """

    path: Path
    length_s: float
    text: str


def clips_of_session(clips: Mapping[str, Clip], exercise_of: Mapping[str, str | None]) -> dict[str, Clip]:
    """Return the clips of a session, those of an exercise named after its line in the plan.

    Args:
        clips: All clips of a language by name; those of an exercise end in its identifier, or in ``own``.
        exercise_of: The catalogue's identifier of each line of the plan; ``None`` for an own exercise.
    """
    named = dict(clips)
    for entry_id, exercise_id in exercise_of.items():
        for kind in OF_AN_EXERCISE:
            clip = clips.get(f"{kind}_{exercise_id or OWN_EXERCISE}")
            if clip is not None:
                named[f"{kind}_{entry_id}"] = clip
    return named
