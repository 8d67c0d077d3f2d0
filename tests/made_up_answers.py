"""The rarer answers of a made-up patient: symptoms on some days, reviews, questions; the same every time."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ryg_app.domain.diary import HeatCold, MorningLeg, SymptomChange
from ryg_app.domain.questions import OwnQuestion
from ryg_app.domain.review import ActivityScore, GlobalChange, Review

if TYPE_CHECKING:
    from datetime import datetime

    from ryg_app.domain.diary import Answers

ACTIVITIES = ("Gå en tur med hunden", "Sidde en hel film igennem", "Tage sokker på")
QUESTIONS = ("Må jeg cykle på arbejde?", "Skal jeg hvile mig, når benet sover?", "Hvor længe må jeg sidde?")
OPENED_SHARE, ANSWERED_SHARE = 0.3, 0.6
LONGEST_AT_FIRST, LONGER_PER_DAY = 5, 0.2
REVIEW_DAYS = (7, 21, 49)


def with_rarer_answers(answers: Answers, number: int) -> Answers:
    """Return the answers of a day as they are when the patient now and then opens what is folded away.

    Args:
        answers: The four that are given every day.
        number: The day of the diary, 0 for the first; the same number always gives the same answers.
    """
    rng = random.Random(number)  # noqa: S311 - made-up data, not a secret
    walked = answers.walked_minutes or 0
    walks = (walked // 2, walked - walked // 2) if walked > 15 and rng.random() < 0.5 else answers.walks
    felt = min(walked, round(LONGEST_AT_FIRST + LONGER_PER_DAY * number))
    answers = replace(
        answers, walks=walks, longest_walk_minutes=felt if rng.random() < 0.4 and felt else None
    )
    if rng.random() >= OPENED_SHARE:
        return answers

    yes_or_no = (True, False)

    def now_and_then(*choices: object) -> object:
        return rng.choice(choices) if rng.random() < ANSWERED_SHARE else None

    rarer: dict[str, object] = {
        "morning": now_and_then(*(2 * [MorningLeg.AS_USUAL]), *MorningLeg),
        "tingling": now_and_then(*SymptomChange),
        "weakness": now_and_then(*(3 * [SymptomChange.ABSENT]), *SymptomChange),
        "woken": now_and_then(*yes_or_no),
        "heat_cold": now_and_then(*HeatCold),
        "painkillers": now_and_then(*yes_or_no),
    }
    return replace(answers, **rarer)  # type: ignore[arg-type]


def made_up_review(start: datetime, place: int) -> Review:
    """Return the answers of a course's review number ``place`` (0 is the first), on its first day.

    The last of four is skipped, and one of the activities is not rated the first time.
    """
    at = start + timedelta(days=REVIEW_DAYS[place % len(REVIEW_DAYS)])
    if place % 4 == 3:
        return Review(at.date(), at)
    scores = (3 + 2 * place, 2 + place, None if place == 0 else 4 + place)
    activities = tuple(map(ActivityScore, ACTIVITIES, scores))
    change = (GlobalChange.UNCHANGED, GlobalChange.A_LITTLE_BETTER, GlobalChange.MUCH_BETTER)[place % 3]
    return Review(at.date(), at, activities, change)


def made_up_questions(start: datetime) -> tuple[OwnQuestion, ...]:
    """Return what a patient wrote down during a course; the first was asked at the appointment."""
    asked = [start + timedelta(days=days) for days in (4, 12, 26)]
    first, *others = map(OwnQuestion, asked, QUESTIONS)
    return (replace(first, struck_out=start + timedelta(days=10)), *others)
