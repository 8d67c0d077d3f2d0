"""What the patient has chosen for this computer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SMALLEST_TEXT, LARGEST_TEXT = 100, 200
SHORTEST_GET_DOWN_S, LONGEST_GET_DOWN_S = 5, 180
SMALLEST_BIG_VIEW, LARGEST_BIG_VIEW = 50, 200
BIG_VIEW_ROTATIONS = (0, 90, 270)


class ColorScheme(StrEnum):
    """Light, dark, or as the computer is set."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class VoiceChoice(StrEnum):
    """Who speaks in a session: nobody, the clips that come with the program, or the computer's own voice."""

    OFF = "off"
    CLIPS = "clips"
    SYSTEM = "system"


class WhenClosed(StrEnum):
    """What becomes of the program when its window is closed: not said, it stays for reminders, or ends."""

    NOT_SAID = "not_said"
    STAY = "stay"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The patient's choices.

    Attributes:
        language: ``da`` or ``en``.
        color_scheme: Which colours are used.
        text_percent: Text size, 100 to 200.
        tones: Whether tones mark the changes in a session.
        volume_percent: Loudness of the tones, 0 to 100.
        voice: Who speaks in a session.
        voice_volume_percent: Loudness of the voice, 0 to 100.
        reduced_motion: Still pictures instead of moving ones.
        get_down_s: Seconds to get into position, 5 to 180.
        region: Identifier of the region whose numbers are shown; ``None`` shows all.
        welcomed: Whether the first-start pages have been read.
        big_view_scale_percent: Letters of the big view, 50 to 200.
        big_view_rotation: How far the big view is turned clockwise: 0, 90 or 270 degrees.
        when_closed: What becomes of the program when its window is closed.
        told_of_tray: Whether it has been said that the program stays in the tray.
        asked_about_autostart: Whether it has been asked if the program is to start with the computer.
        notifications_say_what: Whether notifications, which others can read, say what they are about.
    """

    language: str = "da"
    color_scheme: ColorScheme = ColorScheme.SYSTEM
    text_percent: int = 100
    tones: bool = True
    volume_percent: int = 70
    voice: VoiceChoice = VoiceChoice.CLIPS
    voice_volume_percent: int = 70
    reduced_motion: bool = False
    get_down_s: int = 60
    region: str | None = None
    welcomed: bool = False
    big_view_scale_percent: int = 100
    big_view_rotation: int = 0
    when_closed: WhenClosed = WhenClosed.NOT_SAID
    told_of_tray: bool = False
    asked_about_autostart: bool = False
    notifications_say_what: bool = False
