"""Everything that is no measurement as QuestionnaireResponses, in the words it was asked in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.adapters.fhir.parts import moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from ryg_app.adapters.fhir.parts import Resource, Writing
    from ryg_app.domain.diary import DayLog
    from ryg_app.domain.review import Review

ASKED = (
    "leg_extent",
    "longest_walk",
    "morning",
    "tingling",
    "weakness",
    "woken",
    "heat_cold",
    "painkillers",
    "note",
)


def daily_answers(writing: Writing) -> Iterator[Resource]:
    """Return a response for each day on which something else than a number was said."""
    for day in writing.extract.days:
        items = list(_items_of_day(writing, day.log))
        if items:
            yield _response(writing, "day", day.log.day, day.log.changed or day.log.recorded, items)


def reviews(writing: Writing) -> Iterator[Resource]:
    """Return a response for each review week that was answered: own activities and the change."""
    first, last = writing.extract.first, writing.extract.last
    for review in writing.extract.record.reviews:
        items = list(_items_of_review(writing, review))
        if first <= review.day <= last and items:
            yield _response(writing, "review", review.day, review.changed or review.recorded, items)


def _items_of_day(writing: Writing, log: DayLog) -> Iterator[Resource]:
    answers, labels, words = log.answers, writing.words.labels, writing.words.values
    said: dict[str, object] = {name: getattr(answers, name, None) for name in ASKED}
    said["longest_walk"] = answers.longest_walk_minutes
    for name, value in said.items():
        match value:
            case None | "":
                continue
            case bool():
                answer: Resource = {"valueBoolean": value}
            case int():
                answer = {"valueInteger": value}
            case _:
                text = str(value)
                answer = {"valueString": text if name == "note" else words[text]}
        yield _item(name, labels[name], answer)


def _items_of_review(writing: Writing, review: Review) -> Iterator[Resource]:
    labels, words = writing.words.labels, writing.words.values
    for place, activity in enumerate(review.activities, start=1):
        if activity.score is not None:
            text = f"{activity.text} – {labels[f'score_{place}']}"
            yield _item(f"score_{place}", text, {"valueInteger": activity.score})
    if review.mean_score is not None:
        yield _item("mean_score", labels["mean_score"], {"valueDecimal": round(review.mean_score, 1)})
    if review.change is not None:
        yield _item("global_change", labels["global_change"], {"valueString": words[review.change]})


def _response(
    writing: Writing, kind: str, day: object, told: datetime | None, items: list[Resource]
) -> Resource:
    response: Resource = {
        **writing.resource("QuestionnaireResponse", kind, day),
        "status": "completed",
        "subject": writing.patient(),
        "author": writing.patient(),
        "item": [_item("day", writing.words.labels["day"], {"valueDate": str(day)}), *items],
    }
    if told is not None:
        response["authored"] = moment(told)
    return response


def _item(name: str, text: str, answer: Resource) -> Resource:
    return {"linkId": name, "text": text, "answer": [answer]}
