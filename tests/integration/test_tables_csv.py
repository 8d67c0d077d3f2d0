from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryg_app.adapters.tables import CsvTables
from ryg_app.domain.diary import Answers, DayLog, HeatCold, LegExtent, MorningLeg, SymptomChange
from ryg_app.domain.owed import DayState
from ryg_app.domain.questions import OwnQuestion
from ryg_app.domain.review import ActivityScore, GlobalChange, Review
from ryg_app.domain.session import Ending, ExerciseDone
from ryg_app.domain.table import DAY_COLUMNS, EXERCISE_COLUMNS
from ryg_app.wording.catalogues import load_words
from ryg_app.wording.headings import table_headings
from tests.builders import START, at, plan_file, session_record
from tests.extracts import extract_of, reviewed
from tests.plans import ASSETS

HEADINGS = table_headings(load_words(ASSETS, "da"))


def _read(table: bytes) -> list[dict[str, str]]:
    text = table.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def _day_rows(*logs: DayLog, with_plan: bool = True) -> list[dict[str, str]]:
    return _read(CsvTables().days(extract_of(*logs, with_plan=with_plan), HEADINGS))


def test_the_bytes_are_what_danish_excel_opens_right() -> None:
    table = CsvTables().days(extract_of(days=1), HEADINGS)
    assert table.startswith(b"\xef\xbb\xbfDato;Uge i forl\xc3\xb8bet;")
    assert table.endswith(b"\r\n")
    assert table.count(b"\n") == table.count(b"\r\n") == 2


def test_every_day_has_a_row_also_an_empty_one() -> None:
    log = DayLog(START + timedelta(days=1), Answers(back=3, leg=0))
    assert [(row["Dato"], row["Smerter i ryggen (0–10)"]) for row in _day_rows(log)] == [
        ("2026-11-23", ""),
        ("2026-11-24", "3"),
        ("2026-11-25", ""),
    ]


def test_a_day_tells_what_was_kept_and_what_was_planned() -> None:
    log = DayLog(
        START,
        Answers(back=3, leg=10, leg_extent=LegExtent.CALF, walks=(15, 5), note="Gik; og sov."),
        (session_record(worst_leg_pain=4), session_record(session_id="b", number=2, worst_leg_pain=6)),
        recorded=at("2026-11-24 19:42"),
        changed=at("2026-11-25 08:05"),
    )
    row = _day_rows(log)[0]
    assert tuple(row) == tuple(HEADINGS.days[name] for name in DAY_COLUMNS)
    assert list(row.values()) == [
        "2026-11-23",
        "1",
        "1",
        "Almindelig dag",
        "3",
        "10",
        "Læg",
        "20",
        "15",
        "2",
        "2",
        "6",
        "2026-11-24 19:42",
        "ja",
        "2026-11-25 08:05",
        "Gik; og sov.",
        "15 + 5",
        *[""] * (len(DAY_COLUMNS) - DAY_COLUMNS.index("longest_walk")),
    ]


def test_a_day_tells_of_symptoms_and_what_was_done_about_them() -> None:
    answers = Answers(
        walks=(0,),
        longest_walk_minutes=12,
        morning=MorningLeg.CLEARLY_WORSE,
        tingling=SymptomChange.LESS,
        weakness=SymptomChange.ABSENT,
        woken=False,
        heat_cold=HeatCold.BOTH,
        painkillers=True,
    )
    row = _day_rows(DayLog(START, answers))[0]
    columns = DAY_COLUMNS[DAY_COLUMNS.index("walks") : DAY_COLUMNS.index("activity_1")]
    assert [row[HEADINGS.days[name]] for name in columns] == [
        "0",
        "12",
        "Tydeligt værre",
        "Mindre",
        "Ingen",
        "nej",
        "Begge dele",
        "ja",
    ]


def test_a_review_and_the_questions_stand_at_their_day() -> None:
    review = Review(
        START + timedelta(days=1),
        at("2026-11-24 19:00"),
        (ActivityScore("Gå på trapper", 4), ActivityScore("=Sidde", None)),
        GlobalChange.UNCHANGED,
    )
    asked = at("2026-11-25 02:30")
    questions = (OwnQuestion(asked, "Må jeg cykle?"), OwnQuestion(asked, "Må jeg løbe?", asked))
    extract = extract_of()
    extract = replace(extract, record=replace(extract.record, questions=questions, reviews=(review,)))
    before, row, after = _read(CsvTables().days(extract, HEADINGS))
    columns = [HEADINGS.days[name] for name in DAY_COLUMNS[DAY_COLUMNS.index("activity_1") :]]
    told = ["Gå på trapper", "4", "'=Sidde", "", "", "", "4,0", "Uændret", "Må jeg cykle?\nMå jeg løbe?"]
    assert [row[name] for name in columns] == told
    assert [before[name] for name in columns] == [after[name] for name in columns] == [""] * len(told)


