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
        """Return the clips of ``da`` or ``en`` by name; one that cannot be read is left out."""
        phrases = json.loads((self.assets / VOICE / PHRASES).read_text(encoding="utf-8"))["clips"]
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
    try:
        with wave.open(str(path), "rb") as file:
            seconds = file.getnframes() / file.getframerate()
    except (OSError, EOFError, wave.Error, ZeroDivisionError):
        return None
    return seconds if 0 < seconds <= LONGEST_CLIP_S else None
