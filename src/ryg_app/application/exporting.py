"""Taking the log out: as tables and as an open file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from ryg_app.application.export_period import ExportDays
from ryg_app.application.ports import TextFiles
from ryg_app.domain.diary import EARLIEST_DAY
from ryg_app.domain.errors import DamagedFileError, FileExistsAlreadyError
from ryg_app.domain.extract import ExtractDay, LogExtract

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ryg_app.application.course import Course
    from ryg_app.application.ports import Clock, DayLogs
    from ryg_app.domain.course import CourseRecord
    from ryg_app.domain.document import DocumentWords
    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.owed import OwedDay
    from ryg_app.domain.plan import PlanExercise, PlanFile
    from ryg_app.domain.table import TableHeadings


class Files(TextFiles, Protocol):
    """Files written for somebody else, also some that belong together."""

    def write_together(self, files: Mapping[Path, bytes]) -> None:
        """Write all of them, so that a full disk leaves none.

        Raises:
            NotSavedError: One could not be written.
        """


class TableWriter(Protocol):
    """Makes the two tables: one row a day, and one row an exercise done."""

    def days(self, extract: LogExtract, headings: TableHeadings) -> bytes:
        """Return the table of days."""

    def exercises(self, extract: LogExtract, headings: TableHeadings) -> bytes:
        """Return the table of exercises done."""


class WorkbookWriter(Protocol):
    """Makes one workbook of the two tables."""

    def compose(self, extract: LogExtract, headings: TableHeadings) -> bytes:
        """Return the file's bytes."""


class LogWriter(Protocol):
    """Makes the open file of the log."""

    def compose(self, extract: LogExtract) -> bytes:
        """Return the file's bytes."""


class DocumentWriter(Protocol):
    """Makes the document for other programs."""

    def compose(self, extract: LogExtract, words: DocumentWords, codes: Mapping[str, str]) -> bytes:
        """Return the file's bytes; ``codes`` are SNOMED CT codes by meaning, empty without a mapping."""


class CodeReader(Protocol):
    """Reads a mapping to SNOMED CT that the user brings along."""

    def read(self, path: Path) -> Mapping[str, str]:
        """Return the codes by meaning.

        Raises:
            FileRefusedError: It was not taken; every problem is named.
        """


@dataclass(frozen=True, slots=True)
class Writers:
    """What makes each kind of file."""

    tables: TableWriter
    workbooks: WorkbookWriter
    logs: LogWriter
    documents: DocumentWriter
    codes: CodeReader


