from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from ryg_app.application.guided_session import SessionState
from ryg_app.domain.exercise import Side, StepKind
from ryg_app.domain.preferences import BIG_VIEW_ROTATIONS, LARGEST_BIG_VIEW, SMALLEST_BIG_VIEW, VoiceChoice
from ryg_app.ui.heard import Heard
from ryg_app.ui.pages.red_flags import RedFlagsPage
from ryg_app.ui.pages.session import SessionPage
from ryg_app.ui.pages.session.big_keys import HOLD_MS
from ryg_app.ui.pages.session.big_picture import BigPicture
from ryg_app.ui.pages.session.big_words import BigWords
from ryg_app.ui.pages.session.done_panel import DonePanel
from ryg_app.ui.pages.session.panels import LeavePanel
from ryg_app.ui.sound import Sound
from ryg_app.ui.speech import Speech
from ryg_app.ui.theme import load_theme
from ryg_app.ui.ticker import Ticker
from ryg_app.ui.window import Window
from tests.builders import plan, session_exercise, session_plan
from tests.plans import ASSETS
from tests.ui.accessibility_sweep import assert_accessible
from tests.ui.desk import Desk
from tests.ui.page_world import ENGLISH, World, new_look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ryg_app.application.guided_session import GuidedSession
    from ryg_app.ui.pages.session.big import BigView
    from ryg_app.ui.theme import Scheme

Key = Qt.Key
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
A_PLAN = plan()
TWO = session_plan(
    session_exercise("pelvic_tilt", repetitions=4, sets=2),
    session_exercise("knee_to_chest", sides=(Side.RIGHT,), repetitions=2),
)
SCREENS = [(1366, 768), (1024, 640), (1920, 1080), (640, 480), (400, 900), (300, 120)]
LONG_WORDS = [
    "Læg dig til rette",
    "Rejs dig roligt",
    "OG TILBAGE",
    "Næste øvelse",
    "Skift stilling",
    "SPÆNDINGSUDLØSNINGSØVELSEN",
    "ÅÅÅ ÆØ gjpqy",
]
LONG_LINES = "Rul om på siden, og sæt dig op, før du rejser dig. Tag den tid, du har brug for."


class HandTicker(Ticker):
    """Ticks only when a test says so."""

    def start(self) -> None:
        """Let no time run by itself."""


class Display:
    """Keeps nothing awake."""

    @contextmanager
    def hold(self) -> Iterator[bool]:
        yield True


@dataclass
class Floor:
    """A patient on the floor, with any key within reach and the clock in the test's hand."""

    page: SessionPage
    world: World
    ticker: Ticker
    guided: GuidedSession = field(init=False)

    @property
    def big(self) -> BigView:
        return self.page.big

    def begin(self) -> None:
        self.guided = self.world.sessions.start(TWO)
        self.page.begin(self.guided, self.world.library.views_of_plan(A_PLAN.plan_id, 1), None)

    def begin_with_a_hold(self) -> None:
        self.begin()
        self.key(Key.Key_G)
        while self.guided.moment().step.kind is not StepKind.HOLD:
            self.guided.ready() if self.guided.waits else self.let_pass(0.5)
        self.let_pass(0.5)

    def runs(self) -> bool:
        return self.guided.state is SessionState.RUNNING

    def let_pass(self, seconds: float) -> None:
        self.world.clock.advance(seconds)
        self.ticker.ticked.emit()

    def down(self, key: Qt.Key, *, repeated: bool = False) -> None:
        self._send(PRESS, key, repeated=repeated)

    def up(self, key: Qt.Key, *, repeated: bool = False) -> None:
        self._send(RELEASE, key, repeated=repeated)

    def key(self, key: Qt.Key) -> None:
        self.down(key)
        self.up(key)

    def hold(self, key: Qt.Key) -> None:
        self.down(key)
        for _ in range(3):
            self.up(key, repeated=True)
            self.down(key, repeated=True)
        timer = self.big.keys.timer
        assert timer.isActive()
        assert timer.interval() == HOLD_MS == 2000
        timer.stop()
        timer.timeout.emit()

    def _send(self, kind: QEvent.Type, key: Qt.Key, *, repeated: bool) -> None:
        target = QApplication.focusWidget() or self.page
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(target, QKeyEvent(kind, key, none, "", repeated))


