"""Finds known sounds in a recording, and when they began, also where one lies under another."""

from __future__ import annotations

import sys
import wave
from array import array
from dataclasses import dataclass
from operator import mul
from pathlib import Path

# The tones end at 2500 Hz and most of a voice lies below 4000 Hz.
RATE_HZ = 8_000
BEGINNING_S = 0.3
COARSE_STEP = 2
# Of the loudness in the file; a session plays at 70 % as it is delivered.
LEAST_GAIN = 0.35


@dataclass(frozen=True, slots=True)
class Found:
    """Where a sound begins in a recording, in seconds, and how loud it is there compared with its file."""

    at_s: float
    gain: float


def read_sound(path: Path) -> list[float]:
    """Return a mono WAV file of 16 bits as samples of `RATE_HZ`, -1 to 1."""
    with wave.open(str(path), "rb") as file:
        if (file.getnchannels(), file.getsampwidth()) != (1, 2):
            message = f"{path} is not mono of 16 bits"
            raise ValueError(message)
        samples, rate = from_bytes(file.readframes(file.getnframes())), file.getframerate()
    return _at_our_rate(samples, rate)


def from_bytes(raw: bytes) -> list[float]:
    """Return signed 16-bit little-endian samples as -1 to 1; an odd last byte is left out."""
    values = array("h")
    values.frombytes(raw[: len(raw) - len(raw) % 2])
    if sys.byteorder == "big":
        values.byteswap()
    return [value / 32_768 for value in values]


def _at_our_rate(samples: list[float], rate: int) -> list[float]:
    # The mean over what a new sample stands for keeps what lies above half of the new rate out of it.
    half = max(0.5, rate / RATE_HZ / 2)
    middles = (index * rate / RATE_HZ for index in range(len(samples) * RATE_HZ // rate))
    spans = (samples[max(0, round(middle - half)) : round(middle + half) + 1] for middle in middles)
    return [sum(span) / len(span) for span in spans]


class Ear:
    """Listens to a recording of `RATE_HZ`; what was found in it is taken out of it."""

    def __init__(self, recording: list[float]) -> None:
        self._recording = list(recording)

    def find(self, sound: list[float], after_s: float, until_s: float) -> Found | None:
        """Return where a sound begins between two moments, or ``None`` if it is not there."""
        beginning = sound[: round(BEGINNING_S * RATE_HZ)]
        energy: float = sum(map(mul, beginning, beginning))
        first, last = max(0, round(after_s * RATE_HZ)), round(until_s * RATE_HZ)
        last = min(last, len(self._recording) - len(beginning))
        if first > last:
            return None

        def gain(start: int) -> float:
            heard = self._recording[start : start + len(beginning)]
            together: float = sum(map(mul, heard, beginning))
            return together / energy

        near = max(range(first, last + 1, COARSE_STEP), key=gain)
        start = max(range(max(0, near - COARSE_STEP + 1), near + COARSE_STEP), key=gain)
        if gain(start) < LEAST_GAIN:
            return None
        found = Found(start / RATE_HZ, gain(start))
        self._take_out(sound, start, found.gain)
        return found

    def _take_out(self, sound: list[float], start: int, gain: float) -> None:
        under = self._recording[start : start + len(sound)]
        left = [heard - gain * own for heard, own in zip(under, sound, strict=False)]
        self._recording[start : start + len(under)] = left
