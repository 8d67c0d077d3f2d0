"""Strict reading of stored values: the right kind or a ``ValueError``, never a guess."""

from __future__ import annotations

import math
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Document: TypeAlias = dict[str, Any]


def members(value: object, *names: str) -> tuple[object, ...]:
    """Return the values of an object that has exactly these names, in their order."""
    if not isinstance(value, dict) or value.keys() != set(names):
        message = f"not an object of {', '.join(names)}: {value!r:.200}"
        raise ValueError(message)
    return tuple(value[name] for name in names)


def optional(read: Callable[[object], T], value: object) -> T | None:
    """Return ``None`` for ``None``, else what ``read`` makes of the value."""
    return None if value is None else read(value)


def each(read: Callable[[object], T], value: object) -> tuple[T, ...]:
    """Return what ``read`` makes of each item of a list."""
    return tuple(read(item) for item in _of_kind(list, value))


def text(value: object) -> str:
    """Return a string."""
    return _of_kind(str, value)


def flag(value: object) -> bool:
    """Return a truth value."""
    return _of_kind(bool, value)


def integer(value: object) -> int:
    """Return a whole number; ``true`` and ``false`` are none."""
    if isinstance(value, bool):
        raise _wrong_kind(int, value)
    return _of_kind(int, value)


def number(value: object) -> float:
    """Return a finite number."""
    found = _of_kind(float, value)
    if not math.isfinite(found):
        raise _wrong_kind(float, value)
    return found


def choice(kind: type[E], value: object) -> E:
    """Return the member of an enumeration that has this value."""
    return kind(text(value))


def day(value: object) -> date:
    """Return an ISO date."""
    return date.fromisoformat(text(value))


def local_time(value: object) -> time:
    """Return an ISO time of day without an offset."""
    found = time.fromisoformat(text(value))
    if found.tzinfo is not None:
        raise _wrong_kind(time, value)
    return found


def moment(value: object) -> datetime:
    """Return an ISO date and time with its offset from UTC."""
    found = datetime.fromisoformat(text(value))
    if found.utcoffset() is None:
        raise _wrong_kind(datetime, value)
    return found


def _of_kind(kind: type[T], value: object) -> T:
    if not isinstance(value, kind):
        raise _wrong_kind(kind, value)
    return value


def _wrong_kind(kind: type, value: object) -> ValueError:
    return ValueError(f"not a {kind.__name__}: {value!r:.200}")
