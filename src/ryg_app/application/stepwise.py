"""Work that is done in steps, so that a window can answer in between, and by a command in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator

T = TypeVar("T")


def finished(work: Generator[object, None, T]) -> T:
    """Do all of it, and return what it comes to."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
