"""What the diary says about a day beside its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.wording.day_words import session_record_words

if TYPE_CHECKING:
    from datetime import datetime

    from ryg_app.application.diary import DiaryView
    from ryg_app.domain.diary import DayLog
    from ryg_app.wording.catalogues import Words


def saved_words(words: Words, now: datetime) -> str:
    """Return when the day was kept, and where."""
    _ = words.gettext
    return _("Saved at {time} · on this computer only").format(time=words.clock(now))


def session_lines(words: Words, view: DiaryView) -> list[str]:
    """Return a line for each session of the day."""
    of = len(view.owed.sessions) if view.owed else 0
    return [session_record_words(words, record, view.day, of) for record in view.log.sessions]


def marks(words: Words, log: DayLog) -> str:
    """Return whether the day was filled in or corrected after it was over, as a neutral fact."""
    _ = words.gettext
    told = []
    if log.recorded_late and log.recorded is not None:
        date = words.long_date(log.recorded.date())
        told.append(_("Filled in later, on {date}.").format(date=date))
    if log.changed is not None:
        told.append(_("Corrected on {date}.").format(date=words.long_date(log.changed.date())))
    return " ".join(told)
