"""The exercise sheet: everything the plan says is on it, however much that is, and no more than needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from ryg_app.adapters.catalogue import load_contacts, load_red_flags
from ryg_app.application.handout import Handout, Handouts, InWeeks
from ryg_app.domain.exercise import Position, Sides
from ryg_app.domain.plan import Clinic, OwnExercise, PlanExercise, RuleCard
from ryg_app.ui.paper import QtPaper
from ryg_app.ui.paper.flow import A4_HEIGHT, A4_WIDTH, FOOT, ROOM, Page, paginate
from ryg_app.ui.paper.paging import paint_page
from tests import builders, pdf
from tests.plans import ASSETS, exercises

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from PySide6.QtWidgets import QApplication

    from ryg_app.domain.plan import Plan

MADE = date(2026, 11, 20)
PICTURES = {
    f"media/{name}.png": size for name, size in (("a", (800, 600)), ("b", (300, 900)), ("c", (900, 200)))
}


@pytest.fixture(scope="session")
def paper(qapp: QApplication) -> QtPaper:
    return QtPaper(ASSETS)


def handout(made: date = MADE, logo: bytes | None = None, **changes: Any) -> Handout:
    handouts = Handouts(exercises(), load_red_flags(ASSETS), load_contacts(ASSETS))
    pictures = {name: png(*size) for name, size in PICTURES.items()}
    return handouts.of(replace(builders.plan_file(**changes), pictures=pictures), made, logo)


def png(width: int, height: int) -> bytes:
    image, buffer = QImage(width, height, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor("#557799"))
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def many_exercises(count: int) -> dict[str, Any]:
    """Return what makes the example a plan with that many exercises of its own, as long as they may be."""
    plan: Plan = builders.plan()
    own = tuple(
        PlanExercise(
            f"own-{number}",
            None,
            None,
            Sides.BOTH,
            f"note {number} " + "forsigtig " * 49,
            OwnExercise(
                f"Øvelse {number} " + "navn " * 13,
                tuple(f"trin{number}x{step} " + "xylofon " * 20 for step in range(12)),
                Position.STANDING,
                tuple(PICTURES),
            ),
            Position.STANDING,
        )
        for number in range(count)
    )
    dose = next(iter(plan.phases[0].doses.values()))
    phases = tuple(
        replace(phase, doses={entry.entry_id: replace(dose, repetitions=3 + place) for entry in own})
        for place, phase in enumerate(plan.phases)
    )
    return {"exercises": own, "phases": phases, "flare": None}


def saved(paper: QtPaper, sheet: Handout, path: Path, language: str = "da") -> Path:
    printout = paper.handout(sheet, language)
    for _share in printout.steps():
        pass
    path.write_bytes(printout.data())
    return path


@pdf.needs_poppler
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_example_stands_on_two_pages_with_all_it_says(
    paper: QtPaper, tmp_path: Path, language: str
) -> None:
    sheet = handout()
    path = saved(paper, sheet, tmp_path / "sheet.pdf", language)
    facts, text = pdf.facts_of(path), " ".join(pdf.text_of(path).split())
    assert facts["Pages"] == "2"
    assert sheet.plan.title in facts["Title"]
    card, clinic = sheet.plan.rule_card, sheet.plan.clinic
    assert card is not None
    assert clinic is not None
    for words in (card.green, card.yellow, card.red, clinic.name, clinic.phone, sheet.plan.message):
        assert " ".join(words.split()) in text
    for exercise in sheet.exercises:
        assert exercise.view.variant is None or exercise.view.variant.words[language].title in text
    signs = (*sheet.red_flags.call_now.signs, *sheet.red_flags.this_week.signs)
    assert all(sign.in_language(language)[:30] in text for sign in signs)
    assert "112" in text


@pdf.needs_poppler
@pytest.mark.parametrize("count", [1, 12])
def test_however_long_no_word_is_lost(paper: QtPaper, tmp_path: Path, count: int) -> None:
    card = RuleCard("grøn regel " * 40, "gul regel " * 40, "rød regel " * 40)
    sheet = handout(message="hilsen " * 140, rule_card=card, **many_exercises(count))
    text = " ".join(pdf.text_of(saved(paper, sheet, tmp_path / "sheet.pdf")).split())
    for number in range(count):
        assert f"Øvelse {number} " in text
        assert f"note {number} " in text
        assert all(f"trin{number}x{step} " in text for step in range(12))
    assert text.count("xylofon") == count * 12 * 20
    assert text.count("hilsen") == 140
    assert text.count("rød regel") == 40


def test_no_piece_is_higher_than_a_page(paper: QtPaper) -> None:
    layout = paper.handout_layout(handout(message="hilsen " * 140, **many_exercises(12)), "da")
    assert max(piece.height for piece in layout.pieces()) <= ROOM


def test_the_usual_three_exercises_have_their_steps_in_lines_and_twelve_stand_closer(paper: QtPaper) -> None:
    few, many = handout(), handout(**many_exercises(12))
    assert len(list(paginate(paper.handout_layout(few, "da").pieces()))) == 2
    assert len(list(paginate(paper.handout_layout(many, "da").pieces()))) > 2


def test_the_letters_are_as_large_as_two_pages_allow(paper: QtPaper) -> None:
    one, many = {"exercises": builders.plan().exercises[:1]}, many_exercises(12)
    heights = [
        next(paper.handout_layout(handout(**changes), "da").pieces()).height for changes in (one, many)
    ]
    assert heights[0] > heights[1]


def test_the_longest_foot_keeps_clear_of_the_text_and_of_the_edge(paper: QtPaper) -> None:
    clinic = Clinic("Klinikken " * 8, "+45 00 00 00 00 00 00 00 00 00")
    layout = paper.handout_layout(handout(title="Plan for ryg " * 6, clinic=clinic), "da")
    pages = list(paginate(layout.pieces()))
    image = QImage(int(A4_WIDTH), int(A4_HEIGHT), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint_page(painter, QSizeF(A4_WIDTH, A4_HEIGHT), Page(), layout.footer, "side 1 af 2", paper.ink)
    painter.end()
    inked = [
        y for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) != 0xFFFFFFFF
    ]
    assert min(inked) >= A4_HEIGHT - FOOT
    assert max(inked) <= A4_HEIGHT - 15
    assert len(pages) == 2


def test_phases_that_ask_for_the_same_are_one_line() -> None:
    plan = builders.plan()
    same = tuple(replace(phase, doses=plan.phases[0].doses) for phase in plan.phases)
    first = handout(phases=same).exercises[0]
    assert [(part.first, part.last) for part in first.doses] == [(1, plan.weeks)]


def test_weeks_without_an_exercise_are_left_out() -> None:
    plan = builders.plan()
    entry = plan.exercises[0].entry_id
    doses = plan.phases[0].doses
    phases = (plan.phases[0], replace(plan.phases[1], doses={}), replace(plan.phases[2], doses=doses))
    first = handout(phases=phases).exercises[0]
    assert first.doses == (
        InWeeks(plan.phases[0].first_week, plan.phases[0].last_week, doses[entry]),
        InWeeks(plan.phases[2].first_week, plan.phases[2].last_week, doses[entry]),
    )


@pdf.needs_poppler
def test_without_a_physiotherapist_nothing_is_said_to_be_theirs(paper: QtPaper, tmp_path: Path) -> None:
    plan = builders.plan()
    entries = tuple(replace(entry, note="") for entry in plan.exercises)
    sheet = handout(clinic=None, message="", rule_card=None, exercises=entries)
    assert "ysioterapeut" not in pdf.text_of(saved(paper, sheet, tmp_path / "sheet.pdf"))


@pdf.needs_poppler
def test_a_number_past_its_last_known_day_says_so(paper: QtPaper, tmp_path: Path) -> None:
    text = pdf.text_of(saved(paper, handout(made=date(2027, 3, 1)), tmp_path / "sheet.pdf"))
    assert "slå det op først" in " ".join(text.split())


@pdf.needs_poppler
def test_the_logo_of_the_clinic_is_on_it_and_a_broken_one_is_left_out(paper: QtPaper, tmp_path: Path) -> None:
    first = builders.plan().exercises[:1]
    whole = saved(paper, handout(logo=png(400, 120), exercises=first), tmp_path / "logo.pdf")
    broken = saved(paper, handout(logo=b"no picture", exercises=first), tmp_path / "broken.pdf")
    assert len(pdf.pictures_in(whole)) == 1
    assert pdf.pictures_in(broken) == []
