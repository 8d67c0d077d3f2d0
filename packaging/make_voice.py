"""Write the spoken cues of a session to assets/voice: calm, evenly loud, the same bytes every time.

The words are in assets/voice/phrases.json; espeak-ng 1.51 speaks them (`apt install espeak-ng`).
After a change of words run `python packaging/make_voice.py`, which also removes clips no longer
named there. Another version of espeak-ng speaks a little differently, so commit all clips together.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import struct
import subprocess
import wave
from dataclasses import dataclass
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VOICE_FOLDER = Path(__file__).parent.parent / "assets" / "voice"
FULL_SCALE = 32_767


@dataclass(frozen=True, slots=True)
class Speaker:
    """An espeak-ng voice: its name, its spellings for words that it otherwise says wrong."""

    voice: str
    said_as: Mapping[str, str]


# Of the female variants f2 moves all formants nearly alike, so that vowels stay apart; its last consonants
# are clear (a «t» is 6 dB louder than in f4), harmonics lie about 15 dB over noise and the echo is weak.
# `en` is British English: espeak-ng 1.51 leaves the variant out when it is asked for `en-gb`.
SPEAKERS = {"da": Speaker("da+f2", {"pres": "præs"}), "en": Speaker("en+f2", {})}
PITCH = "42"  # 0 to 99, 50 is the variant's own; here about 180 Hz
PACE = "127"  # words a minute, slower than its own 175; the longest phrase stays below 7 s

RATE_HZ = 16_000
CUTOFF_HZ = 7_400.0
REACH = 32  # samples on either side that a resampled one is made of
LOUDNESS = 10 ** (-20 / 20)  # root mean square of what is heard
HEARD_FRAME_S = 0.02
HEARD = 10 ** (-20 / 20)  # a frame is heard when it is at most 20 dB softer than the loudest
KNEE, CEILING = 0.5, 10 ** (-3.2 / 20)  # peaks above the knee are rounded off below the ceiling
ONSET = 10 ** (-46 / 20)  # a soft «f» is louder
LAST = 10 ** (-32 / 20)  # between a last «t» and the echo
LEAD_S, TAIL_S = 0.010, 0.020
FADE_IN_S, FADE_OUT_S = 0.005, 0.020


@dataclass(frozen=True, slots=True)
class Clip:
    """Mono sound, each sample from -1 to 1."""

    rate_hz: int
    samples: tuple[float, ...]


def spoken(text: str, language: str) -> Clip:
    """Return the text as espeak-ng says it.

    Raises:
        FileNotFoundError: espeak-ng is not installed.
        subprocess.CalledProcessError: It could not speak.
    """
    speaker = SPEAKERS[language]
    command = ["espeak-ng", "-v", speaker.voice, "-s", PACE, "-p", PITCH, "--stdout"]
    said = speaker.said_as.get(text, text)
    # The words are the project's own.
    sound = subprocess.run([*command, said], check=True, capture_output=True).stdout  # noqa: S603
    with wave.open(io.BytesIO(sound)) as file:
        rate_hz = file.getframerate()
        content = file.readframes(file.getnframes())
    values = struct.unpack(f"<{len(content) // 2}h", content)
    return Clip(rate_hz, tuple(value / FULL_SCALE for value in values))


def resampled(clip: Clip, rate_hz: int = RATE_HZ) -> Clip:
    """Return the clip at another rate in Hz, without what lies above `CUTOFF_HZ`."""
    common = math.gcd(rate_hz, clip.rate_hz)
    up, down = rate_hz // common, clip.rate_hz // common
    kernels = [_kernel(phase / up, clip.rate_hz) for phase in range(up)]
    padded = (0.0,) * (REACH - 1) + clip.samples + (0.0,) * REACH
    samples = []
    for place in range(0, len(clip.samples) * up, down):
        before, phase = divmod(place, up)
        samples.append(sum(map(mul, kernels[phase], padded[before : before + 2 * REACH])))
    return Clip(rate_hz, tuple(samples))


def _kernel(offset: float, rate_hz: int) -> tuple[float, ...]:
    distances = [place - offset for place in range(1 - REACH, REACH + 1)]
    weights = [
        _sinc(2 * CUTOFF_HZ / rate_hz * distance) * (0.5 + 0.5 * math.cos(math.pi * distance / REACH))
        for distance in distances
    ]
    return tuple(weight / sum(weights) for weight in weights)


def _sinc(x: float) -> float:
    return math.sin(math.pi * x) / (math.pi * x) if x else 1.0


def heard_loudness(clip: Clip) -> float:
    """Return the root mean square, 0 to 1, of the frames that are heard: pauses do not count."""
    length = round(HEARD_FRAME_S * clip.rate_hz)
    frames = [clip.samples[start : start + length] for start in range(0, len(clip.samples), length)]
    powers = [sum(value * value for value in frame) / len(frame) for frame in frames]
    heard = [power for power in powers if power >= max(powers) * HEARD**2]
    return math.sqrt(sum(heard) / len(heard))


def levelled(clip: Clip) -> Clip:
    """Return the clip at the loudness of all clips, its peaks rounded off below the ceiling.

    Raises:
        ValueError: The clip is silent.
    """
    loudness = heard_loudness(clip)
    if loudness == 0:
        message = "a silent clip cannot be made louder"
        raise ValueError(message)
    gain = LOUDNESS / loudness
    return Clip(clip.rate_hz, tuple(_rounded_off(value * gain) for value in clip.samples))


def _rounded_off(value: float) -> float:
    over = abs(value) - KNEE
    if over <= 0:
        return value
    room = CEILING - KNEE
    return math.copysign(KNEE + room * math.tanh(over / room), value)


def trimmed(clip: Clip) -> Clip:
    """Return the clip without the silence around it, fading in and out so that it does not click."""
    first = next(index for index, value in enumerate(clip.samples) if abs(value) >= ONSET)
    last = max(index for index, value in enumerate(clip.samples) if abs(value) >= LAST)
    start = max(0, first - round(LEAD_S * clip.rate_hz))
    kept = clip.samples[start : last + round(TAIL_S * clip.rate_hz)]
    return Clip(clip.rate_hz, tuple(value * _fade(kept, clip.rate_hz, at) for at, value in enumerate(kept)))


def _fade(samples: tuple[float, ...], rate_hz: int, at: int) -> float:
    swell = min(1.0, at / (FADE_IN_S * rate_hz))
    fade = min(1.0, (len(samples) - 1 - at) / (FADE_OUT_S * rate_hz))
    return (0.5 - 0.5 * math.cos(math.pi * swell)) * (0.5 - 0.5 * math.cos(math.pi * fade))


def write(clip: Clip, path: Path) -> None:
    """Write the clip as a 16-bit mono WAV file."""
    values = [round(value * FULL_SCALE) for value in clip.samples]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(clip.rate_hz)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))


def write_all(folder: Path) -> None:
    """Write every phrase of ``folder/phrases.json`` in every language; remove clips it does not name.

    Raises:
        FileNotFoundError: espeak-ng or the phrases are missing.
    """
    phrases: dict[str, dict[str, str]] = json.loads((folder / "phrases.json").read_text("utf-8"))["clips"]
    for language in SPEAKERS:
        clips = folder / language
        clips.mkdir(exist_ok=True)
        for name, words in phrases.items():
            clip = trimmed(levelled(resampled(spoken(words[language], language))))
            write(clip, clips / f"{name}.wav")
        for path in clips.glob("*.wav"):
            if path.stem not in phrases:
                path.unlink()


def main() -> None:
    """Write the clips into the folder given, by default assets/voice."""
    parser = argparse.ArgumentParser(description="Write the spoken cues of a session.")
    parser.add_argument("folder", nargs="?", type=Path, default=VOICE_FOLDER)
    folder: Path = parser.parse_args().folder
    try:
        write_all(folder)
    except FileNotFoundError as problem:
        if problem.filename != "espeak-ng":
            raise
        parser.exit(1, "espeak-ng is missing. Install it first: apt install espeak-ng\n")


if __name__ == "__main__":
    main()
