"""Rules for text written by people: what is taken out of it, and what must not be in it."""

from __future__ import annotations

import re
import unicodedata

# Emoji and some scripts are spelled with the joiners; the soft hyphen only proposes a line break.
_HARMLESS_FORMAT_CHARACTERS = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{SOFT HYPHEN}")
_UNWANTED_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs"})
_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
_CPR_NUMBER = re.compile(r"(?<!\d)(\d{2})(\d{2})\d{2}\s?([-\u2010-\u2015\u2212]?)\s?\d{4}(?!\d)")
_LAST_DAY = 31
_LAST_MONTH = 12
# Substitute CPR numbers, given to people without one, have 60 added to the day of birth.
_SUBSTITUTE_NUMBER_OFFSET = 60


def clean(text: str, *, keep_newlines: bool = False) -> str:
    """Return the text without control, bidi and private characters, composed (NFC) and trimmed.

    Cleaning twice changes nothing more. Without ``keep_newlines`` a line break becomes a space.
    """
    if text.isprintable():  # neither line breaks nor anything else that is taken out; most text, at once
        return unicodedata.normalize("NFC", text).strip()
    one_kind_of_break = _LINE_BREAK.sub("\n" if keep_newlines else " ", text).replace("\t", " ")
    kept = "".join(character for character in one_kind_of_break if _is_wanted(character))
    return unicodedata.normalize("NFC", kept).strip()


def looks_like_personal_number(text: str, *, is_phone: bool = False) -> bool:
    """Tell whether the text holds what could be a CPR number (day, month, year, four digits).

    Source: the form DDMMYY-SSSS of cpr.dk; the hyphen may be a space or missing.

    Args:
        text: Any text.
        is_phone: The text is a telephone number. Many countries have ten digits, so only the form with
            the hyphen counts.
    """
    visible = "".join(character for character in text if unicodedata.category(character) != "Cf")
    return any(
        _is_day_and_month(day, month) and (hyphen or not is_phone)
        for day, month, hyphen in _CPR_NUMBER.findall(visible)
    )


def _is_wanted(character: str) -> bool:
    return (
        character == "\n"
        or character in _HARMLESS_FORMAT_CHARACTERS
        or unicodedata.category(character) not in _UNWANTED_CATEGORIES
    )


def _is_day_and_month(day: str, month: str) -> bool:
    day_of_birth = int(day) % _SUBSTITUTE_NUMBER_OFFSET
    return 1 <= day_of_birth <= _LAST_DAY and 1 <= int(month) <= _LAST_MONTH
