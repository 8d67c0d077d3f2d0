"""Turns what was written after an option into a value, or says what belongs there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ryg_app.domain.diary import EARLIEST_DAY, LONGEST_NOTE
from ryg_app.domain.plain_text import clean

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ryg_app.wording.catalogues import Words

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,9}")


class UsageError(Exception):
    """The command was written wrongly; the text is a sentence for the user."""


def require_ending(words: Words, out: Path, *endings: str) -> None:
    """Refuse a name for a file to make that does not say what kind of file it is.

    Raises:
        UsageError: It ends in something else.
    """
    if not out.name.lower().endswith(endings):
        sentence = words.gettext("{file}: the name must end in one of: {endings}.")
        raise UsageError(sentence.format(file=out, endings=", ".join(endings)))


@dataclass(frozen=True, slots=True)
class Values:
    """Readers for the values of options, in the user's language."""

    words: Words

    def number(self, option: str, low: int, high: int) -> Callable[[str], int]:
        """Return a reader of whole numbers from ``low`` to ``high``."""

        def read(written: str) -> int:
            if _NUMBER.fullmatch(written) and low <= int(written) <= high:
                return int(written)
            sentence = self.words.gettext(
                "{option}: “{written}” will not do; write a whole number from {low} to {high}."
            )
            raise UsageError(sentence.format(option=option, written=written, low=low, high=high))

        return read

    def one_of(self, option: str, allowed: tuple[str, ...]) -> Callable[[str], str]:
        """Return a reader of one of these words."""

        def read(written: str) -> str:
            if written in allowed:
                return written
            sentence = self.words.gettext("{option}: “{written}” will not do; write one of: {allowed}.")
            raise UsageError(sentence.format(option=option, written=written, allowed=", ".join(allowed)))

        return read

    def day(self, option: str) -> Callable[[str], date]:
        """Return a reader of dates written YYYY-MM-DD."""

        def read(written: str) -> date:
            try:
                day = date.fromisoformat(written if _DATE.fullmatch(written) else "")
            except ValueError:
                sentence = self.words.gettext(
                    "{option}: “{written}” is not a date; write year-month-day, such as 2026-11-23."
                )
                raise UsageError(sentence.format(option=option, written=written)) from None
            return self._not_too_early(option, day)

        return read

    def _not_too_early(self, option: str, day: date) -> date:
        if day >= EARLIEST_DAY:
            return day
        sentence = self.words.gettext("{option}: {day} is too long ago; {earliest} is the earliest.")
        raise UsageError(sentence.format(option=option, day=day, earliest=EARLIEST_DAY))

    def note(self, option: str) -> Callable[[str], str]:
        """Return a reader of the patient's own words."""

        def read(written: str) -> str:
            if not _is_unicode(written):
                sentence = self.words.gettext("{option}: the text is not UTF-8, so it cannot be read.")
                raise UsageError(sentence.format(option=option))
            text = clean(written, keep_newlines=True)
            if len(text) <= LONGEST_NOTE:
                return text
            sentence = self.words.gettext("{option}: the text has {found} characters; at most {most}.")
            raise UsageError(sentence.format(option=option, found=len(text), most=LONGEST_NOTE))

        return read


def _is_unicode(written: str) -> bool:
    # Bytes that are not in the terminal's encoding arrive as lone surrogates: PEP 383.
    try:
        written.encode()
    except UnicodeEncodeError:
        return False
    return True
