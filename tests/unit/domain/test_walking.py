"""Several walks a day, each of which can be corrected or removed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.diary import MOST_WALKING_MINUTES, Answers
from ryg_app.domain.walking import with_walk, with_walk_corrected, without_walk

minutes = st.integers(0, MOST_WALKING_MINUTES)


def _day(told: list[int]) -> Answers:
    answers = Answers(back=2)
    for walk in told:
        answers = with_walk(answers, walk)
    return answers


days = st.lists(minutes, max_size=5).map(_day)


@pytest.mark.parametrize(
    ("before", "added", "after"),
    [
        ((), 10, (10,)),
        ((10,), 5, (10, 5)),
        ((10,), 10, (10, 10)),
        ((0,), 20, (20,)),
        ((), 0, (0,)),
        ((10,), 0, (10,)),
        ((595,), 10, (595, 5)),
        ((600,), 10, (600,)),
    ],
)
def test_a_walk_is_added_to_the_others(before: tuple[int, ...], added: int, after: tuple[int, ...]) -> None:
    assert with_walk(Answers(back=2, walks=before), added) == Answers(back=2, walks=after)


def test_one_walk_is_corrected_and_the_others_stay() -> None:
    answers = Answers(leg=1, walks=(10, 5, 20))
    assert with_walk_corrected(answers, 1, 15) == Answers(leg=1, walks=(10, 15, 20))
    assert with_walk_corrected(answers, 1, 0) == Answers(leg=1, walks=(10, 20))
    assert with_walk_corrected(Answers(walks=(10,)), 0, 0) == Answers(walks=(0,))


def test_one_walk_is_removed_and_with_the_last_the_answer() -> None:
    answers = Answers(leg=1, walks=(10, 5))
    assert without_walk(answers, 0) == Answers(leg=1, walks=(5,))
    assert without_walk(without_walk(answers, 0), 0) == Answers(leg=1)


def test_a_walk_that_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(IndexError):
        with_walk_corrected(Answers(), 0, 5)
    with pytest.raises(IndexError):
        without_walk(Answers(walks=(5,)), 1)


@given(days, minutes)
def test_a_day_never_holds_more_than_ten_hours_nor_a_walk_of_nothing_beside_others(
    answers: Answers, more: int
) -> None:
    walks = with_walk(answers, more).walks
    assert sum(walks) == min(MOST_WALKING_MINUTES, sum(answers.walks) + more)
    assert walks == (0,) or all(walks)


@given(days.filter(lambda answers: bool(answers.walks)), st.data(), minutes)
def test_a_corrected_walk_counts_as_it_was_corrected(
    answers: Answers, data: st.DataObject, told: int
) -> None:
    place = data.draw(st.integers(0, len(answers.walks) - 1))
    others = sum(answers.walks) - answers.walks[place]
    corrected = with_walk_corrected(answers, place, told)
    assert corrected.walked_minutes == min(MOST_WALKING_MINUTES, others + told)
    assert without_walk(answers, place).walked_minutes == (others if len(answers.walks) > 1 else None)
