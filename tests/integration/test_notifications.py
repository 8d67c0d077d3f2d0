from __future__ import annotations

import gc
import queue
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters.notifications import DesktopNotifications
from ryg_app.domain.notification import Notification, NotificationEvent, NotificationEventKind
from tests.plans import ASSETS

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="a desktop's notifications go over D-Bus on Linux alone"
)
if sys.platform == "linux":
    from tests.notification_bus import NotificationService, needs_dbus, private_bus

EXERCISES = Notification("a", "Time for exercises", "", (("start", "Start"), ("later", "Later")))
SHOWN, FAILED = NotificationEventKind.SHOWN, NotificationEventKind.FAILED
CLICKED, PRESSED = NotificationEventKind.CLICKED, NotificationEventKind.PRESSED
UP_TO_S = 10.0


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    with private_bus(tmp_path, monkeypatch) as running:
        yield running


class Desk:
    """Hears what becomes of the notifications."""

    def __init__(self) -> None:
        self._events: queue.Queue[NotificationEvent] = queue.Queue()
        self.notifications = DesktopNotifications(ASSETS / "icons" / "ryg-app.png", UP_TO_S)
        self.notifications.listen(self._events.put)

    def lose_patience(self) -> None:
        """Wait a moment only from now on: what works has had all the time it may need."""
        for waiting in (self.notifications, self.notifications._thread):
            if waiting is not None:
                waiting._patience_s = 0.2

    def wait_until_disconnected(self) -> None:
        assert self.notifications._thread is not None
        until = time.monotonic() + UP_TO_S
        while getattr(self.notifications._thread._bus, "connected", False):
            assert time.monotonic() < until
            time.sleep(0.01)

    def show(self, notification: Notification = EXERCISES) -> NotificationEventKind:
        self.notifications.show(notification)
        return self.next().kind

    def next(self) -> NotificationEvent:
        return self._events.get(timeout=UP_TO_S)

    @property
    def is_quiet(self) -> bool:
        return self._events.empty()


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.notifications.close()
    gc.collect()
    assert not threads()


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "notifications"]


def settle(service: NotificationService, count: int) -> None:
    """Wait until as many notifications are shown."""
    until = time.monotonic() + UP_TO_S
    while len(service.shown) != count:
        assert time.monotonic() < until, service.shown
        time.sleep(0.01)


@needs_dbus
@pytest.mark.usefixtures("bus")
def test_a_notification_is_shown_with_its_words_and_stays_until_it_is_answered(desk: Desk) -> None:
    with NotificationService() as service:
        assert desk.show() is SHOWN
        (shown,) = service.shown
    assert (shown.title, shown.message, shown.stays) == ("Time for exercises", "", True)
    assert shown.buttons == {"default": "", "start": "Start", "later": "Later"}


@needs_dbus
@pytest.mark.usefixtures("bus")
@pytest.mark.parametrize(
    ("pressed", "event"),
    [
        ("start", NotificationEvent("a", PRESSED, "start")),
        ("later", NotificationEvent("a", PRESSED, "later")),
        ("default", NotificationEvent("a", CLICKED)),
    ],
)
def test_what_is_pressed_is_told(desk: Desk, pressed: str, event: NotificationEvent) -> None:
    with NotificationService() as service:
        desk.show()
        service.press(service.shown[0].number, pressed)
        assert desk.next() == event


@needs_dbus
@pytest.mark.usefixtures("bus")
def test_waving_a_notification_away_is_no_answer(desk: Desk) -> None:
    with NotificationService() as service:
        desk.show()
        service.dismiss(service.shown[0].number)
        assert desk.show() is SHOWN
        assert desk.is_quiet


@needs_dbus
@pytest.mark.usefixtures("bus")
def test_a_notification_takes_the_place_of_the_one_with_its_key(desk: Desk) -> None:
    with NotificationService() as service:
        desk.show()
        desk.show(Notification("a", "Again"))
        desk.show(Notification("b", "Another"))
        assert [shown.title for shown in service.shown] == ["Again", "Another"]