class Exporting:
    """What the pages and commands can do to take the log out."""

    def __init__(
        self,
        course: Course,
        days: DayLogs,
        clock: Clock,
        exercises: Mapping[str, Exercise],
        files: Files,
        writers: Writers,
    ) -> None:
        self._course = course
        self._days = days
        self._clock = clock
        self._exercises = exercises
        self._files = files
        self._writers = writers

    def extract(self, language: str, first: date | None = None, last: date | None = None) -> LogExtract:
        """Return the log from the first to the last day; by default everything there is.

        A plan that can no longer be read is named in ``lost_plans``; the rest is taken out all the same.

        Raises:
            DamagedFileError: A year of the diary, or the course record, can no longer be read.
        """
        today, record = self._course.today(), self._course.record()
        kept = self._days.between(first or date.min, last or today)
        starts = [*(log.day for log in kept[:1]), *(a.start for a in record.adoptions[:1]), today]
        end = last or today
        begin = first or min(*starts, end)
        span = (begin + timedelta(days=n) for n in range((end - begin).days + 1))
        days = tuple(ExtractDay(self._days.get(day), self._owed(day)) for day in span)
        plans, lost = self._adopted_plans(record)
        titles = {
            (file.plan.plan_id, file.plan.revision, entry.entry_id): self.title(entry, language)
            for file in plans
            for entry in file.plan.exercises
        }
        return LogExtract(self._clock.now(), begin, end, days, record, plans, titles, lost)

    def days(self) -> ExportDays:
        """Return the days there are to choose from.

        Raises:
            DamagedFileError: A year of the diary, or the course record, can no longer be read.
        """
        today, record = self._course.today(), self._course.record()
        kept = self._days.between(date.min, today)
        starts = [*(log.day for log in kept[:1]), *(a.start for a in record.adoptions[:1]), today]
        return ExportDays(EARLIEST_DAY, min(starts), today, record.last_visit_before(today))

    def _owed(self, day: date) -> OwedDay | None:
        # A lost plan file must not keep the patient from taking the diary out.
        try:
            return self._course.owed(day)
        except DamagedFileError:
            return None

    def _adopted_plans(self, record: CourseRecord) -> tuple[tuple[PlanFile, ...], tuple[str, ...]]:
        plans: list[PlanFile] = []
        lost: list[str] = []
        for plan_key in dict.fromkeys(adoption.plan_key for adoption in record.adoptions):
            try:
                plans.append(self._course.plan_file(*plan_key))
            except DamagedFileError as error:
                lost.append(error.file_name)
        return tuple(plans), tuple(lost)

    def title(self, entry: PlanExercise, language: str) -> str:
        """Return the name of a plan's exercise in a language."""
        if entry.own is not None:
            return entry.own.title
        exercise = self._exercises[entry.exercise_id or ""]
        return exercise.variant(entry.variant).words[language].title

    def write_tables(
        self, extract: LogExtract, headings: TableHeadings, path: Path, *, replace: bool = False
    ) -> tuple[Path, Path]:
        """Write ``NAME.csv`` and ``NAME-exercises.csv``; return both once they are durable.

        Raises:
            FileExistsAlreadyError: One of them is there already and ``replace`` is false.
            NotSavedError: A file could not be written.
        """
        second = self.second_table(path)
        self._refuse_existing(path, second, replace=replace)
        tables = self._writers.tables
        self._files.write_together(
            {path: tables.days(extract, headings), second: tables.exercises(extract, headings)}
        )
        return path, second

    @staticmethod
    def second_table(path: Path) -> Path:
        """Return where the table of exercises goes when the table of days goes to ``path``."""
        return path.with_name(f"{path.stem}-exercises{path.suffix}")

    def write_workbook(
        self, extract: LogExtract, headings: TableHeadings, path: Path, *, replace: bool = False
    ) -> Path:
        """Write both tables as one workbook; return it once it is durable.

        Raises:
            FileExistsAlreadyError: It is there already and ``replace`` is false.
            NotSavedError: The file could not be written.
        """
        self._refuse_existing(path, replace=replace)
        self._files.write(path, self._writers.workbooks.compose(extract, headings))
        return path

    def write_log(self, extract: LogExtract, path: Path, *, replace: bool = False) -> Path:
        """Write the open log file; return it once it is durable.

        Raises:
            FileExistsAlreadyError: It is there already and ``replace`` is false.
            NotSavedError: The file could not be written.
        """
        self._refuse_existing(path, replace=replace)
        self._files.write(path, self._writers.logs.compose(extract))
        return path

    def codes(self, path: Path) -> Mapping[str, str]:
        """Return the SNOMED CT codes in a mapping file, by meaning.

        Raises:
            FileRefusedError: It was not taken; every problem is named.
        """
        return self._writers.codes.read(path)

    def write_document(
        self,
        extract: LogExtract,
        words: DocumentWords,
        path: Path,
        *,
        codes: Mapping[str, str] | None = None,
        replace: bool = False,
    ) -> Path:
        """Write the document for other programs (FHIR R4); return it once it is durable.

        Raises:
            FileExistsAlreadyError: It is there already and ``replace`` is false.
            NotSavedError: The file could not be written.
        """
        self._refuse_existing(path, replace=replace)
        self._files.write(path, self._writers.documents.compose(extract, words, codes or {}))
        return path

    def _refuse_existing(self, *paths: Path, replace: bool) -> None:
        for path in paths:
            if not replace and path.exists():
                raise FileExistsAlreadyError(path.name)
