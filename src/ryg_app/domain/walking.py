"""Several walks a day: adding, correcting and removing one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ryg_app.domain.diary import MOST_WALKING_MINUTES

if TYPE_CHECKING:
    from ryg_app.domain.diary import Answers

NO_WALK = (0,)


def with_walk(answers: Answers, minutes: int) -> Answers:
    """Return the answers with a walk added, shortened where the day would pass 600 minutes in all."""
    return _with_walks(answers, (*answers.walks, minutes))


def with_walk_corrected(answers: Answers, place: int, minutes: int) -> Answers:
    """Return the answers with the walk at that place (0 is the first) made that long.

    Raises:
        IndexError: There is no walk at that place.
    """
    walks = list(answers.walks)
    walks[place] = minutes
    return _with_walks(answers, tuple(walks))


def without_walk(answers: Answers, place: int) -> Answers:
    """Return the answers without the walk at that place (0 is the first).

    Raises:
        IndexError: There is no walk at that place.
    """
    walks = list(answers.walks)
    del walks[place]
    return _with_walks(answers, tuple(walks))


def _with_walks(answers: Answers, walks: tuple[int, ...]) -> Answers:
    walked = tuple(minutes for minutes in _within_a_day(walks) if minutes)
    return replace(answers, walks=walked or (NO_WALK if walks else ()))


def _within_a_day(walks: tuple[int, ...]) -> tuple[int, ...]:
    left, kept = MOST_WALKING_MINUTES, []
    for minutes in walks:
        kept.append(min(minutes, left))
        left -= kept[-1]
    return tuple(kept)
