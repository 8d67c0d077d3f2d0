"""Asking where a file goes, and before it takes the place of another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ryg_app.wording.catalogues import Words


def ask_where_to_save(
    window: QWidget, words: Words, title: str, *, folder: str, name: str, suffix: str
) -> Path | None:
    """Return where to save, or ``None``; a file that is there is only named when it may be replaced.

    Args:
        window: What the dialogs lie over.
        words: The language.
        title: What is to be saved.
        folder: Where the dialog begins.
        name: What is proposed.
        suffix: What the name will end in.
    """
    path = ask_for_name(window, title, folder=folder, name=name, suffix=suffix)
    return path if path is not None and may_be_written(window, words, title, path) else None


def ask_for_name(window: QWidget, title: str, *, folder: str, name: str, suffix: str) -> Path | None:
    """Return what was written, with its ending, or ``None``; nobody has been asked about what is there."""
    dialog = QFileDialog(window, title, folder, f"*{suffix}")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Not every system's dialog asks, and one that does may ask of the name without its ending.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    if not chosen:
        return None
    path = Path(chosen[0])
    # The dialog takes what follows any dot for an ending, as in «week 1.5».
    return path if path.name.lower().endswith(suffix) else path.with_name(path.name + suffix)


def may_be_written(window: QWidget, words: Words, title: str, path: Path) -> bool:
    """Tell whether nothing is there, or else whether it may be replaced."""
    _ = words.gettext
    said = _("The file {name} exists already. Replace it?").format(name=path.name)
    return not path.exists() or wants_to_replace(window, title, said, _("Replace"))


def wants_to_replace(window: QWidget, title: str, said: str, replace: str) -> bool:
    """Ask whether a file is to be replaced; Enter and Escape leave it alone."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(said)
    button = box.addButton(replace, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    chosen = box.clickedButton()
    box.deleteLater()
    return chosen is button
