"""Which problem of the plan belongs to which field on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.errors import ProblemCode
from ryg_app.ui.clinician.exercise_part import EXERCISES
from ryg_app.ui.clinician.fields import EditorField
from ryg_app.ui.clinician.start_rows import SIDE
from ryg_app.ui.widgets.disclosure import Disclosure
from ryg_app.wording.problems import located_problem, problem_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from ryg_app.domain.errors import Problem
    from ryg_app.wording.catalogues import Words


def show_problems(page: QWidget, words: Words, problems: Sequence[Problem]) -> tuple[str, ...]:
    """Say at each field what is wrong with it; return what belongs to no field on the page."""
    fields = page.findChildren(EditorField)
    said: dict[EditorField, str] = {}
    homeless: list[str] = []
    for problem in problems:
        field = _field_of(problem, fields)
        if field is None:
            homeless.append(located_problem(words, problem))
        elif field not in said:
            said[field] = _sentence(words, problem)
    for field in fields:
        field.show_problem(said.get(field, ""))
    return tuple(homeless)


def first_in_trouble(page: QWidget) -> EditorField | None:
    """Return the topmost field with a problem, with everything opened that it is folded into."""
    troubled = [field for field in page.findChildren(EditorField) if field.problem]
    for field in troubled:
        _unfold(field)
    return min(troubled, key=lambda field: field.mapTo(page, field.rect().topLeft()).y(), default=None)


def is_only_unanswered(problem: Problem) -> bool:
    """Tell whether somebody has simply not come to that yet."""
    return problem.where in {SIDE, EXERCISES} or _is_empty(problem)


def _field_of(problem: Problem, fields: Iterable[EditorField]) -> EditorField | None:
    holding = [
        field
        for field in fields
        if field.where
        and (problem.where == field.where or problem.where.startswith((f"{field.where}.", f"{field.where}[")))
    ]
    return max(holding, key=lambda field: len(field.where), default=None)


def _sentence(words: Words, problem: Problem) -> str:
    _ = words.gettext
    if problem.where == SIDE:
        return _("Choose the side that hurts.")
    if problem.where == EXERCISES:
        return _("Switch on at least one exercise.")
    if _is_empty(problem):
        return _("Write something here.")
    return problem_sentence(words, problem)


def _is_empty(problem: Problem) -> bool:
    lengths = {ProblemCode.TEXT_LENGTH, ProblemCode.LIST_LENGTH}
    return problem.code in lengths and problem.values["found"] == 0


def _unfold(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, Disclosure):
            parent.is_open = True
        parent = parent.parentWidget()
