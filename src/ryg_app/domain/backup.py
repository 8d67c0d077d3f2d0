"""A backup as a person would recognise it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What stands in a backup.

    Attributes:
        made: When it was made.
        program: The version of the program that made it.
        first: The first diary day that holds anything; ``None`` when none does.
        last: The last one.
        days: How many diary days hold anything.
        plans: Title and revision of every adopted plan, in the order they were adopted.
        lost: Names of adopted plans' files that are not in it.
    """

    made: datetime
    program: str
    first: date | None
    last: date | None
    days: int
    plans: tuple[tuple[str, int], ...]
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """A backup that is not on the disk yet.

    Attributes:
        data: The file's bytes.
        left_out: Names of files that could not be read, so that they are not in it.
    """

    data: bytes
    left_out: tuple[str, ...]
