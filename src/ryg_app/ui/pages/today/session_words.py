"""What the session card says: its heading, its rows, and the calm line when there is nothing to do."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ryg_app.domain.owed import DayState
from ryg_app.ui.exercise_text import exercise_text
from ryg_app.ui.pages.today.day import next_exercise_day
from ryg_app.ui.pages.today.exercise_rows import ExerciseLine
from ryg_app.wording.sentences import dose_words, session_title

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ryg_app.application.library import ExerciseView
    from ryg_app.application.today import SessionCard, TodayView
    from ryg_app.domain.session import SessionExercise
    from ryg_app.ui.pages.today.day import Picture
    from ryg_app.wording.catalogues import Words


def heading(words: Words, card: SessionCard | None) -> tuple[str, str]:
    """Return the title of the card and the remark beside it."""
    _ = words.gettext
    if card is None:
        return session_title(words, 1, 1), ""
    about = _("about {minutes} min").format(minutes=card.minutes)
    if card.of > 1:
        place = _("{number} of {count} today").format(number=card.session.number, count=card.of)
        about = f"{about} · {place}"
    return session_title(words, card.session.number, card.of), about


def exercise_lines(
    words: Words, card: SessionCard | None, views: Mapping[str, ExerciseView]
) -> tuple[ExerciseLine, ...]:
    """Return the rows of a session, in its order."""
    if card is None:
        return ()
    return tuple(_line(words, exercise, views[exercise.entry_id]) for exercise in card.session.exercises)


def _line(words: Words, exercise: SessionExercise, view: ExerciseView) -> ExerciseLine:
    note = view.entry.note if view.entry else ""
    said = words.gettext("From your physiotherapist: {note}").format(note=note) if note else ""
    title = exercise_text(words, view).title
    figure = view.variant.figure if view.variant else None
    side = exercise.sides[0] if exercise.sides else None
    photo = view.pictures[0] if view.pictures else b""
    return ExerciseLine(title, dose_words(words, exercise.dose, exercise.sides), said, figure, side, photo)


def state_line(words: Words, picture: Picture) -> str:
    """Return the line shown where no exercises are owed now; empty while a session waits."""
    view, _ = picture.view, words.gettext
    if view.owed is None:
        return _(
            "There is no plan yet. Open the file from your physiotherapist, or choose exercises yourself."
        )
    if view.owed.state is DayState.BEFORE and picture.starts is not None:
        return _("The course begins on {date}.").format(date=words.long_date(picture.starts))
    if view.owed.state is DayState.PAUSED:
        return _paused(words, view)
    if view.owed.state is DayState.AFTER:
        return _("The course has ended. There are no more planned exercises.")
    if view.next_session is not None:
        return ""
    return f"{_nothing_left(words, view)}\n{_next_day(words, picture)}".strip()


def _paused(words: Words, view: TodayView) -> str:
    _ = words.gettext
    if view.paused_until is None or view.paused_until == view.day:
        return _("The course is paused. Nothing is planned today.")
    until = words.long_date(view.paused_until)
    return _("The course is paused until {date}. Nothing is planned today.").format(date=until)


def _nothing_left(words: Words, view: TodayView) -> str:
    _ = words.gettext
    if not view.sessions:
        return _("The plan has no exercises today.")
    records = [card.record for card in view.sessions if card.record is not None]
    if all(any(done.repetitions for done in record.exercises) for record in records):
        return _("Today's exercises are done")
    return _("There are no more exercises today.")


def _next_day(words: Words, picture: Picture) -> str:
    _ = words.gettext
    following = next_exercise_day(picture)
    if following is None:
        return ""
    return _("Next, according to the plan: {day}").format(day=_day(words, picture.view.day, following))


def _day(words: Words, today: date, day: date) -> str:
    date_words = words.long_date(day)
    if day - today == timedelta(days=1):
        return words.gettext("tomorrow, {date}").format(date=date_words)
    return date_words