@pytest.fixture
def floor(qtbot: QtBot, qapp: QApplication) -> Floor:
    return floor_at(qtbot, qapp)


def floor_at(qtbot: QtBot, qapp: QApplication, scale: float = 1.0) -> Floor:
    world, ticker = World(A_PLAN), HandTicker()
    heard = Heard(Sound(ASSETS / "tones", on=False), Speech("en", VoiceChoice.OFF))
    look = new_look(qapp, "light", scale)
    page = SessionPage(world.sessions, ENGLISH, look, heard, Display(), ticker)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    with qtbot.waitActive(page):
        page.show()
    return Floor(page, world, ticker)


def shown(floor: Floor) -> str:
    return floor.big.picture.shown.spoken


def test_g_and_escape_bring_the_big_view_and_take_it_away_while_time_runs_on(floor: Floor) -> None:
    floor.begin()
    for leaving in (Key.Key_G, Key.Key_Escape):
        floor.key(Key.Key_G)
        assert floor.big.isVisible()
        assert floor.big.picture.hasFocus()
        floor.key(leaving)
        assert not floor.big.isVisible()
        assert floor.page.stage.pause.hasFocus()
    assert floor.page.panel is None
    assert floor.runs()


def test_the_button_brings_the_big_view_and_the_one_in_it_takes_it_away(floor: Floor) -> None:
    floor.begin()
    floor.page.stage.big.click()
    assert floor.big.isVisible()
    floor.big.controls.close_button.click()
    assert floor.page.stage.isVisible()


def test_a_hold_is_one_word_a_number_and_how_far_one_has_come(floor: Floor) -> None:
    floor.begin_with_a_hold()
    assert shown(floor) == "HOLD, 1 of 4, Pelvic tilt\u00a0· Set 1 of 2"
    first = floor.big.picture.number
    floor.let_pass(1)
    assert int(first) - int(floor.big.picture.number) == 1


def test_the_side_is_shown_where_there_is_one(floor: Floor) -> None:
    floor.begin_with_a_hold()
    while floor.guided.moment().step.exercise == 0 or floor.guided.moment().step.kind is not StepKind.OUT:
        floor.guided.ready() if floor.guided.waits else floor.let_pass(0.5)
    assert "1 of 2, Right leg" in shown(floor)


@pytest.mark.parametrize(
    "key",
    [
        Key.Key_Space,
        Key.Key_A,
        Key.Key_Return,
        Key.Key_PageDown,
        Key.Key_PageUp,
        Key.Key_MediaTogglePlayPause,
        Key.Key_MediaNext,
        Key.Key_Up,
        Key.Key_F5,
    ],
)
def test_any_key_pauses_and_goes_on(floor: Floor, key: Qt.Key) -> None:
    floor.begin_with_a_hold()
    floor.down(key)
    assert not floor.runs()
    floor.up(key)
    assert not floor.runs()
    floor.down(key)
    assert not floor.runs()
    floor.up(key)
    assert floor.runs()


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Shift, Key.Key_VolumeUp])
def test_a_key_that_means_something_else_does_not_pause(floor: Floor, key: Qt.Key) -> None:
    floor.begin_with_a_hold()
    floor.key(key)
    assert floor.runs()


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_PageDown])
def test_where_the_session_waits_any_key_says_ready(floor: Floor, key: Qt.Key) -> None:
    floor.begin()
    floor.key(Key.Key_G)
    assert "Press any key when you are ready." in shown(floor)
    floor.key(key)
    assert floor.guided.moment().step.kind is StepKind.GET_READY


def test_what_any_key_does_is_told_as_it_changes(floor: Floor) -> None:
    hints = [label for label in floor.big.controls.findChildren(QLabel) if "Any key" in label.text()]

    def told() -> str:
        return hints[0].text().splitlines()[0]

    floor.begin()
    assert told() == "Any key = ready"
    floor.begin_with_a_hold()
    assert told() == "Any key = pause"
    floor.key(Key.Key_A)
    assert told() == "Any key = continue"


