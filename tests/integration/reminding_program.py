"""Reminders as they run in the window, in a process of their own: prints when which were shown.

The event loop hurries: what the alarm clock asks for in 30 seconds comes after one.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from ryg_app.application.reminder_watch import ReminderWatch
from ryg_app.bootstrap import open_app
from ryg_app.ui.event_loop import EventLoopTicker

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.application.app import App
    from ryg_app.domain.reminders import Reminder

HURRY = 30


class HurriedTicker(EventLoopTicker):
    def call_in(self, seconds: float, beat: Callable[[], None]) -> None:
        super().call_in(seconds / HURRY, beat)


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Screen:
    def __init__(self, app: App) -> None:
        self._app = app

    def show_reminder(self, reminder: Reminder) -> None:
        sessions = ",".join(map(str, reminder.sessions))
        tell(f"{self._app.clock.now():%d %H:%M} {reminder.reason} {sessions}")

    def take_away(self) -> None:
        tell("taken away")


def main() -> None:
    qt = QCoreApplication([])
    app = open_app(Path(sys.argv[1]), writing=True)
    ticker = HurriedTicker()
    watch = ReminderWatch(app.reminders.reminding, app.reminders.new_alarm_clock(ticker), Screen(app))
    watch.start()
    ending = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ending.activated.connect(qt.quit)
    tell("ready")
    qt.exec()
    watch.stop()
    app.close()


if __name__ == "__main__":
    main()
