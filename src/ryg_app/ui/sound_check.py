"""Lets the patient hear, outside a session, how loud it will be and who will speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ryg_app.domain.timeline import Tone
from ryg_app.ui.heard import heard_as_chosen
from ryg_app.ui.system_voice import has_system_voice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ryg_app.domain.preferences import Preferences
    from ryg_app.domain.voice import Clip
    from ryg_app.ui.heard import Heard

SAMPLE = "first_side_left"
AFTER_THE_TONE_MS = 900


class SoundCheck(QObject):
    """Plays a tone and then a phrase, as far as they are chosen."""

    silent = Signal()
    no_system_voice = Signal()

    def __init__(
        self,
        assets: Path,
        make: Callable[[Path, Preferences], Heard] = heard_as_chosen,
        pause_ms: int = AFTER_THE_TONE_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._assets, self._make = assets, make
        self._heard: Heard | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(pause_ms)
        self._wait.timeout.connect(self._speak)

    def has_system_voice(self, language: str) -> bool:
        """Tell whether this computer has a voice of its own in ``da`` or ``en``; it takes a moment."""
        return has_system_voice(language)

    def play(self, chosen: Preferences, clips: Mapping[str, Clip]) -> None:
        """Let a tone be heard, and a phrase after it."""
        self.stop()
        self._heard = heard = self._make(self._assets, chosen)
        heard.silent.connect(self.silent)
        heard.voice.no_system_voice.connect(self.no_system_voice)
        heard.tones.prepare()
        heard.voice.prepare({name: clip for name, clip in clips.items() if name == SAMPLE})
        heard.tones.play(Tone.READY)
        self._wait.start()

    @Slot()
    def stop(self) -> None:
        """Cut what is heard and let go of the sound device."""
        self._wait.stop()
        if self._heard is not None:
            self._heard.release()
            self._heard = None

    @Slot()
    def _speak(self) -> None:
        if self._heard is not None:
            self._heard.voice.say(SAMPLE)
