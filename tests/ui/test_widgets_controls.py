from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from ryg_app.ui import accessibility
from ryg_app.ui.theme import Icons, apply_theme, load_theme
from ryg_app.ui.widgets import buttons
from ryg_app.ui.widgets.check_box import MarkedCheckBox
from ryg_app.ui.widgets.date_field import DateField
from ryg_app.ui.widgets.disclosure import Disclosure
from ryg_app.ui.widgets.fields import DropDown
from ryg_app.ui.widgets.minutes_stepper import MinutesStepper
from ryg_app.ui.widgets.nav import SideNav
from ryg_app.ui.widgets.notice import Notice
from ryg_app.ui.widgets.progress_segments import ProgressSegments
from ryg_app.ui.widgets.ring import TimerRing
from ryg_app.ui.widgets.stepper import StepperWords
from ryg_app.ui.widgets.switch import Switch
from ryg_app.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def themed(qapp: QApplication) -> None:
    apply_theme(qapp, load_theme("light"))


def color_at(widget: QWidget, x: int, y: int) -> str:
    color: QColor = widget.grab().toImage().pixelColor(x, y)
    return color.name()


@pytest.mark.parametrize("make", [buttons.primary, buttons.secondary, buttons.quiet, buttons.danger])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button(qtbot: QtBot, make: type[buttons.ActionButton], key: Qt.Key) -> None:
    button = make("Start")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    "role", ["primary", "secondary", "quiet", "danger", "close", "step", "option", "pill"]
)
def test_every_kind_of_button_is_a_target_of_44_px(
    qapp: QApplication, qtbot: QtBot, scale: float, role: buttons.ButtonRole
) -> None:
    apply_theme(qapp, load_theme("dark", scale))
    button = buttons.ActionButton("1", role)
    qtbot.addWidget(button)
    button.show()
    assert button.height() >= 44
    assert button.width() >= 44


def test_a_large_button_is_higher(qtbot: QtBot) -> None:
    small, large = buttons.primary("Start"), buttons.primary("Start", large=True)
    assert large.sizeHint().height() > small.sizeHint().height() >= 44


def test_the_icon_of_a_button_follows_the_theme(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "dot.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
        '<rect width="8" height="8" fill="currentColor"/></svg>',
        encoding="utf-8",
    )
    button = buttons.secondary("Gem")
    qtbot.addWidget(button)
    button.use_icon(Icons(tmp_path), "dot")
    button.show()

    def icon_color() -> str:
        picture = button.icon().pixmap(button.iconSize()).toImage()
        return str(picture.pixelColor(4, 4).name())

    assert icon_color() == load_theme("light").colors.text
    apply_theme(qapp, load_theme("dark"))
    qapp.processEvents()
    assert icon_color() == load_theme("dark").colors.text


def minutes(qtbot: QtBot) -> MinutesStepper:
    stepper = MinutesStepper("Minutes walked", "min", "5 fewer", "5 more")
    qtbot.addWidget(stepper)
    stepper.show()
    return stepper


def test_minutes_go_up_and_down_by_five_with_keys_and_buttons(qtbot: QtBot) -> None:
    stepper = minutes(qtbot)
    told: list[int] = []
    stepper.changed.connect(told.append)
    qtbot.keyClick(stepper.field, Qt.Key.Key_Up)
    fewer, more = stepper.findChildren(buttons.ActionButton)
    qtbot.mouseClick(more, LEFT)
    qtbot.mouseClick(fewer, LEFT)
    qtbot.keyClick(stepper.field, Qt.Key.Key_Down)
    assert told == [5, 10, 5, 0]


def test_minutes_can_be_typed_and_stay_within_ten_hours(qtbot: QtBot) -> None:
    stepper = minutes(qtbot)
    stepper.field.selectAll()
    qtbot.keyClicks(stepper.field, "17")
    assert stepper.value == 17
    stepper.value = 9999
    assert stepper.value == 600
    stepper.value = -5
    assert stepper.value == 0


def test_minutes_are_written_where_they_can_be_seen(qtbot: QtBot) -> None:
    stepper = minutes(qtbot)
    stepper.value = 600
    line = stepper.field.lineEdit()
    assert line.text() == "600 min"
    assert line.width() >= line.fontMetrics().horizontalAdvance("600 min")


def test_a_stepper_names_its_field_and_buttons(qtbot: QtBot) -> None:
    stepper = minutes(qtbot)
    stepper.set_words(StepperWords("Gået i alt", "min", "5 mindre", "5 mere"))
    field = QAccessible.queryAccessibleInterface(stepper.field)
    assert field.role() == QAccessible.Role.SpinBox
    assert field.text(QAccessible.Text.Name) == "Gået i alt"
    names = {button.accessibleName() for button in stepper.findChildren(buttons.ActionButton)}
    assert names == {"5 mindre", "5 mere"}


