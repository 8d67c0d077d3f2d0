"""Asks before everything is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ryg_app.wording.catalogues import Words


def wants_to_erase(words: Words, parent: QWidget) -> bool:
    """Ask whether everything is to be deleted; return the answer."""
    _ = words.gettext
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("Delete everything"))
    box.setText(
        _(
            "Your diary, your plan, your settings and the backups RygApp has made are deleted from this "
            "computer. It cannot be undone. RygApp closes afterwards."
        )
    )
    delete = box.addButton(_("Delete everything"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return chosen is delete
