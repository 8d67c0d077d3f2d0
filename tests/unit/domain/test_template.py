from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.domain.dose import EVERY_DAY, Dose, Walking
from ryg_app.domain.exercise import Position, Side, Sides, SignOff, Text
from ryg_app.domain.plan import Flare, Plan, PlanExercise, ReminderKind, ReminderRule, RuleCard
from ryg_app.domain.template import Template, TemplatePhase, TemplateRuleCard, new_plan

PLAN_ID = "5e0f3c1a-7f5d-4f0e-9a51-0c8a0f5f2b11"
ISSUED = date(2026, 11, 23)
DOSE = Dose(5, 1, 0, 2, 2, 1, 30, 1)
DOSES = {"tilt": DOSE, "slider": DOSE}
WALKING = Walking(5, 3)


def text(word: str) -> Text:
    return Text(f"{word} da", f"{word} en")


def phase(word: str, first: int, last: int) -> TemplatePhase:
    return TemplatePhase(text(word), first, last, DOSES, WALKING)


TEMPLATE = Template(
    template_id="disc",
    title=text("plan"),
    weeks=12,
    review_weeks=(2, 4, 8),
    exercises=(
        PlanExercise("tilt", "pelvic_tilt", None, None, "", None, Position.SUPINE),
        PlanExercise("slider", "sciatic_slider", "seated", Sides.AFFECTED, "", None, Position.SEATED),
    ),
    switched_on=frozenset({"tilt"}),
    phases=(phase("one", 1, 2), phase("two", 3, 6), phase("three", 7, 12)),
    flare=Flare(DOSES, None),
    rule_card=TemplateRuleCard(text("green"), text("yellow"), text("red")),
    reminders=(ReminderRule(ReminderKind.DIARY, time(20, 30), EVERY_DAY),),
    source="",
    sign_off=SignOff("needs clinical sign-off", None, None),
)


def plan_of(weeks: int = 12, side: Sides | None = None, chosen: frozenset[str] | None = None) -> Plan:
    return new_plan(TEMPLATE, "da", weeks, side, PLAN_ID, ISSUED, chosen=chosen)


def test_a_new_plan_holds_what_the_template_has_switched_on() -> None:
    plan = plan_of()
    assert [entry.entry_id for entry in plan.exercises] == ["tilt"]
    assert all(set(phase.doses) == {"tilt"} for phase in plan.phases)
    assert plan.flare == Flare({"tilt": DOSE}, None)


def test_what_is_chosen_counts_instead_of_what_is_switched_on() -> None:
    plan = plan_of(chosen=frozenset({"slider"}))
    assert [entry.entry_id for entry in plan.exercises] == ["slider"]
    assert all(set(phase.doses) == {"slider"} for phase in plan.phases)


def test_a_new_plan_is_the_first_revision_and_speaks_one_language() -> None:
    plan = new_plan(TEMPLATE, "en", 12, None, PLAN_ID, ISSUED)
    assert (plan.plan_id, plan.revision, plan.issued) == (PLAN_ID, 1, ISSUED)
    assert (plan.title, plan.phases[0].title) == ("plan en", "one en")
    assert plan.rule_card == RuleCard("green en", "yellow en", "red en")


def test_a_new_plan_names_no_clinic_and_no_template() -> None:
    plan = plan_of()
    assert plan.clinic is None
    assert "disc" not in repr(plan)


@pytest.mark.parametrize(
    ("side", "affected", "slider"),
    [
        (Sides.LEFT, Side.LEFT, Sides.AFFECTED),
        (Sides.RIGHT, Side.RIGHT, Sides.AFFECTED),
        (Sides.BOTH, None, Sides.BOTH),
        (Sides.AFFECTED, None, Sides.AFFECTED),
        (None, None, Sides.AFFECTED),
    ],
)
def test_the_side_is_that_of_the_leg_that_hurts(
    side: Sides | None, affected: Side | None, slider: Sides
) -> None:
    plan = plan_of(side=side, chosen=frozenset({"tilt", "slider"}))
    assert plan.affected_side is affected
    assert plan.exercise("slider").sides is slider
    assert plan.exercise("tilt").sides is None


@pytest.mark.parametrize(
    ("weeks", "ranges", "reviews"),
    [
        (12, [(1, 2), (3, 6), (7, 12)], (2, 4, 8)),
        (8, [(1, 2), (3, 6), (7, 8)], (2, 4, 8)),
        (6, [(1, 2), (3, 6)], (2, 4)),
        (1, [(1, 1)], ()),
        (20, [(1, 2), (3, 6), (7, 20)], (2, 4, 8)),
    ],
)
def test_phases_and_reviews_fit_the_length_of_the_course(
    weeks: int, ranges: list[tuple[int, int]], reviews: tuple[int, ...]
) -> None:
    plan = plan_of(weeks)
    assert [(phase.first_week, phase.last_week) for phase in plan.phases] == ranges
    assert plan.review_weeks == reviews


@given(st.integers(1, 52))
def test_phases_are_contiguous_and_cover_the_course_whatever_its_length(weeks: int) -> None:
    covered = [
        week for phase in plan_of(weeks).phases for week in range(phase.first_week, phase.last_week + 1)
    ]
    assert covered == list(range(1, weeks + 1))


@pytest.mark.parametrize("weeks", [0, 53])
def test_a_course_of_no_weeks_or_more_than_a_year_is_not_made(weeks: int) -> None:
    with pytest.raises(ValueError, match=str(weeks)):
        plan_of(weeks)
