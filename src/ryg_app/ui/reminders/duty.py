"""All about reminders that lives as long as the window: banner, tray, alarm, and when to look again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ryg_app.domain.errors import RygAppError
from ryg_app.ui.reminders.background import Background
from ryg_app.ui.reminders.banner import AskingBanner
from ryg_app.ui.reminders.flow import ReminderFlow
from ryg_app.ui.reminders.front import Front
from ryg_app.ui.reminders.offer import AutostartOffer
from ryg_app.ui.reminders.tray import Tray
from ryg_app.wording.notification_words import following_line

if TYPE_CHECKING:
    from datetime import datetime

    from ryg_app.application.app import App
    from ryg_app.application.reminder_watch import ReminderWatch
    from ryg_app.ui.stage import Stage
    from ryg_app.ui.window import Window
    from ryg_app.wording.catalogues import Words

NOT_BEFORE_MS = 1000
"""Scheduler and tray take a while to come, and the window is to be usable first."""
FORGOTTEN_AFTER_MS = 20_000
"""How soon reminders come again when a session that was paused is left standing."""


class Duty(QObject):
    """Call `begin` once the window is there, and `end` before the data folder is let go."""

    def __init__(self, app: App, window: Window) -> None:
        super().__init__(window)
        self._app = app
        self._words: Words | None = None
        self._watch: ReminderWatch | None = None
        self._front = Front(app, window)
        self.banner = AskingBanner(window)
        self.tray = Tray(QApplication.windowIcon(), window)
        self.background = Background(app.settings, window, self.tray, self._reminds)
        self.flow = ReminderFlow(app, self._front, self.banner, self.tray)
        self.offer = AutostartOffer(app, self.banner)
        self._reconsider = QTimer(self)
        self._reconsider.setInterval(FORGOTTEN_AFTER_MS)
        self._reconsider.timeout.connect(self._hold_or_look)
        self._beginning = QTimer(self)
        self._beginning.setSingleShot(True)
        self._beginning.timeout.connect(self._begin)
        self._connect(window)

    def above(self, stage: Stage) -> QWidget:
        """Return the content of the window: the banner across the top, and the stage below it."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(stage, 1)
        stage.covered.connect(self._on_stage_changed)
        stage.uncovered.connect(self._on_stage_changed)
        return content

    def speak(self, words: Words) -> None:
        """Put everything into words."""
        self._words = words
        self.background.speak(words)
        self.flow.speak(words)
        if not self.flow.is_showing:
            self.banner.dismiss()
        self._show_in_tray()

    def begin(self) -> None:
        """Let reminders come."""
        self._beginning.start(NOT_BEFORE_MS)

    def end(self) -> None:
        """Let none come any more, and take away what is shown."""
        self._beginning.stop()
        self._reconsider.stop()
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
        self.flow.end()
        self.tray.put_away()

    @Slot()
    def look(self) -> None:
        """Look at the reminders anew: something was answered, done, or planned otherwise."""
        if self._watch is not None:
            self._watch.look()
            self._after_looking()

    def _after_looking(self) -> None:
        self.flow.look()
        self._show_in_tray()
        if self._words is not None and not self._front.is_in_session:
            self.offer.ask_if_it_is_time(self._words)

    def _connect(self, window: Window) -> None:
        self.background.asking.connect(self._front.pause)
        self.background.open_wanted.connect(window.come_forward)
        self.background.close_wanted.connect(window.close)
        self.background.quit_wanted.connect(window.quit)
        self.flow.answered.connect(self.look)
        self.offer.refused.connect(self._front.refuse)
        self.tray.menu.aboutToShow.connect(self._show_in_tray)
        self.tray.quiet_clicked.connect(self._switch_quiet)

    def _begin(self) -> None:
        from ryg_app.application.reminder_watch import ReminderWatch
        from ryg_app.ui.event_loop import EventLoopTicker

        self.tray.watch()
        alarm = self._app.reminders.new_alarm_clock(EventLoopTicker(self))
        self._watch = ReminderWatch(self._app.reminders.reminding, alarm, self.flow)
        self._watch.start()
        self.flow.show_left_over()
        self._on_stage_changed()

    @Slot()
    def _on_stage_changed(self) -> None:
        if self._watch is None:
            return
        in_session = self._front.is_in_session
        if in_session and not self._reconsider.isActive():
            self._reconsider.start()
            self.flow.take_away()
        elif not in_session and self._reconsider.isActive():
            self._reconsider.stop()
            self.flow.show_left_over()
        # A session that has just come on stage begins to run only after that.
        QTimer.singleShot(0, self, self._hold_or_look)

    @Slot()
    def _hold_or_look(self) -> None:
        if self._watch is not None:
            self._watch.hold(on=self._front.is_exercising)
            self._after_looking()

    @Slot()
    def _switch_quiet(self) -> None:
        reminding = self._app.reminders.reminding
        try:
            if reminding.quiet_until() is None:
                reminding.be_quiet()
            else:
                reminding.end_quiet()
        except RygAppError as error:
            self._front.come_forward()
            self._front.refuse(error)
        self.look()

    @Slot()
    def _show_in_tray(self) -> None:
        if self._words is None or not self.tray.is_there:
            return
        _ = self._words.gettext
        following, quiet = self._following(), self._app.reminders.reminding.quiet_until()
        switch = _("No more reminders today") if quiet is None else _("Remind me again")
        line = following_line(self._words, self._app.clock.now(), following)
        self.tray.show_state(line, switch if following or quiet else "")

    def _reminds(self) -> bool:
        return self._following() is not None

    def _following(self) -> datetime | None:
        try:
            following = self._app.reminders.plan.next()
        except RygAppError:
            return None
        return following.at if following else None
