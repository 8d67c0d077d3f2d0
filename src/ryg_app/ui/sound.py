"""The tones of a session; without a sound device everything goes on in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ryg_app.domain.timeline import Tone
from ryg_app.ui.sound_effects import SoundEffects

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType


class Sound(QObject):
    """Plays `<folder>/<tone>.wav`; `unavailable` is emitted once a session if nothing can be heard."""

    unavailable = Signal()
    switched = Signal(bool)

    def __init__(
        self,
        folder: Path,
        *,
        on: bool = True,
        volume_percent: int = 70,
        multimedia: Callable[[], ModuleType] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._on = on
        self._effects = SoundEffects(volume_percent, multimedia, self)
        self._effects.failed.connect(self.unavailable)

    @property
    def is_on(self) -> bool:
        """Whether tones are wanted."""
        return self._on

    def switch(self, *, on: bool) -> None:
        """Let the tones be heard or not; `switched` tells when that is new."""
        if on != self._on:
            self._on = on
            self.switched.emit(on)

    def set_volume(self, percent: int) -> None:
        """Set the loudness, 0 to 100."""
        self._effects.set_volume(percent)

    def prepare(self) -> None:
        """Load the tones for a session."""
        self._effects.load({tone: self._folder / f"{tone}.wav" for tone in Tone})

    def play(self, tone: Tone) -> None:
        """Let a tone sound now, if tones are wanted and there is a device."""
        if self._on:
            self._effects.play(tone)

    def release(self) -> None:
        """Let go of the device and the memory of the tones."""
        self._effects.release()
