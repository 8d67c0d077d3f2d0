from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from ryg_app.adapters.voice import VoiceFiles
from ryg_app.domain.preferences import Preferences, VoiceChoice
from ryg_app.domain.timeline import Tone
from ryg_app.domain.voice import Clip
from ryg_app.ui.heard import Heard, heard_as_chosen
from ryg_app.ui.sound import Sound
from ryg_app.ui.sound_check import SAMPLE, SoundCheck
from ryg_app.ui.speech import Speech
from ryg_app.ui.system_voice import SystemVoice, has_system_voice
from tests.plans import ASSETS
from tests.ui.loudspeaker import (
    Devices,
    Effect,
    Engine,
    effect_of,
    multimedia,
    set_up_anew,
    sounding,
    text_to_speech,
    unplug,
)

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

NAMES = {"hold": "hold", "ready": "Klar", "paused": "Pause", "side_left": "Skift til venstre ben"}
CLIPS = {name: Clip(ASSETS / "voice" / "da" / f"{name}.wav", 0.5, text) for name, text in NAMES.items()}


@pytest.fixture(autouse=True)
def loudspeakers() -> None:
    set_up_anew()


def missing() -> ModuleType:
    raise ImportError


class Told:
    """Counts what a voice says about itself."""

    def __init__(self, voice: Speech) -> None:
        self.of: list[str] = []
        voice.unavailable.connect(lambda: self.of.append("unavailable"))
        voice.no_system_voice.connect(lambda: self.of.append("no system voice"))


def speech(choice: VoiceChoice = VoiceChoice.CLIPS) -> Speech:
    return Speech("da", choice, multimedia=multimedia, text_to_speech=text_to_speech)


def prepared(choice: VoiceChoice = VoiceChoice.CLIPS) -> Speech:
    voice = speech(choice)
    voice.prepare(CLIPS)
    return voice


def test_a_phrase_is_played_at_a_loudness_of_its_own(qtbot: QtBot) -> None:
    voice = prepared()
    voice.say("hold")
    assert sounding() == ["hold"]
    assert effect_of("hold").volume == 0.7
    voice.set_volume(20)
    assert {effect.volume for effect in Effect.made} == {0.2}


def test_nothing_is_loaded_before_a_session() -> None:
    speech().say("hold")
    assert Effect.made == []


def test_a_phrase_that_is_not_there_is_passed_over(qtbot: QtBot) -> None:
    prepared().say("shoulder_roll")
    assert sounding() == []


def test_two_words_in_a_row_do_not_cut_each_other(qtbot: QtBot) -> None:
    voice = prepared()
    voice.say("ready")
    voice.say("hold")
    assert sounding() == ["hold", "ready"]


def test_what_is_interjected_cuts_what_was_said_and_is_cut_by_what_comes(qtbot: QtBot) -> None:
    voice = prepared()
    voice.say("side_left")
    voice.interject("paused")
    assert sounding() == ["paused"]
    voice.say("hold")
    assert sounding() == ["hold"]


def test_a_phrase_can_be_cut(qtbot: QtBot) -> None:
    voice = prepared()
    voice.say("side_left")
    voice.stop()
    assert sounding() == []


def test_a_voice_that_is_off_loads_nothing_until_it_is_switched_on(qtbot: QtBot) -> None:
    voice = prepared(VoiceChoice.OFF)
    voice.say("hold")
    assert (Effect.made, Devices.made, voice.choice) == ([], [], VoiceChoice.OFF)
    with qtbot.waitSignal(voice.switched) as switched:
        voice.switch(on=True)
    voice.say("hold")
    assert (switched.args, sounding(), voice.choice) == ([True], ["hold"], VoiceChoice.CLIPS)


def test_switching_off_cuts_what_is_said(qtbot: QtBot) -> None:
    voice = prepared()
    voice.say("side_left")
    voice.switch(on=False)
    voice.say("hold")
    assert sounding() == []
    assert not voice.is_on


def test_switching_on_again_loads_nothing_twice(qtbot: QtBot) -> None:
    voice = prepared()
    voice.switch(on=False)
    voice.switch(on=True)
    assert len(Effect.made) == len(CLIPS)


def test_a_session_that_is_over_says_nothing_more(qtbot: QtBot) -> None:
    voice = prepared()
    voice.release()
    voice.say("hold")
    assert sounding() == []


def test_without_a_device_it_is_told_once(qtbot: QtBot) -> None:
    Devices.none = True
    voice = speech()
    told = Told(voice)
    voice.prepare(CLIPS)
    voice.say("hold")
    unplug()
    assert told.of == ["unavailable"]


def test_a_device_lost_and_found_in_the_middle_is_told_once_and_used_again(qtbot: QtBot) -> None:
    voice = speech()
    told = Told(voice)
    voice.prepare(CLIPS)
    unplug()
    voice.say("hold")
    unplug(none=False)
    voice.say("ready")
    assert (told.of, sounding()) == (["unavailable"], ["ready"])


def test_one_clip_that_cannot_be_read_silences_only_itself(qtbot: QtBot, tmp_path: Path) -> None:
    voice = speech()
    told = Told(voice)
    voice.prepare({**CLIPS, "ready": Clip(tmp_path / "ready.wav", 0.5, "Klar")})
    voice.say("ready")
    voice.say("hold")
    assert (told.of, sounding()) == ([], ["hold"])


