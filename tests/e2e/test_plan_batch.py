"""``plan new FOLDER --from SETTINGS.csv``: fifty plans at once, all of them or none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.command_line import CommandLine, Result

GOOD = """file;template;side;weeks;title;clinic;phone;message;exercises
A01;disc;left;8;;Eksempelklinikken;+45 00 00 00 00;"Kom roligt i gang.
Ring, hvis du er i tvivl.";
A02.rygplan;stenosis;;;Plan til gåture;;;;knee_to_chest pelvic_tilt

A03;;both;;;;;;
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "planer.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


def new(ryg_app: CommandLine, table: Path, out: Path, *more: str, language: str = "en") -> Result:
    return ryg_app("plan", "new", out, "--from", table, *more, language=language)


def test_every_row_becomes_a_good_plan(ryg_app: CommandLine, table: Path, tmp_path: Path) -> None:
    out = tmp_path / "plans"
    made = new(ryg_app, table, out, language="da")
    assert (made.code, made.err) == (0, "")
    names = ["A01.rygplan", "A02.rygplan", "A03.rygplan"]
    assert sorted(path.name for path in out.iterdir()) == names
    assert ryg_app("plan", "check", *(out / name for name in names)).code == 0
    first, second, third = (json.loads((out / name).read_bytes()) for name in names)
    assert (first["weeks"], first["affected_side"]) == (8, "left")
    assert first["clinic"] == {"name": "Eksempelklinikken", "phone": "+45 00 00 00 00"}
    assert first["message"] == "Kom roligt i gang.\nRing, hvis du er i tvivl."
    assert (second["title"], second["clinic"]) == ("Plan til gåture", None)
    assert {entry["id"] for entry in second["exercises"]} == {"knee_to_chest", "pelvic_tilt"}
    assert third["affected_side"] is None
    assert len({plan["plan_id"] for plan in (first, second, third)}) == 3


@pytest.mark.parametrize(
    ("encoding", "separator"), [("utf-8-sig", ";"), ("cp1252", ";"), ("utf-8", ","), ("utf-8", "\t")]
)
def test_a_table_is_read_as_excel_and_others_save_it(
    ryg_app: CommandLine, tmp_path: Path, encoding: str, separator: str
) -> None:
    table = tmp_path / "planer.csv"
    rows = (("FILE", "Title"), ("A01", "Øvelser på gulvet"))
    table.write_text("\r\n".join(separator.join(row) for row in rows), encoding=encoding)
    assert new(ryg_app, table, tmp_path / "plans").code == 0
    written = json.loads((tmp_path / "plans" / "A01.rygplan").read_bytes())
    assert written["title"] == "Øvelser på gulvet"


BAD_ROWS = """file;template;side;weeks;title;clinic;phone;message;exercises
A01;lumbar;;;;;;;
A02;;arm;53;;;;;
CON;;;;;;;;
../A04;;;;;;;;
a02;;;;010190-1234;;12345678;;
;;;to;;;;;
A07;disc;;;;;;;slider jumping
A08;;;;;;;;;too much
010190-1234;;;;;;;;
"""


def test_everything_that_is_wrong_is_named_by_line_and_column(
    ryg_app: CommandLine, table: Path, tmp_path: Path
) -> None:
    table.write_text(BAD_ROWS, encoding="utf-8")
    result = new(ryg_app, table, tmp_path / "plans")
    assert (result.code, result.out) == (1, "")
    told = [line.split(":")[0] for line in result.err.splitlines()[1:]]
    assert told == [
        "line 2, column template",
        "line 3, column side",
        "line 3, column weeks",
        "line 4, column file",
        "line 5, column file",
        "line 6, column clinic",
        "line 6, column title",
        "line 6, column file",
        "line 7, column file",
        "line 7, column weeks",
        "line 8, column exercises",
        "line 9",
        "line 10, column file",
    ]
    assert not (tmp_path / "plans").exists()
    assert "linje 2, kolonne template: " in new(ryg_app, table, tmp_path / "plans", language="da").err


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("file;titel", "line 1, column titel: There is no field “titel”. Did you mean “title”?"),
        ("title;weeks", "line 1, column file: This field is missing. Add it."),
        ("file;file", "line 1, column file: “file” stands here twice."),
    ],
)
def test_a_heading_that_is_wrong_is_named(
    ryg_app: CommandLine, table: Path, tmp_path: Path, heading: str, said: str
) -> None:
    table.write_text(f"{heading}\nA01;x\n", encoding="utf-8")
    assert said in new(ryg_app, table, tmp_path / "plans").err


@pytest.mark.parametrize("text", ["", "file\n", 'file\n"A01', "file\n" + "A\n" * 501])
def test_what_is_no_table_is_refused(ryg_app: CommandLine, table: Path, tmp_path: Path, text: str) -> None:
    table.write_text(text, encoding="utf-8")
    result = new(ryg_app, table, tmp_path / "plans")
    assert result.code == 1
    assert "planer.csv cannot be used" in result.err
    assert not (tmp_path / "plans").exists()


def test_a_plan_that_exists_is_left_alone_and_none_is_made(
    ryg_app: CommandLine, table: Path, tmp_path: Path
) -> None:
    out = tmp_path / "plans"
    out.mkdir()
    (out / "A03.rygplan").write_bytes(b"mine")
    result = new(ryg_app, table, out)
    assert result.code == 1
    assert "A03.rygplan exists already" in result.err
    assert [path.name for path in out.iterdir()] == ["A03.rygplan"]
    assert (out / "A03.rygplan").read_bytes() == b"mine"


def test_the_table_and_options_do_not_mix(ryg_app: CommandLine, table: Path, tmp_path: Path) -> None:
    assert new(ryg_app, table, tmp_path / "plans", "--weeks", "6").code == 2


def test_a_folder_that_cannot_be_made_is_named(ryg_app: CommandLine, table: Path, tmp_path: Path) -> None:
    result = new(ryg_app, table, tmp_path / "no" / "plans")
    assert result.code == 1
    assert result.err.startswith("Not saved: there is no folder to put plans in.")
