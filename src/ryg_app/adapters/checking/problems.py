"""The list on which a checker writes down everything that is wrong with a file."""

from __future__ import annotations

from ryg_app.domain.errors import Problem, ProblemCode
from ryg_app.domain.plain_text import clean

MOST_PROBLEMS = 100
_SHOWN_LENGTH = 40


class Problems:
    """Collects problems; beyond the first 100 nobody reads on."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def add(self, code: ProblemCode, where: str, **values: str | int) -> None:
        """Write one down."""
        if not self.full:
            self._found.append(Problem(code, where, values))

    @property
    def full(self) -> bool:
        """Whether any further problem would be dropped."""
        return len(self._found) >= MOST_PROBLEMS

    @property
    def found(self) -> tuple[Problem, ...]:
        """Everything written down, in order."""
        return tuple(self._found)

    def concern(self, *fields: str) -> bool:
        """Tell whether one of these top-level fields, or anything inside it, has a problem."""
        return any(problem.where.startswith(fields) for problem in self._found)


class ContentRefusedError(Exception):
    """The bytes cannot be read far enough to look at single fields."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def refuse(code: ProblemCode, where: str = "", **values: str | int) -> ContentRefusedError:
    """Return the error for one problem with the file as a whole, or with one part of it."""
    return ContentRefusedError(Problem(code, where, values))


def shown(found: object) -> str:
    """Return what was found, short and harmless enough for a sentence on a screen or terminal."""
    if isinstance(found, str):
        return _shortened(found)
    if isinstance(found, dict):
        return "{…}"
    if isinstance(found, list):
        return "[…]"
    if found is None or isinstance(found, bool):
        return {None: "null", True: "true", False: "false"}[found]
    return _shortened(str(found))


def _shortened(text: str) -> str:
    # Cut first: composing a very long run of combining marks takes quadratic time.
    cleaned = clean(text[: _SHOWN_LENGTH + 1])
    return cleaned if len(text) <= _SHOWN_LENGTH else cleaned[:_SHOWN_LENGTH] + "…"
