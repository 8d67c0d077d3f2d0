"""A sentence for everything that can be wrong with a file from outside: what was found, what is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.errors import ProblemCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.domain.errors import CellProblem, Problem
    from ryg_app.wording.catalogues import Words

MEGABYTE = 1_000_000
COUNTED_IN_BYTES = (ProblemCode.TOO_LARGE, ProblemCode.ZIP_TOO_LARGE)


def located_problem(words: Words, problem: Problem) -> str:
    """Return the field, as the author of the file wrote it, and what is wrong with it."""
    sentence = problem_sentence(words, problem)
    return f"{problem.where}: {sentence}" if problem.where else sentence


def cell_problem(words: Words, found: CellProblem) -> str:
    """Return line and column of a table, and what is wrong there."""
    _, sentence = words.gettext, problem_sentence(words, found.problem)
    if not found.problem.where:
        return _("line {line}: {sentence}").format(line=found.line, sentence=sentence)
    return _("line {line}, column {column}: {sentence}").format(
        line=found.line, column=found.problem.where, sentence=sentence
    )


def problem_sentence(words: Words, problem: Problem) -> str:
    """Return what was found, what is allowed and what to do, without naming the field."""
    sentences = _special_sentences(words) if _is_special(problem) else _sentences(words)
    return sentences[problem.code].format(**_shown_values(words, problem))


def _shown_values(words: Words, problem: Problem) -> dict[str, str | int]:
    values = dict(problem.values)
    if problem.code in COUNTED_IN_BYTES:
        values["limit"] = f"{words.number(round(int(values['limit']) / MEGABYTE, 1))} MB"
    return values


def _is_special(problem: Problem) -> bool:
    values = problem.values
    match problem.code:
        case ProblemCode.UNKNOWN_FIELD | ProblemCode.UNKNOWN_ENTRY:
            return bool(values["near"])
        case ProblemCode.OUT_OF_RANGE | ProblemCode.LIST_LENGTH:
            return values["low"] == values["high"]
        case ProblemCode.PICTURE_KIND | ProblemCode.WRONG_SCHEMA:
            return not values["found"]
        case _:
            return False


def _special_sentences(words: Words) -> Mapping[ProblemCode, str]:
    _ = words.gettext
    return {
        ProblemCode.UNKNOWN_FIELD: _("There is no field “{field}”. Did you mean “{near}”?"),
        ProblemCode.UNKNOWN_ENTRY: _(
            "The plan has no exercise with the id “{found}”. Did you mean “{near}”?"
        ),
        ProblemCode.OUT_OF_RANGE: _("Found {found}; only {low} is allowed."),
        ProblemCode.LIST_LENGTH: _("The list holds {found}; it must hold {low}."),
        ProblemCode.PICTURE_KIND: _("This is not a picture RygApp can show; allowed are {allowed}."),
        ProblemCode.WRONG_SCHEMA: _("The file does not say what it is; “{known}” belongs here."),
    }


def _sentences(words: Words) -> Mapping[ProblemCode, str]:
    return {
        **_about_the_file(words),
        **_about_the_text(words),
        **_about_the_archive(words),
        **_about_pictures(words),
        **_about_values(words),
        **_about_spelling(words),
        **_about_the_plan(words),
    }


def _about_the_file(words: Words) -> Mapping[ProblemCode, str]:
    _ = words.gettext
    return {
        ProblemCode.NOT_FOUND: _("There is no such file. Check the name and the folder."),
        ProblemCode.UNREADABLE: _(
            "The file cannot be read. Check that it is a file, and that you may open it."
        ),
        ProblemCode.EMPTY: _("The file is empty. Fetch it once more."),
        ProblemCode.TOO_LARGE: _("The file is too large; allowed are {limit}."),
        ProblemCode.WRONG_SCHEMA: _(
            "This is another kind of file: it says “{found}” where “{known}” belongs."
        ),
        ProblemCode.NEWER_SCHEMA: _(
            "The file was made for a newer RygApp (format {found}; this one knows {known}). "
            "Install the newest RygApp, and open it again."
        ),
    }


def _about_the_text(words: Words) -> Mapping[ProblemCode, str]:
    _ = words.gettext
    return {
        ProblemCode.NOT_UTF8: _("The text is not UTF-8 (at byte {position}). Save it as UTF-8."),
        ProblemCode.BYTE_ORDER_MARK: _(
            "The text begins with a byte order mark. Save it as UTF-8 without one."
        ),
        ProblemCode.NOT_JSON: _(
            "The text breaks off or is not JSON (line {line}, column {column}). Fetch the file once more."
        ),
        ProblemCode.NOT_TABLE: _("The table cannot be read beyond line {line}. Save it as CSV once more."),
        ProblemCode.DUPLICATE_KEY: _("The field “{field}” stands twice in the same place. Keep one of them."),
        ProblemCode.NOT_FINITE: _("“{found}” is not a number that can be counted with."),
        ProblemCode.NUMBER_TOO_LONG: _("A number has too many digits; allowed are {limit}."),
        ProblemCode.TOO_MANY_VALUES: _("The file holds too many values; allowed are {limit}."),
        ProblemCode.TOO_DEEP: _("The fields lie too deep inside each other; allowed are {limit} levels."),
    }


def _about_the_archive(words: Words) -> Mapping[ProblemCode, str]:
    _ = words.gettext
    return {
        ProblemCode.BAD_ZIP: _("The zip file breaks off or is damaged. Fetch it once more."),
        ProblemCode.ZIP_ENTRY_NAME: _("A plan file may hold only plan.json and pictures in media."),
        ProblemCode.ZIP_DUPLICATE_ENTRY: _("The zip file holds this twice. Keep one of them."),
        ProblemCode.ZIP_NOT_A_FILE: _("The zip file may hold only files; folders and links are not allowed."),
        ProblemCode.ZIP_TOO_MANY_ENTRIES: _("The zip file holds too many files; allowed are {limit}."),
        ProblemCode.ZIP_TOO_LARGE: _("This is too large when unpacked; allowed are {limit}."),
        ProblemCode.ZIP_ENCRYPTED: _("The zip file has a password. Make it without one."),
        ProblemCode.ZIP_COMPRESSION: _(
            "The zip file is packed in an unknown way. Use the usual one (deflate)."
        ),
        ProblemCode.ZIP_NO_PLAN: _("The zip file holds no plan.json."),
    }


def _about_pictures(words: Words) -> Mapping[ProblemCode, str]:
    _ = words.gettext
    return {
        ProblemCode.PICTURE_MISSING: _("The picture {name} is not in the file."),
        ProblemCode.PICTURE_UNUSED: _("No exercise uses this picture. Take it out of the file."),
        ProblemCode.PICTURE_NAME: _(
            "“{found}” is not the name of a picture; it is written media/, the SHA-256 of the picture, "
            "and .png, .jpg or .webp."
        ),
        ProblemCode.PICTURE_KIND: _("“{found}” is not a picture RygApp can show; allowed are {allowed}."),
        ProblemCode.PICTURE_HASH: _("The picture has been changed: it is not the one its name belongs to."),
    }


def _about_values(words: Words) -> Mapping[ProblemCode, str]:
    _ = words.gettext
    return {
        ProblemCode.MISSING: _("This field is missing. Add it."),
        ProblemCode.NOT_OBJECT: _("Found “{found}”; fields in braces belong here: {{ }}."),
        ProblemCode.NOT_LIST: _("Found “{found}”; a list in square brackets belongs here: [ ]."),
        ProblemCode.NOT_TEXT: _("Found “{found}”; a text in quotation marks belongs here."),
        ProblemCode.NOT_FLAG: _("Found “{found}”; true or false without quotation marks belongs here."),
        ProblemCode.NOT_INTEGER: _("Found “{found}”; a whole number without quotation marks belongs here."),
        ProblemCode.OUT_OF_RANGE: _("Found {found}; allowed are {low} to {high}."),
        ProblemCode.TEXT_LENGTH: _("The text has {found} characters; allowed are {low} to {high}."),
        ProblemCode.LIST_LENGTH: _("The list holds {found}; allowed are {low} to {high}."),
        ProblemCode.NOT_ONE_OF: _("Found “{found}”; allowed are {allowed}."),
        ProblemCode.PERSONAL_NUMBER: _("The text looks as if it holds a CPR number. Take it out."),
    }


def _about_spelling(words: Words) -> Mapping[ProblemCode, str]:
    _ = words.gettext
    return {
        ProblemCode.NOT_DATE: _("“{found}” is not a date. Write year-month-day, such as 2026-11-23."),
        ProblemCode.NOT_TIME: _("“{found}” is not a time. Write hours and minutes, such as 08:30."),
        ProblemCode.NOT_MOMENT: _(
            "“{found}” is not a moment. Write date, time and offset, such as 2026-11-23T19:42:00+01:00."
        ),
        ProblemCode.NOT_UUID: _(
            "“{found}” is not a UUID in small letters, such as 5e0f3c1a-7f5d-4f0e-9a51-0c8a0f5f2b11."
        ),
        ProblemCode.NOT_SCTID: _("“{found}” is not a SNOMED CT code. Write its digits in quotation marks."),
        ProblemCode.BAD_IDENTIFIER: _(
            "“{found}” is not allowed; write 1 to 40 of the letters a to z, digits and underscores."
        ),
        ProblemCode.BAD_FILE_NAME: _(
            "“{found}” cannot be the name of a file everywhere. Use letters, digits, hyphens and spaces."
        ),
        ProblemCode.NOT_UNIQUE: _("“{found}” stands here twice. Each may stand once."),
        ProblemCode.UNKNOWN_FIELD: _("There is no field “{field}”. Check the spelling, or take it out."),
    }


def _about_the_plan(words: Words) -> Mapping[ProblemCode, str]:
    _ = words.gettext
    return {
        ProblemCode.UNKNOWN_EXERCISE: _("RygApp has no exercise “{found}”; allowed are {allowed}."),
        ProblemCode.UNKNOWN_VARIANT: _("The exercise has no variant “{found}”; allowed are {allowed}."),
        ProblemCode.UNKNOWN_ENTRY: _("The plan has no exercise with the id “{found}”."),
        ProblemCode.ONE_OF_TWO: _("Write either “{first}” or “{second}”: one of them, and not both."),
        ProblemCode.PHASES_NOT_CONTIGUOUS: _(
            "The phase begins in week {found}; it must begin in week {expected}, right after the one before."
        ),
        ProblemCode.PHASES_DO_NOT_COVER: _(
            "The phases end in week {found}; they must end in the plan's last week, {weeks}."
        ),
        ProblemCode.SIDES_NOT_USED: _("The exercise “{exercise}” is not done on one side. Take this out."),
    }
