"""What the patient has chosen for this computer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SMALLEST_TEXT, LARGEST_TEXT = 100, 200
SHORTEST_GET_DOWN_S, LONGEST_GET_DOWN_S = 5, 180


class ColorScheme(StrEnum):
    """Light, dark, or as the computer is set."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The patient's choices.

    Attributes:
        language: ``da`` or ``en``.
        color_scheme: Which colours are used.
        text_percent: Text size, 100 to 200.
        tones: Whether tones mark the changes in a session.
        volume_percent: Loudness of the tones, 0 to 100.
        reduced_motion: Still pictures instead of moving ones.
        get_down_s: Seconds to get into position, 5 to 180.
        region: Identifier of the region whose numbers are shown; ``None`` shows all.
        welcomed: Whether the first-start pages have been read.
    """

    language: str = "da"
    color_scheme: ColorScheme = ColorScheme.SYSTEM
    text_percent: int = 100
    tones: bool = True
    volume_percent: int = 70
    reduced_motion: bool = False
    get_down_s: int = 60
    region: str | None = None
    welcomed: bool = False
