"""Asks before what could not be saved is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ryg_app.domain.errors import RygAppError
    from ryg_app.wording.catalogues import Words


def wants_to_lose(words: Words, parent: QWidget, said: str, error: RygAppError | None) -> bool:
    """Ask whether to close although something could not be saved; return the answer.

    Args:
        words: The language.
        parent: What the question lies over.
        said: What would be lost.
        error: Why it could not be saved, where that is known.
    """
    _ = words.gettext
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("Close RygApp"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(said)
    if error is not None:
        box.setInformativeText(error_sentence(words, error))
    close = box.addButton(_("Close all the same"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(_("Stay here"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return chosen is close
