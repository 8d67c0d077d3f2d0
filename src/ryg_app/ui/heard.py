"""What is heard of a session: tones say when, the voice says what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ryg_app.domain.exercise import StepKind
from ryg_app.ui.sound import Sound
from ryg_app.ui.speech import Speech

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.application.guided_session import GuidedSession, Tick
    from ryg_app.domain.preferences import Preferences

PAUSED, RESUMED, TOO_PAINFUL, ALL_DONE = "paused", "resumed", "too_painful", "all_done"
INTERJECTED = frozenset({PAUSED, RESUMED, TOO_PAINFUL, ALL_DONE})
# Getting ready itself is too short for more than the name and the side.
NOTE_IS_READ_IN = frozenset({StepKind.GET_DOWN, StepKind.CHANGE_EXERCISE, StepKind.CHANGE_POSITION})


class Heard(QObject):
    """Plays what is due in a session; `silent` tells that something of it cannot be heard."""

    silent = Signal()

    def __init__(self, tones: Sound, voice: Speech) -> None:
        super().__init__()
        self.tones, self.voice = tones, voice
        tones.unavailable.connect(self.silent)
        voice.unavailable.connect(self.silent)

    def prepare(self, guided: GuidedSession) -> None:
        """Make everything ready that this session can ask for."""
        wanted = {cue.clip for cue in guided.line.cues} | INTERJECTED
        self.tones.prepare()
        self.voice.prepare({name: clip for name, clip in guided.clips.items() if name in wanted})

    def follow(self, tick: Tick, note: str) -> None:
        """Let that be heard which is due; ``note`` is the physiotherapist's on the exercise."""
        for tone in tick.tones:
            self.tones.play(tone.tone)
        for cue in tick.cues:
            # After a hiccup of the computer, what would be over by now is left out.
            if cue.end_s > tick.moment.elapsed_s:
                self.voice.say(cue.clip)
        if tick.cues and tick.moment.step.kind in NOTE_IS_READ_IN:
            self.voice.read(note)

    @Slot()
    def switch_tones(self) -> None:
        """Switch the tones on or off."""
        self.tones.switch(on=not self.tones.is_on)

    @Slot()
    def switch_voice(self) -> None:
        """Switch the voice on or off."""
        self.voice.switch(on=not self.voice.is_on)

    def interject(self, phrase: str) -> None:
        """Say a phrase at once, in place of whatever is being said."""
        self.voice.interject(phrase)

    def hush(self) -> None:
        """Cut what is being said."""
        self.voice.stop()

    def release(self) -> None:
        """Let go of the sound device."""
        self.tones.release()
        self.voice.release()


def heard_as_chosen(assets: Path, chosen: Preferences) -> Heard:
    """Return tones and voice as the patient has chosen them; nothing heavy is loaded yet."""
    tones = Sound(assets / "tones", on=chosen.tones, volume_percent=chosen.volume_percent)
    voice = Speech(chosen.language, chosen.voice, volume_percent=chosen.voice_volume_percent)
    return Heard(tones, voice)