def test_a_pause_is_a_word_and_a_sign_in_place_of_the_number(floor: Floor) -> None:
    floor.begin_with_a_hold()
    running = [path.boundingRect() for path, _ink in floor.big.picture.outlines()]
    floor.key(Key.Key_Space)
    picture = floor.big.picture
    assert shown(floor).startswith("PAUSED, Press any key to go on.")
    assert picture.number == ""
    paused = [path.boundingRect() for path, _ink in picture.outlines()]
    assert paused[-1] != running[-1]


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_PageDown, Key.Key_MediaTogglePlayPause])
def test_a_key_held_for_two_seconds_asks_whether_to_stop(floor: Floor, key: Qt.Key) -> None:
    floor.begin_with_a_hold()
    floor.hold(key)
    assert isinstance(floor.page.panel, LeavePanel)
    floor.up(key)
    assert not floor.runs()
    floor.page.panel.go_on.click()
    assert floor.big.isVisible()
    assert floor.runs()


def test_a_key_held_in_a_pause_or_a_wait_does_not_let_time_go_on_first(floor: Floor) -> None:
    floor.begin()
    floor.key(Key.Key_G)
    floor.hold(Key.Key_Space)
    assert floor.guided.moment().step.kind is StepKind.GET_DOWN
    assert isinstance(floor.page.panel, LeavePanel)
    floor.up(Key.Key_Space)
    floor.key(Key.Key_Escape)
    assert floor.big.isVisible()
    floor.hold(Key.Key_Space)
    assert not floor.runs()


def test_a_key_let_go_in_time_does_not_stop(floor: Floor) -> None:
    floor.begin_with_a_hold()
    floor.key(Key.Key_Space)
    assert not floor.big.keys.timer.isActive()
    floor.big.keys.timer.timeout.emit()
    assert floor.page.panel is None


def test_a_hand_on_the_keyboard_is_one_key(floor: Floor) -> None:
    floor.begin_with_a_hold()
    for key in (Key.Key_A, Key.Key_S, Key.Key_D):
        floor.down(key)
    for key in (Key.Key_S, Key.Key_A, Key.Key_D):
        floor.up(key)
    assert not floor.runs()
    floor.key(Key.Key_A)
    assert floor.runs()