def test_no_value_has_two_words() -> None:
    kinds = (LegExtent, MorningLeg, SymptomChange, HeatCold, GlobalChange, Ending, DayState)
    values = [member.value for kind in kinds for member in kind]
    assert len(values) == len(set(values))


def test_before_the_first_plan_nothing_is_said_to_be_planned() -> None:
    row = _day_rows(DayLog(START, Answers(leg=0), recorded=at("2026-11-23 20:00")), with_plan=False)[0]
    assert row["Smerter i benet (0–10)"] == "0"
    assert row["Skrevet efter dagen"] == "nej"
    empty = ("Uge i forløbet", "Fase", "Slags dag", "Øvelser planlagt (gange)", "Minutters gang planlagt")
    assert [row[name] for name in empty] == [""] * 5


def test_every_exercise_done_has_a_row() -> None:
    done = (
        ExerciseDone("pelvic_tilt", 4, 5, Ending.PARTLY),
        ExerciseDone("gone", 0, 3, Ending.TOO_PAINFUL, "Det prikkede."),
    )
    record = session_record(exercises=done, worst_leg_pain=0)
    rows = _read(CsvTables().exercises(extract_of(DayLog(START, sessions=(record,))), HEADINGS))
    assert [list(row.values()) for row in rows] == [
        [
            "2026-11-23",
            "2026-11-23 10:00",
            "2026-11-23 10:12",
            "1",
            title,
            repetitions,
            planned,
            ending,
            words,
            "nej",
            "0",
            "Plan for ryg og ben",
            "1",
        ]
        for title, repetitions, planned, ending, words in (
            ("Bækkenkip", "4", "5", "Gjort delvist", ""),
            ("gone", "0", "3", "Gjorde for ondt", "Det prikkede."),
        )
    ]
    assert tuple(rows[0]) == tuple(HEADINGS.exercises[name] for name in EXERCISE_COLUMNS)


def test_exercises_done_without_a_plan_have_no_plan_to_name() -> None:
    record = session_record(plan_id="", revision=0, without_computer=True)
    (row,) = _read(CsvTables().exercises(extract_of(DayLog(START, sessions=(record,))), HEADINGS))
    assert (row["Plan"], row["Planens udgave"], row["Gjort uden computeren"]) == ("", "", "ja")


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "  +", "\uff1d", "\uff20", "\u00a0=", "\u3000-"]
)
def test_a_note_is_never_taken_for_a_formula(start: str) -> None:
    note = f"{start}1+1"
    assert _day_rows(DayLog(START, Answers(note=note)))[0]["Note"] == f"'{note}"


def test_a_name_from_a_plan_is_never_taken_for_a_formula() -> None:
    record = session_record(exercises=(ExerciseDone("heel_raise", 1, 1, Ending.DONE),))
    extract = extract_of(DayLog(START, sessions=(record,)))
    extract = replace(extract, plans=(plan_file(title="@SUM(1)"),))
    (row,) = _read(CsvTables().exercises(extract, HEADINGS))
    assert row["Øvelse"].startswith("'=")
    assert row["Plan"] == "'@SUM(1)"


@given(note=st.text())
def test_any_note_comes_back_as_it_was_written(note: str) -> None:
    read = _day_rows(DayLog(date(2026, 11, 23), Answers(note=note)))[0]["Note"]
    assert read in (note, f"'{note}")


def test_the_same_log_gives_the_same_bytes() -> None:
    first, second = (CsvTables().days(extract_of(DayLog(START, Answers(back=1))), HEADINGS) for _ in range(2))
    assert first == second


def test_a_mean_has_a_decimal_comma() -> None:
    row = _read(CsvTables().days(reviewed(3, 4), HEADINGS))[0]
    assert row["Egne aktiviteter, gennemsnit (0–10)"] == "3,5"


def test_half_a_character_does_not_keep_the_diary_in() -> None:
    assert _day_rows(DayLog(START, Answers(note="a\ud800b")))[0]["Note"] == "a?b"
