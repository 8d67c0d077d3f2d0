"""``plan new``, ``check``, ``show`` and ``use``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests import plans
from tests.bad_plans import BAD_PLANS, BadPlan

if TYPE_CHECKING:
    from pathlib import Path

    from tests.command_line import CommandLine


@pytest.mark.parametrize("template", ["disc", "stenosis", "general"])
@pytest.mark.parametrize("weeks", [1, 5, 12, 52])
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_new_plan_is_a_good_one(
    ryg_app: CommandLine, tmp_path: Path, template: str, weeks: int, language: str
) -> None:
    out = tmp_path / "new.rygplan"
    made = ryg_app("plan", "new", out, "--template", template, "--weeks", str(weeks), language=language)
    assert (made.code, made.err) == (0, "")
    assert ryg_app("plan", "check", out).code == 0
    document = json.loads(out.read_bytes())
    assert document["weeks"] == document["phases"][-1]["weeks"][1] == weeks
    assert document["issued"] == "2026-12-08"
    assert ryg_app.files() == {}


@pytest.mark.parametrize(
    ("side", "written", "slider"),
    [("left", "left", "affected"), ("right", "right", "affected"), ("both", None, "both")],
)
def test_a_new_plan_knows_the_side(
    ryg_app: CommandLine, tmp_path: Path, side: str, written: str | None, slider: str
) -> None:
    out = tmp_path / "new.rygplan"
    ryg_app("plan", "new", out, "--template", "disc", "--side", side)
    document = json.loads(out.read_bytes())
    assert document["affected_side"] == written
    assert [entry["sides"] for entry in document["exercises"] if entry["id"] == "slider"] == [slider]


def test_a_plan_file_that_exists_is_left_alone(ryg_app: CommandLine, plan_file: Path) -> None:
    before = plan_file.read_bytes()
    result = ryg_app("plan", "new", plan_file)
    assert (result.code, result.out) == (1, "")
    assert str(plan_file) in result.err
    assert plan_file.read_bytes() == before


def test_a_plan_cannot_be_made_where_there_is_no_folder(
    ryg_app: CommandLine, tmp_path: Path, plan_file: Path
) -> None:
    for place in (tmp_path / "nowhere", plan_file):
        result = ryg_app("plan", "new", place / "new.rygplan")
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("Not saved: there is no folder to put new.rygplan in.")


def test_every_file_is_reported_the_good_and_the_bad(
    ryg_app: CommandLine, plan_file: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.rygplan"
    empty.touch()
    result = ryg_app("plan", "check", plan_file, empty, tmp_path / "gone.rygplan", plan_file)
    assert result.code == 1
    assert result.out == f"{plan_file} is a good plan file.\n" * 2
    assert f"{empty} cannot be used" in result.err
    assert "There is no such file." in result.err


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("bad", BAD_PLANS, ids=lambda bad: bad.name)
def test_every_bad_plan_is_refused_with_its_fields_named(
    ryg_app: CommandLine, tmp_path: Path, bad: BadPlan, language: str
) -> None:
    path = tmp_path / "bad.rygplan"
    path.write_bytes(bad.data())
    for command in ("check", "show", "use"):
        result = ryg_app("plan", command, path, language=language)
        assert (result.code, result.out) == (1, "")
        heading, *problems = result.err.splitlines()
        assert str(path) in heading
        assert len(problems) == len(bad.where)
        for where, problem in zip(bad.where, problems, strict=True):
            assert problem.startswith(f"{where}: " if where else "")
            assert problem != f"{where}: "
    assert not ryg_app.folder.exists()


def test_a_plan_is_shown_in_plain_words(ryg_app: CommandLine, plan_file: Path) -> None:
    result = ryg_app("plan", "show", plan_file, language="da")
    assert (result.code, result.err) == (0, "")
    assert "Fra din fysioterapeut\n  Kom roligt i gang. Ring, hvis du er i tvivl.\n" in result.out
    assert (
        "\n  Knæ til bryst: 3 pr. side · hold 5 sek, 1 gang om dagen, mandag, onsdag og fredag\n"
        in result.out
    )
    assert not ryg_app.folder.exists()


def test_a_plan_is_used_from_today(ryg_app: CommandLine, plan_file: Path) -> None:
    result = ryg_app("plan", "use", plan_file)
    assert (result.code, result.err) == (0, "")
    assert "First day of the course: 8 December 2026." in result.out
    app = ryg_app.app()
    plan = app.course.plan()
    assert plan is not None
    assert plan.title == "Plan for ryg og ben"


def test_using_the_same_plan_again_changes_nothing(ryg_app: CommandLine, plan_file: Path) -> None:
    ryg_app("plan", "use", plan_file)
    before = ryg_app.files()
    result = ryg_app("plan", "use", plan_file, language="da")
    assert (result.code, result.out) == (0, "Planen »Plan for ryg og ben« er allerede i brug.\n")
    assert ryg_app.files() == before


def test_an_older_edition_is_refused(ryg_app: CommandLine, plan_file: Path) -> None:
    newer = plan_file.with_name("newer.rygplan")
    newer.write_bytes(plans.as_json(plans.with_field("revision", 3)))
    ryg_app("plan", "use", newer)
    result = ryg_app("plan", "use", plan_file)
    assert (result.code, result.out) == (1, "")
    assert "older edition of your plan (1); edition 3 is in use" in result.err


@pytest.mark.parametrize("left", [None, b"{"])
def test_a_plan_whose_file_was_lost_or_damaged_is_put_back(
    ryg_app: CommandLine, plan_file: Path, left: bytes | None
) -> None:
    ryg_app("plan", "use", plan_file)
    (kept,) = (ryg_app.folder / "plans").iterdir()
    kept.unlink() if left is None else kept.write_bytes(left)
    result = ryg_app("plan", "use", plan_file)
    assert (result.code, result.err) == (0, "")
    assert kept.read_bytes() == plan_file.read_bytes()


def test_a_plan_from_a_clinic_abroad_may_have_a_telephone_number_of_ten_digits(
    ryg_app: CommandLine, plan_file: Path
) -> None:
    plan_file.write_bytes(plans.as_json(plans.with_field("clinic.phone", "0101901234")))
    assert ryg_app("plan", "check", plan_file).code == 0
