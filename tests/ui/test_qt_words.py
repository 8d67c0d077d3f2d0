from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QLabel

from ryg_app.ui.qt_words import QtWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def words(qtbot: QtBot) -> Iterator[QtWords]:
    parent = QObject()
    words = QtWords(parent)
    yield words
    words.use("en")
    parent.deleteLater()


def test_the_dialog_for_files_is_danish_throughout(qtbot: QtBot, words: QtWords) -> None:
    words.use("da")
    dialog = QFileDialog(None, "Gem")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Mappe:", "Filtype:"} <= labels


def test_english_is_what_qt_says_itself(words: QtWords) -> None:
    words.use("da")
    words.use("en")
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Look in:"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_what_qt_has_translated_stays_its_own(words: QtWords) -> None:
    words.use("da")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuller"