@needs_dbus
@pytest.mark.usefixtures("bus")
def test_a_notification_that_is_answered_elsewhere_is_taken_away(desk: Desk) -> None:
    with NotificationService() as service:
        desk.show()
        desk.notifications.withdraw("a")
        settle(service, 0)
        desk.notifications.withdraw("a")
        desk.notifications.withdraw("never shown")
        assert desk.show() is SHOWN


@needs_dbus
@pytest.mark.usefixtures("bus")
def test_a_notification_withdrawn_at_once_does_not_stay(desk: Desk) -> None:
    with NotificationService() as service:
        desk.notifications.show(EXERCISES)
        desk.notifications.withdraw("a")
        desk.show(Notification("b", "Another"))
        desk.next()
        assert [shown.title for shown in service.shown] == ["Another"]


@needs_dbus
@pytest.mark.usefixtures("bus")
def test_a_desktop_without_buttons_gets_none(desk: Desk) -> None:
    with NotificationService(capabilities=("body",)) as service:
        assert desk.show() is SHOWN
        assert service.shown[0].buttons == {"default": ""}


@needs_dbus
@pytest.mark.usefixtures("bus")
def test_closing_takes_everything_away_and_ends_the_thread() -> None:
    desk = Desk()
    with NotificationService() as service:
        desk.show()
        desk.notifications.close()
        assert service.shown == []
    assert not threads()


# When the desktop is not there ------------------------------------------------------------------------


@needs_dbus
@pytest.mark.usefixtures("bus")
def test_without_a_service_it_fails_and_works_once_there_is_one(desk: Desk) -> None:
    assert desk.show() is FAILED
    with NotificationService():
        assert desk.show() is SHOWN


@needs_dbus
@pytest.mark.usefixtures("bus")
def test_a_service_that_was_started_anew_is_found(desk: Desk) -> None:
    with NotificationService():
        assert desk.show() is SHOWN
    with NotificationService() as service:
        assert desk.show() is SHOWN
        service.press(service.shown[0].number, "start")
        assert desk.next() == NotificationEvent("a", PRESSED, "start")


def test_without_a_bus_it_fails(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert desk.show() is FAILED
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert desk.show() is FAILED


@needs_dbus
def test_a_bus_that_dies_ends_nothing_but_the_notifications(desk: Desk, bus: subprocess.Popen[bytes]) -> None:
    with NotificationService():
        assert desk.show() is SHOWN
        bus.kill()
        bus.wait()
        assert desk.show() is FAILED
        desk.notifications.withdraw("a")


@needs_dbus
def test_after_a_bus_has_died_the_first_notification_on_the_next_one_is_shown(
    desk: Desk, bus: subprocess.Popen[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with NotificationService():
        assert desk.show() is SHOWN
        bus.kill()
        bus.wait()
    desk.wait_until_disconnected()
    (tmp_path / "bus").unlink()
    with private_bus(tmp_path, monkeypatch), NotificationService():
        assert desk.show() is SHOWN


@needs_dbus
@pytest.mark.parametrize("connected_before", [True, False])
def test_a_bus_that_hangs_hangs_nobody_else(
    bus: subprocess.Popen[bytes],
    connected_before: bool,  # noqa: FBT001
) -> None:
    desk = Desk()
    with NotificationService():
        if connected_before:
            assert desk.show() is SHOWN
        bus.send_signal(signal.SIGSTOP)
        desk.lose_patience()
        assert desk.show() is FAILED
        desk.notifications.show(EXERCISES)
        desk.notifications.close()
        bus.send_signal(signal.SIGCONT)
    gc.collect()
    assert not threads()


def test_nothing_runs_before_the_first_notification(desk: Desk) -> None:
    desk.notifications.withdraw("a")
    assert not threads()
