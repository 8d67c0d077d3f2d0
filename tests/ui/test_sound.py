from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import sentinel

import pytest
from pytestqt.qtbot import QtBot

from ryg_app.domain.timeline import Tone
from ryg_app.ui.sound import Sound
from tests.plans import ASSETS
from tests.ui.loudspeaker import Devices, Effect, effect_of, multimedia, set_up_anew, unplug

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

TONES = ASSETS / "tones"


@pytest.fixture(autouse=True)
def loudspeakers() -> None:
    set_up_anew()


def sound(*, on: bool = True, folder: Path = TONES) -> Sound:
    return Sound(folder, on=on, volume_percent=70, multimedia=multimedia)


def test_every_tone_has_its_file() -> None:
    assert {f"{tone}.wav" for tone in Tone} <= {file.name for file in TONES.iterdir()}


def test_a_tone_is_played_at_the_chosen_loudness(qtbot: QtBot) -> None:
    tones = sound()
    tones.prepare()
    tones.play(Tone.START)
    assert (effect_of(Tone.START).played, effect_of(Tone.START).volume) == (1, 0.7)
    assert sum(effect.played for effect in Effect.made) == 1


def test_the_loudness_can_be_changed_while_it_sounds(qtbot: QtBot) -> None:
    tones = sound()
    tones.prepare()
    tones.set_volume(20)
    assert {effect.volume for effect in Effect.made} == {0.2}


def test_nothing_is_loaded_before_a_session() -> None:
    sound().play(Tone.START)
    assert Effect.made == []


def test_tones_that_are_switched_off_are_not_heard(qtbot: QtBot) -> None:
    tones = sound()
    tones.prepare()
    with qtbot.waitSignal(tones.switched) as switched:
        tones.switch(on=False)
    tones.play(Tone.START)
    assert switched.args == [False]
    assert effect_of(Tone.START).played == 0


def test_without_a_device_it_is_told_once_and_nothing_fails(qtbot: QtBot) -> None:
    Devices.none = True
    tones = sound()
    told: list[object] = []
    tones.unavailable.connect(lambda: told.append(sentinel.once))
    tones.prepare()
    tones.play(Tone.START)
    assert told == [sentinel.once]


def test_without_multimedia_it_is_told_once_and_nothing_fails(qtbot: QtBot) -> None:
    def missing() -> ModuleType:
        raise ImportError

    tones = Sound(TONES, multimedia=missing)
    with qtbot.waitSignal(tones.unavailable):
        tones.prepare()
    tones.play(Tone.START)


def test_a_device_that_gives_up_is_told_of_once(qtbot: QtBot) -> None:
    tones = sound()
    told: list[object] = []
    tones.unavailable.connect(lambda: told.append(sentinel.once))
    tones.prepare()
    effect_of(Tone.START).fail()
    tones.play(Tone.START)
    assert told == [sentinel.once]


def test_files_that_cannot_be_read_are_told_of_once(qtbot: QtBot, tmp_path: Path) -> None:
    tones = sound(folder=tmp_path)
    told: list[object] = []
    tones.unavailable.connect(lambda: told.append(sentinel.once))
    tones.prepare()
    tones.play(Tone.START)
    assert told == [sentinel.once]


def test_news_of_other_loudspeakers_does_not_cut_what_sounds(qtbot: QtBot) -> None:
    tones = sound()
    tones.prepare()
    tones.play(Tone.START)
    unplug(none=False)
    assert effect_of(Tone.START).is_playing


def test_a_new_session_tries_again(qtbot: QtBot) -> None:
    tones = sound()
    tones.prepare()
    tones.release()
    tones.play(Tone.END)
    assert effect_of(Tone.END).played == 0
    Effect.made.clear()
    tones.prepare()
    tones.play(Tone.END)
    assert effect_of(Tone.END).played == 1


def test_loudspeakers_that_are_pulled_out_in_the_middle_are_told_of_once(qtbot: QtBot) -> None:
    tones = sound()
    told: list[object] = []
    tones.unavailable.connect(lambda: told.append(sentinel.once))
    tones.prepare()
    unplug()
    unplug()
    tones.play(Tone.START)
    assert told == [sentinel.once]
    assert sum(effect.played for effect in Effect.made) == 0


def test_loudspeakers_that_are_plugged_in_again_are_heard(qtbot: QtBot) -> None:
    tones = sound()
    tones.prepare()
    unplug()
    unplug(none=False)
    tones.play(Tone.START)
    assert effect_of(Tone.START).played == 1


def test_after_the_session_nobody_listens_for_loudspeakers(qtbot: QtBot) -> None:
    tones = sound()
    tones.prepare()
    tones.release()
    made = len(Effect.made)
    unplug()
    assert len(Effect.made) == made


# Libraries for films, which the tones do without.
@pytest.mark.qt_log_ignore(r"^Couldn't (load|resolve) ", extend=True)
def test_the_real_thing_never_fails_whatever_this_computer_has(qtbot: QtBot) -> None:
    tones = Sound(TONES)
    tones.prepare()
    for tone in Tone:
        tones.play(tone)
    tones.release()
