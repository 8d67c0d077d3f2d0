"""The spoken clips on disk: bundled ones, and recordings of a clinic's own that take their place."""

from __future__ import annotations

import json
import wave
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.domain.voice import Clip

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VOICE = "voice"
PHRASES = "phrases.json"
LONGEST_CLIP_S = 20.0
BYTES_A_SAMPLE = 2
CHANNELS = (1, 2)
RATES_HZ = range(16_000, 48_001)


@dataclass(frozen=True, slots=True)
class VoiceFiles:
    """Finds clips in the program's assets and in the data folder.

    Attributes:
        assets: What the program brings along.
        folder: The data folder; ``voice/<language>/<name>.wav`` there is played instead of the bundled clip.
    """

    assets: Path
    folder: Path

    def clips(self, language: str) -> Mapping[str, Clip]:
        """Return the clips of ``da`` or ``en`` by name; one that cannot be read is left out.

        A program whose phrases are gone leads through a session without a voice; the self-test says so.
        """
        try:
            phrases = json.loads((self.assets / VOICE / PHRASES).read_text(encoding="utf-8"))["clips"]
        except (OSError, ValueError, KeyError):
            return {}
        found = {name: self._clip(name, language, texts[language]) for name, texts in phrases.items()}
        return {name: clip for name, clip in found.items() if clip is not None}

    def _clip(self, name: str, language: str, text: str) -> Clip | None:
        for place in (self.folder, self.assets):
            path = place / VOICE / language / f"{name}.wav"
            length = _seconds(path)
            if length is not None:
                return Clip(path, length, text)
        return None


def _seconds(path: Path) -> float | None:
    """Return how long a clip takes, or ``None`` for one that could not be played everywhere."""
    try:
        with wave.open(str(path), "rb") as file:
            form = file.getparams()
        is_whole = path.stat().st_size >= form.nframes * form.nchannels * form.sampwidth
    except (OSError, EOFError, wave.Error):
        return None
    is_usual = form.sampwidth == BYTES_A_SAMPLE and form.nchannels in CHANNELS and form.framerate in RATES_HZ
    seconds = form.nframes / form.framerate if is_usual and is_whole else 0.0
    return seconds if 0 < seconds <= LONGEST_CLIP_S else None
