"""What closing the window means: the program stays for reminders, or it ends."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMessageBox

from ryg_app.domain.preferences import WhenClosed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ryg_app.wording.catalogues import Words


class Way(Enum):
    """What becomes of the window."""

    HIDE = auto()
    MINIMISE = auto()
    QUIT = auto()
    ASK = auto()


def way_to_close(said: WhenClosed, *, has_tray: bool, reminds: bool) -> Way:
    """Return what closing means.

    Args:
        said: What the person has said about it.
        has_tray: Whether the desktop has a tray to stay in.
        reminds: Whether there is anything to stay for.
    """
    if said is WhenClosed.QUIT or (said is WhenClosed.NOT_SAID and not reminds):
        return Way.QUIT
    if has_tray:
        return Way.HIDE
    return Way.MINIMISE if said is WhenClosed.STAY else Way.ASK


class ClosingQuestion(QMessageBox):
    """Asks once, without a tray, whether to stay; `answered` carries the answer, closing the box is none."""

    answered = Signal(object)

    def __init__(self, words: Words, window: QWidget) -> None:
        super().__init__(window)
        _ = words.gettext
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle("RygApp")
        self.setText(_("Should RygApp keep running, so that it can remind you?"))
        self.setInformativeText(
            _("The window is then only made small. You are asked once; the answer stands under Settings.")
        )
        self.stay = self.addButton(_("Keep running"), QMessageBox.ButtonRole.AcceptRole)
        self.end = self.addButton(_("Quit RygApp"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(self.stay)
        self.setEscapeButton(cancel)
        self.buttonClicked.connect(self._on_clicked)
        self.finished.connect(self.deleteLater)

    def _on_clicked(self, button: object) -> None:
        if button is self.stay:
            self.answered.emit(WhenClosed.STAY)
        elif button is self.end:
            self.answered.emit(WhenClosed.QUIT)
