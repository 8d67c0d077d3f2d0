from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, Qt
from PySide6.QtGui import QAccessible, QImage, QImageWriter, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ryg_app.domain.errors import PersonalNumberError
from ryg_app.domain.exercise import Position, Side, StepKind
from ryg_app.domain.timeline import Tone
from ryg_app.ui.heard import Heard
from ryg_app.ui.pages.session import SessionPage, host
from ryg_app.ui.pages.session import page as page_module
from ryg_app.ui.pages.session.done_panel import DonePanel
from ryg_app.ui.pages.session.panels import LeavePanel, PainPanel, Panel, ToldPanel
from ryg_app.ui.sound import Sound
from ryg_app.ui.speech import Speech
from ryg_app.ui.ticker import Ticker
from ryg_app.wording.sentences import error_sentence
from tests.builders import START, plan, session_exercise, session_plan
from tests.plans import ASSETS
from tests.ui.page_world import ENGLISH, FULL_DISK, World, nameless, new_look, too_small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ryg_app.application.guided_session import GuidedSession
    from ryg_app.domain.session import SessionPlan
    from ryg_app.domain.timeline import Moment
    from ryg_app.domain.voice import Clip

A_PLAN = plan()
THREE = session_plan(
    session_exercise("pelvic_tilt", repetitions=2),
    session_exercise("knee_to_chest", sides=(Side.RIGHT, Side.LEFT), repetitions=1),
    session_exercise("slider", Position.SEATED, (Side.LEFT,), repetitions=2, sets=2, hold_s=0),
)
MOVING_ON = {StepKind.OUT, StepKind.HOLD, StepKind.BACK, StepKind.REST}
Key = Qt.Key
UNKNOWN_TO_QTEST = {Key.Key_MediaTogglePlayPause, Key.Key_VolumeUp}


def a_picture() -> bytes:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


class Tones(Sound):
    """Remembers the tones instead of playing them."""

    def __init__(self) -> None:
        super().__init__(ASSETS / "tones")
        self.played: list[Tone] = []

    def prepare(self) -> None:
        self.played.clear()

    def play(self, tone: Tone) -> None:
        self.played.append(tone)


class Voice(Speech):
    """Remembers what it was to say: phrases, `!` before one that cut others off, notes, silences."""

    def __init__(self) -> None:
        super().__init__("en")
        self.said: list[str] = []

    def prepare(self, clips: Mapping[str, Clip]) -> None:
        self.said.clear()
        self.ready = set(clips)

    def say(self, name: str) -> None:
        self.said.append(name)

    def interject(self, name: str) -> None:
        self.said.append(f"!{name}")

    def read(self, text: str) -> None:
        self.said.append(f"note: {text}")

    def stop(self) -> None:
        self.said.append("")


class Display:
    """Counts who keeps the display on."""

    def __init__(self) -> None:
        self.held = 0

    @contextmanager
    def hold(self) -> Iterator[bool]:
        self.held += 1
        yield True
        self.held -= 1


@dataclass
class Stand:
    """A session page in front of a patient, with the clock in the test's hand."""

    qtbot: QtBot
    page: SessionPage
    world: World
    ticker: Ticker
    tones: Tones
    voice: Voice
    display: Display
    spoken: list[str]
    guided: GuidedSession = field(init=False)

    def begin(self, session: SessionPlan = THREE, *, rule_card: bool = True, trial: bool = False) -> None:
        self.take(self.world.sessions.start(session), rule_card=rule_card, trial=trial)

    def take(self, guided: GuidedSession, *, rule_card: bool = True, trial: bool = False) -> None:
        views = self.world.library.views_of_plan(A_PLAN.plan_id, 1)
        self.guided = guided
        self.page.begin(guided, views, A_PLAN.rule_card if rule_card else None, trial=trial)

    def let_pass(self, seconds: float) -> None:
        while seconds > 0:
            self.world.clock.advance(min(0.5, seconds))
            self.ticker.ticked.emit()
            seconds -= 0.5

    def press(self, key: Qt.Key) -> None:
        target = QApplication.focusWidget() or self.page
        if key in UNKNOWN_TO_QTEST:
            press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(target, press)
        else:
            self.qtbot.keyClick(target, key)

    def run_until(self, wanted: Callable[[Moment], bool]) -> None:
        for _ in range(5000):
            if wanted(self.guided.moment()) or self.page.panel is not None:
                return
            if self.guided.waits:
                self.press(Key.Key_A)
            else:
                self.let_pass(0.5)
        pytest.fail("the session never came there")

    def at(self, kind: StepKind, exercise: int = 0) -> None:
        self.run_until(lambda moment: moment.step.kind is kind and moment.step.exercise == exercise)
        self.let_pass(0.5)

    def texts(self) -> set[str]:
        QApplication.processEvents()
        return {label.text() for label in self.page.findChildren(QLabel) if label.isVisible()}

    def panel(self, kind: type[Panel]) -> Panel:
        assert isinstance(self.page.panel, kind), self.page.panel
        return self.page.panel


