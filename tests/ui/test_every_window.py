from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from ryg_app.ui.every_window import every_window

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def test_no_garbage_is_collected_while_the_windows_are_listed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work: list[bool] = []

    def listed() -> list[QWidget]:
        at_work.append(gc.isenabled())
        return []

    assert qapp is not None
    monkeypatch.setattr(QApplication, "topLevelWidgets", listed)
    assert every_window() == []
    assert at_work == [False]
    assert gc.isenabled()


def test_hidden_windows_are_among_them_and_what_lies_in_a_window_is_not(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    inside = QWidget(window)
    assert window in every_window()
    assert inside not in every_window()
