"""Plan files as the use cases see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.adapters.checking.problems import Problems
from ryg_app.adapters.plan_file.reader import read_plan, read_plan_document, read_plan_file
from ryg_app.adapters.plan_file.schema import read_plan_fields
from ryg_app.adapters.plan_file.writer import plan_document, write_plan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ryg_app.domain.errors import Problem
    from ryg_app.domain.exercise import Exercise
    from ryg_app.domain.plan import Plan, PlanFile


@dataclass(frozen=True, slots=True)
class CheckedPlanFiles:
    """Reads and writes plan files against a catalogue of exercises, by identifier."""

    exercises: Mapping[str, Exercise]

    def read(self, path: Path) -> PlanFile:
        """Read and check a file.

        Raises:
            FileRefusedError: It was not taken; every problem is named.
        """
        return read_plan_file(path, self.exercises)

    def parse(self, data: bytes, file_name: str) -> PlanFile:
        """Check a file's bytes.

        Raises:
            FileRefusedError: They were not taken; every problem is named.
        """
        return read_plan(data, file_name, self.exercises)

    def from_document(self, document: object) -> PlanFile:
        """Check a ``plan.json`` that was parsed as part of another file; its pictures are not looked for.

        Raises:
            FileRefusedError: It was not taken; every problem is named.
        """
        return read_plan_document(document, self.exercises)

    def problems(self, plan: Plan) -> tuple[Problem, ...]:
        """Return everything that is wrong with a plan that is being made; its pictures are not looked at."""
        problems = Problems()
        read_plan_fields(plan_document(plan), self.exercises, problems)
        return problems.found

    def compose(self, plan: Plan, pictures: Mapping[str, bytes]) -> bytes:
        """Return the bytes of a plan file that reading takes.

        Raises:
            PersonalNumberError: A text looks like it holds a CPR number.
            FileRefusedError: The plan is not allowed; every problem is named.
        """
        data = write_plan(plan, pictures)
        read_plan(data, "", self.exercises)
        return data
