"""Keeping the display on, by way of wakepy."""

from __future__ import annotations

import contextlib
import warnings
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class WakeLock:
    """Asks the desktop not to dim or lock the display."""

    @contextmanager
    def hold(self) -> Iterator[bool]:
        """Keep the display on inside the block; yield whether that could be had."""
        stack = ExitStack()
        try:
            yield _is_awake(stack)
        finally:
            # A display that dims is no reason to stop an exercise, whatever the desktop's answer is.
            with contextlib.suppress(Exception), _no_warnings():
                stack.close()


def _is_awake(stack: ExitStack) -> bool:
    try:
        with _no_warnings():
            from wakepy import keep

            return stack.enter_context(keep.presenting(on_fail="pass")).active
    except Exception:  # noqa: BLE001 - see above
        return False


@contextmanager
def _no_warnings() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
