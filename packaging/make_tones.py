"""Write the tones of a session to assets/tones: soft, short, the same bytes every time.

Fundamentals lie between 400 and 1500 Hz and nothing lies above 2500 Hz, because hearing for
high tones is the first to go. Swells and fades are slow enough that no tone starts like an alarm.
"""

from __future__ import annotations

import argparse
import math
import struct
import wave
from dataclasses import dataclass
from pathlib import Path

RATE_HZ = 44_100
FULL_SCALE = 32_767
HIGHEST_HZ = 2_500.0
OVERTONES = ((1, 1.0), (2, 0.30), (3, 0.12))
ATTACK_S = 0.025
RELEASE_S = 0.12
DECAY_PER_S = 3.0

TONES_FOLDER = Path(__file__).parent.parent / "assets" / "tones"

C5, D5, E5, G5, A5, C6 = 523.25, 587.33, 659.26, 783.99, 880.00, 1046.50


@dataclass(frozen=True, slots=True)
class Note:
    """One note of a tone: fundamental in Hz, start and length in seconds, relative loudness."""

    frequency_hz: float
    start_s: float
    length_s: float
    loudness: float = 1.0


@dataclass(frozen=True, slots=True)
class Tone:
    """Notes that sound together or in turn, and the highest sample relative to full scale."""

    notes: tuple[Note, ...]
    peak: float = 0.40


TONES = {
    "ready": Tone((Note(D5, 0.0, 0.50),), peak=0.30),
    "start": Tone((Note(C5, 0.0, 0.28), Note(G5, 0.16, 0.46))),
    "end": Tone((Note(G5, 0.0, 0.28), Note(C5, 0.16, 0.46))),
    "tick": Tone((Note(A5, 0.0, 0.16),), peak=0.18),
    "side": Tone((Note(A5, 0.0, 0.26), Note(E5, 0.22, 0.26), Note(A5, 0.44, 0.42)), peak=0.32),
    "exercise_done": Tone((Note(C5, 0.0, 0.34), Note(E5, 0.18, 0.34), Note(G5, 0.36, 0.54))),
    "all_done": Tone(
        (
            Note(C5, 0.0, 1.15),
            Note(E5, 0.06, 1.09, 0.9),
            Note(G5, 0.12, 1.03, 0.8),
            Note(C6, 0.18, 0.97, 0.5),
        )
    ),
}


def _envelope(at_s: float, length_s: float) -> float:
    swell = 0.5 - 0.5 * math.cos(math.pi * min(1.0, at_s / ATTACK_S))
    fade = 0.5 - 0.5 * math.cos(math.pi * min(1.0, (length_s - at_s) / RELEASE_S))
    return swell * fade * math.exp(-DECAY_PER_S * at_s)


def _note_sample(note: Note, at_s: float) -> float:
    if not 0.0 <= at_s <= note.length_s:
        return 0.0
    timbre = sum(
        strength * math.sin(2.0 * math.pi * note.frequency_hz * overtone * at_s)
        for overtone, strength in OVERTONES
        if note.frequency_hz * overtone <= HIGHEST_HZ
    )
    return note.loudness * _envelope(at_s, note.length_s) * timbre


def samples(tone: Tone) -> list[int]:
    """Return the tone as signed 16-bit samples at 44.1 kHz; the first and last are 0."""
    length_s = max(note.start_s + note.length_s for note in tone.notes)
    raw = [
        sum(_note_sample(note, index / RATE_HZ - note.start_s) for note in tone.notes)
        for index in range(round(length_s * RATE_HZ) + 1)
    ]
    scale = tone.peak * FULL_SCALE / max(abs(value) for value in raw)
    return [round(value * scale) for value in raw]


def write(tone: Tone, path: Path) -> None:
    """Write the tone as a mono WAV file."""
    values = samples(tone)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))


def main() -> None:
    """Write every tone into the folder given, by default assets/tones."""
    parser = argparse.ArgumentParser(description="Write the tones of a session.")
    parser.add_argument("folder", nargs="?", type=Path, default=TONES_FOLDER)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, tone in TONES.items():
        write(tone, folder / f"{name}.wav")


if __name__ == "__main__":
    main()
