"""A sound device that plays nothing and remembers everything, in place of Qt's multimedia and speech."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, QObject, QUrl, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable


class Effect(QObject):
    """Remembers what was done with it."""

    class Status:
        Ready, Error = 1, 2

    statusChanged = Signal()  # noqa: N815 - the name in Qt
    made: ClassVar[list[Effect]] = []

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.played, self.volume, self.file, self.state = 0, 0.0, "", self.Status.Ready
        self.is_playing = False
        self.made.append(self)

    def status(self) -> int:
        return self.state

    def setSource(self, source: QUrl) -> None:  # noqa: N802 - the name in Qt
        self.file = source.toLocalFile()

    def setVolume(self, volume: float) -> None:  # noqa: N802 - the name in Qt
        self.volume = volume

    def play(self) -> None:
        self.played += 1
        self.is_playing = True

    def stop(self) -> None:
        self.is_playing = False

    def fail(self) -> None:
        self.state = self.Status.Error
        self.statusChanged.emit()


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

    def isNull(self) -> bool:  # noqa: N802 - the name in Qt
        return Devices.none


def unplug(*, none: bool = True) -> None:
    """Take the loudspeakers away, or bring them back."""
    Devices.none = none
    for devices in Devices.made:
        devices.audioOutputsChanged.emit()


def multimedia() -> ModuleType:
    module = ModuleType("multimedia")
    vars(module).update(QSoundEffect=Effect, QMediaDevices=Devices)
    return module


def effect_of(name: str) -> Effect:
    """Return the newest effect for a file of that name."""
    return next(effect for effect in reversed(Effect.made) if effect.file.endswith(f"/{name}.wav"))


def sounding() -> list[str]:
    return [
        effect.file.rpartition("/")[2].removesuffix(".wav") for effect in Effect.made if effect.is_playing
    ]


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
