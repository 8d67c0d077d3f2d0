"""The review week's two questions, and what the patient wants to ask."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ryg_app.domain.course import CourseRecord
from ryg_app.domain.errors import PersonalNumberError
from ryg_app.domain.questions import OwnQuestion, struck_out, with_question
from ryg_app.domain.review import ActivityScore, GlobalChange, Review
from tests.builders import START, at

EVENING, LATER = at("2026-11-30 19:00"), at("2026-12-02 19:00")
STAIRS, SITTING = ActivityScore("Climb the stairs", 4), ActivityScore("Sit through a film", 7)
REVIEW = Review(START, EVENING)


def test_the_mean_is_of_the_activities_that_were_rated() -> None:
    rated = replace(REVIEW, activities=(STAIRS, SITTING, ActivityScore("Put on socks", None)))
    assert rated.mean_score == 5.5
    assert replace(REVIEW, activities=(ActivityScore("Put on socks", None),)).mean_score is None
    assert REVIEW.mean_score is None


def test_a_review_without_an_answer_was_skipped() -> None:
    assert REVIEW.is_skipped
    assert not replace(REVIEW, activities=(STAIRS,)).is_skipped
    assert not replace(REVIEW, change=GlobalChange.UNCHANGED).is_skipped


def test_nothing_has_changed_is_the_middle_of_the_seven_steps() -> None:
    steps = list(GlobalChange)
    assert (len(steps), steps[3]) == (7, GlobalChange.UNCHANGED)


def test_a_question_is_asked_until_it_is_struck_out_and_again_when_that_is_taken_back() -> None:
    asked = with_question((), "May I cycle?", EVENING)
    both = with_question(asked, "How long do I lie?", LATER)
    first, second = both
    struck = struck_out(both, first, LATER)
    assert CourseRecord(questions=struck).open_questions() == (second,)
    assert struck[0] == OwnQuestion(EVENING, "May I cycle?", LATER)
    assert struck_out(struck, struck[0], None) == both


def test_a_question_with_a_personal_number_is_refused() -> None:
    with pytest.raises(PersonalNumberError) as caught:
        with_question((), "Am I 010190-1234?", EVENING)
    assert caught.value.field == "question"
