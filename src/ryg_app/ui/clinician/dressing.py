"""*Behandler* on its own: in the language, colours and text size chosen in its menu."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ryg_app.domain.errors import RygAppError
from ryg_app.domain.preferences import ColorScheme
from ryg_app.ui.clinician.window import ClinicianWindow
from ryg_app.ui.menus import Entry, Menu
from ryg_app.ui.qt_words import QtWords
from ryg_app.ui.theme import Icons, Look
from ryg_app.wording.catalogues import load_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ryg_app.application.clinic import ClinicApp
    from ryg_app.domain.plan_draft import History
    from ryg_app.domain.preferences import Preferences
    from ryg_app.wording.catalogues import Words

LANGUAGES = (("da", "Dansk"), ("en", "English"))
TEXT_SIZES = (100, 125, 150, 200)


class DressedWindow(QObject):
    """The window in view; it is made anew when its look is changed, and the draft goes on in it."""

    def __init__(self, qt: QApplication, clinic: ClinicApp, language: str | None = None) -> None:
        super().__init__(qt)
        self._clinic, self._language = clinic, language
        seen = clinic.app.settings.get()
        self._look = Look(
            qt, Icons(clinic.app.assets / "icons"), seen.color_scheme.value, seen.text_percent / 100
        )
        self._qt_words = QtWords(self)
        self.window = self._new_window()

    def tell_unexpected(self) -> None:
        """Say that something nobody foresaw went wrong."""
        self.window.telling.unexpected()

    @Slot(str)
    def come_forward(self, file: str = "") -> None:
        """Raise the window, and open the plan another start brought along."""
        self.window.come_forward(file)

    def choose(self, preferences: Preferences) -> None:
        """Keep another look, and show the window in it."""
        try:
            self._clinic.app.settings.save(preferences)
        except RygAppError as error:
            self.window.telling.refused(error)
            return
        before, self._language = self.window, None
        self._look.choose(preferences.color_scheme.value, preferences.text_percent / 100)
        self.window = self._new_window(before.editing.history)
        # Not closed, which would ask about what goes on in the new one.
        before.editing.keep()
        before.hide()
        before.deleteLater()

    def _new_window(self, history: History | None = None) -> ClinicianWindow:
        preferences = self._clinic.app.settings.get()
        words = load_words(self._clinic.app.assets, self._language or preferences.language)
        self._qt_words.use(words.language)
        menu = self._menu(words, preferences)
        window = ClinicianWindow(self._clinic, self._look, words, history=history, more_menus=(menu,))
        window.show()
        return window

    def _menu(self, words: Words, now: Preferences) -> Menu:
        _ = words.gettext
        schemes = {
            ColorScheme.SYSTEM: _("Colours as the computer has them"),
            ColorScheme.LIGHT: _("Light colours"),
            ColorScheme.DARK: _("Dark colours"),
        }
        sizes = {percent: _("Text size {number} %").format(number=percent) for percent in TEXT_SIZES}
        entries = [
            *(Entry(name, partial(self.choose, replace(now, language=code))) for code, name in LANGUAGES),
            *(Entry(text, partial(self.choose, replace(now, text_percent=n))) for n, text in sizes.items()),
            *(Entry(text, partial(self.choose, replace(now, color_scheme=c))) for c, text in schemes.items()),
        ]
        return Menu(_("View"), tuple(entries))
