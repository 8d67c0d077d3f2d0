"""Short sound files that are played at once; without a sound device everything goes on in silence."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import ModuleType

LOUDEST_PERCENT = 100


class SoundEffects(QObject):
    """Keeps sounds ready by name; `failed` is emitted once for each `load` if nothing can be heard.

    Qt's multimedia is heavy, so it is first loaded by `load`.
    """

    failed = Signal()

    def __init__(
        self, volume_percent: int, multimedia: Callable[[], ModuleType] | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._volume = volume_percent / LOUDEST_PERCENT
        self._multimedia = multimedia or _qt_multimedia
        self._files: Mapping[str, Path] = {}
        self._effects: dict[str, Any] = {}
        self._devices: Any = None
        self._told = False

    def set_volume(self, percent: int) -> None:
        """Set the loudness, 0 to 100."""
        self._volume = percent / LOUDEST_PERCENT
        for effect in self._effects.values():
            effect.setVolume(self._volume)

    def load(self, files: Mapping[str, Path]) -> None:
        """Make sounds ready in place of those there were."""
        self.release()
        self._files, self._told = files, False
        self._open()

    def play(self, name: str) -> None:
        """Let a sound be heard now, if it is there."""
        if name in self._effects:
            self._effects[name].play()

    def stop(self) -> None:
        """Cut what sounds."""
        for effect in self._effects.values():
            effect.stop()

    def release(self) -> None:
        """Let go of the device and the memory of the sounds."""
        self._files = {}
        self._let_go()
        if self._devices is not None:
            self._devices.deleteLater()
            self._devices = None

    def _open(self) -> None:
        try:
            multimedia = self._multimedia()
            if self._devices is None:
                self._devices = multimedia.QMediaDevices(self)
                self._devices.audioOutputsChanged.connect(self._on_outputs_changed)
            if self._devices.defaultAudioOutput().isNull():
                self._nothing_is_heard()
                return
            self._effects = {name: self._effect(multimedia, path) for name, path in self._files.items()}
            self._look_for_errors()
        except (ImportError, OSError, RuntimeError):
            self._nothing_is_heard()

    def _effect(self, multimedia: ModuleType, path: Path) -> Any:  # noqa: ANN401 - loaded when needed
        effect = multimedia.QSoundEffect(self)
        effect.statusChanged.connect(self._look_for_errors)
        effect.setSource(QUrl.fromLocalFile(str(path)))
        effect.setVolume(self._volume)
        return effect

    @Slot()
    def _on_outputs_changed(self) -> None:
        # Headphones were plugged in or out: an effect keeps to the device it was made for.
        if self._files:
            self._let_go()
            self._open()

    @Slot()
    def _look_for_errors(self) -> None:
        effects = self._effects.values()
        if effects and all(effect.status() == type(effect).Status.Error for effect in effects):
            self._nothing_is_heard()

    def _nothing_is_heard(self) -> None:
        self._let_go()
        if not self._told:
            self._told = True
            self.failed.emit()

    def _let_go(self) -> None:
        effects, self._effects = self._effects, {}
        for effect in effects.values():
            effect.stop()
            effect.deleteLater()


def _qt_multimedia() -> ModuleType:
    return importlib.import_module("PySide6.QtMultimedia")
