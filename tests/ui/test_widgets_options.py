from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ryg_app.ui.theme import apply_theme, load_theme
from ryg_app.ui.widgets.choice_row import ChoiceRow
from ryg_app.ui.widgets.number_row import NumberRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

QUESTION = "Pain in the leg"


@pytest.fixture(params=[1.0, 2.0])
def themed(request: pytest.FixtureRequest, qapp: QApplication) -> None:
    apply_theme(qapp, load_theme("light", request.param))


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., QWidget]:
    # qtbot keeps only weak references, and a window that is let go of takes its buttons along.
    windows: list[QWidget] = []

    def shown(*widgets: QWidget, width: int = 700) -> QWidget:
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, 500)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        return window

    return shown


@pytest.fixture
def row(qapp: QApplication) -> NumberRow:
    return NumberRow(QUESTION, "no pain", "worst pain imaginable")


def value_of(row: NumberRow) -> object | None:
    return row.value


def answers_of(row: NumberRow | ChoiceRow) -> list[object]:
    told: list[object] = []
    row.chosen.connect(told.append)
    return told


def test_nothing_is_chosen_until_the_person_chooses(qapp: QApplication, row: NumberRow) -> None:
    assert value_of(row) is None
    assert not any(row.button(number).isChecked() for number in range(11))


def test_a_click_chooses_and_the_same_click_again_clears(
    show: Callable[..., QWidget], row: NumberRow, qtbot: QtBot
) -> None:
    show(row)
    told = answers_of(row)
    qtbot.mouseClick(row.button(7), Qt.MouseButton.LeftButton)
    assert value_of(row) == 7
    assert row.button(7).isChecked()
    qtbot.mouseClick(row.button(7), Qt.MouseButton.LeftButton)
    assert value_of(row) is None
    assert not row.button(7).isChecked()
    assert told == [7, None]


def test_a_double_click_is_one_answer_and_not_an_answer_taken_back(
    show: Callable[..., QWidget], row: NumberRow, qtbot: QtBot
) -> None:
    show(row)
    told = answers_of(row)
    qtbot.mouseClick(row.button(7), Qt.MouseButton.LeftButton)
    # Qt tells the second press of two quick ones as a double-click of its own.
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        held = (
            Qt.MouseButton.LeftButton if kind is QEvent.Type.MouseButtonDblClick else Qt.MouseButton.NoButton
        )
        place = QPointF(row.button(7).rect().center())
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(row.button(7), QMouseEvent(kind, place, place, left, held, none))
    assert told == [7]


def test_enter_chooses_and_never_takes_an_answer_back_but_space_does(
    show: Callable[..., QWidget], row: NumberRow, qtbot: QtBot
) -> None:
    show(row)
    told = answers_of(row)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(row.button(7), key)
    assert told == [7, None]


def test_only_one_number_is_chosen_at_a_time(
    show: Callable[..., QWidget], row: NumberRow, qtbot: QtBot
) -> None:
    show(row)
    qtbot.mouseClick(row.button(2), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row.button(9), Qt.MouseButton.LeftButton)
    assert [number for number in range(11) if row.button(number).isChecked()] == [9]


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_chooses_its_number(
    show: Callable[..., QWidget], row: NumberRow, qtbot: QtBot, digit: int
) -> None:
    show(row)
    row.button(0).setFocus()
    qtbot.keyClicks(row.button(0), str(digit))
    assert value_of(row) == digit
    assert row.button(digit).hasFocus()


def test_one_and_then_zero_is_ten(show: Callable[..., QWidget], row: NumberRow, qtbot: QtBot) -> None:
    show(row)
    told = answers_of(row)
    qtbot.keyClicks(row, "10")
    assert value_of(row) == 10
    assert told == [1, 10]


def test_one_and_much_later_zero_is_zero(show: Callable[..., QWidget], row: NumberRow, qtbot: QtBot) -> None:
    show(row)
    qtbot.keyClicks(row, "1")
    row.one_was_typed.stop()
    qtbot.keyClicks(row, "0")
    assert value_of(row) == 0


def test_another_digit_in_between_breaks_the_ten(
    show: Callable[..., QWidget], row: NumberRow, qtbot: QtBot
) -> None:
    show(row)
    qtbot.keyClicks(row, "120")
    assert value_of(row) == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_and_backspace_clear(
    show: Callable[..., QWidget], row: NumberRow, qtbot: QtBot, key: Qt.Key
) -> None:
    show(row)
    row.value = 4
    told = answers_of(row)
    row.button(4).setFocus()
    qtbot.keyClick(row.button(4), key)
    assert value_of(row) is None
    assert told == [None]