@pytest.fixture
def stand(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Stand:
    return stand_at(qtbot, qapp, monkeypatch)


def stand_at(
    qtbot: QtBot,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    scale: float = 1.0,
    clips: Mapping[str, Clip] | None = None,
) -> Stand:
    spoken: list[str] = []

    def listen(_widget: QWidget, text: str, *, assertive: bool = False) -> None:
        spoken.append(text)

    monkeypatch.setattr(page_module, "announce", listen)
    monkeypatch.setattr(host, "announce", listen)
    world, tones, voice, display, ticker = World(A_PLAN, clips=clips), Tones(), Voice(), Display(), Ticker()
    look = new_look(qapp, "light", scale)
    page = SessionPage(world.sessions, ENGLISH, look, Heard(tones, voice), display, ticker)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    with qtbot.waitActive(page):
        page.show()
    return Stand(qtbot, page, world, ticker, tones, voice, display, spoken)


def test_a_whole_session_is_led_through_by_keyboard_alone(stand: Stand) -> None:
    stand.begin()
    stand.run_until(lambda moment: moment.finished)
    done = stand.panel(DonePanel)
    assert stand.world.days.get(START).sessions[0].worst_leg_pain is None
    assert {"Pelvic tilt", "2 of 2 repetitions", "4 of 4 repetitions"} <= stand.texts()
    assert isinstance(done, DonePanel)
    stand.press(Key.Key_4)
    done.save.setFocus()
    with stand.qtbot.waitSignal(stand.page.closed):
        stand.press(Key.Key_Return)
    (record,) = stand.world.days.get(START).sessions
    assert record.worst_leg_pain == 4
    assert [exercise.repetitions for exercise in record.exercises] == [2, 2, 4]
    assert stand.display.held == 0
    assert stand.world.open_sessions.get() is None
    assert stand.tones.played[-1] is Tone.ALL_DONE


def test_a_new_session_runs_at_once_and_the_large_button_has_the_focus(stand: Stand) -> None:
    stand.begin()
    assert stand.page.stage.pause.hasFocus()
    assert stand.ticker.is_running
    assert stand.display.held == 1
    assert {"Settle down", "Press any key when you are ready.", "Exercise 1 of 3"} <= stand.texts()


def test_a_movement_is_shown_with_its_line_its_count_and_what_comes_next(stand: Stand) -> None:
    stand.begin()
    stand.at(StepKind.HOLD)
    shown = {"HOLD", "Stay here. Breathe calmly.", "Repetition 1 of 2", "Then: let go slowly"}
    assert shown <= stand.texts()
    current = [line for line in stand.page.stage.card.lines if line.is_current]
    assert [label.text() for line in current for label in line.findChildren(QLabel)] == [
        "2.",
        "Stay here. Breathe calmly.",
    ]
    assert "Avoid: lifting your bottom, holding your breath or pushing with your feet." in stand.texts()
    assert A_PLAN.exercise("pelvic_tilt").note in stand.texts()


def test_side_and_set_are_shown_where_there_are_several(stand: Stand) -> None:
    stand.begin()
    stand.at(StepKind.OUT, 1)
    assert "Right leg" in stand.texts()
    stand.at(StepKind.OUT, 2)
    assert "Left leg · Set 1 of 2" in stand.texts()


def test_an_own_exercise_is_led_through_with_general_words(stand: Stand) -> None:
    stand.begin(session_plan(session_exercise("heel_raise", Position.STANDING)))
    stand.at(StepKind.OUT)
    own = A_PLAN.exercise("heel_raise").own
    assert own is not None
    assert {"Do the movement slowly.", *own.steps} <= stand.texts()


@pytest.mark.parametrize(
    "key", [Key.Key_Space, Key.Key_PageDown, Key.Key_PageUp, Key.Key_MediaTogglePlayPause]
)
def test_a_key_pauses_and_goes_on(stand: Stand, key: Qt.Key) -> None:
    stand.begin()
    stand.at(StepKind.HOLD)
    stand.press(key)
    assert {"Paused", "Take the time you need. Press the space bar to go on."} <= stand.texts()
    ticking, offered = [stand.ticker.is_running], [stand.page.stage.pause.text()]
    stand.press(key)
    ticking.append(stand.ticker.is_running)
    offered.append(stand.page.stage.pause.text())
    assert (ticking, offered) == ([False, True], ["Continue", "Pause"])


@pytest.mark.parametrize("key", [Key.Key_A, Key.Key_Space, Key.Key_Return, Key.Key_PageDown, Key.Key_Left])
def test_any_key_says_ready_where_the_session_waits(stand: Stand, key: Qt.Key) -> None:
    stand.begin()
    stand.press(key)
    assert stand.guided.moment().step.kind is StepKind.GET_READY


@pytest.mark.parametrize("key", [Key.Key_Shift, Key.Key_Control, Key.Key_VolumeUp, Key.Key_Tab])
def test_a_key_that_means_something_else_does_not_say_ready(stand: Stand, key: Qt.Key) -> None:
    stand.begin()
    stand.press(key)
    assert stand.guided.moment().step.kind is StepKind.GET_DOWN


def test_another_button_with_the_focus_is_pressed_by_the_keyboard_as_ever(stand: Stand) -> None:
    stand.begin()
    stand.at(StepKind.HOLD)
    stand.page.stage.skip.setFocus()
    stand.press(Key.Key_Space)
    assert stand.guided.moment().step.exercise == 1


def test_a_click_leaves_the_focus_on_the_large_button(stand: Stand) -> None:
    stand.begin()
    stand.at(StepKind.HOLD)
    stand.qtbot.mouseClick(stand.page.stage.back, Qt.MouseButton.LeftButton)
    assert stand.page.stage.pause.hasFocus()


def test_the_skip_button_says_what_it_leaves_out(stand: Stand) -> None:
    stand.begin()
    skip = stand.page.stage.skip
    assert skip.text() == "I am ready"
    stand.at(StepKind.GET_READY)
    assert skip.text() == "Skip the wait"
    stand.at(StepKind.OUT)
    assert skip.text() == "Skip the exercise"


@pytest.mark.parametrize("key", [Key.Key_F, Key.Key_F1])
def test_the_warning_signs_are_one_key_away_and_pause_the_session(stand: Stand, key: Qt.Key) -> None:
    stand.begin()
    stand.at(StepKind.HOLD)
    with stand.qtbot.waitSignal(stand.page.red_flags_clicked):
        stand.press(key)
    assert not stand.ticker.is_running


def test_escape_asks_and_escape_again_goes_back_to_the_paused_session(stand: Stand) -> None:
    stand.begin()
    stand.at(StepKind.HOLD)
    stand.press(Key.Key_Escape)
    stand.panel(LeavePanel)
    stand.press(Key.Key_Escape)
    assert stand.page.panel is None
    assert stand.page.stage.pause.text() == "Continue"


def test_ending_early_saves_what_was_done(stand: Stand) -> None:
    stand.begin()
    stand.at(StepKind.REST)
    stand.press(Key.Key_Escape)
    panel = stand.panel(LeavePanel)
    assert isinstance(panel, LeavePanel)
    with stand.qtbot.waitSignal(stand.page.changed):
        panel.finish.click()
    assert [e.repetitions for e in stand.world.days.get(START).sessions[0].exercises] == [1, 0, 0]


def test_ending_before_anything_was_done_saves_nothing_and_says_so_once(stand: Stand) -> None:
    stand.begin()
    stand.press(Key.Key_Escape)
    panel = stand.panel(LeavePanel)
    assert isinstance(panel, LeavePanel)
    assert panel.finish.text() == "Finish"
    assert any("there is nothing to save" in text for text in stand.texts())
    with stand.qtbot.waitSignal(stand.page.closed):
        panel.finish.click()
    assert stand.world.days.every() == ()
    assert stand.world.sessions.under_way() is None


def test_a_session_gone_on_with_and_skipped_through_tells_that_nothing_is_saved(stand: Stand) -> None:
    stand.begin()
    for _ in range(2):
        stand.press(Key.Key_Escape)
    stand.press(Key.Key_Space)
    while stand.page.panel is None:
        stand.page.stage.skip.click()
    assert "No repetition was done, so there is nothing to save." in stand.texts()
    assert stand.world.days.every() == ()


def test_leaving_a_trial_says_that_nothing_is_saved_of_it(stand: Stand) -> None:
    stand.begin(trial=True)
    stand.at(StepKind.HOLD)
    stand.press(Key.Key_Escape)
    panel = stand.panel(LeavePanel)
    assert isinstance(panel, LeavePanel)
    assert "Time stands still. Nothing is saved of a trial." in stand.texts()
    with stand.qtbot.waitSignal(stand.page.closed):
        panel.finish.click()


def test_the_answer_is_typed_and_saved_with_enter(stand: Stand) -> None:
    stand.begin()
    stand.run_until(lambda moment: moment.finished)
    stand.panel(DonePanel)
    stand.press(Key.Key_4)
    with stand.qtbot.waitSignal(stand.page.closed):
        stand.press(Key.Key_Return)
    assert stand.world.days.get(START).sessions[0].worst_leg_pain == 4


def test_escape_skips_the_question(stand: Stand) -> None:
    stand.begin()
    stand.run_until(lambda moment: moment.finished)
    stand.panel(DonePanel)
    with stand.qtbot.waitSignal(stand.page.closed):
        stand.press(Key.Key_Escape)
    assert stand.world.days.get(START).sessions[0].worst_leg_pain is None


def test_an_exercise_that_hurts_ends_with_the_physiotherapists_own_words(stand: Stand) -> None:
    stand.begin()
    stand.at(StepKind.HOLD)
    stand.page.stage.hurts.click()
    panel = stand.panel(PainPanel)
    assert isinstance(panel, PainPanel)
    card = A_PLAN.rule_card
    assert card is not None
    words = {"From your physiotherapist", "Green", "Yellow", "Red", card.green, card.yellow, card.red}
    assert words <= stand.texts()
    assert len({"●", "▲", "■"} & stand.texts()) == 3
    assert not stand.ticker.is_running
    with stand.qtbot.waitSignal(stand.page.red_flags_clicked):
        panel.red_flags.click()
    assert panel.go_on is not None
    panel.go_on.click()
    assert stand.guided.moment().step.exercise == 1
    assert stand.ticker.is_running


def test_without_a_physiotherapist_there_is_no_rule_card(stand: Stand) -> None:
    stand.begin(rule_card=False)
    stand.at(StepKind.HOLD)
    stand.page.stage.hurts.click()
    assert "From your physiotherapist" not in stand.texts()


def test_pain_in_the_only_standing_exercise_leads_to_the_end(stand: Stand) -> None:
    stand.begin(session_plan(session_exercise("heel_raise", Position.STANDING)))
    stand.at(StepKind.OUT)
    stand.page.stage.hurts.click()
    panel = stand.panel(PainPanel)
    assert isinstance(panel, PainPanel)
    assert panel.go_on is None
    panel.finish.click()
    stand.panel(DonePanel)
    assert "0 of 5 repetitions · Hurt too much" in stand.texts()


def stop_the_only_exercise(stand: Stand) -> DonePanel:
    stand.begin(session_plan(session_exercise("heel_raise", Position.STANDING)))
    stand.at(StepKind.OUT)
    stand.page.stage.hurts.click()
    pain = stand.panel(PainPanel)
    assert isinstance(pain, PainPanel)
    pain.finish.click()
    done = stand.panel(DonePanel)
    assert isinstance(done, DonePanel)
    return done


def words_kept(stand: Stand) -> list[str]:
    return [done.words for session in stand.world.days.get(START).sessions for done in session.exercises]


def test_what_was_felt_in_a_stopped_exercise_is_kept_in_the_patients_words(stand: Stand) -> None:
    done = stop_the_only_exercise(stand)
    (field,) = done.fields
    assert "Tåhævninger" in field.accessibleName()
    stand.qtbot.keyClicks(field, "  Shot 2 down the calf ")
    assert done.pain.value is None
    with stand.qtbot.waitSignal(stand.page.closed):
        stand.qtbot.keyClick(field, Key.Key_Return)
    assert words_kept(stand) == ["Shot 2 down the calf"]


def test_skipping_the_question_about_the_leg_keeps_what_was_written(stand: Stand) -> None:
    done = stop_the_only_exercise(stand)
    done.fields[0].setText("It tingled")
    done.pain.choose(7)
    with stand.qtbot.waitSignal(stand.page.closed):
        done.skip.click()
    assert words_kept(stand) == ["It tingled"]
    assert stand.world.days.get(START).sessions[0].worst_leg_pain is None


def test_a_cpr_number_in_what_was_felt_is_refused_and_stays_in_view(stand: Stand) -> None:
    done = stop_the_only_exercise(stand)
    done.fields[0].setText("Call 010203-1234")
    done.save.click()
    assert done.notice.text == error_sentence(ENGLISH, PersonalNumberError("stopped"))
    assert done.fields[0].text() == "Call 010203-1234"
    assert words_kept(stand) == [""]


def test_an_exercise_that_was_not_stopped_asks_for_no_words(stand: Stand) -> None:
    stand.begin()
    stand.run_until(lambda moment: moment.finished)
    done = stand.panel(DonePanel)
    assert isinstance(done, DonePanel)
    assert done.fields == ()


def test_after_a_suspend_the_session_stands_still_and_says_why(stand: Stand) -> None:
    stand.begin()
    stand.at(StepKind.HOLD)
    stand.world.clock.advance(3600)
    stand.ticker.ticked.emit()
    why = "The computer was away, so time was stopped. Press the space bar to go on."
    assert why in stand.texts()
    assert not stand.ticker.is_running


def test_a_session_that_is_taken_up_waits_for_the_person(stand: Stand) -> None:
    stand.begin()
    stand.at(StepKind.REST)
    stand.page.leave()
    assert stand.display.held == 0
    opened = stand.world.sessions.under_way()
    assert opened is not None
    stand.take(stand.world.sessions.take_up(opened))
    assert "Settle down. Press the space bar when you are ready." in stand.texts()
    assert not stand.ticker.is_running
    stand.press(Key.Key_Space)
    assert stand.ticker.is_running


def test_a_save_that_fails_on_the_way_is_told_and_the_session_goes_on(stand: Stand) -> None:
    stand.begin()
    stand.world.open_sessions.fail_with = FULL_DISK
    stand.at(StepKind.OUT)
    assert stand.page.stage.notice.text.endswith("The session goes on.")
    assert stand.ticker.is_running
    stand.world.open_sessions.fail_with = None
    stand.at(StepKind.OUT, 1)
    assert stand.page.stage.notice.text == ""


def test_a_full_disk_at_the_end_is_told_and_can_be_tried_again(stand: Stand) -> None:
    stand.begin()
    stand.world.fill_the_disk()
    stand.run_until(lambda moment: moment.finished)
    panel = stand.panel(ToldPanel)
    assert isinstance(panel, ToldPanel)
    assert any(error_sentence(ENGLISH, FULL_DISK) in text for text in stand.texts())
    panel.go_on.click()
    stand.panel(ToldPanel)
    stand.world.make_room_on_the_disk()
    again = stand.panel(ToldPanel)
    assert isinstance(again, ToldPanel)
    again.go_on.click()
    stand.panel(DonePanel)
    assert len(stand.world.days.get(START).sessions) == 1


def test_a_full_disk_at_the_answer_keeps_the_answer_in_view(stand: Stand) -> None:
    stand.begin()
    stand.run_until(lambda moment: moment.finished)
    panel = stand.panel(DonePanel)
    assert isinstance(panel, DonePanel)
    stand.world.fill_the_disk()
    panel.pain.choose(7)
    panel.save.click()
    assert panel.notice.text == error_sentence(ENGLISH, FULL_DISK)
    assert panel.pain.value == 7


def test_the_question_can_be_skipped(stand: Stand) -> None:
    stand.begin()
    stand.run_until(lambda moment: moment.finished)
    panel = stand.panel(DonePanel)
    assert isinstance(panel, DonePanel)
    assert not panel.save.isEnabled()
    with stand.qtbot.waitSignal(stand.page.closed):
        panel.skip.click()
    assert stand.world.days.get(START).sessions[0].worst_leg_pain is None


def test_nothing_is_kept_of_a_trial(stand: Stand) -> None:
    stand.begin(trial=True)
    stand.run_until(lambda moment: moment.finished)
    stand.panel(ToldPanel)
    assert "Nothing is saved of a trial." in stand.texts()
    assert stand.world.days.every() == ()


def test_silence_is_told_once_and_the_session_goes_on(stand: Stand) -> None:
    stand.begin()
    stand.tones.unavailable.emit()
    assert "no sound on this computer" in stand.page.stage.notice.text
    assert stand.ticker.is_running


def test_tones_can_be_switched_off(stand: Stand) -> None:
    stand.begin()
    stand.page.stage.sound.click()
    assert not stand.tones.is_on
    assert stand.page.stage.sound.text() == "Tones: off"


def test_what_is_done_is_spoken_once_a_step_and_never_the_seconds(stand: Stand) -> None:
    stand.begin(session_plan(session_exercise(repetitions=2)))
    stand.run_until(lambda moment: moment.finished)
    assert stand.spoken == [
        "Settle down. Get into the start position. Press any key when you are ready.",
        "Get ready. Arms along your sides. Let your shoulders go.",
        "Repetition 1 of 2. Move.",
        "Hold.",
        "Let go.",
        "Rest.",
        "Repetition 2 of 2. Move.",
        "Hold.",
        "Let go.",
        "Get up calmly. Roll onto your side and sit up before you stand. Press any key when you are ready.",
        "Finished",
    ]


def test_the_ring_is_a_progress_bar_that_counts_repetitions(stand: Stand) -> None:
    stand.begin()
    stand.at(StepKind.HOLD)
    ring = stand.page.stage.timer.ring
    face = QAccessible.queryAccessibleInterface(ring)
    assert face.role() == QAccessible.Role.ProgressBar
    assert face.text(QAccessible.Text.Name) == "Hold, Repetition 1 of 2"
    assert (ring.value(), ring.maximum()) == (0, 2)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_has_a_name_and_room_for_a_finger(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, scale: float
) -> None:
    stand = stand_at(qtbot, qapp, monkeypatch, scale)
    stand.begin()
    stand.at(StepKind.HOLD)
    stage = stand.page.stage
    steps: list[Callable[[], None]] = [stand.page.pause, stage.leave.click, stage.hurts.click]
    for step in (stage.skip.setFocus, *steps):
        step()
        qapp.processEvents()
        assert nameless(stand.page) == []
        assert too_small(stand.page) == []


def test_the_buttons_are_inside_the_window_at_the_largest_text(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand = stand_at(qtbot, qapp, monkeypatch, 2.0)
    stand.begin()
    for kind in (StepKind.GET_READY, StepKind.HOLD):
        stand.at(kind)
        qapp.processEvents()
        for button in stand.page.stage.buttons():
            corner = button.mapTo(stand.page, button.rect().bottomRight())
            assert stand.page.rect().contains(corner), button.text()
            assert button.width() >= button.sizeHint().width()


def test_a_note_is_shown_as_plain_text(stand: Stand) -> None:
    views = dict(stand.world.library.views_of_plan(A_PLAN.plan_id, 1))
    entry = views["pelvic_tilt"].entry
    assert entry is not None
    views["pelvic_tilt"] = replace(views["pelvic_tilt"], entry=replace(entry, note="<b>loud</b>"))
    stand.page.begin(stand.world.sessions.start(THREE), views, None)
    assert "<b>loud</b>" in stand.texts()
    formats = {label.textFormat() for label in stand.page.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_the_figure_is_where_the_time_is(stand: Stand) -> None:
    stand.begin()
    figure = stand.page.stage.card.figure
    seen: set[StepKind] = set()
    while len(seen) < 4:
        stand.run_until(lambda moment: moment.step.kind in MOVING_ON)
        stand.let_pass(0.5)
        moment = stand.guided.moment()
        shown = figure.instant
        assert (shown.kind, shown.fraction, shown.side) == (
            moment.step.kind,
            moment.fraction,
            moment.step.side,
        )
        assert stand.page.stage.timer.ring.fraction == pytest.approx(1 - shown.fraction)
        seen.add(moment.step.kind)
    assert figure.isVisible()


def test_with_reduced_motion_each_step_is_one_still_picture(stand: Stand) -> None:
    stand.page.set_still(True)
    stand.begin()
    stand.at(StepKind.OUT)
    figure = stand.page.stage.card.figure
    early = figure.instant
    stand.let_pass(0.5)
    assert early.fraction != figure.instant.fraction
    assert early.picture == figure.instant.picture
    stand.at(StepKind.HOLD)
    assert early.picture != figure.instant.picture


def test_the_figure_is_an_image_that_is_described_once_a_phase(stand: Stand) -> None:
    stand.begin()
    stand.at(StepKind.OUT, 1)
    face = QAccessible.queryAccessibleInterface(stand.page.stage.card.figure)
    assert face.role() == QAccessible.Role.Graphic
    assert face.text(QAccessible.Text.Name) == "Knee to chest, Right leg"
    first = face.text(QAccessible.Text.Description)
    stand.let_pass(0.5)
    assert face.text(QAccessible.Text.Description) == first
    assert first.startswith("Move. ")
    stand.at(StepKind.HOLD, 1)
    assert face.text(QAccessible.Text.Description).startswith("Hold. ")


def test_an_own_exercise_shows_the_physiotherapists_pictures_instead_of_the_figure(stand: Stand) -> None:
    views = dict(stand.world.library.views_of_plan(A_PLAN.plan_id, 1))
    views["heel_raise"] = replace(views["heel_raise"], pictures=(a_picture(), b"broken"))
    stand.guided = stand.world.sessions.start(
        session_plan(session_exercise("heel_raise", Position.STANDING), THREE.exercises[0])
    )
    stand.page.begin(stand.guided, views, None)
    stand.at(StepKind.OUT)
    card = stand.page.stage.card
    assert not card.figure.isVisible()
    assert [photo.accessibleName() for photo in card.demonstration.photos] == ["Picture 1 of Tåhævninger"]
    own = A_PLAN.exercise("heel_raise").own
    assert own is not None
    assert set(own.steps) <= stand.texts()
    assert all(photo.isVisible() for photo in card.demonstration.photos)
    stand.at(StepKind.OUT, 1)
    assert card.figure.isVisible()
    assert card.demonstration.photos == []


def test_nothing_is_shown_of_an_exercise_while_getting_up(stand: Stand) -> None:
    stand.begin(session_plan(session_exercise(repetitions=1)))
    stand.at(StepKind.GET_UP)
    assert not stand.page.stage.card.figure.isVisible()
    assert "Stand up when you are ready." in stand.texts()


@pytest.mark.parametrize("kind", [StepKind.GET_READY, StepKind.HOLD])
def test_the_figure_has_room_beside_the_timer_in_a_small_window(stand: Stand, kind: StepKind) -> None:
    stand.begin()
    stand.at(kind)
    QApplication.processEvents()
    figure = stand.page.stage.card.figure
    assert figure.isVisible()
    assert figure.height() >= figure.minimumSizeHint().height()
    assert figure.visibleRegion().boundingRect() == figure.rect()
    assert "Avoid: lifting your bottom, holding your breath or pushing with your feet." in stand.texts()


def test_without_room_for_the_figure_the_lines_stand_alone(stand: Stand) -> None:
    stand.begin()
    stand.at(StepKind.HOLD)
    stand.page.resize(1024, 440)
    QApplication.processEvents()
    card = stand.page.stage.card
    assert not card.figure.isVisible()
    assert [line.isVisible() for line in card.lines] == [True] * 4
    stand.page.resize(1024, 640)
    QApplication.processEvents()
    assert card.figure.isVisible()
    assert not any(line.isVisible() for line in card.lines)


def test_under_the_timer_the_whole_figure_is_seen_without_scrolling(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand = stand_at(qtbot, qapp, monkeypatch, 1.5)
    stand.page.resize(1200, 800)
    stand.begin()
    for kind in (StepKind.GET_READY, StepKind.HOLD):
        stand.at(kind)
        for _turn in range(3):
            qapp.processEvents()
        figure = stand.page.stage.card.figure
        assert figure.mapTo(stand.page, figure.pos()).y() > stand.page.stage.timer.y()
        assert figure.visibleRegion().boundingRect() == figure.rect()
