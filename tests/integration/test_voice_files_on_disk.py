from __future__ import annotations

import shutil
import wave
from pathlib import Path

import pytest

from ryg_app.adapters.voice import VoiceFiles
from tests.plans import ASSETS

HOLD = "voice/da/hold.wav"


def write_wav(path: Path, seconds: float, rate_hz: int = 16_000, width: int = 2, channels: int = 1) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate_hz)
        file.writeframes(bytes(round(seconds * rate_hz) * width * channels))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "patient"


@pytest.fixture
def voice(folder: Path) -> VoiceFiles:
    return VoiceFiles(ASSETS, folder)


def test_a_bundled_clip_has_its_measured_length_and_its_words(voice: VoiceFiles) -> None:
    path = ASSETS / "voice" / "da" / "get_up_supine.wav"
    with wave.open(str(path)) as file:
        measured = file.getnframes() / file.getframerate()
    clip = voice.clips("da")["get_up_supine"]
    assert (clip.path, clip.length_s) == (path, measured)
    assert clip.text.startswith("Rul om på siden")
    assert voice.clips("en")["get_up_supine"].text.startswith("Roll onto your side")


@pytest.mark.parametrize(("rate_hz", "channels"), [(16_000, 1), (44_100, 1), (48_000, 2)])
def test_a_recording_of_ones_own_is_played_in_place_of_the_bundled_clip(
    voice: VoiceFiles, folder: Path, rate_hz: int, channels: int
) -> None:
    write_wav(folder / HOLD, 0.75, rate_hz, channels=channels)
    clips = voice.clips("da")
    assert (clips["hold"].path, clips["hold"].length_s) == (folder / HOLD, 0.75)
    assert clips["ready"].path.is_relative_to(ASSETS)
    assert voice.clips("en")["hold"].path.is_relative_to(ASSETS)


def test_a_recording_taken_away_brings_the_bundled_clip_back(voice: VoiceFiles, folder: Path) -> None:
    bundled = voice.clips("da")["hold"]
    write_wav(folder / HOLD, 0.75)
    voice.clips("da")
    (folder / HOLD).unlink()
    assert voice.clips("da")["hold"] == bundled


def spoil(path: Path, how: str) -> None:
    match how:
        case "cut short":
            write_wav(path, 1.0)
            path.write_bytes(path.read_bytes()[:-1000])
        case "not a sound":
            path.write_bytes(b"ID3\x04 a song")
        case "empty file":
            path.write_bytes(b"")
        case "no sound in it":
            write_wav(path, 0.0)
        case "too long":
            write_wav(path, 20.1)
        case "24 bit":
            write_wav(path, 0.5, width=3)
        case "five channels":
            write_wav(path, 0.5, channels=5)
        case "telephone":
            write_wav(path, 0.5, rate_hz=8_000)
        case "folder":
            path.mkdir()


@pytest.mark.parametrize(
    "how",
    [
        "cut short",
        "not a sound",
        "empty file",
        "no sound in it",
        "too long",
        "24 bit",
        "five channels",
        "telephone",
        "folder",
    ],
)
def test_a_recording_that_cannot_be_played_is_passed_over(voice: VoiceFiles, folder: Path, how: str) -> None:
    bundled = voice.clips("da")["hold"]
    (folder / HOLD).parent.mkdir(parents=True)
    spoil(folder / HOLD, how)
    assert (folder / HOLD).exists()
    assert voice.clips("da")["hold"] == bundled


def test_a_clip_that_is_nowhere_is_left_out_and_the_others_stay(tmp_path: Path, folder: Path) -> None:
    shutil.copytree(ASSETS / "voice", tmp_path / "voice")
    (tmp_path / HOLD).unlink()
    clips = VoiceFiles(tmp_path, folder).clips("da")
    assert "hold" not in clips
    assert len(clips) == len(VoiceFiles(ASSETS, folder).clips("da")) - 1


@pytest.mark.parametrize("phrases", [None, "{", '{"words": {}}'])
def test_without_its_phrases_the_program_has_no_voice_but_goes_on(
    tmp_path: Path, folder: Path, phrases: str | None
) -> None:
    (tmp_path / "voice").mkdir()
    if phrases is not None:
        (tmp_path / "voice" / "phrases.json").write_text(phrases, "utf-8")
    assert VoiceFiles(tmp_path, folder).clips("da") == {}
