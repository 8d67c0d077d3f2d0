from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.plan import Clinic
from ryg_app.domain.plan_draft import PlanDraft, draft_from_template
from ryg_app.domain.plan_draft.phases import (
    begin_phase,
    may_split,
    remove_phase,
    set_weeks,
    split_phase,
)
from tests import plans


def draft() -> PlanDraft:
    template = plans.templates()["disc"]
    return draft_from_template(template, "en", "5e0f3c1a-7f5d-4f0e-9a51-0c8a0f5f2b11", Clinic("", ""))


def weeks_of(edited: PlanDraft) -> list[tuple[int, int]]:
    return [(phase.first_week, phase.last_week) for phase in edited.phases]


def apply(edited: PlanDraft, step: tuple[str, int, int]) -> PlanDraft:
    kind, place, number = step
    phase = place % len(edited.phases)
    match kind:
        case "weeks":
            return set_weeks(edited, number)
        case "move":
            return begin_phase(edited, phase, number) if phase else edited
        case "split":
            return split_phase(edited, phase, "New")
        case _:
            return remove_phase(edited, phase)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("weeks", "move", "split", "remove")),
        st.integers(min_value=0, max_value=25),
        st.integers(min_value=-5, max_value=80),
    ),
    max_size=25,
)


@given(STEPS)
def test_whatever_is_done_the_phases_cover_the_course_without_a_gap(
    steps: list[tuple[str, int, int]],
) -> None:
    edited = draft()
    for step in steps:
        edited = apply(edited, step)
    week = 1
    for first, last in weeks_of(edited):
        assert first == week <= last
        week = last + 1
    assert week == edited.weeks + 1
    assert 1 <= len(edited.phases) <= 20
    assert all(1 <= review <= edited.weeks for review in edited.review_weeks)


def test_a_shorter_course_loses_its_last_phases_and_reviews() -> None:
    short = set_weeks(draft(), 4)
    assert weeks_of(short) == [(1, 2), (3, 4)]
    assert short.review_weeks == (2, 4)


def test_a_longer_course_makes_the_last_phase_longer() -> None:
    assert weeks_of(set_weeks(draft(), 16)) == [(1, 2), (3, 6), (7, 16)]


def test_a_boundary_stops_where_a_phase_would_vanish() -> None:
    assert weeks_of(begin_phase(draft(), 1, 0)) == [(1, 1), (2, 6), (7, 12)]
    assert weeks_of(begin_phase(draft(), 1, 40)) == [(1, 5), (6, 6), (7, 12)]


def test_a_phase_split_in_two_keeps_its_doses_in_both() -> None:
    split = split_phase(draft(), 2, "Later")
    assert weeks_of(split) == [(1, 2), (3, 6), (7, 9), (10, 12)]
    assert split.phases[3].doses == draft().phases[2].doses
    assert split.phases[3].title == "Later"


def test_a_phase_of_one_week_is_not_split() -> None:
    narrow = begin_phase(draft(), 1, 0)
    assert not may_split(narrow, 0)
    assert split_phase(narrow, 0, "Later") is narrow


def test_the_weeks_of_a_removed_phase_go_to_its_neighbour() -> None:
    assert weeks_of(remove_phase(draft(), 0)) == [(1, 6), (7, 12)]
    assert weeks_of(remove_phase(draft(), 2)) == [(1, 2), (3, 12)]


def test_the_last_phase_stays() -> None:
    one = replace(draft(), phases=(replace(draft().phases[0], last_week=12),))
    assert remove_phase(one, 0) is one