def test_the_computers_own_voice_says_the_words_of_the_clips(qtbot: QtBot) -> None:
    voice = prepared(VoiceChoice.SYSTEM)
    voice.say("side_left")
    assert Engine.words() == ["Skift til venstre ben"]
    assert (Engine.made[-1].name, Engine.made[-1].language, Engine.made[-1].volume) == (
        "speechd",
        "da_DK",
        0.7,
    )
    assert Effect.made == []


def test_a_new_word_of_the_computers_voice_cuts_the_one_before(qtbot: QtBot) -> None:
    voice = prepared(VoiceChoice.SYSTEM)
    voice.say("ready")
    voice.say("hold")
    assert Engine.made[-1].said == ["", "Klar", "", "hold"]


def test_a_note_is_read_after_the_phrase_and_only_by_the_computers_voice(qtbot: QtBot) -> None:
    voice = prepared(VoiceChoice.SYSTEM)
    voice.say("ready")
    voice.read("Stop, før det strammer.")
    voice.read("")
    assert Engine.words() == ["Klar", "then: Stop, før det strammer."]
    voice.stop()
    assert Engine.made[-1].said[-1] == ""
    prepared(VoiceChoice.CLIPS).read("Stop, før det strammer.")
    assert len(Engine.made) == 1


def test_a_voice_that_is_off_reads_no_note(qtbot: QtBot) -> None:
    voice = prepared(VoiceChoice.SYSTEM)
    voice.switch(on=False)
    voice.read("Stop, før det strammer.")
    assert Engine.words() == []
    voice.switch(on=True)
    assert voice.choice is VoiceChoice.SYSTEM


@pytest.mark.parametrize(
    "engines", [{"mock": ("da_DK",)}, {"speechd": ("en_US", "nb_NO")}, {"speechd": ()}, {}]
)
def test_without_a_voice_in_the_language_the_clips_are_played_and_it_is_told_once(
    qtbot: QtBot, engines: dict[str, tuple[str, ...]]
) -> None:
    Engine.engines = engines
    voice = speech(VoiceChoice.SYSTEM)
    told = Told(voice)
    voice.prepare(CLIPS)
    voice.say("hold")
    voice.switch(on=False)
    voice.switch(on=True)
    assert (told.of, voice.choice) == (["no system voice"], VoiceChoice.SYSTEM)
    assert effect_of("hold").played == 1


def test_without_text_to_speech_the_clips_are_played(qtbot: QtBot) -> None:
    voice = Speech("da", VoiceChoice.SYSTEM, multimedia=multimedia, text_to_speech=missing)
    voice.prepare(CLIPS)
    voice.say("hold")
    assert sounding() == ["hold"]


def test_a_speech_service_that_gives_up_in_the_middle_is_told_of_once(qtbot: QtBot) -> None:
    voice = speech(VoiceChoice.SYSTEM)
    told = Told(voice)
    voice.prepare(CLIPS)
    Engine.made[-1].errorOccurred.emit(1, "gone")
    Engine.made[-1].errorOccurred.emit(1, "gone")
    voice.say("hold")
    assert (told.of, sounding()) == (["no system voice"], ["hold"])


def test_the_pretended_engine_is_never_a_voice(qtbot: QtBot) -> None:
    Engine.engines = {"mock": ("da_DK", "en_US")}
    assert not SystemVoice("en", text_to_speech=text_to_speech).open()


def test_a_voice_in_another_language_is_not_offered(qtbot: QtBot) -> None:
    Engine.engines = {"winrt": ("da_DK",), "sapi": ("en_GB",)}
    english = SystemVoice("en", text_to_speech=text_to_speech)
    assert english.open()
    assert (Engine.made[-1].name, Engine.made[-1].language) == ("sapi", "en_GB")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_real_thing_never_fails_whatever_this_computer_has(
    qtbot: QtBot, language: str, tmp_path: Path
) -> None:
    found = has_system_voice(language)
    voice = Speech(language, VoiceChoice.SYSTEM)
    told = Told(voice)
    voice.prepare(VoiceFiles(ASSETS, tmp_path).clips(language))
    voice.say("hold")
    voice.interject("paused")
    voice.release()
    assert ("no system voice" in told.of) is not found


def heard(choice: VoiceChoice = VoiceChoice.CLIPS) -> Heard:
    return Heard(Sound(ASSETS / "tones", multimedia=multimedia), speech(choice))


def test_what_is_chosen_in_the_settings_is_heard_that_way() -> None:
    chosen = Preferences(tones=False, voice=VoiceChoice.OFF)
    made = heard_as_chosen(ASSETS, chosen)
    assert (made.tones.is_on, made.voice.is_on) == (False, False)
    made.switch_tones()
    made.switch_voice()
    assert (made.tones.is_on, made.voice.choice) == (True, VoiceChoice.CLIPS)


def test_a_sound_check_plays_a_tone_and_then_a_phrase(qtbot: QtBot, tmp_path: Path) -> None:
    check = SoundCheck(ASSETS, lambda _assets, _chosen: heard(), pause_ms=0)
    check.play(Preferences(), VoiceFiles(ASSETS, tmp_path).clips("da"))
    assert sounding() == [Tone.READY]
    qtbot.waitUntil(lambda: sounding() == [Tone.READY, SAMPLE], timeout=1000)
    check.stop()
    assert sounding() == []


def test_a_sound_check_says_when_nothing_can_be_heard(qtbot: QtBot) -> None:
    Devices.none = True
    check = SoundCheck(ASSETS, lambda _assets, _chosen: heard())
    with qtbot.waitSignal(check.silent):
        check.play(Preferences(), {})
    check.stop()
