"""Asks once, when it makes sense, whether the program is to start together with the computer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ryg_app.domain.errors import NotSavedError, RygAppError

if TYPE_CHECKING:
    from ryg_app.application.app import App
    from ryg_app.ui.reminders.banner import AskingBanner
    from ryg_app.wording.catalogues import Words

YES, NO = "start_with_computer", "no_start_with_computer"


class AutostartOffer(QObject):
    """Uses the banner while no reminder does; `refused` carries why it could not be had.

    The good moment is when the person has seen what the program is for: once a session has been done, or on
    a later day of the course.
    """

    refused = Signal(object)

    def __init__(self, app: App, banner: AskingBanner) -> None:
        super().__init__(banner)
        self._app = app
        self._banner = banner
        banner.answered.connect(self._on_answer)

    def ask_if_it_is_time(self, words: Words) -> None:
        """Ask, unless it has been asked, or something else stands in the banner."""
        is_asking = self._banner.offers(YES)
        is_time = self._is_time()
        if is_asking and not is_time:
            self._banner.dismiss()
        if is_asking or self._banner.text or not is_time:
            return
        _ = words.gettext
        question = _("Should RygApp start together with the computer, so that reminders come by themselves?")
        self._banner.ask(question, ((YES, _("Yes, start it")), (NO, _("No thanks"))))

    def _is_time(self) -> bool:
        settings = self._app.settings
        if settings.get().asked_about_autostart or settings.starts_with_computer():
            return False
        try:
            view = self._app.today.view()
            if self._app.reminders.plan.next() is None:
                return False
        except RygAppError:
            return False
        adoptions = self._app.course.record().adoptions
        is_later_day = bool(adoptions) and adoptions[0].at.date() < view.day
        return is_later_day or any(card.record is not None for card in view.sessions)

    @Slot(str)
    def _on_answer(self, answer: str) -> None:
        if answer not in {YES, NO}:
            return
        self._banner.dismiss()
        try:
            if answer == YES:
                self._app.settings.start_with_computer(on=True)
        except RygAppError as error:
            self.refused.emit(error)
        self._remember()

    def _remember(self) -> None:
        kept = self._app.settings.get()
        try:
            self._app.settings.save(replace(kept, asked_about_autostart=True))
        except NotSavedError:
            return  # it only means being asked once more
