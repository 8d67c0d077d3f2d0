"""The course record in its file."""

from __future__ import annotations

from ryg_app.adapters.store.course_codec import decode_course, encode_course
from ryg_app.adapters.store.database import Databases, OneDocument
from ryg_app.domain.course import CourseRecord

KIND, FILE_NAME = "course", "course.json"


class CourseFile:
    """The course record of one data folder."""

    def __init__(self, databases: Databases) -> None:
        self._file = OneDocument(databases.table(KIND, FILE_NAME))
        self._record: CourseRecord | None = None

    def get(self) -> CourseRecord:
        """Return it, empty before the first adoption.

        Raises:
            DamagedFileError: The file cannot be read.
        """
        if self._record is None:
            self._record = self._file.get(decode_course) or CourseRecord()
        return self._record

    def save(self, record: CourseRecord) -> None:
        """Write it; return only once it is durable.

        Raises:
            NotSavedError: Nothing was written.
        """
        document = encode_course(record)
        kept = decode_course(document)
        self._record = None
        self._file.put(document)
        self._record = kept
