"""What can go wrong, one class each: data for a sentence, never the sentence itself (see ``wording``)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ryg_app.domain.reminder_times import TimesProblem


class RygAppError(Exception):
    """Anything that has a sentence for the user."""


class NotSavedReason(StrEnum):
    """Why the disk did not take an entry."""

    FULL = "full"
    READ_ONLY = "read_only"
    BUSY = "busy"
    NO_FOLDER = "no_folder"
    OTHER = "other"


class NotSavedError(RygAppError):
    """Nothing was written; what stood in the file before still stands there."""

    def __init__(self, file_name: str, reason: NotSavedReason, detail: str = "") -> None:
        super().__init__(file_name, reason, detail)
        self.file_name = file_name
        self.reason = reason
        self.detail = detail


class NotPrintedError(RygAppError):
    """The printer did not take a sheet, or not all of it."""


class DamagedFileError(RygAppError):
    """No good generation of a file of ours was left to open."""

    def __init__(self, file_name: str, detail: str = "") -> None:
        super().__init__(file_name, detail)
        self.file_name = file_name
        self.detail = detail


class NewerFileError(RygAppError):
    """A file was written by a newer version of the program."""

    def __init__(self, file_name: str, found: int, known: int) -> None:
        super().__init__(file_name, found, known)
        self.file_name = file_name
        self.found = found
        self.known = known


class FolderInUseError(RygAppError):
    """Another RygApp holds the data folder for writing."""


class FolderUnusableError(RygAppError):
    """The data folder cannot be made, read or written."""

    def __init__(self, folder: str, detail: str = "") -> None:
        super().__init__(folder, detail)
        self.folder = folder
        self.detail = detail


class FutureDayError(RygAppError):
    """A diary day after today was asked for."""

    def __init__(self, day: date, today: date) -> None:
        super().__init__(day, today)
        self.day = day
        self.today = today


class NoPlanError(RygAppError):
    """There is no plan to do this with."""


class PersonalNumberError(RygAppError):
    """A text looks like it holds a CPR number (six digits, perhaps a hyphen, four digits)."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class ProblemCode(StrEnum):
    """Every way in which a file from outside can be refused.

    ``Problem.values`` then holds, beside the code (texts from the file are cleaned and shortened):

    * ``limit``: TOO_LARGE and ZIP_TOO_LARGE (bytes), ZIP_TOO_MANY_ENTRIES, TOO_DEEP, TOO_MANY_VALUES,
      NUMBER_TOO_LONG (digits)
    * ``position``: NOT_UTF8 (byte, from 0); ``line`` and ``column``: NOT_JSON; ``line``: NOT_TABLE
    * ``field``, ``near`` (perhaps empty): UNKNOWN_FIELD; ``field``: DUPLICATE_KEY
    * ``found``: NOT_FINITE, NOT_TEXT, NOT_INTEGER, NOT_OBJECT, NOT_LIST, NOT_DATE, NOT_TIME, NOT_MOMENT,
      NOT_FLAG, NOT_UUID, NOT_SCTID, BAD_IDENTIFIER, BAD_FILE_NAME, NOT_UNIQUE,
      PICTURE_NAME (the plan names a picture otherwise than ``media/<sha256>.<png|jpg|webp>``)
    * ``found``, ``low``, ``high``: OUT_OF_RANGE (integers, or texts for a date or time), TEXT_LENGTH and
      LIST_LENGTH (lengths)
    * ``found``, ``allowed`` (joined with commas): NOT_ONE_OF, UNKNOWN_EXERCISE, UNKNOWN_VARIANT, PICTURE_KIND
    * ``found``, ``near`` (perhaps empty): UNKNOWN_ENTRY
    * ``found``, ``known``: WRONG_SCHEMA (texts), NEWER_SCHEMA (numbers)
    * ``first``, ``second``: ONE_OF_TWO (the two fields)
    * ``found``, ``expected``: PHASES_NOT_CONTIGUOUS (weeks); ``found``, ``weeks``: PHASES_DO_NOT_COVER
    * ``exercise``: SIDES_NOT_USED; ``name``: PICTURE_MISSING, PICTURE_UNUSED, PICTURE_HASH
    """

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    BYTE_ORDER_MARK = "byte_order_mark"
    NOT_JSON = "not_json"
    DUPLICATE_KEY = "duplicate_key"
    NOT_FINITE = "not_finite"
    NUMBER_TOO_LONG = "number_too_long"
    TOO_DEEP = "too_deep"
    TOO_MANY_VALUES = "too_many_values"
    BAD_ZIP = "bad_zip"
    ZIP_ENTRY_NAME = "zip_entry_name"
    ZIP_DUPLICATE_ENTRY = "zip_duplicate_entry"
    ZIP_NOT_A_FILE = "zip_not_a_file"
    ZIP_TOO_MANY_ENTRIES = "zip_too_many_entries"
    ZIP_TOO_LARGE = "zip_too_large"
    ZIP_ENCRYPTED = "zip_encrypted"
    ZIP_COMPRESSION = "zip_compression"
    ZIP_NO_PLAN = "zip_no_plan"
    PICTURE_MISSING = "picture_missing"
    PICTURE_UNUSED = "picture_unused"
    PICTURE_NAME = "picture_name"
    PICTURE_KIND = "picture_kind"
    PICTURE_HASH = "picture_hash"
    WRONG_SCHEMA = "wrong_schema"
    NEWER_SCHEMA = "newer_schema"
    MISSING = "missing"
    UNKNOWN_FIELD = "unknown_field"
    NOT_OBJECT = "not_object"
    NOT_LIST = "not_list"
    NOT_TEXT = "not_text"
    NOT_INTEGER = "not_integer"
    OUT_OF_RANGE = "out_of_range"
    TEXT_LENGTH = "text_length"
    LIST_LENGTH = "list_length"
    NOT_ONE_OF = "not_one_of"
    NOT_DATE = "not_date"
    NOT_TIME = "not_time"
    NOT_MOMENT = "not_moment"
    NOT_FLAG = "not_flag"
    NOT_UUID = "not_uuid"
    NOT_SCTID = "not_sctid"
    BAD_IDENTIFIER = "bad_identifier"
    NOT_UNIQUE = "not_unique"
    UNKNOWN_EXERCISE = "unknown_exercise"
    UNKNOWN_VARIANT = "unknown_variant"
    UNKNOWN_ENTRY = "unknown_entry"
    ONE_OF_TWO = "one_of_two"
    PHASES_NOT_CONTIGUOUS = "phases_not_contiguous"
    PHASES_DO_NOT_COVER = "phases_do_not_cover"
    SIDES_NOT_USED = "sides_not_used"
    PERSONAL_NUMBER = "personal_number"
    NOT_TABLE = "not_table"
    BAD_FILE_NAME = "bad_file_name"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a file, and where.

    Attributes:
        code: What is wrong.
        where: The field as its author would write it, list items counted from one
            (``phases[2].doses.slider.hold_s``), or the empty string for the whole file.
        values: What the sentence needs: what was found, what is allowed.
    """

    code: ProblemCode
    where: str
    values: Mapping[str, str | int]


class FileRefusedError(RygAppError):
    """A file from outside was not taken; nothing was changed."""

    def __init__(self, file_name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(file_name, problems)
        self.file_name = file_name
        self.problems = problems


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One thing that is wrong with a table: its line (the heading is 1), and ``problem.where`` its column."""

    line: int
    problem: Problem


