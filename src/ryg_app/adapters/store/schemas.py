"""The steps that every kind of file in the data folder has been through; numbers are never used again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.adapters.store import course, days, open_session, preferences, reminders
from ryg_app.adapters.store.migrations import Migration, Migrations

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ryg_app.adapters.store.fields import Document
    from ryg_app.adapters.store.generation import Tables


def _each_document(kind: str, change: Callable[[Document], Document]) -> Callable[[Tables], Tables]:
    def changed(tables: Tables) -> Tables:
        documents = tables.get(kind, {})
        return {**tables, kind: {number: change(document) for number, document in documents.items()}}

    return changed


def _day_with_walks_and_symptoms(document: Document) -> Document:
    answers = dict(document["answers"])
    walked = answers.pop("walked_minutes")
    unasked = ("longest_walk_minutes", "morning", "tingling", "weakness", "woken", "heat_cold", "painkillers")
    walks = [] if walked is None else [walked]
    return {**document, "answers": {**answers, "walks": walks, **dict.fromkeys(unasked)}}


def _day_with_words_of_exercises(document: Document) -> Document:
    sessions = [
        {**session, "exercises": [{**done, "words": ""} for done in session["exercises"]]}
        for session in document["sessions"]
    ]
    return {**document, "sessions": sessions}


def _course_with_questions_and_reviews(document: Document) -> Document:
    return {**document, "questions": [], "reviews": []}


def _preferences_about_the_background(document: Document) -> Document:
    unasked = ("told_of_tray", "asked_about_autostart", "notifications_say_what")
    return {**document, "when_closed": "not_said", **dict.fromkeys(unasked, False)}


# Both kinds stand in one file, which has one schema version.
_REMINDERS = Migrations()

MIGRATIONS: Mapping[str, Migrations] = {
    days.KIND: Migrations(
        (
            Migration(2, _each_document(days.KIND, _day_with_walks_and_symptoms)),
            Migration(3, _each_document(days.KIND, _day_with_words_of_exercises)),
        )
    ),
    course.KIND: Migrations((Migration(2, _each_document(course.KIND, _course_with_questions_and_reviews)),)),
    open_session.KIND: Migrations(),
    reminders.KIND: _REMINDERS,
    reminders.BOOK_KIND: _REMINDERS,
    preferences.KIND: Migrations(
        (Migration(2, _each_document(preferences.KIND, _preferences_about_the_background)),)
    ),
}