def test_arrows_move_without_choosing_and_space_or_enter_chooses(
    show: Callable[..., QWidget], row: NumberRow, qtbot: QtBot
) -> None:
    show(row)
    row.button(0).setFocus()
    qtbot.keyClick(row.button(0), Qt.Key.Key_Right)
    qtbot.keyClick(row.button(1), Qt.Key.Key_Down)
    assert row.button(2).hasFocus()
    assert value_of(row) is None
    qtbot.keyClick(row.button(2), Qt.Key.Key_Space)
    assert value_of(row) == 2
    qtbot.keyClick(row.button(2), Qt.Key.Key_End)
    qtbot.keyClick(row.button(10), Qt.Key.Key_Return)
    assert value_of(row) == 10
    qtbot.keyClick(row.button(10), Qt.Key.Key_Right)
    assert row.button(10).hasFocus()
    qtbot.keyClick(row.button(10), Qt.Key.Key_Home)
    assert row.button(0).hasFocus()


def test_tab_stops_once_in_a_row_at_the_chosen_number(
    show: Callable[..., QWidget], row: NumberRow, qtbot: QtBot
) -> None:
    before, after = QPushButton("before"), QPushButton("after")
    window = show(before, row, after)
    row.value = 6
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert row.button(6).hasFocus()
    qtbot.keyClick(row.button(6), Qt.Key.Key_Tab)
    assert after.hasFocus()
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert row.button(6).hasFocus()
    assert window.isActiveWindow()


def test_tab_stops_once_after_every_way_of_choosing(
    show: Callable[..., QWidget], row: NumberRow, qtbot: QtBot
) -> None:
    show(row)
    qtbot.mouseClick(row.button(3), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(row.button(3), "8")
    qtbot.keyClick(row.button(8), Qt.Key.Key_Delete)
    stops = [number for number in range(11) if row.button(number).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [8]


def test_setting_the_value_tells_nobody(qapp: QApplication, row: NumberRow) -> None:
    told = answers_of(row)
    row.value = 5
    row.value = None
    assert told == []


def test_a_value_that_is_no_option_is_refused(qapp: QApplication, row: NumberRow) -> None:
    with pytest.raises(ValueError, match="11"):
        row.value = 11


def test_assistive_technology_meets_a_named_group_of_radio_buttons(
    qapp: QApplication, row: NumberRow
) -> None:
    row.value = 7
    group = QAccessible.queryAccessibleInterface(row)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == QUESTION
    assert group.text(QAccessible.Text.Description) == "0 no pain, 10 worst pain imaginable"
    seven = QAccessible.queryAccessibleInterface(row.button(7))
    assert seven.role() == QAccessible.Role.RadioButton
    assert seven.text(QAccessible.Text.Name) == f"{QUESTION}: 7"
    assert seven.state().checked
    assert not QAccessible.queryAccessibleInterface(row.button(8)).state().checked


@pytest.mark.usefixtures("themed")
@pytest.mark.parametrize("width", [340, 700])
def test_every_number_is_a_target_of_44_px(show: Callable[..., QWidget], row: NumberRow, width: int) -> None:
    window = show(row, width=width)
    assert window.width() == width
    for number in range(11):
        button = row.button(number)
        assert button.height() >= 44
        assert button.width() >= 44
        assert row.rect().contains(button.geometry())


@pytest.mark.usefixtures("themed")
def test_a_row_too_narrow_for_eleven_numbers_takes_two_lines(show: Callable[..., QWidget]) -> None:
    wide, narrow = NumberRow("a", "b", "c"), NumberRow("a", "b", "c")
    show(wide, width=900)
    show(narrow, width=500 if QApplication.font().pixelSize() < 20 else 620)
    assert len({wide.button(number).y() for number in range(11)}) == 1
    assert len({narrow.button(number).y() for number in range(11)}) == 2


def test_a_choice_can_be_made_cleared_and_put_in_other_words(
    show: Callable[..., QWidget], qtbot: QtBot
) -> None:
    choice = ChoiceRow("How far down?", [("none", "None"), ("knee", "Knee"), ("foot", "Foot")])
    show(choice)
    told = answers_of(choice)
    qtbot.mouseClick(choice.button("knee"), Qt.MouseButton.LeftButton)
    choice.set_texts("Hvor langt ned?", ["Intet", "Knæ", "Fod & tæer"])
    assert choice.value == "knee"
    assert choice.button("foot").accessibleName() == "Hvor langt ned?: Fod & tæer"
    assert choice.button("foot").text() == "Fod && tæer"
    qtbot.mouseClick(choice.button("knee"), Qt.MouseButton.LeftButton)
    assert told == ["knee", None]


def test_a_choice_that_must_be_made_cannot_be_cleared(show: Callable[..., QWidget], qtbot: QtBot) -> None:
    side = ChoiceRow("Side", [("left", "Left"), ("right", "Right")], pills=True, clearable=False)
    show(side)
    side.value = "left"
    qtbot.mouseClick(side.button("left"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(side.button("left"), Qt.Key.Key_Delete)
    assert side.value == "left"
    assert side.button("left").isChecked()
