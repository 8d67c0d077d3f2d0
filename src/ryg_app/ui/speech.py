"""The voice of a session: clips, or the computer's own voice where the patient chose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ryg_app.domain.preferences import VoiceChoice
from ryg_app.ui.sound_effects import SoundEffects
from ryg_app.ui.system_voice import SystemVoice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    from ryg_app.domain.voice import Clip

LOUD_PERCENT = 70


class Speech(QObject):
    """Says the phrases of a session.

    `unavailable` is emitted once a session if no clip can be heard; `no_system_voice` once a session if the
    computer has no voice in the language, or loses it: then the clips are played.
    """

    unavailable = Signal()
    no_system_voice = Signal()
    switched = Signal(bool)

    def __init__(
        self,
        language: str,
        choice: VoiceChoice = VoiceChoice.CLIPS,
        *,
        volume_percent: int = LOUD_PERCENT,
        multimedia: Callable[[], ModuleType] | None = None,
        text_to_speech: Callable[[], ModuleType] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._on = choice is not VoiceChoice.OFF
        self._choice = choice if self._on else VoiceChoice.CLIPS
        self._clips: Mapping[str, Clip] = {}
        self._is_loaded = self._aside = False
        self._effects = SoundEffects(volume_percent, multimedia, self)
        self._voice = SystemVoice(language, volume_percent, text_to_speech, self)
        self._effects.failed.connect(self.unavailable)
        self._voice.failed.connect(self._on_voice_lost)

    @property
    def is_on(self) -> bool:
        """Whether a voice is wanted."""
        return self._on

    @property
    def choice(self) -> VoiceChoice:
        """Who is to speak, now or once it is switched on again; `OFF` while no voice is wanted."""
        return self._choice if self._on else VoiceChoice.OFF

    def switch(self, *, on: bool) -> None:
        """Let the voice be heard or not; `switched` tells when that is new."""
        if on == self._on:
            return
        self._on = on
        self.stop()
        self._load()
        self.switched.emit(on)

    def set_volume(self, percent: int) -> None:
        """Set the loudness, 0 to 100."""
        self._effects.set_volume(percent)
        self._voice.set_volume(percent)

    def prepare(self, clips: Mapping[str, Clip]) -> None:
        """Make the phrases of a session ready."""
        self.release()
        self._clips = clips
        self._load()

    def say(self, name: str) -> None:
        """Say a phrase now, after what was said before it, but in place of what was interjected."""
        if self._aside:
            self.stop()
        self._speak(name)

    def interject(self, name: str) -> None:
        """Say a phrase that nobody could foresee, in place of whatever is being said."""
        self.stop()
        self._aside = True
        self._speak(name)

    def read(self, text: str) -> None:
        """Read a text that somebody wrote, after what is being said; only the computer's own voice can."""
        if self._on:
            self._voice.add(text)

    def stop(self) -> None:
        """Cut what is being said."""
        self._aside = False
        self._effects.stop()
        self._voice.stop()

    def release(self) -> None:
        """Let go of the device and the memory of the clips."""
        self._clips, self._is_loaded = {}, False
        self._effects.release()
        self._voice.close()

    def _load(self) -> None:
        if not self._on or self._is_loaded or not self._clips:
            return
        self._is_loaded = True
        if self._choice is VoiceChoice.SYSTEM:
            if self._voice.open():
                return
            self.no_system_voice.emit()
        self._load_clips()

    def _load_clips(self) -> None:
        self._effects.load({name: clip.path for name, clip in self._clips.items()})

    def _speak(self, name: str) -> None:
        if not self._on or name not in self._clips:
            return
        if self._voice.is_open:
            self._voice.say(self._clips[name].text)
        else:
            self._effects.play(name)

    @Slot()
    def _on_voice_lost(self) -> None:
        self._voice.close()
        self._load_clips()
        self.no_system_voice.emit()