def test_a_click_on_the_picture_pauses_and_goes_on(floor: Floor, qtbot: QtBot) -> None:
    floor.begin_with_a_hold()
    states = []
    for _ in range(2):
        qtbot.mouseClick(floor.big.picture, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
        states.append(floor.runs())
    assert states == [False, True]


@pytest.mark.parametrize("key", [Key.Key_F, Key.Key_F1])
def test_the_warning_signs_are_one_key_away_and_stop_time(floor: Floor, qtbot: QtBot, key: Qt.Key) -> None:
    floor.begin_with_a_hold()
    with qtbot.waitSignal(floor.page.red_flags_clicked):
        floor.key(key)
    assert not floor.runs()


def test_the_session_ends_the_ordinary_way(floor: Floor) -> None:
    floor.begin_with_a_hold()
    while floor.page.panel is None:
        floor.guided.ready() if floor.guided.waits else floor.let_pass(1)
    assert isinstance(floor.page.panel, DonePanel)
    assert not floor.big.is_on


def test_r_and_the_button_turn_it_a_quarter_to_either_side_and_back(floor: Floor) -> None:
    floor.begin_with_a_hold()
    turns = []
    for _ in range(2):
        floor.key(Key.Key_R)
        turns.append(floor.big.rotation)
    floor.big.controls.turn_button.click()
    assert [*turns, floor.big.rotation] == [90, 270, 0]
    assert floor.runs()


def test_the_page_keys_pause_also_while_the_slider_has_the_focus(floor: Floor) -> None:
    floor.begin_with_a_hold()
    slider = floor.big.controls.scale
    slider.setFocus()
    floor.key(Key.Key_Right)
    assert slider.value() == 110
    floor.key(Key.Key_PageDown)
    assert slider.value() == 110
    assert not floor.runs()


def test_a_screen_reader_hears_a_progress_bar_of_repetitions_and_no_seconds(floor: Floor) -> None:
    floor.begin_with_a_hold()
    face = QAccessible.queryAccessibleInterface(floor.big.picture)
    before = face.text(QAccessible.Text.Name)
    assert face.role() is QAccessible.Role.ProgressBar
    assert before.startswith("HOLD, 1 of 4")
    assert (floor.big.picture.value(), floor.big.picture.maximum()) == (0, 4)
    floor.let_pass(1)
    assert face.text(QAccessible.Text.Name) == before


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_has_a_name_and_a_size_one_can_hit(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    floor = floor_at(qtbot, qapp, scale)
    floor.begin()
    floor.page.stage.big.click()
    qapp.processEvents()
    assert floor.page.size().toTuple() == (1024, 640)
    assert_accessible(floor.page)


# Letters ---------------------------------------------------------------------------------------------


def picture_of(qtbot: QtBot, words: BigWords, size: tuple[int, int], scheme: Scheme = "dark") -> BigPicture:
    picture = BigPicture(load_theme(scheme).colors, dark=scheme == "dark")
    qtbot.addWidget(picture)
    picture.resize(*size)
    picture.show_words(words, 60)
    picture.show_time("60", 0.5)
    return picture


def ink_of(picture: BigPicture) -> list[QRectF]:
    return [path.boundingRect() for path, _ink in picture.outlines()]


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("rotation", BIG_VIEW_ROTATIONS)
@pytest.mark.parametrize("word", LONG_WORDS)
def test_no_letter_is_cut_off_or_lies_on_another(
    qtbot: QtBot, size: tuple[int, int], rotation: int, word: str
) -> None:
    words = BigWords(word, ("Tryk på en tast, når du er klar.", "Venstre ben"), LONG_LINES)
    picture = picture_of(qtbot, words, size)
    for scale in (SMALLEST_BIG_VIEW, 100, LARGEST_BIG_VIEW):
        picture.choose(scale, rotation)
        for number in ("60", ""):
            picture.show_time(number, 0.5)
            assert_within(picture)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text("aæøåÅgjWM ·", min_size=1, max_size=60),
    st.integers(160, 2600),
    st.integers(120, 1600),
    st.integers(SMALLEST_BIG_VIEW, LARGEST_BIG_VIEW),
    st.sampled_from(BIG_VIEW_ROTATIONS),
    st.integers(1, 180),
)
def test_whatever_is_to_be_read_fits(
    qtbot: QtBot, text: str, width: int, height: int, scale: int, rotation: int, longest: int
) -> None:
    words = BigWords(text, (text,), text)
    picture = picture_of(qtbot, words, (width, height))
    picture.show_words(words, longest)
    picture.show_time(str(longest), 1.0)
    picture.choose(scale, rotation)
    assert_within(picture)


def assert_within(picture: BigPicture) -> None:
    width, height = picture.turned_size()
    room = QRectF(0, 0, width, height)
    ink = [box for box in ink_of(picture) if not box.isEmpty()]
    assert all(room.contains(box) for box in ink), [box.getRect() for box in ink]
    for number, box in enumerate(ink):
        assert not any(box.intersects(other) for other in ink[number + 1 :]), [b.getRect() for b in ink]


@pytest.mark.parametrize("rotation", BIG_VIEW_ROTATIONS)
def test_what_is_painted_is_where_it_was_measured_and_off_the_edges(qtbot: QtBot, rotation: int) -> None:
    picture = picture_of(qtbot, BigWords("HOLD", ("4 of 10",), "Pelvic tilt"), (800, 500))
    picture.choose(100, rotation)
    picture.show_time("60", 0.0)
    image = picture.grab().toImage()
    ground = load_theme("dark").colors.background
    edges = [QPointF(x, y) for x in (2.0, 797.0) for y in range(40, 460, 20)]
    if rotation == 0:
        assert all(image.pixelColor(edge.toPoint()).name() == ground for edge in edges)
    inked = {
        (x, y) for x in range(0, 800, 4) for y in range(0, 500, 4) if _is(image.pixelColor(x, y), "text")
    }
    xs, ys = [x for x, _y in inked], [y for _x, y in inked]
    turned = max(xs) - min(xs), max(ys) - min(ys)
    boxes = ink_of(picture)
    number, line = boxes[-1], boxes[1]
    painted = number.united(line)
    measured = (painted.width(), painted.height()) if rotation == 0 else (painted.height(), painted.width())
    assert turned == pytest.approx(measured, abs=9)


def _is(color: QColor, role: str) -> bool:
    return bool(color.name() == getattr(load_theme("dark").colors, role))


def test_the_letters_are_as_tall_as_three_metres_ask_for(qtbot: QtBot) -> None:
    picture = picture_of(qtbot, BigWords("HOLD", ("4 of 10",)), (1366, 700))
    screen = picture.screen()
    a_millimetre = screen.physicalDotsPerInch() / 25.4
    word, _count, number = ink_of(picture)
    assert word.height() >= 17.5 * a_millimetre
    assert number.height() >= 35 * a_millimetre
    assert number.height() / 700 >= 0.2
    assert word.height() / 700 >= 0.1


def test_the_slider_makes_letters_larger_and_smaller(qtbot: QtBot) -> None:
    picture = picture_of(qtbot, BigWords("HOLD"), (1920, 1080))
    heights = []
    for scale in (50, 100, 150):
        picture.choose(scale, 0)
        heights.append(ink_of(picture)[0].height())
    assert heights[1] / heights[0] == pytest.approx(2, rel=0.05)
    assert heights[0] < heights[1] < heights[2]


def test_the_number_keeps_its_size_while_it_runs_down(qtbot: QtBot) -> None:
    picture = picture_of(qtbot, BigWords("HOLD"), (1366, 768))
    before = ink_of(picture)[-1].height()
    picture.show_time("6", 0.1)
    assert ink_of(picture)[-1].height() == pytest.approx(before, rel=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_letter_stands_out_seven_times_from_the_ground(qtbot: QtBot, scheme: Scheme) -> None:
    picture = picture_of(qtbot, BigWords("HOLD", ("4 of 10",), "Pelvic tilt"), (800, 500), scheme)
    ground = picture.grab().toImage().pixelColor(3, 250)
    inks = [ink for _path, ink in picture.outlines()]
    assert len(inks) == 4
    assert min(contrast(ink, ground) for ink in inks) >= 7


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# In the window ---------------------------------------------------------------------------------------


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, tmp_path / "patient")
    desk.adopt_example()
    desk.welcome()
    yield desk
    desk.close()


def window_with_session(desk: Desk, qtbot: QtBot) -> tuple[Window, SessionPage]:
    window = Window(desk.app, desk.look, "en", HandTicker)
    qtbot.addWidget(window)
    window.show()
    view = desk.app.today.view()
    window.sessions.start(next(row.session for row in view.sessions))
    page = window.sessions.page
    assert page is not None
    return window, page


def test_the_big_view_takes_the_whole_screen_and_gives_it_back(desk: Desk, qtbot: QtBot) -> None:
    window, page = window_with_session(desk, qtbot)
    page.switch_big_view()
    assert window.isFullScreen()
    window.show_red_flags()
    assert isinstance(window.stage.currentWidget(), RedFlagsPage)
    window.stage.uncover()
    assert page.big.isVisible()
    page.leave()
    assert not window.isFullScreen()


def test_size_and_rotation_are_remembered(desk: Desk, qtbot: QtBot) -> None:
    _window, page = window_with_session(desk, qtbot)
    page.switch_big_view()
    page.big.controls.scale.setValue(140)
    page.big.controls.turn_button.click()
    page.switch_big_view()
    desk.reopen()
    kept = desk.app.settings.get()
    assert (kept.big_view_scale_percent, kept.big_view_rotation) == (140, 90)
    _window, page = window_with_session(desk, qtbot)
    assert (page.big.controls.scale.value(), page.big.rotation) == (140, 90)
