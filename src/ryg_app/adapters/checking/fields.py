"""A cursor over parsed JSON that reads typed fields and notes every problem on the way.

A field that cannot be read gives a harmless stand-in of the right type, so that reading goes on and one pass
finds everything; whoever starts the reading drops the result if any problem was noted.
"""

from __future__ import annotations

import difflib
import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Self, TypeVar

from ryg_app.adapters.checking.problems import Problems, shown
from ryg_app.domain.errors import ProblemCode
from ryg_app.domain.plain_text import clean, looks_like_personal_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import StrEnum
    from types import TracebackType

    from ryg_app.domain.plan_limits import Span

    Choice = TypeVar("Choice", bound=StrEnum)

_IDENTIFIER = re.compile(r"[a-z0-9_]{1,40}")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Python itself reads many more spellings of dates and times.
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?"
)


class Value:
    """One value of the file, and where it stands."""

    def __init__(self, found: object, where: str, problems: Problems) -> None:
        self.found = found
        self.where = where
        self._problems = problems

    def refuse(self, code: ProblemCode, **values: str | int) -> None:
        """Note a problem with this value."""
        self._problems.add(code, self.where, **values)

    def integer(self, allowed: Span) -> int:
        """Return a whole number; ``true`` and ``1.0`` are none."""
        if not isinstance(self.found, int) or isinstance(self.found, bool):
            self.refuse(ProblemCode.NOT_INTEGER, found=shown(self.found))
        elif not allowed.low <= self.found <= allowed.high:
            self.refuse(ProblemCode.OUT_OF_RANGE, low=allowed.low, high=allowed.high, found=self.found)
        else:
            return self.found
        return allowed.low

    def text(
        self, allowed: Span, *, lines: bool = False, is_phone: bool = False, is_diary: bool = False
    ) -> str:
        """Return a cleaned text whose length in characters is allowed.

        Args:
            allowed: Shortest and longest.
            lines: Line breaks are kept.
            is_phone: Ten digits may be a telephone number, and are no CPR number.
            is_diary: What a patient has written is shown whatever it holds.
        """
        written = self._string(ProblemCode.NOT_TEXT)
        if written is None:
            return ""
        # A text that is far too long is not cleaned: its length alone is reason enough.
        text = clean(written, keep_newlines=lines) if len(written) <= 2 * allowed.high else written
        if not allowed.low <= len(text) <= allowed.high:
            self.refuse(ProblemCode.TEXT_LENGTH, low=allowed.low, high=allowed.high, found=len(text))
        elif not is_diary and looks_like_personal_number(text, is_phone=is_phone):
            self.refuse(ProblemCode.PERSONAL_NUMBER)
        return text

    def flag(self) -> bool:
        """Return ``true`` or ``false``."""
        if isinstance(self.found, bool):
            return self.found
        self.refuse(ProblemCode.NOT_FLAG, found=shown(self.found))
        return False

    def identifier(self) -> str:
        """Return 1 to 40 of the characters a-z, 0-9 and underscore."""
        return self.spelled(_IDENTIFIER, ProblemCode.BAD_IDENTIFIER)

    def spelled(self, pattern: re.Pattern[str], otherwise: ProblemCode) -> str:
        """Return a text that the whole pattern matches."""
        written = self._string(otherwise)
        if written is not None and not pattern.fullmatch(written):
            self.refuse(otherwise, found=shown(written))
        return written or ""

    def one_of(self, names: Iterable[str], otherwise: ProblemCode) -> str | None:
        """Return the name, or ``None`` if it is none of them."""
        known = tuple(names)
        if isinstance(self.found, str) and self.found in known:
            return self.found
        self.refuse(otherwise, found=shown(self.found), allowed=", ".join(known))
        return None

    def uuid(self) -> str:
        """Return a UUID in its usual spelling with small letters."""
        return self.spelled(_UUID, ProblemCode.NOT_UUID)

    def choice(self, choices: type[Choice]) -> Choice:
        """Return the member of that value."""
        for member in choices:
            if self.found == member.value:
                return member
        allowed = ", ".join(member.value for member in choices)
        self.refuse(ProblemCode.NOT_ONE_OF, found=shown(self.found), allowed=allowed)
        return next(iter(choices))

    def day(self, earliest: date, latest: date) -> date:
        """Return a date written YYYY-MM-DD."""
        written = self._string(ProblemCode.NOT_DATE)
        if written is None:
            return earliest
        try:
            day = date.fromisoformat(written if _DATE.fullmatch(written) else "")
        except ValueError:
            self.refuse(ProblemCode.NOT_DATE, found=shown(written))
            return earliest
        if not earliest <= day <= latest:
            self.refuse(ProblemCode.OUT_OF_RANGE, low=str(earliest), high=str(latest), found=written)
            return earliest
        return day

    def time_of_day(self, earliest: time, latest: time) -> time:
        """Return a time written HH:MM."""
        written = self._string(ProblemCode.NOT_TIME)
        if written is None:
            return earliest
        try:
            at = time.fromisoformat(written if _TIME.fullmatch(written) else "")
        except ValueError:
            self.refuse(ProblemCode.NOT_TIME, found=shown(written))
            return earliest
        if not earliest <= at <= latest:
            low, high = f"{earliest:%H:%M}", f"{latest:%H:%M}"
            self.refuse(ProblemCode.OUT_OF_RANGE, low=low, high=high, found=written)
        return at

    def moment(self, earliest: date, latest: date) -> datetime:
        """Return a date and time with its offset from UTC, on one of these days."""
        stand_in = datetime.combine(earliest, time(12), UTC)
        written = self._string(ProblemCode.NOT_MOMENT)
        if written is None:
            return stand_in
        try:
            moment = datetime.fromisoformat(written if _MOMENT.fullmatch(written) else "")
        except ValueError:
            self.refuse(ProblemCode.NOT_MOMENT, found=shown(written))
            return stand_in
        if not earliest <= moment.date() <= latest:
            self.refuse(ProblemCode.OUT_OF_RANGE, low=str(earliest), high=str(latest), found=written)
            return stand_in
        return moment

    def items(self, length: Span) -> list[Value]:
        """Return the values of a list; of one that is too long, only as many as are allowed."""
        if not isinstance(self.found, list):
            self.refuse(ProblemCode.NOT_LIST, found=shown(self.found))
            return []
        if not length.low <= len(self.found) <= length.high:
            self.refuse(ProblemCode.LIST_LENGTH, low=length.low, high=length.high, found=len(self.found))
        return [
            Value(item, f"{self.where}[{number}]", self._problems)
            for number, item in enumerate(self.found[: length.high], start=1)
        ]

    def unique_integers(self, length: Span, allowed: Span) -> tuple[int, ...]:
        """Return a list of whole numbers in which none occurs twice."""
        numbers: list[int] = []
        seen: set[object] = set()
        for item in self.items(length):
            numbers.append(item.integer(allowed))
            if isinstance(item.found, int):
                if item.found in seen:
                    item.refuse(ProblemCode.NOT_UNIQUE, found=shown(item.found))
                seen.add(item.found)
        return tuple(numbers)

    @property
    def is_record(self) -> bool:
        """Whether this is an object at all."""
        return isinstance(self.found, dict)

    def record(self) -> Record:
        """Return the fields of an object."""
        if not isinstance(self.found, dict):
            self.refuse(ProblemCode.NOT_OBJECT, found=shown(self.found))
            return Record({}, self.where, Problems())
        return Record(self.found, self.where, self._problems)

    def _string(self, otherwise: ProblemCode) -> str | None:
        if isinstance(self.found, str):
            return self.found
        self.refuse(otherwise, found=shown(self.found))
        return None


