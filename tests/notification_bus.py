"""A private D-Bus with a small notification service on it, as a desktop has."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import pytest
from dbus_fast import BusType
from dbus_fast.aio import MessageBus
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

needs_dbus = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon here")

CONFIGURATION = """<busconfig><type>session</type><listen>unix:path={socket}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


class Shown(NamedTuple):
    number: int
    title: str
    message: str
    buttons: dict[str, str]
    stays: bool


@contextlib.contextmanager
def private_bus(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    """Run a bus of its own, and let this process use it; nothing on it is started by being asked for."""
    configuration, socket = folder / "bus.conf", folder / "bus"
    configuration.write_text(CONFIGURATION.format(socket=socket), "utf-8")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={socket}")
    command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile", "--print-address"]
    bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert bus.stdout is not None
        assert bus.stdout.readline()  # it listens
        yield bus
    finally:
        bus.kill()
        bus.communicate()


class NotificationService:
    """Shows nothing to anybody, and presses what a test tells it to."""

    def __init__(self, capabilities: tuple[str, ...] = ("body", "actions")) -> None:
        self._service = _Service(list(capabilities))
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._do(self._begin())
        return self

    def __exit__(self, *_: object) -> None:
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def shown(self) -> list[Shown]:
        return list(self._service.shown.values())

    def press(self, number: int, button: str) -> None:
        """Press a button and let the notification go, as desktops do."""
        self._do(self._service.press(number, button))

    def dismiss(self, number: int) -> None:
        self._do(self._service.dismiss(number))

    async def _begin(self) -> None:
        self._bus = await MessageBus(bus_type=BusType.SESSION).connect()
        self._bus.export("/org/freedesktop/Notifications", self._service)
        await self._bus.request_name("org.freedesktop.Notifications")

    async def _end(self) -> None:
        self._bus.disconnect()
        with contextlib.suppress(EOFError, OSError):  # a test may have killed the bus
            await asyncio.wait_for(self._bus.wait_for_disconnect(), 2)  # type: ignore[no-untyped-call]

    def _do(self, work: Any) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(5)


class _Service(ServiceInterface):
    def __init__(self, capabilities: list[str]) -> None:
        super().__init__("org.freedesktop.Notifications")
        self.capabilities = capabilities
        self.shown: dict[int, Shown] = {}
        self._numbers = iter(range(1, 1000))

    async def press(self, number: int, button: str) -> None:
        self.ActionInvoked(number, button)
        await self.dismiss(number)

    async def dismiss(self, number: int) -> None:
        del self.shown[number]
        self.NotificationClosed(number, 2)

    @dbus_method()
    def Notify(  # noqa: N802 - as the specification calls it
        self,
        _program: "s",  # type: ignore[name-defined] # noqa: F821, UP037 - D-Bus signatures
        _replaces: "u",  # type: ignore[name-defined] # noqa: F821, UP037
        _icon: "s",  # type: ignore[name-defined] # noqa: F821, UP037
        title: "s",  # type: ignore[name-defined] # noqa: F821, UP037
        message: "s",  # type: ignore[name-defined] # noqa: F821, UP037
        actions: "as",  # type: ignore[valid-type] # noqa: F722
        _hints: "a{sv}",  # type: ignore[valid-type] # noqa: F722
        timeout: "i",  # type: ignore[name-defined] # noqa: F821, UP037
    ) -> "u":  # type: ignore[name-defined] # noqa: F821, UP037
        number = next(self._numbers)
        buttons = dict(zip(actions[::2], actions[1::2], strict=True))
        self.shown[number] = Shown(number, title, message, buttons, timeout == 0)
        return number

    @dbus_method()
    def CloseNotification(self, number: "u"):  # type: ignore[name-defined,no-untyped-def] # noqa: F821, N802, UP037
        self.shown.pop(number, None)
        self.NotificationClosed(number, 3)

    @dbus_method()
    def GetCapabilities(self) -> "as":  # type: ignore[valid-type] # noqa: F722, N802
        return self.capabilities

    @dbus_method()
    def GetServerInformation(self) -> "ssss":  # type: ignore[name-defined] # noqa: F821, N802, UP037
        return ["a service for tests", "nobody", "1", "1.2"]

    @dbus_signal()
    def ActionInvoked(self, number: int, button: str) -> "us":  # type: ignore[name-defined] # noqa: F821, N802, UP037
        return [number, button]

    @dbus_signal()
    def NotificationClosed(self, number: int, reason: int) -> "uu":  # type: ignore[name-defined] # noqa: F821, N802, UP037
        return [number, reason]
