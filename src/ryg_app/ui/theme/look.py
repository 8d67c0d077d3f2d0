"""The theme in use, following the user's settings and the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from ryg_app.ui.theme.style import apply_theme, system_scheme
from ryg_app.ui.theme.theme import Theme, load_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ryg_app.ui.theme.icons import Icons

Preference = Literal["system", "light", "dark"]


class Look(QObject):
    """Applies the theme to `app`, hands out theme and icons, and tells when there is a new theme."""

    changed = Signal(object)

    def __init__(
        self, app: QApplication, icons: Icons, preference: Preference = "system", text_scale: float = 1.0
    ) -> None:
        super().__init__(app)
        self._app = app
        self.icons = icons
        self._preference: Preference = preference
        self._is_held = False
        self._theme = load_theme(self._scheme(), text_scale)
        apply_theme(app, self._theme)
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """The theme on screen now."""
        return self._theme

    def choose(self, preference: Preference, text_scale: float) -> None:
        """Use what the user asked for; nothing happens when it is what is shown already."""
        self._preference = preference
        theme = load_theme(self._scheme(), text_scale)
        if theme == self._theme:
            return
        self._theme = theme
        apply_theme(self._app, theme)
        self.changed.emit(theme)

    def hold(self, *, on: bool) -> None:
        """Stay as it is, whatever the desktop does, until it is let go again."""
        self._is_held = on
        self._follow_system()

    def _scheme(self) -> Literal["light", "dark"]:
        return system_scheme() if self._preference == "system" else self._preference

    @Slot()
    def _follow_system(self) -> None:
        if not self._is_held:
            self.choose(self._preference, self._theme.text_scale)
