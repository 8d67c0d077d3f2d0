"""The walks of a day: added by one press, corrected, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ryg_app.domain.walking import NO_WALK
from ryg_app.ui.diary_parts.longest_walk import LongestWalk
from ryg_app.ui.diary_parts.walks import WalksPanel
from ryg_app.ui.widgets.into_view import AIR
from ryg_app.ui.widgets.page import Page
from tests.ui.page_world import ENGLISH, new_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Told:
    """What the panel has told, in order."""

    def __init__(self, panel: WalksPanel) -> None:
        self.changed: list[tuple[int, ...]] = []
        self.corrected: list[tuple[int, ...]] = []
        panel.changed.connect(self.changed.append)
        panel.corrected.connect(self.corrected.append)


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> WalksPanel:
    new_look(qapp)
    panel = WalksPanel(ENGLISH)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_each_press_is_a_walk_of_its_own(panel: WalksPanel) -> None:
    told = Told(panel)
    for minutes in (10, 5, 10):
        panel.buttons[minutes].click()
    assert told.changed == [(10,), (10, 5), (10, 5, 10)]
    assert [chip.text() for chip in panel.chips] == ["10 min", "5 min", "10 min"]
    assert panel.total.text() == "25 min in all"


def test_that_there_was_no_walk_is_an_answer_and_can_be_taken_back(panel: WalksPanel) -> None:
    panel.none.click()
    assert (panel.walks, panel.none.isChecked(), panel.chips) == (NO_WALK, True, [])
    panel.none.click()
    assert (panel.walks, panel.none.isChecked()) == ((), False)
    panel.none.click()
    panel.buttons[5].click()
    assert (panel.walks, panel.none.isChecked()) == ((5,), False)


def test_one_walk_is_corrected_by_typing_and_the_others_stay(qtbot: QtBot, panel: WalksPanel) -> None:
    panel.walks = (10, 20)
    told = Told(panel)
    panel.chips[1].click()
    assert panel.editor.caption.text() == "Walk 2"
    assert panel.editor.minutes.field.hasFocus()
    qtbot.keyClicks(panel.editor.minutes.field, "37")
    qtbot.keyClick(panel.editor.minutes.field, Qt.Key.Key_Return)
    assert panel.walks == (10, 37)
    assert told.corrected[-1] == (10, 37)
    assert told.changed == []
    assert panel.editor.isHidden()
    assert panel.chips[1].hasFocus()


def test_one_walk_is_removed_and_with_the_last_the_answer(panel: WalksPanel) -> None:
    panel.walks = (10, 20)
    panel.chips[0].click()
    panel.editor.remove.click()
    assert list(panel.walks) == [20]
    assert panel.editor.isHidden()
    panel.chips[0].click()
    panel.editor.remove.click()
    assert (list(panel.walks), panel.chips) == ([], [])
    assert panel.buttons[5].hasFocus()


def test_setting_the_walks_tells_nothing(panel: WalksPanel) -> None:
    told = Told(panel)
    panel.walks = (10, 20)
    panel.walks = (10, 25)
    panel.walks = ()
    assert (told.changed, told.corrected) == ([], [])
    assert not panel.total.isVisible()


def test_a_walk_cannot_be_made_longer_than_the_day_allows(panel: WalksPanel) -> None:
    panel.walks = (590, 5)
    panel.chips[1].click()
    assert panel.editor.minutes.field.maximum() == 10
    panel.buttons[20].click()
    panel.buttons[20].click()
    assert sum(panel.walks) == 600


def test_the_quick_buttons_are_one_stop_and_the_arrow_keys_move_among_them(
    qtbot: QtBot, panel: WalksPanel
) -> None:
    panel.buttons[5].setFocus()
    qtbot.keyClick(panel.buttons[5], Qt.Key.Key_Right)
    assert panel.buttons[10].hasFocus()
    qtbot.keyClick(panel.buttons[10], Qt.Key.Key_End)
    assert panel.none.hasFocus()
    panel.buttons[5].click()
    assert not panel.none.isVisible()


def test_the_longest_walk_says_its_number_while_it_is_folded_away(qtbot: QtBot, qapp: QApplication) -> None:
    new_look(qapp)
    longest = LongestWalk(ENGLISH)
    qtbot.addWidget(longest)
    longest.show()
    told: list[int | None] = []
    longest.changed.connect(told.append)
    longest.minutes = 12
    assert longest.heading.text() == "Longest walk before you felt the leg: 12 min"
    assert told == []
    longest.is_open = True
    longest.field.field.setFocus()
    longest.field.field.selectAll()
    qtbot.keyClicks(longest.field.field, "25")
    qtbot.keyClick(longest.field.field, Qt.Key.Key_Return)
    assert told == [25]


@pytest.mark.parametrize("room", [300, 90])
def test_a_walk_opened_at_the_lower_edge_is_brought_into_view(
    qtbot: QtBot, qapp: QApplication, room: int
) -> None:
    new_look(qapp)
    page, panel = Page("Diary"), WalksPanel(ENGLISH)
    page.body.addSpacing(600)
    page.body.addWidget(panel)
    page.body.addSpacing(600)
    qtbot.addWidget(page)
    page.resize(700, room)
    page.show()
    panel.walks = (10,)
    qapp.processEvents()
    panel.chips[0].click()
    qapp.processEvents()
    assert seen_of(panel.editor) >= min(panel.editor.height(), room - AIR)
    assert seen_of(panel.editor.caption) == panel.editor.caption.height()


def seen_of(widget: QWidget) -> int:
    """How many pixels of it, from top to bottom, are in view."""
    return widget.visibleRegion().boundingRect().height()
