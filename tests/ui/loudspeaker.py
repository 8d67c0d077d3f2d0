"""A sound device that plays nothing and remembers everything, in place of Qt's multimedia and speech."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QBuffer, QCoreApplication, QLocale, QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable


class State:
    ActiveState, IdleState, StoppedState = 1, 2, 3


class Error:
    NoError, OpenError, FatalError = 0, 1, 2


class Audio:
    """What Qt calls states and errors."""

    State, Error = State, Error


class Format:
    """How the samples lie; nothing is heard, so it does not matter."""

    class SampleFormat:
        Int16 = 1

    def setSampleRate(self, rate: int) -> None:  # noqa: N802 - the name in Qt
        assert rate > 0

    def setChannelCount(self, channels: int) -> None:  # noqa: N802 - the name in Qt
        assert channels > 0

    def setSampleFormat(self, samples: int) -> None:  # noqa: N802 - the name in Qt
        assert samples == self.SampleFormat.Int16


class Effect(QObject):
    """A sink that remembers what was done with it, under the name of its file."""

    stateChanged = Signal()  # noqa: N815 - the name in Qt
    made: ClassVar[list[Effect]] = []

    def __init__(self, _format: Format, parent: QObject) -> None:
        super().__init__(parent)
        self.file = parent.objectName()
        self.played, self.volume = 0, 0.0
        self._state, self._error = State.StoppedState, Error.NoError
        self.made.append(self)

    @property
    def is_playing(self) -> bool:
        return self._state == State.ActiveState

    def state(self) -> int:
        return self._state

    def error(self) -> int:
        return self._error

    def setVolume(self, volume: float) -> None:  # noqa: N802 - the name in Qt
        self.volume = volume

    def start(self, samples: QBuffer) -> None:
        assert samples.isOpen()
        self.played += 1
        self._state = State.ActiveState

    def stop(self) -> None:
        self._state = State.StoppedState

    def fail(self) -> None:
        self._error = Error.OpenError
        self.stateChanged.emit()
        QCoreApplication.sendPostedEvents()


class Devices(QObject):
    """The computer's loudspeakers, of which there may be none."""

    audioOutputsChanged = Signal()  # noqa: N815 - the name in Qt
    made: ClassVar[list[Devices]] = []
    none: ClassVar[bool] = False

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.made.append(self)

    def defaultAudioOutput(self) -> Devices:  # noqa: N802 - the name in Qt
        return self

    def id(self) -> bytes:
        return b"" if Devices.none else b"speakers"

    def isNull(self) -> bool:  # noqa: N802 - the name in Qt
        return Devices.none


def unplug(*, none: bool = True) -> None:
    """Take the loudspeakers away, or bring them back."""
    Devices.none = none
    for devices in Devices.made:
        devices.audioOutputsChanged.emit()


def multimedia() -> ModuleType:
    module = ModuleType("multimedia")
    vars(module).update(QAudioSink=Effect, QAudioFormat=Format, QAudio=Audio, QMediaDevices=Devices)
    return module


def effect_of(name: str) -> Effect:
    """Return the newest effect for a file of that name."""
    return next(effect for effect in reversed(Effect.made) if effect.file == f"{name}.wav")


def sounding() -> list[str]:
    return [effect.file.removesuffix(".wav") for effect in Effect.made if effect.is_playing]


class Engine(QObject):
    """A voice of the computer; its class knows which engines there are and what they speak."""

    errorOccurred = Signal(int, str)  # noqa: N815 - the name in Qt
    made: ClassVar[list[Engine]] = []
    engines: ClassVar[dict[str, tuple[str, ...]]] = {}

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name, self.language, self.volume = name, "", 0.0
        self.said: list[str] = []
        self.made.append(self)

    @classmethod
    def availableEngines(cls) -> Iterable[str]:  # noqa: N802 - the name in Qt
        return list(cls.engines)

    def availableLocales(self) -> list[QLocale]:  # noqa: N802 - the name in Qt
        return [QLocale(language) for language in self.engines[self.name]]

    def setLocale(self, locale: QLocale) -> None:  # noqa: N802 - the name in Qt
        self.language = locale.name()

    def setVolume(self, volume: float) -> None:  # noqa: N802 - the name in Qt
        self.volume = volume

    def say(self, text: str) -> None:
        self.said.append(text)

    def enqueue(self, text: str) -> None:
        self.said.append(f"then: {text}")

    def stop(self) -> None:
        self.said.append("")

    @classmethod
    def words(cls) -> list[str]:
        """Return what was said, without the silences."""
        return [text for text in cls.made[-1].said if text]


def text_to_speech() -> ModuleType:
    module = ModuleType("text to speech")
    vars(module).update(QTextToSpeech=Engine)
    return module


def set_up_anew() -> None:
    """Forget what was played in another test."""
    Effect.made.clear()
    Devices.made.clear()
    Engine.made.clear()
    Devices.none = False
    Engine.engines = {"mock": ("nb_NO", "en_GB", "da_DK"), "speechd": ("en_US", "da_DK")}
