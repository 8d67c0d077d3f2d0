"""Short sound files that are played at once; without a sound device everything goes on in silence."""

from __future__ import annotations

import contextlib
import importlib
import wave
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import ModuleType

LOUDEST_PERCENT = 100


class SoundEffect(QObject):
    """One sound, ready to be played.

    Not a `QSoundEffect`: Qt 6.11 may destroy a voice of one in the thread that plays it, and then the event
    loop spins for ever.
    """

    failed = Signal()

    def __init__(self, multimedia: ModuleType, path: Path, volume: float, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(path.name)
        with wave.open(str(path), "rb") as file:
            layout = multimedia.QAudioFormat()
            layout.setSampleRate(file.getframerate())
            layout.setChannelCount(file.getnchannels())
            layout.setSampleFormat(multimedia.QAudioFormat.SampleFormat.Int16)
            samples = file.readframes(file.getnframes())
        self._state = multimedia.QAudio.State
        self._error = multimedia.QAudio.Error
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(samples))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = multimedia.QAudioSink(layout, self)
        self._sink.setVolume(volume)
        # A sink may not be stopped from within its own signal.
        self._sink.stateChanged.connect(self._on_state, Qt.ConnectionType.QueuedConnection)

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1."""
        self._sink.setVolume(volume)

    def play(self) -> None:
        """Begin it, also if it is still being heard."""
        self.stop()
        self._buffer.seek(0)
        self._sink.start(self._buffer)

    def stop(self) -> None:
        """Cut it."""
        if self._sink.state() != self._state.StoppedState:
            self._sink.stop()

    @Slot()
    def _on_state(self) -> None:
        if self._sink.state() == self._state.IdleState and self._buffer.atEnd():
            self._sink.stop()
        elif self._sink.error() in {self._error.OpenError, self._error.FatalError}:
            self.failed.emit()


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
        self._device: object = None
        self._told = False

    def set_volume(self, percent: int) -> None:
        """Set the loudness, 0 to 100."""
        self._volume = percent / LOUDEST_PERCENT
        for effect in self._effects.values():
            effect.set_volume(self._volume)

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
            output = self._devices.defaultAudioOutput()
            self._device = output.id()
            if output.isNull():
                self._nothing_is_heard()
                return
            self._load_files(multimedia)
        except (ImportError, OSError, RuntimeError):
            self._nothing_is_heard()

    def _load_files(self, multimedia: ModuleType) -> None:
        for name, path in self._files.items():
            with contextlib.suppress(OSError, EOFError, wave.Error):
                self._effects[name] = SoundEffect(multimedia, path, self._volume, self)
                self._effects[name].failed.connect(self._nothing_is_heard)
        if self._files and not self._effects:
            self._nothing_is_heard()

    @Slot()
    def _on_outputs_changed(self) -> None:
        # Headphones were plugged in or out: an effect keeps to the device it was made for. Qt also tells of
        # changes that are none, and what sounds is not to be cut for those.
        if self._files and self._devices.defaultAudioOutput().id() != self._device:
            self._let_go()
            self._open()

    @Slot()
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
