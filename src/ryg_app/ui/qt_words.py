"""Qt's own words: its dialogs, and the names of days and months in its fields."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

LOCALES = {
    "da": (QLocale.Language.Danish, QLocale.Country.Denmark),
    "en": (QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class QtWords(QObject):
    """Lets Qt speak the language of the program, whose own words come from its catalogues."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._translator = QTranslator(self)

    def use(self, language: str) -> None:
        """Speak ``da`` or ``en`` from now on."""
        QLocale.setDefault(QLocale(*LOCALES[language]))
        QCoreApplication.removeTranslator(self._translator)
        place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language}", place):
            QCoreApplication.installTranslator(self._translator)
