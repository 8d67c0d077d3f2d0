"""What is due in a session is heard; when, is measured and not judged."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks.ear import RATE_HZ, Ear, read_sound
from tests.benchmarks.pulse import missing_programs
from tests.benchmarks.sound_at_the_sink import measure_all, report
from tests.plans import ASSETS

TICK = read_sound(ASSETS / "tones" / "tick.wav")
START = read_sound(ASSETS / "tones" / "start.wav")
PHRASE = read_sound(ASSETS / "voice" / "da" / "get_down_supine.wav")


def recording(*sounds: tuple[float, list[float]], loudness: float = 0.7) -> list[float]:
    """Return ten seconds with each sound begun at its second."""
    mixed = [0.0] * (10 * RATE_HZ)
    for at, sound in sounds:
        first = round(at * RATE_HZ)
        for index, sample in enumerate(sound):
            mixed[first + index] += loudness * sample
    return mixed


def test_a_tone_is_found_where_it_begins() -> None:
    found = Ear(recording((3.0, TICK))).find(TICK, 2.8, 3.5)
    assert found is not None
    assert found.at_s == pytest.approx(3.0, abs=0.001)
    assert found.gain == pytest.approx(0.7, abs=0.01)


def test_a_tone_under_a_phrase_and_a_louder_tone_is_found() -> None:
    ear = Ear(recording((1.0, PHRASE), (2.9, START), (3.0, TICK)))
    assert ear.find(PHRASE, 0.9, 1.4) is not None
    assert ear.find(START, 2.8, 3.3) is not None
    found = ear.find(TICK, 2.9, 3.5)
    assert found is not None
    assert found.at_s == pytest.approx(3.0, abs=0.003)


def test_a_tone_that_was_left_out_under_a_phrase_is_missed() -> None:
    ear = Ear(recording((1.0, PHRASE), (2.9, START)))
    assert ear.find(PHRASE, 0.9, 1.4) is not None
    assert ear.find(START, 2.8, 3.3) is not None
    assert ear.find(TICK, 2.9, 3.5) is None


def test_a_phrase_that_was_left_out_under_a_tone_is_missed() -> None:
    assert Ear(recording((1.0, START))).find(PHRASE, 0.9, 1.6) is None


@pytest.mark.skipif(bool(missing_programs()), reason="there is no pulseaudio with parec to listen with")
def test_every_tone_and_phrase_that_is_due_is_heard(capsys: pytest.CaptureFixture[str]) -> None:
    runs = measure_all()
    with capsys.disabled():
        sys.stdout.write("\n" + report(runs))
    assert [run.missing for run in runs] == [[], []]
