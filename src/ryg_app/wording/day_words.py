"""Words for what a diary day holds, shown on more than one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.diary import diary_day
from ryg_app.domain.session import Ending
from ryg_app.wording.sentences import ending_word, session_title

if TYPE_CHECKING:
    from datetime import date

    from ryg_app.domain.course import Pause
    from ryg_app.domain.session import SessionRecord
    from ryg_app.wording.catalogues import Words


def session_record_words(words: Words, record: SessionRecord, day: date, of: int) -> str:
    """Return «Morning exercises · at 10:02 · done without the computer».

    Args:
        words: The language.
        record: The session as it is kept.
        day: The diary day it is kept under; what was said on a later one tells that day instead of a time.
        of: How many sessions its day has; a session beyond them makes one more.
    """
    title = session_title(words, record.number, max(of, record.number))
    if record.without_computer and diary_day(record.started) > day:
        date_words = words.long_date(record.started.date())
        return " · ".join([title, *_outcome(words, record), _said_on(words, date_words)])
    began = words.gettext("at {time}").format(time=words.clock(record.started))
    return " · ".join([title, began, *_outcome(words, record)])


def _said_on(words: Words, date_words: str) -> str:
    return words.gettext("written on {date}").format(date=date_words)


def pause_words(words: Words, pause: Pause) -> str:
    """Return «Pause on Monday, 7 December» or from when to when."""
    _ = words.gettext
    first, last = words.long_date(pause.first), words.long_date(pause.last)
    if pause.first == pause.last:
        return _("Pause on {date}").format(date=first)
    return _("Pause from {first} to {last}").format(first=first, last=last)


def _outcome(words: Words, record: SessionRecord) -> list[str]:
    _ = words.gettext
    if record.without_computer:
        return [_("done without the computer")]
    said = [_how_much(words, record)]
    if record.worst_leg_pain is not None:
        said.append(_("leg {number} at worst").format(number=record.worst_leg_pain))
    return said


def _how_much(words: Words, record: SessionRecord) -> str:
    if all(done.ending is Ending.DONE for done in record.exercises):
        ending = Ending.DONE
    elif any(done.repetitions for done in record.exercises):
        ending = Ending.PARTLY
    else:
        ending = Ending.SKIPPED
    return ending_word(words, ending).lower()
