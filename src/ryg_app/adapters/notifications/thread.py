"""desktop-notifier in a thread of its own.

The library is written for an asyncio loop, which Qt's loop is not (docs/decisions/0011).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from functools import partial
from typing import TYPE_CHECKING

from ryg_app.domain.notification import NotificationEvent, NotificationEventKind

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path
    from typing import Any

    from desktop_notifier import Notification as NativeNotification
    from desktop_notifier.backends.base import DesktopNotifierBackend

    from ryg_app.domain.notification import Notification

PROGRAM = "RygApp"
FAREWELL_S = 2.0
STAYS_UNTIL_ANSWERED = 0

_log = logging.getLogger(__name__)


class NotificationThread:
    """Shows notifications by way of the library; never keeps the process alive.

    Args:
        icon: A picture shown beside the text.
        patience_s: Seconds after which a desktop that does not answer counts as failing.
        tell: Called in this thread with what becomes of each notification.
    """

    def __init__(self, icon: Path, patience_s: float, tell: Callable[[NotificationEvent], None]) -> None:
        self._icon = icon
        self._patience_s = patience_s
        self._tell = tell
        self._backend: DesktopNotifierBackend | None = None
        self._shown: dict[str, str] = {}
        self._one_at_a_time = asyncio.Lock()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="notifications", daemon=True)
        self._thread.start()

    def show(self, notification: Notification) -> None:
        """Show it; whether that could be had is told later."""
        self._post(self._show(notification))

    def withdraw(self, key: str) -> None:
        """Take it away if it is still there."""
        self._post(self._withdraw(key))

    def end(self) -> None:
        """Break off what is under way, take everything away, and end the thread, in two seconds at most."""
        self._post(self._finish(FAREWELL_S / 2))
        self._thread.join(FAREWELL_S)

    def _post(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
        finally:
            self._loop.close()

    async def _show(self, notification: Notification) -> None:
        async with self._one_at_a_time:
            await self._take_away(notification.key)
            shown = await self._tried(notification)
        kind = NotificationEventKind.SHOWN if shown else NotificationEventKind.FAILED
        self._tell(NotificationEvent(notification.key, kind))

    async def _withdraw(self, key: str) -> None:
        async with self._one_at_a_time:
            await self._take_away(key)

    async def _tried(self, notification: Notification) -> bool:
        sent = False

        def on_sent() -> None:
            nonlocal sent
            sent = True

        try:
            async with asyncio.timeout(self._patience_s):
                native = await self._native(notification, on_sent)
                await (await self._connected()).send(native)  # it raises nothing
        except Exception:  # noqa: BLE001 - whatever is wrong with a desktop, the window has a banner
            _log.info("no notification", exc_info=True)
        if sent:
            self._shown[notification.key] = native.identifier
        else:
            await self._disconnect()
        return sent

    async def _native(self, notification: Notification, on_sent: Callable[[], None]) -> NativeNotification:
        from desktop_notifier import Button, Capability
        from desktop_notifier import Notification as Native

        tell = partial(self._on_event, notification.key)
        can = await (await self._connected()).get_capabilities()
        buttons = notification.buttons if Capability.BUTTONS in can else ()
        return Native(
            notification.title,
            notification.message,
            buttons=tuple(
                Button(text, partial(tell, NotificationEventKind.PRESSED, name), identifier=name)
                for name, text in buttons
            ),
            on_clicked=partial(tell, NotificationEventKind.CLICKED),
            on_dispatched=on_sent,
            timeout=STAYS_UNTIL_ANSWERED,
        )

    def _on_event(self, key: str, kind: NotificationEventKind, button: str = "") -> None:
        self._shown.pop(key, None)
        self._tell(NotificationEvent(key, kind, button))

    async def _take_away(self, key: str) -> None:
        if not getattr(self._bus, "connected", True):
            await self._disconnect()  # the session's bus has died since it was last used
        identifier = self._shown.pop(key, None)
        if identifier is None or self._backend is None:
            return
        # It may have been closed by hand, and then the library does not know it any more.
        with contextlib.suppress(Exception):
            async with asyncio.timeout(self._patience_s):
                await self._backend.clear(identifier)

    async def _finish(self, patience_s: float) -> None:
        under_way = asyncio.all_tasks() - {asyncio.current_task()}
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        with contextlib.suppress(Exception):
            async with asyncio.timeout(patience_s):
                for key in list(self._shown):
                    await self._take_away(key)
                await self._disconnect()
        self._loop.call_soon(self._loop.stop)

    async def _connected(self) -> DesktopNotifierBackend:
        if self._backend is None:
            from desktop_notifier import Icon
            from desktop_notifier.main import get_backend_class

            self._backend = get_backend_class()(PROGRAM, Icon(path=self._icon))
            await self._backend.request_authorisation()  # macOS asks the user the first time
        return self._backend

    @property
    def _bus(self) -> Any | None:  # noqa: ANN401 - the library has it on Linux alone, once it is connected
        return getattr(self._backend, "bus", None)

    async def _disconnect(self) -> None:
        bus, self._backend = self._bus, None
        self._shown.clear()
        if bus is not None:
            with contextlib.suppress(Exception):  # it may be dead already
                bus.disconnect()
                async with asyncio.timeout(self._patience_s):
                    await bus.wait_for_disconnect()
