"""Every cue of a session is spoken in both languages, in time, evenly loud and without clicks."""

from __future__ import annotations

import json
import math
import re
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

import make_voice
import pytest
from avoided_words import avoided_words
from hypothesis import given
from hypothesis import strategies as st
from make_voice import Clip

VOICE = Path(__file__).parents[2] / "assets" / "voice"
LANGUAGES = ("da", "en")
EXERCISES = ("pelvic_tilt", "knee_to_chest", "sciatic_slider", "own")
POSITIONS = ("supine", "seated", "standing")
SIDES = ("left", "right")
MOVEMENT = re.compile(r"out_|back_|hold$")
PRESS_A_KEY = {"da": "Tryk på en tast, når du er", "en": "Press a key when you are"}
PRESS = {"da": re.compile(r"\btryk", re.IGNORECASE), "en": re.compile(r"\bpress", re.IGNORECASE)}
NOT_SAID_IN_ENGLISH = re.compile(r"treat|monitor|diagnos|recommend|assess|therap|prevent", re.IGNORECASE)
PRAISE = re.compile(r"\b(flot|dygtig|sejt|godt klaret|well done|great|good|excellent)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sound:
    """A clip as it is on disk."""

    channels: int
    width: int
    rate_hz: int
    values: array[int]

    @property
    def length_s(self) -> float:
        return len(self.values) / self.rate_hz

    @property
    def peak_db(self) -> float:
        return decibels(max(abs(value) for value in self.values) / 32_768)

    @property
    def lead_s(self) -> float:
        loud = next(at for at, value in enumerate(self.values) if abs(value) > 0.01 * 32_768)
        return loud / self.rate_hz

    @property
    def loudness_db(self) -> float:
        frames = [self.values[at : at + 400] for at in range(0, len(self.values), 400)]
        powers = sorted(sum(value * value for value in frame) / len(frame) for frame in frames)
        voiced = [power for power in powers if power > powers[-1] / 100]
        return decibels(math.sqrt(sum(voiced) / len(voiced)) / 32_768)


def decibels(amplitude: float) -> float:
    return 20 * math.log10(amplitude)


def load(path: Path) -> Sound:
    with wave.open(str(path), "rb") as file:
        values = array("h", file.readframes(file.getnframes()))
        if sys.byteorder == "big":
            values.byteswap()
        return Sound(file.getnchannels(), file.getsampwidth(), file.getframerate(), values)


def phrases() -> dict[str, dict[str, str]]:
    return dict(json.loads((VOICE / "phrases.json").read_text("utf-8"))["clips"])


@pytest.fixture(scope="module")
def sounds() -> dict[str, Sound]:
    return {f"{path.parent.name}/{path.stem}": load(path) for path in sorted(VOICE.glob("*/*.wav"))}


def expected_clips() -> set[str]:
    return {
        *(f"get_down_{position}" for position in POSITIONS),
        *(f"change_position_{a}_{b}" for a in POSITIONS for b in POSITIONS if a != b),
        *("get_up_supine", "get_up_seated", "ready", "hold", "last_repetition", "set_rest", "next_set"),
        *(f"{kind}_{exercise}" for kind in ("exercise", "out", "back") for exercise in EXERCISES),
        *(f"count_{number}" for number in (3, 2, 1)),
        *(f"repetition_{number}" for number in range(1, 31)),
        *(f"{kind}_{side}" for kind in ("side", "first_side") for side in SIDES),
        *("change_exercise", "all_done", "paused", "resumed", "too_painful"),
    }


def test_every_cue_of_a_session_has_a_phrase() -> None:
    assert set(phrases()) == expected_clips()


def test_every_phrase_has_a_clip_in_both_languages_and_none_is_left_over(sounds: dict[str, Sound]) -> None:
    assert set(sounds) == {f"{language}/{name}" for language in LANGUAGES for name in phrases()}


def test_every_phrase_has_words_in_both_languages() -> None:
    assert [name for name, words in phrases().items() if set(words) != set(LANGUAGES)] == []
    assert [
        name for name, words in phrases().items() if not all(text.strip() for text in words.values())
    ] == []


def test_the_phrases_wait_for_clinical_sign_off_and_name_their_source() -> None:
    content = json.loads((VOICE / "phrases.json").read_text("utf-8"))
    assert content["source"]
    assert content["sign_off"] == {"state": "needs clinical sign-off", "by": None, "date": None}


def test_clips_are_16_bit_mono_at_16_khz(sounds: dict[str, Sound]) -> None:
    assert {(sound.channels, sound.width, sound.rate_hz) for sound in sounds.values()} == {(1, 2, 16_000)}


def test_no_clip_peaks_above_3_db_below_full_scale(sounds: dict[str, Sound]) -> None:
    assert {name: sound.peak_db for name, sound in sounds.items() if sound.peak_db > -3} == {}


def test_all_clips_are_about_equally_loud(sounds: dict[str, Sound]) -> None:
    loudness = {name: sound.loudness_db for name, sound in sounds.items()}
    assert {name: db for name, db in loudness.items() if not -22 < db < -18} == {}


def test_no_clip_begins_with_more_than_20_ms_of_silence(sounds: dict[str, Sound]) -> None:
    assert {name: sound.lead_s for name, sound in sounds.items() if sound.lead_s > 0.020} == {}


def test_every_clip_begins_and_ends_at_zero_so_that_it_does_not_click(sounds: dict[str, Sound]) -> None:
    assert [name for name, sound in sounds.items() if sound.values[0] or sound.values[-1]] == []


@pytest.mark.parametrize(
    ("clips", "longest_s"), [(MOVEMENT, 0.9), (re.compile("count_"), 0.7), (re.compile(""), 7.0)]
)
def test_a_clip_is_short_enough_for_its_step(
    sounds: dict[str, Sound], clips: re.Pattern[str], longest_s: float
) -> None:
    lengths = {name: s.length_s for name, s in sounds.items() if clips.match(name.partition("/")[2])}
    assert lengths
    assert {name: length for name, length in lengths.items() if not 0.2 < length <= longest_s} == {}


def test_all_clips_together_stay_below_8_mb(sounds: dict[str, Sound]) -> None:
    assert sum(2 * len(sound.values) for sound in sounds.values()) < 8_000_000


def test_danish_phrases_say_nothing_that_a_diary_does_not() -> None:
    assert [word for words in phrases().values() for word in avoided_words(words["da"])] == []


def test_english_phrases_say_nothing_that_a_diary_does_not() -> None:
    assert [words["en"] for words in phrases().values() if NOT_SAID_IN_ENGLISH.search(words["en"])] == []


def test_nobody_is_praised() -> None:
    assert [text for words in phrases().values() for text in words.values() if PRAISE.search(text)] == []


def test_a_movement_is_said_in_two_words_at_most() -> None:
    movements = {name: words for name, words in phrases().items() if MOVEMENT.match(name)}
    assert [
        name for name, words in movements.items() if max(len(t.split()) for t in words.values()) > 2
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_to_press_is_only_said_of_a_key(language: str) -> None:
    texts = {
        name: words[language] for name, words in phrases().items() if PRESS[language].search(words[language])
    }
    assert [name for name, text in texts.items() if PRESS_A_KEY[language] not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_that_waits_for_a_key_says_so(language: str) -> None:
    waiting = {name for name in phrases() if name.startswith(("get_down_", "change_position_", "get_up_"))}
    assert {name for name, words in phrases().items() if PRESS_A_KEY[language] in words[language]} == waiting


def test_a_repetition_and_the_same_number_in_a_count_sound_alike(sounds: dict[str, Sound]) -> None:
    for language in LANGUAGES:
        for number in (1, 2, 3):
            counted, repeated = (sounds[f"{language}/{kind}_{number}"] for kind in ("count", "repetition"))
            assert counted == repeated


def hum(length_s: float, loudness: float, rate_hz: int = 22_050) -> tuple[float, ...]:
    return tuple(
        loudness * math.sin(2 * math.pi * 200 * at / rate_hz) for at in range(round(length_s * rate_hz))
    )


@given(loudness=st.floats(0.01, 0.99), pause_s=st.floats(0, 0.5))
def test_levelling_does_not_count_pauses(loudness: float, pause_s: float) -> None:
    silence = (0.0,) * round(pause_s * 8_000)
    clip = Clip(8_000, (*hum(0.1, loudness, 8_000), *silence, *hum(0.1, loudness, 8_000)))
    assert decibels(make_voice.heard_loudness(make_voice.levelled(clip))) == pytest.approx(-20, abs=0.2)


@given(st.lists(st.floats(-1, 1), min_size=1).filter(lambda values: max(map(abs, values)) > 1e-6))
def test_levelling_never_peaks_above_3_db_below_full_scale(values: list[float]) -> None:
    levelled = make_voice.levelled(Clip(16_000, tuple(values)))
    assert decibels(max(abs(value) for value in levelled.samples)) < -3


def test_silence_cannot_be_levelled() -> None:
    with pytest.raises(ValueError, match="silent"):
        make_voice.levelled(Clip(16_000, (0.0,) * 400))


def test_trimming_keeps_a_short_lead_and_fades() -> None:
    silence = (0.0,) * 8_000
    trimmed = make_voice.trimmed(Clip(16_000, (*silence, *hum(0.5, 0.3, 16_000), *silence)))
    assert len(trimmed.samples) / 16_000 == pytest.approx(0.53, abs=0.003)
    assert (trimmed.samples[0], trimmed.samples[-1]) == (0, 0)


def test_resampling_keeps_a_tone_and_its_length() -> None:
    resampled = make_voice.resampled(Clip(22_050, hum(0.5, 0.5)))
    wanted = hum(0.5, 0.5, 16_000)
    assert len(resampled.samples) == len(wanted)
    inner = slice(100, -100)
    assert resampled.samples[inner] == pytest.approx(wanted[inner], abs=0.002)


def test_without_espeak_ng_the_script_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "phrases.json").write_text('{"clips": {"hold": {"da": "hold", "en": "hold"}}}', "utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["make_voice.py", str(tmp_path)])
    with pytest.raises(SystemExit) as stopped:
        make_voice.main()
    assert stopped.value.code == 1
    assert "apt install espeak-ng" in capsys.readouterr().err


def test_a_clip_whose_phrase_is_gone_is_removed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "phrases.json").write_text('{"clips": {"hold": {"da": "hold", "en": "hold"}}}', "utf-8")
    (tmp_path / "da").mkdir()
    (tmp_path / "da" / "gone.wav").write_bytes(b"")
    monkeypatch.setattr(make_voice, "spoken", lambda text, language: Clip(22_050, hum(0.1, 0.5)))
    make_voice.write_all(tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("*/*")) == [
        "da/hold.wav",
        "en/hold.wav",
    ]
