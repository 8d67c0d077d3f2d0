"""The bytes of a file somebody else made; never more of them than are allowed."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from ryg_app.adapters.checking.problems import refuse
from ryg_app.domain.errors import ProblemCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_START_BYTES = 4


def bytes_of(path: Path, most_for: Callable[[bytes], int]) -> bytes:
    """Return what is in an ordinary file.

    Args:
        path: The file.
        most_for: Tells from the first four bytes how many there may be.

    Raises:
        ContentRefusedError: It is not there, cannot be read, or holds more than that.
    """
    try:
        state = path.stat()
        # Opening a pipe would wait for somebody to write to it.
        if not stat.S_ISREG(state.st_mode):
            raise refuse(ProblemCode.UNREADABLE)
        with path.open("rb") as file:
            start = file.read(_START_BYTES)
            most = most_for(start)
            data = start if state.st_size > most else start + file.read(most + 1 - len(start))
    except FileNotFoundError:
        raise refuse(ProblemCode.NOT_FOUND) from None
    except (OSError, ValueError):
        raise refuse(ProblemCode.UNREADABLE) from None
    if max(len(data), state.st_size) > most:
        raise refuse(ProblemCode.TOO_LARGE, limit=most)
    return data
