from __future__ import annotations

from datetime import date

import pytest

from ryg_app.domain import errors
from ryg_app.domain.errors import NotSavedReason, Problem, ProblemCode, RygAppError
from ryg_app.domain.reminder_times import TimesProblem
from ryg_app.wording.catalogues import LANGUAGES, load_words
from ryg_app.wording.sentences import error_sentence
from tests.plans import ASSETS

TODAY = date(2026, 11, 23)
PROBLEMS = (
    Problem(ProblemCode.MISSING, "phases[2].weeks", {}),
    Problem(ProblemCode.EMPTY, "", {}),
)
EXAMPLES: tuple[RygAppError, ...] = (
    *(errors.NotSavedError("log-2026.json", reason, "Input/output error") for reason in NotSavedReason),
    errors.NotPrintedError(),
    errors.DamagedFileError("course.json", "checksum"),
    errors.NewerFileError("course.json", found=7, known=3),
    errors.FolderInUseError(),
    errors.FolderUnusableError("/data", "Permission denied"),
    errors.FutureDayError(date(2026, 12, 24), TODAY),
    errors.NoPlanError(),
    errors.PersonalNumberError("message"),
    errors.FileRefusedError("plan.rygplan", PROBLEMS),
    errors.TableRefusedError("plans.csv", (errors.CellProblem(3, PROBLEMS[0]),)),
    errors.OlderRevisionError(found=2, current=5),
    errors.FileExistsAlreadyError("out.csv"),
    errors.NothingToRemindError(),
    *(errors.ReminderTimesError(problem) for problem in TimesProblem),
    *(errors.BackupRefusedError("a.rygbackup", fault, "checksum") for fault in errors.BackupFault),
    errors.RestoreUnfinishedError(),
    *(errors.AutostartRefusedError(reason, "/opt/50 %/ryg-app") for reason in errors.AutostartRefusedReason),
)
DATA = {
    errors.NewerFileError: ("course.json", "7", "3"),
    errors.FolderUnusableError: ("/data", "Permission denied"),
    errors.PersonalNumberError: ("message",),
    errors.OlderRevisionError: ("2", "5"),
    errors.FileExistsAlreadyError: ("out.csv",),
    errors.DamagedFileError: ("course.json",),
    errors.NotSavedError: ("log-2026.json",),
    errors.BackupRefusedError: ("a.rygbackup",),
    errors.AutostartRefusedError: ("/opt/50 %/ryg-app",),
}


def _kinds(of: type[RygAppError] = RygAppError) -> set[type[RygAppError]]:
    found = of.__subclasses__()
    return set(found).union(*(_kinds(kind) for kind in found))


def test_every_error_is_among_the_examples() -> None:
    ours = {kind for kind in _kinds() if kind.__module__.startswith("ryg_app.")}
    assert {type(error) for error in EXAMPLES} == ours


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", EXAMPLES, ids=repr)
def test_every_error_has_a_whole_sentence(error: RygAppError, language: str) -> None:
    sentence = error_sentence(load_words(ASSETS, language), error)
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert all(word in sentence for word in DATA.get(type(error), ()))


@pytest.mark.parametrize("error", EXAMPLES, ids=repr)
def test_danish_and_english_differ(error: RygAppError) -> None:
    danish, english = (error_sentence(load_words(ASSETS, language), error) for language in LANGUAGES)
    assert danish != english


@pytest.mark.parametrize("reason", [NotSavedReason.READ_ONLY, NotSavedReason.OTHER])
def test_an_error_without_detail_still_reads_well(reason: NotSavedReason) -> None:
    sentence = error_sentence(load_words(ASSETS, "en"), errors.NotSavedError("course.json", reason))
    assert "()" not in sentence


def test_a_refused_file_gets_a_line_for_each_problem_that_names_its_field() -> None:
    error = errors.FileRefusedError("plan.rygplan", PROBLEMS)
    assert error_sentence(load_words(ASSETS, "da"), error).splitlines() == [
        "Filen plan.rygplan kan ikke bruges. Intet er ændret.",
        "phases[2].weeks: Feltet mangler. Tilføj det.",
        "Filen er tom. Hent den igen.",
    ]


def test_a_text_from_a_file_is_never_taken_for_a_placeholder() -> None:
    found = {"found": "{limit} {0} {{", "allowed": "{near}"}
    error = errors.FileRefusedError("{file}.rygplan", (Problem(ProblemCode.NOT_ONE_OF, "{}", found),))
    sentence = error_sentence(load_words(ASSETS, "en"), error)
    assert "{limit} {0} {{" in sentence
    assert "{near}" in sentence


def test_an_error_nobody_has_words_for_is_noticed() -> None:
    class UnwordedError(RygAppError):
        pass

    with pytest.raises(LookupError, match="UnwordedError"):
        error_sentence(load_words(ASSETS, "en"), UnwordedError())
