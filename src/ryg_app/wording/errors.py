"""A sentence for every error: what happened, where, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.errors import (
    AutostartRefusedError,
    AutostartRefusedReason,
    DamagedFileError,
    FileExistsAlreadyError,
    FileRefusedError,
    FolderInUseError,
    FolderUnusableError,
    FutureDayError,
    NewerFileError,
    NoPlanError,
    NotPrintedError,
    NotSavedError,
    NotSavedReason,
    OlderRevisionError,
    PersonalNumberError,
    TableRefusedError,
)
from ryg_app.wording.backup_words import about_backups
from ryg_app.wording.problems import cell_problem, located_problem
from ryg_app.wording.reminder_words import about_reminders

if TYPE_CHECKING:
    from ryg_app.domain.errors import RygAppError
    from ryg_app.wording.catalogues import Words


def sentence_for(words: Words, error: RygAppError) -> str:
    """Return what went wrong and what can be done; a refused file gets a line for each problem.

    Raises:
        LookupError: No sentence was written for that class of error.
    """
    return (
        _about_files(words, error)
        or _about_the_course(words, error)
        or about_backups(words, error)
        or _about_paper(words, error)
        or _unworded(error)
    )


def _unworded(error: RygAppError) -> str:
    message = f"no sentence for {type(error).__name__}"
    raise LookupError(message)


def _about_files(words: Words, error: RygAppError) -> str:
    _ = words.gettext
    match error:
        case NotSavedError():
            return _not_saved(words, error)
        case DamagedFileError():
            return _(
                "The file {file} is missing or damaged, and no earlier copy of it can be read. "
                "Nothing has been deleted."
            ).format(file=error.file_name)
        case NewerFileError():
            return _(
                "The file {file} was written by a newer RygApp (format {found}; this one knows {known}). "
                "Install the newest RygApp, and open it again."
            ).format(file=error.file_name, found=error.found, known=error.known)
        case FileRefusedError() | TableRefusedError():
            return _refused(words, error)
        case FileExistsAlreadyError():
            return _("The file {file} exists already and was left as it is. Choose another name.").format(
                file=error.file_name
            )
        case _:
            return _about_the_folder(words, error)


def _about_the_folder(words: Words, error: RygAppError) -> str:
    _ = words.gettext
    match error:
        case FolderInUseError():
            return _("RygApp is open and is using your data. Quit it, and try again.")
        case FolderUnusableError():
            return _(
                "The folder {folder} cannot be used: {detail}. "
                "Check that it is a folder you may write in, or choose another."
            ).format(folder=error.folder, detail=error.detail or _("unknown reason"))
        case AutostartRefusedError():
            return _autostart_refused(words, error)
        case _:
            return ""


def _about_the_course(words: Words, error: RygAppError) -> str:
    _ = words.gettext
    match error:
        case FutureDayError():
            return _("{day} has not come yet. The diary can be filled in up to {today}.").format(
                day=words.full_date(error.day), today=words.full_date(error.today)
            )
        case NoPlanError():
            return _("There is no plan for that. Open a plan file, or choose your exercises yourself.")
        case PersonalNumberError():
            return _(
                "The text in “{field}” looks as if it holds a CPR number. Take it out, and save again."
            ).format(field=_field(words, error.field))
        case OlderRevisionError():
            return _(
                "This is an older edition of your plan ({found}); edition {current} is in use. "
                "Nothing was changed."
            ).format(found=error.found, current=error.current)
        case _:
            return about_reminders(words, error)


def _about_paper(words: Words, error: RygAppError) -> str:
    if not isinstance(error, NotPrintedError):
        return ""
    return words.gettext(
        "The sheet was not printed: the printer did not take it. "
        "See whether it is on and has paper, or save the sheet as PDF."
    )


def _field(words: Words, name: str) -> str:
    """Return what a field is called on the screen; one of a plan file is called as it is there."""
    shown = {
        "note": words.pgettext("a field", "note"),
        "place": words.pgettext("a field", "place"),
        "question": words.pgettext("a field", "question"),
        "activity": words.pgettext("a field", "activity"),
        "stopped": words.pgettext("a field", "what you felt"),
        "file_name": words.pgettext("a field", "name of the file"),
    }
    return shown.get(name, name)


def _not_saved(words: Words, error: NotSavedError) -> str:
    _ = words.gettext
    match error.reason:
        case NotSavedReason.FULL:
            sentence = _("Not saved: there is no room for {file} on the disk. Make some room, and try again.")
        case NotSavedReason.READ_ONLY:
            sentence = _(
                "Not saved: {file} must not be written there. Choose another folder, or allow writing in it."
            )
        case NotSavedReason.BUSY:
            sentence = _("Not saved: {file} is in use by another program. Close it there, and try again.")
        case NotSavedReason.NO_FOLDER:
            sentence = _("Not saved: there is no folder to put {file} in. Make it first, or choose another.")
        case NotSavedReason.OTHER:
            sentence = _("Not saved: {file} could not be written ({detail}). Try again.")
    return sentence.format(file=error.file_name, detail=error.detail or _("unknown reason"))


def _autostart_refused(words: Words, error: AutostartRefusedError) -> str:
    _ = words.gettext
    if error.reason is AutostartRefusedReason.LENGTH:
        sentence = _(
            "RygApp cannot start together with the computer from {path}: the path is too long. "
            "Move RygApp to a folder with a shorter name, and try again."
        )
    else:
        sentence = _(
            "RygApp cannot start together with the computer from {path}: the computer does not take "
            "a percent sign there. Move RygApp to a folder with another name, and try again."
        )
    return sentence.format(path=error.path)


def _refused(words: Words, error: FileRefusedError | TableRefusedError) -> str:
    _ = words.gettext
    heading = _("The file {file} cannot be used. Nothing was changed.").format(file=error.file_name)
    if isinstance(error, TableRefusedError):
        return "\n".join([heading, *(cell_problem(words, problem) for problem in error.problems)])
    return "\n".join([heading, *(located_problem(words, problem) for problem in error.problems)])
