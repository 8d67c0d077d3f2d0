from __future__ import annotations

import string
from collections.abc import Mapping
from types import MappingProxyType

import pytest

from ryg_app.domain.errors import FileRefusedError, Problem
from ryg_app.domain.errors import ProblemCode as Code
from ryg_app.wording.catalogues import LANGUAGES, load_words
from ryg_app.wording.problems import located_problem, problem_sentence
from tests.bad_plans import BAD_PLANS, BadPlan
from tests.plans import ASSETS, exercises

Values = Mapping[str, str | int]

NOTHING: Values = MappingProxyType({})
FOUND: Values = MappingProxyType({"found": "banana"})
RANGE: Values = MappingProxyType({"found": 7, "low": 1, "high": 3})
CHOICE: Values = MappingProxyType({"found": "banana", "allowed": "left, right"})
BYTES: Values = MappingProxyType({"limit": 512_000})
NUMBER: Values = MappingProxyType({"limit": 8})
# What the docstring of ProblemCode promises.
VALUES: dict[Code, Values] = {
    **dict.fromkeys(Code, NOTHING),
    **dict.fromkeys((Code.TOO_LARGE, Code.ZIP_TOO_LARGE), BYTES),
    **dict.fromkeys((Code.ZIP_TOO_MANY_ENTRIES, Code.TOO_DEEP, Code.NUMBER_TOO_LONG), NUMBER),
    Code.TOO_MANY_VALUES: NUMBER,
    Code.NOT_UTF8: {"position": 17},
    Code.NOT_JSON: {"line": 3, "column": 14},
    Code.NOT_TABLE: {"line": 3},
    Code.UNKNOWN_FIELD: {"field": "holds", "near": "hold_s"},
    Code.DUPLICATE_KEY: {"field": "weeks"},
    **dict.fromkeys(
        (Code.NOT_FINITE, Code.NOT_TEXT, Code.NOT_INTEGER, Code.NOT_OBJECT, Code.NOT_LIST), FOUND
    ),
    **dict.fromkeys(
        (
            Code.NOT_DATE,
            Code.NOT_TIME,
            Code.NOT_MOMENT,
            Code.NOT_FLAG,
            Code.NOT_UUID,
            Code.BAD_IDENTIFIER,
            Code.BAD_FILE_NAME,
        ),
        FOUND,
    ),
    **dict.fromkeys((Code.NOT_UNIQUE, Code.PICTURE_NAME, Code.NOT_SCTID), FOUND),
    **dict.fromkeys((Code.OUT_OF_RANGE, Code.TEXT_LENGTH, Code.LIST_LENGTH), RANGE),
    **dict.fromkeys(
        (Code.NOT_ONE_OF, Code.UNKNOWN_EXERCISE, Code.UNKNOWN_VARIANT, Code.PICTURE_KIND), CHOICE
    ),
    Code.UNKNOWN_ENTRY: {"found": "banana", "near": "slider"},
    Code.WRONG_SCHEMA: {"found": "banana", "known": "rygapp.plan/1"},
    Code.NEWER_SCHEMA: {"found": 2, "known": 1},
    Code.ONE_OF_TWO: {"first": "exercise", "second": "own"},
    Code.PHASES_NOT_CONTIGUOUS: {"found": 4, "expected": 3},
    Code.PHASES_DO_NOT_COVER: {"found": 11, "weeks": 12},
    Code.SIDES_NOT_USED: {"exercise": "pelvic_tilt"},
    Code.PICTURE_MISSING: {"name": "media/a.png"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", Code)
def test_every_problem_has_a_whole_sentence_with_everything_it_knows(code: Code, language: str) -> None:
    values = VALUES[code]
    sentence = problem_sentence(load_words(ASSETS, language), Problem(code, "", values))
    assert sentence[-1] in ".?]}"
    shown = {name: str(value) for name, value in values.items() if name != "limit"}
    assert all(value in sentence for value in shown.values())


@pytest.mark.parametrize("code", Code)
def test_every_problem_is_told_in_danish(code: Code) -> None:
    problem = Problem(code, "", VALUES[code])
    danish, english = (problem_sentence(load_words(ASSETS, language), problem) for language in LANGUAGES)
    assert danish != english


def test_no_two_problems_are_told_the_same() -> None:
    words = load_words(ASSETS, "da")
    told = [problem_sentence(words, Problem(code, "", VALUES[code])) for code in Code]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (
            Problem(Code.UNKNOWN_FIELD, "", {"field": "holds", "near": ""}),
            "Der findes intet felt »holds«. Se efter stavningen, eller fjern det.",
        ),
        (
            Problem(Code.UNKNOWN_ENTRY, "", {"found": "banana", "near": ""}),
            "Planen har ingen øvelse med id »banana«.",
        ),
        (Problem(Code.OUT_OF_RANGE, "", {"found": 7, "low": 1, "high": 1}), "Her står 7; kun 1 er tilladt."),
        (Problem(Code.LIST_LENGTH, "", {"found": 3, "low": 2, "high": 2}), "Listen har 3; den skal have 2."),
        (
            Problem(Code.PICTURE_KIND, "", {"found": "", "allowed": "png, jpg"}),
            "Det er ikke et billede, RygApp kan vise; tilladt er png, jpg.",
        ),
        (
            Problem(Code.WRONG_SCHEMA, "", {"found": "", "known": "rygapp.plan/1"}),
            "Filen siger ikke, hvad den er; her hører »rygapp.plan/1« hjemme.",
        ),
        (Problem(Code.TOO_LARGE, "", {"limit": 512_000}), "Filen er for stor; tilladt er 0,5 MB."),
        (Problem(Code.TOO_LARGE, "", {"limit": 30_000_000}), "Filen er for stor; tilladt er 30 MB."),
    ],
    ids=lambda value: value.code if isinstance(value, Problem) else "",
)
def test_a_problem_is_told_by_what_is_known_of_it(problem: Problem, sentence: str) -> None:
    assert problem_sentence(load_words(ASSETS, "da"), problem) == sentence


def test_a_located_problem_begins_with_the_field() -> None:
    words = load_words(ASSETS, "en")
    missing = Problem(Code.MISSING, "phases[2].weeks", {})
    assert located_problem(words, missing) == "phases[2].weeks: This field is missing. Add it."
    assert located_problem(words, Problem(Code.EMPTY, "", {})) == "The file is empty. Fetch it once more."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("bad", BAD_PLANS, ids=lambda bad: bad.name)
def test_everything_the_checker_finds_can_be_told(bad: BadPlan, language: str) -> None:
    from ryg_app.adapters.plan_file import CheckedPlanFiles

    words = load_words(ASSETS, language)
    with pytest.raises(FileRefusedError) as refused:
        CheckedPlanFiles(exercises()).parse(bad.data(), "plan.rygplan")
    for problem in refused.value.problems:
        told = problem_sentence(words, problem)
        assert told.strip(string.whitespace)
