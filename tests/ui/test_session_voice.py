"""What is said during a session, and what of it stands on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ryg_app.adapters.voice import VoiceFiles
from ryg_app.domain.exercise import Position, StepKind
from ryg_app.ui.pages.session.panels import LeavePanel
from tests.builders import session_exercise, session_plan
from tests.plans import ASSETS
from tests.ui.test_session_page import A_PLAN, Stand, stand_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ryg_app.domain.cues import Cue

Key = Qt.Key
A_TICK_S = 0.025
TWO_TILTS = session_plan(session_exercise(repetitions=2))


@pytest.fixture
def stand(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Stand:
    clips = VoiceFiles(ASSETS, ASSETS / "nowhere").clips("en")
    return stand_at(qtbot, qapp, monkeypatch, clips=clips)


def phrases(stand: Stand) -> list[str]:
    """Return what was said, without notes and silences."""
    return [said for said in stand.voice.said if said and not said.startswith("note: ")]


def test_a_session_is_led_through_by_voice(stand: Stand) -> None:
    stand.begin(TWO_TILTS)
    stand.run_until(lambda moment: moment.finished)
    # There is no room for «one» before «let go».
    tilt = ["hold", "count_3", "count_2", "back_pelvic_tilt"]
    assert phrases(stand) == [
        "get_down_supine",
        "exercise_pelvic_tilt",
        *("ready", "out_pelvic_tilt", *tilt),
        *("last_repetition", "out_pelvic_tilt", *tilt),
        "get_up_supine",
        "!all_done",
    ]


def test_only_what_this_session_can_say_is_made_ready(stand: Stand) -> None:
    stand.begin(TWO_TILTS)
    assert {"get_down_supine", "out_pelvic_tilt", "paused", "all_done"} <= stand.voice.ready
    assert {"repetition_30", "side_left", "out_slider"} & stand.voice.ready == set()


def test_a_word_is_said_at_the_tick_it_is_due(stand: Stand) -> None:
    stand.begin(TWO_TILTS)
    stand.press(Key.Key_A)
    due: dict[str, Cue] = {}
    for _tick in range(round(12 / A_TICK_S)):
        before, heard = stand.guided.moment().elapsed_s, len(phrases(stand))
        stand.world.clock.advance(A_TICK_S)
        stand.ticker.ticked.emit()
        now = stand.guided.moment().elapsed_s
        expected = [cue.clip for cue in stand.guided.line.cues if before < cue.at_s <= now]
        assert phrases(stand)[heard:] == expected
        due |= {cue.clip: cue for cue in stand.guided.line.cues if cue.clip in expected}
    assert {"ready", "out_pelvic_tilt", "hold", "count_2"} <= set(due)


def test_after_a_hiccup_nothing_is_said_that_would_be_over_by_now(stand: Stand) -> None:
    stand.begin(session_plan(session_exercise(repetitions=2, hold_s=10)))
    stand.run_until(lambda moment: moment.step.kind is StepKind.HOLD and moment.left_s < 3.9)
    stand.voice.said.clear()
    stand.world.clock.advance(1.7)
    stand.ticker.ticked.emit()
    assert phrases(stand) == ["count_2"]


def test_a_pause_cuts_what_is_said_and_both_ends_of_it_are_spoken(stand: Stand) -> None:
    stand.begin(TWO_TILTS)
    stand.at(StepKind.HOLD)
    stand.voice.said.clear()
    stand.press(Key.Key_Space)
    stand.press(Key.Key_Space)
    assert phrases(stand) == ["!paused", "!resumed"]


@pytest.mark.parametrize("button", ["back", "skip"])
def test_a_jump_cuts_what_is_said(stand: Stand, button: str) -> None:
    stand.begin(TWO_TILTS)
    stand.at(StepKind.OUT)
    stand.voice.said.clear()
    getattr(stand.page.stage, button).click()
    assert stand.voice.said[0] == ""


def test_a_key_that_says_ready_cuts_the_phrase_and_the_next_one_is_said_at_once(stand: Stand) -> None:
    stand.begin(TWO_TILTS)
    stand.voice.said.clear()
    stand.press(Key.Key_A)
    assert stand.voice.said == ["", "exercise_pelvic_tilt"]


def test_leaving_out_an_exercise_leads_on_by_voice(stand: Stand) -> None:
    stand.begin(session_plan(session_exercise(), session_exercise("slider", Position.SEATED)))
    stand.at(StepKind.HOLD)
    stand.voice.said.clear()
    stand.page.stage.skip.click()
    assert phrases(stand) == ["change_position_supine_seated"]


def test_it_hurts_is_answered_by_voice_at_once(stand: Stand) -> None:
    stand.begin(TWO_TILTS)
    stand.at(StepKind.HOLD)
    stand.voice.said.clear()
    stand.page.stage.hurts.click()
    assert phrases(stand) == ["!too_painful"]


def test_asking_to_leave_pauses_by_voice_and_a_session_left_is_not_called_done(stand: Stand) -> None:
    stand.begin(TWO_TILTS)
    stand.at(StepKind.HOLD)
    stand.voice.said.clear()
    stand.press(Key.Key_Escape)
    panel = stand.panel(LeavePanel)
    assert isinstance(panel, LeavePanel)
    panel.finish.click()
    assert phrases(stand) == ["!paused"]


def test_a_computer_that_was_away_says_that_time_stands_still(stand: Stand) -> None:
    stand.begin(TWO_TILTS)
    stand.voice.said.clear()
    stand.world.clock.advance(60)
    stand.ticker.ticked.emit()
    assert phrases(stand) == ["!paused"]


def test_the_note_of_the_physiotherapist_follows_the_phrase_that_leads_to_the_exercise(stand: Stand) -> None:
    stand.begin(session_plan(session_exercise(), session_exercise("slider", Position.SEATED)))
    notes = [A_PLAN.exercise(entry).note for entry in ("pelvic_tilt", "slider")]
    assert all(notes)
    stand.at(StepKind.CHANGE_POSITION, 1)
    said = stand.voice.said
    assert said[said.index("get_down_supine") + 1] == f"note: {notes[0]}"
    assert said[said.index("change_position_supine_seated") + 1] == f"note: {notes[1]}"
    assert sum(text.startswith("note: ") for text in said) == 2


def test_what_is_said_while_the_session_waits_stands_on_the_page(stand: Stand) -> None:
    stand.begin(session_plan(session_exercise(), session_exercise("slider", Position.SEATED)))
    ask = "Press any key when you are ready."
    assert {"Lie on your back with your knees bent.", ask} <= stand.texts()
    stand.at(StepKind.CHANGE_POSITION, 1)
    assert {"Roll onto your side, sit up slowly and move to the chair.", ask} <= stand.texts()
    stand.press(Key.Key_A)
    stand.run_until(lambda moment: moment.step.kind is StepKind.GET_UP)
    stand.let_pass(0.5)
    assert {"Stand up slowly.", ask} <= stand.texts()


def test_it_stands_there_with_the_voice_off_too(stand: Stand) -> None:
    stand.voice.switch(on=False)
    stand.begin(TWO_TILTS)
    assert "Lie on your back with your knees bent." in stand.texts()


def test_the_voice_is_switched_in_the_middle(stand: Stand) -> None:
    stand.begin(TWO_TILTS)
    button = stand.page.stage.voice
    assert (button.text(), button.isChecked()) == ("Voice: on", True)
    with stand.qtbot.waitSignal(stand.voice.switched) as switched:
        button.click()
    assert (switched.args, button.text(), button.isChecked()) == ([False], "Voice: off", False)
    button.click()
    assert (stand.voice.is_on, button.text()) == (True, "Voice: on")


def test_silence_of_tones_and_voice_is_told_in_one_sentence(stand: Stand) -> None:
    stand.begin(TWO_TILTS)
    stand.tones.unavailable.emit()
    notice = stand.page.stage.notice
    assert notice.text == "There is no sound on this computer right now. The session goes on without it."
    notice.dismiss()
    stand.voice.unavailable.emit()
    assert notice.isHidden()


def test_a_new_session_tells_of_silence_anew(stand: Stand) -> None:
    stand.begin(TWO_TILTS)
    stand.tones.unavailable.emit()
    stand.begin(TWO_TILTS)
    assert stand.page.stage.notice.isHidden()
    stand.tones.unavailable.emit()
    assert not stand.page.stage.notice.isHidden()


def test_a_lost_voice_of_the_computer_is_told(stand: Stand) -> None:
    stand.begin(TWO_TILTS)
    stand.voice.no_system_voice.emit()
    assert "built-in voice" in stand.page.stage.notice.text
