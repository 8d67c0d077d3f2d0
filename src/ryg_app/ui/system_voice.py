"""The voice that came with the computer."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

# Named one by one: Qt's first choice may be the engine that only pretends to speak.
ENGINES = ("winrt", "sapi", "darwin", "macos", "speechd")
LOUDEST_PERCENT = 100


class SystemVoice(QObject):
    """Speaks in one language, between `open` and `close`; `failed` is emitted when it cannot any more.

    Qt's text to speech is heavy and starts the computer's speech service, so it is first loaded by `open`.
    """

    failed = Signal()

    def __init__(
        self,
        language: str,
        volume_percent: int = LOUDEST_PERCENT,
        text_to_speech: Callable[[], ModuleType] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = QLocale(language).language()
        self._volume = volume_percent / LOUDEST_PERCENT
        self._text_to_speech = text_to_speech or _qt_text_to_speech
        self._engine: Any = None

    @property
    def is_open(self) -> bool:
        """Whether there is a voice that can speak."""
        return self._engine is not None

    def set_volume(self, percent: int) -> None:
        """Set the loudness, 0 to 100."""
        self._volume = percent / LOUDEST_PERCENT
        if self._engine is not None:
            self._engine.setVolume(self._volume)

    def open(self) -> bool:
        """Look for a voice in the language; tell whether there is one."""
        try:
            engines = self._text_to_speech().QTextToSpeech
            known = engines.availableEngines()
        except (ImportError, OSError, RuntimeError):
            return False
        return self.is_open or any(self._try(engines(name, self)) for name in ENGINES if name in known)

    def say(self, text: str) -> None:
        """Say a text now, in place of what is being said."""
        if self._engine is not None:
            self._engine.stop()
            self._engine.say(text)

    def add(self, text: str) -> None:
        """Say a text after what is being said."""
        if self._engine is not None and text:
            self._engine.enqueue(text)

    def stop(self) -> None:
        """Be silent now."""
        if self._engine is not None:
            self._engine.stop()

    def close(self) -> None:
        """Let go of the speech service."""
        engine, self._engine = self._engine, None
        if engine is not None:
            engine.errorOccurred.disconnect(self.failed)
            engine.stop()
            engine.deleteLater()

    def _try(self, engine: Any) -> bool:  # noqa: ANN401 - loaded when needed
        locales = (one for one in engine.availableLocales() if one.language() == self._language)
        locale = next(locales, None)
        if locale is None:
            engine.deleteLater()
            return False
        engine.setLocale(locale)
        engine.setVolume(self._volume)
        engine.errorOccurred.connect(self.failed)
        self._engine = engine
        return True


def has_system_voice(language: str) -> bool:
    """Tell whether this computer has a voice of its own in ``da`` or ``en``."""
    voice = SystemVoice(language)
    found = voice.open()
    voice.close()
    voice.deleteLater()
    return found


def _qt_text_to_speech() -> ModuleType:
    return importlib.import_module("PySide6.QtTextToSpeech")
