from __future__ import annotations

from dataclasses import replace

from ryg_app.domain.exercise import Sides
from ryg_app.wording.catalogues import load_words
from ryg_app.wording.plan_words import plan_in_words
from tests.builders import plan
from tests.plans import ASSETS, PNG, exercises, picture_name

DANISH, ENGLISH = load_words(ASSETS, "da"), load_words(ASSETS, "en")


def _danish(**changes: object) -> dict[str, tuple[str, ...]]:
    return dict(plan_in_words(DANISH, plan(**changes), exercises()))


def test_the_example_plan_reads_as_a_physiotherapist_would_say_it() -> None:
    told = _danish()
    assert told["Plan for ryg og ben"] == (
        "12 uger",
        "Benet, der gør ondt: venstre",
        "Status i uge 2, 4 og 8",
        "Eksempelklinikken, +45 00 00 00 00",
        "Udgave 1, 23. november 2026",
    )
    assert told["Fra din fysioterapeut"] == ("Kom roligt i gang. Ring, hvis du er i tvivl.",)
    assert told["Fase 2 · Tilbage i rytme · uge 3–6"] == (
        "Bækkenkip: 10 gentagelser · hold 5 sek, 2 gange om dagen",
        "Knæ til bryst: 3 pr. side · hold 5 sek, 1 gang om dagen, mandag, onsdag og fredag",
        "Nerveglidning, siddende: 10 gentagelser · venstre side, 1 gang om dagen",
        "Gåture: 2 × 10 min, hver dag",
    )
    assert told["På en dårlig dag"] == (
        "Bækkenkip: 5 gentagelser · hold 3 sek, 1 gang om dagen",
        "Gåture: 3 × 3 min, hver dag",
    )
    assert told["Din fysioterapeuts regelkort"][0] == "Grøn: Fortsæt som planlagt."
    assert told["Planens forslag til påmindelser"][0] == "Øvelser kl. 10.00, hver dag"
    assert told["Tåhævninger"][:2] == ("Stående", "Stå bag en stol.")


def test_the_notes_stand_with_the_name_of_their_exercise() -> None:
    assert "Bækkenkip: Hold vejret frit." in _danish()["Noter til øvelserne"]


def test_what_a_plan_does_not_have_is_not_told() -> None:
    headings = _danish(message="", flare=None, rule_card=None, reminders=(), exercises=plan().exercises[:1])
    assert set(headings) == {
        "Plan for ryg og ben",
        "Fase 1 · Ro og bevægelse · uge 1–2",
        "Fase 2 · Tilbage i rytme · uge 3–6",
        "Fase 3 · Byg op · uge 7–12",
        "Noter til øvelserne",
    }


def test_a_phase_of_one_week_without_anything_says_so() -> None:
    empty = replace(plan().phases[0], last_week=1, doses={}, walking=None)
    assert _danish(phases=(empty,))["Fase 1 · Ro og bevægelse · uge 1"] == ("Ingen øvelser og ingen gåture.",)


def test_an_open_side_is_told_as_a_question_to_come() -> None:
    told = _danish(affected_side=None)
    assert "Benet, der gør ondt: Det bliver du spurgt om, når du begynder." in told["Plan for ryg og ben"]
    assert "den side, der gør ondt" in told["Fase 1 · Ro og bevægelse · uge 1–2"][1]


def test_a_plan_that_needs_no_side_does_not_mention_it() -> None:
    entries = tuple(replace(entry, sides=Sides.BOTH) for entry in plan().exercises)
    told = _danish(affected_side=None, exercises=entries)
    assert not any("gør ondt" in line for line in told["Plan for ryg og ben"])


def test_pictures_are_counted() -> None:
    *others, heel_raise = plan().exercises
    assert heel_raise.own is not None
    own = replace(heel_raise.own, pictures=(picture_name(PNG, "png"),))
    told = _danish(exercises=(*others, replace(heel_raise, own=own)))
    assert told["Tåhævninger"][-1] == "1 billede"


def test_a_plan_can_be_told_in_english() -> None:
    told = dict(plan_in_words(ENGLISH, plan(review_weeks=(4,)), exercises()))
    assert "Review in week 4" in told["Plan for ryg og ben"]
    assert "Walking: 3 × 5 min, every day" in told["Phase 1 · Ro og bevægelse · weeks 1–2"]