class TableRefusedError(RygAppError):
    """A table from outside was not taken; nothing was changed."""

    def __init__(self, file_name: str, problems: tuple[CellProblem, ...]) -> None:
        super().__init__(file_name, problems)
        self.file_name = file_name
        self.problems = problems


class OlderRevisionError(RygAppError):
    """The plan file is an older revision than the one in force."""

    def __init__(self, found: int, current: int) -> None:
        super().__init__(found, current)
        self.found = found
        self.current = current


class NothingToRemindError(RygAppError):
    """No reminder is to come: there is no plan, its course is over, or reminders are turned off."""


class ReminderTimesError(RygAppError):
    """The patient's reminder times do not fit; nothing was changed."""

    def __init__(self, problem: TimesProblem) -> None:
        super().__init__(problem)
        self.problem = problem


class FileExistsAlreadyError(RygAppError):
    """A file that was to be written is there already; it was left alone."""

    def __init__(self, file_name: str) -> None:
        super().__init__(file_name)
        self.file_name = file_name


class AutostartRefusedReason(StrEnum):
    """Why the computer cannot be told to start the program."""

    CHARACTER = "character"
    LENGTH = "length"


class AutostartRefusedError(RygAppError):
    """The program, or its data folder, lies where no autostart entry can point to."""

    def __init__(self, reason: AutostartRefusedReason, path: str) -> None:
        super().__init__(reason, path)
        self.reason = reason
        self.path = path


class BackupFault(StrEnum):
    """Why a file is not taken for a backup."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_A_BACKUP = "not_a_backup"
    DAMAGED = "damaged"


class BackupRefusedError(RygAppError):
    """A file was not restored; nothing was changed."""

    def __init__(self, file_name: str, fault: BackupFault, detail: str = "") -> None:
        super().__init__(file_name, fault, detail)
        self.file_name = file_name
        self.fault = fault
        self.detail = detail


class RestoreUnfinishedError(RygAppError):
    """A restore was cut short; whoever next opens the folder for writing finishes it."""
