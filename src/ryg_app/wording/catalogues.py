"""The words of one language, from the gettext catalogue; dates and numbers as that language writes them."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel import Locale, dates, numbers

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from pathlib import Path

DOMAIN = "ryg_app"
LANGUAGES = ("da", "en")


@dataclass(frozen=True)
class Words:
    """Looks up words; English stands in the code, other languages in ``assets/locale``."""

    language: str
    catalogue: gettext.NullTranslations
    locale: Locale

    def gettext(self, message: str) -> str:
        """Return the message in this language."""
        return self.catalogue.gettext(message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Return the message for that many, in this language."""
        return self.catalogue.ngettext(singular, plural, number)

    def pgettext(self, context: str, message: str) -> str:
        """Return the message as it reads in that context."""
        return self.catalogue.pgettext(context, message)

    def long_date(self, day: date) -> str:
        """Return «tirsdag 8. december»."""
        pattern = "EEEE d. MMMM" if self.language == "da" else "EEEE, d MMMM"
        return dates.format_date(day, pattern, self.locale)

    def full_date(self, day: date) -> str:
        """Return «8. december 2026»."""
        return dates.format_date(day, "long", self.locale)

    def clock(self, at: time | datetime) -> str:
        """Return «19.42» in Danish, «19:42» in English."""
        return dates.format_time(at, "HH.mm" if self.language == "da" else "HH:mm", locale=self.locale)

    def month(self, day: date) -> str:
        """Return «December 2026»."""
        text = dates.format_date(day, "LLLL yyyy", self.locale)
        return text[:1].upper() + text[1:]

    def weekday(self, number: int, width: str = "abbreviated") -> str:
        """Return the name of an ISO weekday; ``width`` is one of Babel's."""
        return str(self.locale.days["stand-alone"][width][number - 1])

    def number(self, value: float) -> str:
        """Return «3,5» in Danish, «3.5» in English."""
        return numbers.format_decimal(value, locale=self.locale)


def load_words(assets: Path, language: str) -> Words:
    """Return the words of ``da`` or ``en``; any other language gets Danish."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    if known == "en":
        return Words("en", gettext.NullTranslations(), Locale("en", "GB"))
    catalogue = gettext.translation(DOMAIN, assets / "locale", languages=[known])
    return Words(known, catalogue, Locale(known, "DK"))
