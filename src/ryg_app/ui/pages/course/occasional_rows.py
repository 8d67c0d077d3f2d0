"""The tables of what is answered only now and then: other symptoms, own activities, global change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.symptoms import Symptom
from ryg_app.ui.pages.course.rows import Rows
from ryg_app.wording.diary_words import global_change_word
from ryg_app.wording.progress_words import (
    NOTHING,
    dated_year,
    kept_together,
    mean_words,
    noted_words,
    short_date,
    symptom_days_word,
    week_namer,
    week_word,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ryg_app.application.progress_view import ProgressView, ReviewShown
    from ryg_app.domain.review import Review
    from ryg_app.wording.catalogues import Words


def symptom_rows(words: Words, view: ProgressView) -> Rows | None:
    """Return on how many days each symptom was noted, a column a symptom; ``None`` without any answer."""
    told = [symptom for symptom in Symptom if any(symptom in week.symptoms for week in view.weeks)]
    if not told:
        return None
    name = week_namer(words, view.weeks)

    def row(number: int) -> Sequence[str]:
        counts = view.weeks[number].symptoms
        return [name(number), *(noted_words(words, counts.get(symptom)) for symptom in told)]

    headings = [words.gettext("Week"), *(symptom_days_word(words, symptom) for symptom in told)]
    return Rows(headings, len(view.weeks), row)


def review_rows(words: Words, view: ProgressView) -> Rows | None:
    """Return the patient's own activities and the global change, a column a review; ``None`` without any."""
    if not view.reviews:
        return None
    _ = words.gettext
    reviews = [shown.review for shown in view.reviews]
    lines = [[name, *(_score(review, name) for review in reviews)] for name in _activities(reviews)]
    if lines:
        lines.append([_("Mean"), *(mean_words(words, review.mean_score) for review in reviews)])
    if any(review.change is not None for review in reviews):
        changes = (review.change for review in reviews)
        told = (NOTHING if change is None else global_change_word(words, change) for change in changes)
        lines.append([_("Compared with the beginning"), *told])
    headings = [_("Activity"), *(_when(words, shown, view) for shown in view.reviews)]
    return Rows(headings, len(lines), lines.__getitem__)


def _activities(reviews: Sequence[Review]) -> list[str]:
    return list(dict.fromkeys(activity.text for review in reviews for activity in review.activities))


def _score(review: Review, name: str) -> str:
    scores = {activity.text: activity.score for activity in review.activities}
    score = scores.get(name)
    return NOTHING if score is None else str(score)


def _when(words: Words, shown: ReviewShown, view: ProgressView) -> str:
    day = (dated_year if view.is_long else short_date)(words, shown.review.day)
    return kept_together(day if shown.week.number is None else f"{week_word(words, shown.week)}, {day}")
