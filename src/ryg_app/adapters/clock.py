"""The system's clock."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

import tzlocal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo


class SystemClock:
    """The computer's own wall and monotonic time."""

    def now(self) -> datetime:
        """Return the local wall time, with the computer's time zone.

        The zone is the named one with its summer time rules whenever it agrees with the system's offset,
        and the bare offset otherwise.
        """
        moment = datetime.now().astimezone()
        for look_up in (tzlocal.get_localzone, tzlocal.reload_localzone):
            zone = _found(look_up)
            if zone is not None and moment.astimezone(zone).utcoffset() == moment.utcoffset():
                return moment.astimezone(zone)
        return moment

    def monotonic(self) -> float:
        """Return seconds that only ever grow, from some start."""
        return time.monotonic()


def _found(look_up: Callable[[], tzinfo]) -> tzinfo | None:
    try:
        return look_up()
    except (LookupError, ValueError, OSError):
        return None
