"""Push buttons: one look for each weight an action can have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QPushButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QKeyEvent

    from ryg_app.ui.theme import Icons

ButtonRole = Literal[
    "primary", "secondary", "quiet", "danger", "option", "pill", "step", "close", "disclosure", "nav"
]

_ICON_GAP = 6
_ICON_CHANGES = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.EnabledChange)


class ActionButton(QPushButton):
    """A button of at least 44 px that Enter presses as well as Space.

    Its role decides the look: `primary` (the one thing to do), `secondary`, `quiet` (a link), `danger`.
    """

    def __init__(
        self,
        text: str = "",
        role: ButtonRole = "secondary",
        *,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("role", role)
        self.setProperty("large", large)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icons: Icons | None = None
        self._icon_name = ""
        self._icon_gap = _ICON_GAP
        self._drawn: tuple[object, ...] = ()

    def take_role(self, role: ButtonRole) -> None:
        """Look as another role does, from now on."""
        if role != self.property("role"):
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def use_icon(self, icons: Icons, name: str, gap: int = _ICON_GAP) -> None:
        """Show the drawing `name` before the text, always in the colour and size of the text."""
        self._icons, self._icon_name, self._icon_gap = icons, name, gap
        self._draw_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Asked first: a change is told to every button many times, and few have an icon.
        if self._icons is not None and event.type() in _ICON_CHANGES:
            self._draw_icon()

    def icon_colors(self) -> tuple[QColor, QColor]:
        """The colours of the icon, unchecked and checked."""
        role = QPalette.ColorRole
        roles = {"primary": role.HighlightedText, "danger": role.BrightText, "quiet": role.Link}
        wanted = roles.get(str(self.property("role")), role.WindowText)
        if not self.isEnabled():
            wanted = role.WindowText
        plain = self.window().palette().color(self._group(), wanted)
        return plain, plain

    def _group(self) -> QPalette.ColorGroup:
        return QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled

    def _draw_icon(self) -> None:
        if self._icons is None:
            return
        size = round(QFontInfo(self.font()).pixelSize() * 1.25)
        plain, chosen = self.icon_colors()
        wanted = (self._icon_name, self._icon_gap, size, plain.rgba(), chosen.rgba())
        if wanted == self._drawn:
            return
        self._drawn = wanted
        self.setIconSize(QSize(size + self._icon_gap, size))
        self.setIcon(self._icons.icon(self._icon_name, plain, size, chosen=chosen, gap=self._icon_gap))


def primary(text: str = "", *, large: bool = False, parent: QWidget | None = None) -> ActionButton:
    """The one thing to do here."""
    return ActionButton(text, "primary", large=large, parent=parent)


def secondary(text: str = "", *, large: bool = False, parent: QWidget | None = None) -> ActionButton:
    """Something else that can be done here."""
    return ActionButton(text, "secondary", large=large, parent=parent)


def quiet(text: str = "", *, large: bool = False, parent: QWidget | None = None) -> ActionButton:
    """An action that looks like a link."""
    return ActionButton(text, "quiet", large=large, parent=parent)


def danger(text: str = "", *, large: bool = False, parent: QWidget | None = None) -> ActionButton:
    """An action to be careful with, or one for when it hurts."""
    return ActionButton(text, "danger", large=large, parent=parent)