class Record:
    """The fields of an object; on leaving its ``with`` block, every field nobody asked for is refused."""

    def __init__(self, fields: Mapping[str, object], where: str, problems: Problems) -> None:
        self._fields = fields
        self._where = where
        self._problems = problems
        self._asked: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._refuse_unknown()

    def __getitem__(self, name: str) -> Value:
        """Return a field that must be there; a missing one is noted once, and then silently stood in for."""
        self._asked.add(name)
        if name in self._fields:
            return Value(self._fields[name], self._path(name), self._problems)
        self._problems.add(ProblemCode.MISSING, self._path(name))
        return Value(None, self._path(name), Problems())

    def get(self, name: str) -> Value | None:
        """Return a field that may be missing or ``null``."""
        self._asked.add(name)
        found = self._fields.get(name)
        return None if found is None else Value(found, self._path(name), self._problems)

    def every(self) -> Iterable[tuple[str, Value]]:
        """Yield all fields of an object whose field names are free."""
        for name, found in self._fields.items():
            if self._problems.full:
                return
            self._asked.add(name)
            yield name, Value(found, self._path(name), self._problems)

    def _refuse_unknown(self) -> None:
        for name in self._fields:
            if self._problems.full:
                return
            if name not in self._asked:
                near = nearest(name, self._asked)
                self._problems.add(ProblemCode.UNKNOWN_FIELD, self._path(name), field=shown(name), near=near)

    def _path(self, name: str) -> str:
        return f"{self._where}.{shown(name)}" if self._where else shown(name)


def nearest(written: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or the empty string."""
    return next(iter(difflib.get_close_matches(shown(written), sorted(known), n=1)), "")
