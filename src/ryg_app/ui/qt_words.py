"""Qt's own words: its dialogs, and the names of days and months in its fields."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

LOCALES = {
    "da": (QLocale.Language.Danish, QLocale.Country.Denmark),
    "en": (QLocale.Language.English, QLocale.Country.UnitedKingdom),
}

_MISSING = {"&Look in:": "&Mappe:", "Files of &type:": "Fil&type:"}
"""What Qt's own Danish leaves in English, in the dialog of a desktop that brings none of its own."""


class _Missing(QTranslator):
    """Asked before Qt's own words; knows only what those lack, and leaves them the rest by `None`."""

    def translate(
        self,
        _context: str,
        source: str,
        _disambiguation: str | None = None,
        _n: int = -1,
    ) -> str | None:
        return _MISSING.get(source)


class QtWords(QObject):
    """Lets Qt speak the language of the program, whose own words come from its catalogues."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._translator, self._missing = QTranslator(self), _Missing(self)

    def use(self, language: str) -> None:
        """Speak ``da`` or ``en`` from now on."""
        QLocale.setDefault(QLocale(*LOCALES[language]))
        for translator in (self._translator, self._missing):
            QCoreApplication.removeTranslator(translator)
        place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language}", place):
            QCoreApplication.installTranslator(self._translator)
        if language == "da":
            QCoreApplication.installTranslator(self._missing)
