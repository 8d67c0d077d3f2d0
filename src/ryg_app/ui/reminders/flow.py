"""Shows the reminder that is due, on the desktop and in the window, and brings the answer back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ryg_app.domain.errors import RygAppError
from ryg_app.domain.notification import Notification, NotificationEvent, NotificationEventKind
from ryg_app.domain.reminders import Reason
from ryg_app.wording.notification_words import (
    AFTER,
    BACK,
    DONE,
    LATER,
    NOT_TODAY,
    START,
    answers,
    neutral_title,
    telling_title,
    ways_to_wait,
)

if TYPE_CHECKING:
    from ryg_app.application.app import App
    from ryg_app.domain.reminders import Reminder
    from ryg_app.ui.reminders.banner import AskingBanner
    from ryg_app.ui.reminders.front import Front
    from ryg_app.ui.reminders.tray import Tray
    from ryg_app.wording.catalogues import Words

REMINDER, SAMPLE = "reminder", "sample"
"""The keys of the notifications: there are never two reminders at once."""
LATER_ON_THE_DESKTOP = f"{LATER}_30"
"""What «later» means where there is no room to ask: half an hour."""


class ReminderFlow(QObject):
    """The screen of the reminders: a notification, and a banner that stays until it is answered.

    `answered` comes after every answer. Whoever has the window in front of them gets the banner alone.
    """

    answered = Signal()
    _happened = Signal(object)

    def __init__(self, app: App, front: Front, banner: AskingBanner, tray: Tray) -> None:
        super().__init__(banner)
        self._app = app
        self._front = front
        self._banner = banner
        self._tray = tray
        self._words: Words | None = None
        self._reminder: Reminder | None = None
        banner.answered.connect(self._on_answer)
        # The notifications live in a thread of their own.
        self._happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)
        app.notifications.listen(self._happened.emit)

    @property
    def is_showing(self) -> bool:
        """Whether a reminder waits for its answer."""
        return self._reminder is not None

    def speak(self, words: Words) -> None:
        """Put what is shown into words."""
        self._words = words
        if self._reminder is not None:
            self._show_banner(self._reminder)

    def show_reminder(self, reminder: Reminder) -> None:
        """Show it in place of any other."""
        self._reminder = reminder
        self._show_banner(reminder)
        if self._front.is_seen:
            # One from before would be answered for what has come since, too.
            self._app.notifications.withdraw(REMINDER)
        elif self._words is not None:
            self._app.notifications.show(self._notification(self._words, reminder))

    def show_left_over(self) -> None:
        """Show in the window what was shown before, and not answered."""
        waiting = self._waiting()
        if waiting is not None and waiting.reason is not Reason.STARTED and self._reminder is None:
            self._reminder = waiting
            self._show_banner(waiting)

    def take_away(self) -> None:
        """Show none; what was not answered can be shown again with `show_left_over`."""
        self._reminder = None
        self._banner.dismiss()
        self._app.notifications.withdraw(REMINDER)

    def end(self) -> None:
        """Show nothing more, and hear no more of what was shown: its thread may outlive this."""
        self.take_away()
        self._app.notifications.listen(_unheard)

    def look(self) -> None:
        """Leave out what is not to be answered any more, however that came about."""
        if self._reminder is None:
            return
        waiting = self._waiting()
        if waiting is None:
            self.take_away()
        elif waiting.occurrences != self._reminder.occurrences:
            self._reminder = waiting
            self._show_banner(waiting)

    def _waiting(self) -> Reminder | None:
        try:
            return self._app.reminders.reminding.waiting()
        except RygAppError:
            return None  # the page in view tells of a file that cannot be read

    @Slot()
    def try_one(self) -> None:
        """Show what a reminder looks like, also to the one who has the window in front of them."""
        if self._words is not None:
            _ = self._words.gettext
            title, message = _("Time for exercises"), _("This is what a reminder looks like.")
            self._app.notifications.show(Notification(SAMPLE, title, message))

    def _show_banner(self, reminder: Reminder) -> None:
        if self._words is not None:
            title = telling_title(self._words, reminder, self._sessions_today())
            spoken = self._words.gettext("{title}. Press F6 to answer.").format(title=title.rstrip("."))
            self._banner.ask(title, answers(self._words, reminder), spoken)

    def _notification(self, words: Words, reminder: Reminder) -> Notification:
        title = neutral_title(words, reminder)
        if self._app.settings.get().notifications_say_what:
            title = telling_title(words, reminder, self._sessions_today())
        return Notification(REMINDER, title, "", answers(words, reminder))

    def _sessions_today(self) -> int:
        try:
            return len(self._app.today.view().sessions)
        except RygAppError:
            return 0

    # Answers -----------------------------------------------------------------------------------------

    @Slot(object)
    def _on_happened(self, event: NotificationEvent) -> None:
        if event.key == SAMPLE:
            self._tell_of_sample(event.kind)
        elif event.kind is NotificationEventKind.PRESSED:
            self._on_answer(LATER_ON_THE_DESKTOP if event.button == LATER else event.button)
        elif event.kind is NotificationEventKind.CLICKED:
            self._front.come_forward()
            self._banner.take_focus()
        elif event.kind is NotificationEventKind.FAILED:
            self._show_otherwise()

    def _tell_of_sample(self, kind: NotificationEventKind) -> None:
        if self._words is None:
            return
        _ = self._words.gettext
        if kind is NotificationEventKind.SHOWN:
            self._front.say(_("The computer shows a reminder now. It stays until you close it."))
        elif kind is NotificationEventKind.FAILED:
            self._front.say(
                _("This computer shows no reminders outside the window. They come at the top of the window.")
            )
        else:
            self._front.come_forward()

    def _show_otherwise(self) -> None:
        if self._reminder is None or self._words is None:
            return
        if self._tray.is_there:
            self._tray.tell("RygApp", self._notification(self._words, self._reminder).title)
        else:
            self._front.draw_attention()

    @Slot(str)
    def _on_answer(self, answer: str) -> None:
        reminder = self._reminder
        if self._words is None:
            return
        if reminder is None:
            self._tell_it_is_over(answer)
        elif answer == LATER:
            self._banner.ask(self._banner.text, ways_to_wait(self._words))
        elif answer == BACK:
            self._show_banner(reminder)
        else:
            self._record(reminder, answer)

    def _record(self, reminder: Reminder, answer: str) -> None:
        reminding = self._app.reminders.reminding
        try:
            if answer == START:
                self._start(reminder)
            elif answer == DONE:
                reminding.done(reminder)
            elif answer == NOT_TODAY:
                reminding.decline(reminder)
            else:
                reminding.snooze(reminder, AFTER[answer])
        except RygAppError as error:
            self._front.come_forward()
            self._front.refuse(error)
            return
        self.take_away()
        QTimer.singleShot(0, self, self.answered.emit)

    def _start(self, reminder: Reminder) -> None:
        self._app.reminders.reminding.started(reminder)
        if not self._front.start(reminder):
            self._tell_it_is_over(START)

    def _tell_it_is_over(self, answer: str) -> None:
        if answer == START and self._words is not None:
            self._front.come_forward()
            _ = self._words.gettext
            self._front.say(_("There was nothing left to do for that reminder."))


def _unheard(_event: NotificationEvent) -> None: ...