@pytest.mark.parametrize("kind", [Switch])
def test_a_check_box_can_be_pressed_anywhere_and_by_key(qtbot: QtBot, kind: type[MarkedCheckBox]) -> None:
    box = kind("Prikken i foden")
    qtbot.addWidget(box)
    box.show()
    qtbot.mouseClick(box, LEFT, pos=box.rect().center())
    assert box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.isChecked()
    assert box.height() >= 44
    named = QAccessible.queryAccessibleInterface(box)
    assert named.role() == QAccessible.Role.CheckBox
    assert named.text(QAccessible.Text.Name) == "Prikken i foden"
    assert named.state().checked


@pytest.mark.parametrize("kind", [Switch])
def test_on_looks_different_from_off_without_colour(qtbot: QtBot, kind: type[MarkedCheckBox]) -> None:
    box = kind("Prikken")
    qtbot.addWidget(box)
    box.resize(200, 44)
    shapes = []
    for on in (False, True):
        box.setChecked(on)
        grey = box.grab().toImage()
        mark = box.mark_box().toRect()
        knob = [grey.pixelColor(x, mark.center().y()).lightness() for x in range(mark.left(), mark.right())]
        middle = sum(knob) / len(knob)
        shapes.append([value > middle for value in knob])
    assert shapes[0] != shapes[1]


def test_a_long_text_beside_a_switch_wraps(qtbot: QtBot) -> None:
    switch = Switch("Vis rolige stillbilleder i stedet for bevægelse, når figuren tegnes")
    qtbot.addWidget(switch)
    assert switch.heightForWidth(240) > switch.heightForWidth(900) == 44


def test_the_ring_is_a_progress_bar_with_name_value_and_range(qtbot: QtBot) -> None:
    ring = TimerRing("Hold")
    qtbot.addWidget(ring)
    ring.set_step("Hold, repetition 4 of 10", 3, 10)
    seen = QAccessible.queryAccessibleInterface(ring)
    assert seen.role() == QAccessible.Role.ProgressBar
    assert seen.text(QAccessible.Text.Name) == "Hold, repetition 4 of 10"
    value = seen.valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 3, 10)


def test_passing_seconds_are_painted_but_not_told(qtbot: QtBot) -> None:
    ring = TimerRing("Hold")
    qtbot.addWidget(ring)
    ring.resize(200, 200)
    told: list[int] = []
    ring.valueChanged.connect(told.append)
    before = ring.grab().toImage()
    for tick in range(100):
        ring.set_fraction(tick / 100)
        ring.set_number(str(tick), "sekunder")
    assert told == []
    assert ring.grab().toImage() != before


def test_the_ring_fills_clockwise_from_the_top(qtbot: QtBot) -> None:
    ring = TimerRing("Hold")
    qtbot.addWidget(ring)
    ring.resize(204, 204)
    ring.set_fraction(0.5)
    colors = load_theme("light").colors
    assert color_at(ring, 204 - 8, 102) == colors.accent
    assert color_at(ring, 8, 102) == colors.track


@pytest.mark.parametrize(("asked", "given"), [(-1.0, 0.0), (0.25, 0.25), (7.0, 1.0)])
def test_the_ring_is_never_more_than_full(qtbot: QtBot, asked: float, given: float) -> None:
    ring = TimerRing()
    qtbot.addWidget(ring)
    ring.set_fraction(asked)
    assert ring.fraction == given


def test_segments_show_what_is_done_under_way_and_to_come(qtbot: QtBot) -> None:
    weeks = ProgressSegments("Uge 3 af 12")
    qtbot.addWidget(weeks)
    weeks.show_progress(2, 0.5, 12)
    weeks.resize(12 * 46 - 6, weeks.sizeHint().height())
    colors = load_theme("light").colors
    assert color_at(weeks, 46 + 20, 5) == colors.accent
    assert color_at(weeks, 92 + 12, 5) == colors.accent
    assert color_at(weeks, 92 + 30, 5) == colors.accent_tint
    assert color_at(weeks, 138 + 20, 5) == colors.track
    value = QAccessible.queryAccessibleInterface(weeks).valueInterface()
    assert (value.currentValue(), value.maximumValue()) == (2, 12)


