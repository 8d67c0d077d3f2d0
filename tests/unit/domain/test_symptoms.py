"""Symptoms are counted in days: those noted, of those on which the question was answered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.diary import Answers, HeatCold, MorningLeg, SymptomChange
from ryg_app.domain.symptoms import NotedDays, Symptom, count_days, noted_on
from tests.strategies import answers as any_answers


@given(st.lists(any_answers, max_size=20))
def test_never_more_days_are_noted_than_answered_nor_answered_than_there_are(said: list[Answers]) -> None:
    for days in count_days(said).values():
        assert 0 <= days.noted <= days.answered <= len(said)
        assert days.answered > 0


@given(st.lists(any_answers, max_size=12), st.lists(any_answers, max_size=12))
def test_days_add_up_to_the_same_whatever_way_they_are_grouped(
    some: list[Answers], others: list[Answers]
) -> None:
    one, two, both = count_days(some), count_days(others), count_days([*some, *others])
    none = NotedDays(0, 0)
    for symptom in Symptom:
        parts = (one.get(symptom, none), two.get(symptom, none))
        assert both.get(symptom, none) == NotedDays(
            sum(part.noted for part in parts), sum(part.answered for part in parts)
        )


@given(any_answers)
def test_more_of_a_symptom_is_also_the_symptom(answers: Answers) -> None:
    said = noted_on(answers)
    for there, more in (
        (Symptom.TINGLING, Symptom.TINGLING_MORE),
        (Symptom.WEAKNESS, Symptom.WEAKNESS_MORE),
    ):
        assert (there in said) == (more in said)
        assert not said.get(more) or said[there]


def test_a_question_not_answered_is_not_counted() -> None:
    assert noted_on(Answers(3, 5)) == {}
    assert count_days([Answers(3, 5), Answers(note="…")]) == {}


def test_an_answer_that_says_no_is_counted_and_not_noted() -> None:
    calm = Answers(
        morning=MorningLeg.AS_USUAL,
        tingling=SymptomChange.ABSENT,
        weakness=SymptomChange.ABSENT,
        woken=False,
        heat_cold=HeatCold.NEITHER,
        painkillers=False,
    )
    assert count_days([calm, calm]) == {symptom: NotedDays(0, 2) for symptom in Symptom}