class Announcements:
    """Stands in for the way to assistive technology and keeps what was said."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self) -> None:
        self.said: list[tuple[str, bool]] = []

    def updateAccessibility(self, event: object) -> None:  # noqa: N802 - the name in Qt
        assertive = event.politeness() == self.AnnouncementPoliteness.Assertive  # type: ignore[attr-defined]
        self.said.append((event.message(), assertive))  # type: ignore[attr-defined]


@pytest.fixture
def announcements(monkeypatch: pytest.MonkeyPatch) -> Announcements:
    listener = Announcements()
    monkeypatch.setattr(accessibility, "QAccessible", listener)
    return listener


def test_a_notice_is_read_aloud_and_a_bad_one_at_once(qtbot: QtBot, announcements: Announcements) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show_message("success", "Gemt.", close="Luk")
    notice.show_message("error", "Disken er fuld.", close="Luk")
    assert announcements.said == [("Gemt.", False), ("Disken er fuld.", True)]
    assert notice.accessibleName() == notice.text == "Disken er fuld."


def test_a_notice_offers_its_action_and_can_be_closed(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    assert notice.isHidden()
    notice.show_message("warning", "Filen er ny.", close="Luk", action="Åbn")
    action, close = notice.findChildren(buttons.ActionButton)
    with qtbot.waitSignal(notice.action_pressed, timeout=1000):
        qtbot.mouseClick(action, LEFT)
    assert close.accessibleName() == "Luk"
    with qtbot.waitSignal(notice.closed, timeout=1000):
        qtbot.keyClick(notice, Qt.Key.Key_Escape)
    assert notice.isHidden()
    assert notice.text == ""


def test_a_notice_without_action_has_only_its_close_button(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show_message("info", "Der er en ny plan.", close="Luk")
    assert [b.accessibleName() for b in notice.findChildren(buttons.ActionButton) if b.isVisible()] == ["Luk"]


def test_a_disclosure_opens_and_closes_by_key(qtbot: QtBot) -> None:
    more = Disclosure("Andre symptomer")
    content = QWidget()
    more.body.addWidget(content)
    qtbot.addWidget(more)
    more.show()
    assert not content.isVisible()
    qtbot.keyClick(more.heading, Qt.Key.Key_Return)
    assert content.isVisible()
    assert more.is_open
    more.is_open = False
    assert not content.isVisible()
    assert more.heading.accessibleName() == "Andre symptomer"


def sidebar(qtbot: QtBot, folder: Path) -> SideNav:
    nav = SideNav(Icons(folder), "RygApp")
    nav.add_item("today", "I dag", "today")
    nav.add_item("diary", "Dagbog", "diary")
    nav.add_item("red_flags", "Faresignaler", "warning", "danger")
    nav.add_item("settings", "Indstillinger", "settings", "bottom")
    qtbot.addWidget(nav)
    nav.resize(nav.sizeHint().width(), 640)
    with qtbot.waitActive(nav):
        nav.show()
    return nav


def test_the_sidebar_tells_where_the_person_wants_to_go(qtbot: QtBot, tmp_path: Path) -> None:
    nav = sidebar(qtbot, tmp_path)
    told: list[str] = []
    nav.chosen.connect(told.append)
    nav.set_current("today")
    assert told == []
    qtbot.mouseClick(nav.button("diary"), LEFT)
    assert told == ["diary"]
    assert nav.current == "diary"
    assert nav.button("diary").isChecked()
    assert not nav.button("today").isChecked()


def test_arrow_keys_walk_the_whole_sidebar_and_enter_goes_there(qtbot: QtBot, tmp_path: Path) -> None:
    nav = sidebar(qtbot, tmp_path)
    nav.set_current("today")
    nav.button("today").setFocus()
    told: list[str] = []
    nav.chosen.connect(told.append)
    qtbot.keyClick(nav.button("today"), Qt.Key.Key_Down)
    qtbot.keyClick(nav.button("diary"), Qt.Key.Key_Down)
    assert nav.button("red_flags").hasFocus()
    assert told == []
    qtbot.keyClick(nav.button("red_flags"), Qt.Key.Key_Return)
    assert told == ["red_flags"]


def test_an_empty_key_marks_no_item(qtbot: QtBot, tmp_path: Path) -> None:
    nav = sidebar(qtbot, tmp_path)
    nav.set_current("diary")
    nav.set_current("")
    assert not nav.button("diary").isChecked()


def test_warning_signs_and_settings_stand_at_the_foot(qtbot: QtBot, tmp_path: Path) -> None:
    nav = sidebar(qtbot, tmp_path)
    tops = [nav.button(key).y() for key in ("today", "diary", "red_flags", "settings")]
    assert tops == sorted(tops)
    assert tops[2] > 400


def test_large_text_widens_the_sidebar(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    nav = sidebar(qtbot, tmp_path)
    normal = nav.sizeHint().width()
    apply_theme(qapp, load_theme("light", 2.0))
    qapp.processEvents()
    assert nav.sizeHint().width() > normal
    for key in ("today", "red_flags", "settings"):
        assert nav.button(key).sizeHint().width() <= nav.sizeHint().width()
        assert nav.button(key).accessibleName() or nav.button(key).text()


def test_a_name_and_its_explanation_reach_assistive_technology(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    accessibility.name(widget, "Kurve", "Smerte dag for dag")
    seen = QAccessible.queryAccessibleInterface(widget)
    assert isinstance(widget, QObject)
    assert seen.text(QAccessible.Text.Name) == "Kurve"
    assert seen.text(QAccessible.Text.Description) == "Smerte dag for dag"


def scroll_over(widget: QWidget) -> bool:
    """Turn the wheel one notch over `widget`; whether the widget kept the turn for itself."""
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - takes no keyword
    )
    widget.wheelEvent(event)
    return event.isAccepted()


def test_scrolling_past_a_field_changes_nothing(qtbot: QtBot) -> None:
    choice, stepper = DropDown("Sprog"), minutes(qtbot)
    choice.addItems(["Dansk", "English"])
    choice.setCurrentIndex(1)
    qtbot.addWidget(choice)
    assert not any(scroll_over(widget) for widget in (choice, stepper.field))
    assert (choice.currentIndex(), stepper.value) == (1, 0)


def test_scrolling_past_a_field_leaves_the_focus_where_it_was(qtbot: QtBot) -> None:
    day, at, count = DateField("Dag", date(2026, 11, 23)), TimeField("Klokkeslæt", time(10)), minutes(qtbot)
    for widget in (day, at, DropDown("Sprog"), count.field):
        qtbot.addWidget(widget)
        assert widget.focusPolicy() == Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", ["usual", "large"])
@pytest.mark.parametrize("role", ["primary", "secondary", "quiet", "danger", "pill"])
def test_the_focus_ring_takes_no_room_from_the_words_of_a_button(
    qapp: QApplication, qtbot: QtBot, scale: float, size: str, role: buttons.ButtonRole
) -> None:
    apply_theme(qapp, load_theme("light", scale))
    button = buttons.ActionButton("Brug denne plan", role, large=size == "large")
    qtbot.addWidget(button)
    button.show()
    focus, none = QStyle.StateFlag.State_HasFocus, QStyle.StateFlag.State_None
    assert room_for_words(button, focus) == room_for_words(button, none)


def room_for_words(button: buttons.ActionButton, state: QStyle.StateFlag) -> tuple[int, int]:
    """From where to where across the button the style lets the words be in that state."""
    option = QStyleOptionButton()
    option.initFrom(button)
    option.text = button.text()
    option.state = QStyle.StateFlag.State_Enabled | state
    room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
    return room.left(), room.right()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("9", time(9)), ("0915", time(9, 15)), ("9.15", time(9, 15)), ("17", time(17)), ("1730", time(17, 30))],
)
@pytest.mark.parametrize("way", ["clicked", "all selected"])
def test_a_time_is_typed_over_the_one_that_stood_there(
    qtbot: QtBot, way: str, typed: str, meant: time
) -> None:
    holder, field = in_a_window(qtbot, TimeField("Klokkeslæt", time(10)))
    with qtbot.waitActive(holder):
        holder.activateWindow()
    if way == "clicked":
        line = field.lineEdit()
        qtbot.mouseClick(line, LEFT, pos=line.cursorRect().center())
    else:
        field.setFocus()
        field.selectAll()
    qtbot.keyClicks(field, typed)
    assert field.value == meant


def test_only_the_part_of_a_time_that_was_clicked_is_typed_over(qtbot: QtBot) -> None:
    holder, field = in_a_window(qtbot, TimeField("Klokkeslæt", time(10)))
    with qtbot.waitActive(holder):
        holder.activateWindow()
    field.setCurrentSection(field.Section.MinuteSection)
    line = field.lineEdit()
    qtbot.mouseClick(line, LEFT, pos=line.cursorRect().center())
    qtbot.keyClicks(field, "45")
    assert field.value == time(10, 45)


def in_a_window(qtbot: QtBot, field: TimeField) -> tuple[QWidget, TimeField]:
    """Put the field beneath another, which has the focus."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addWidget(QLineEdit())
    column.addWidget(field)
    qtbot.addWidget(holder)
    holder.show()
    return holder, field
