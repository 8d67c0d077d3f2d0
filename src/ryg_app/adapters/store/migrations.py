"""From an older file to today's: numbered steps on raw tables, in order."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.adapters.store.generation import BadGenerationError, Tables
from ryg_app.domain.errors import DamagedFileError

if TYPE_CHECKING:
    from collections.abc import Callable

META = "_meta"
FIRST_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Migration:
    """One step.

    Attributes:
        schema: The schema version it leads to, one more than the version it starts from.
        change: What it does with the tables.
    """

    schema: int
    change: Callable[[Tables], Tables]


@dataclass(frozen=True, slots=True)
class Migrations:
    """All steps of one kind of file, from schema 1 upwards without a gap."""

    steps: tuple[Migration, ...] = ()

    def __post_init__(self) -> None:
        """Refuse steps out of order."""
        if [step.schema for step in self.steps] != list(range(FIRST_SCHEMA + 1, self.newest + 1)):
            message = "the steps must lead from schema 1 upwards, one by one"
            raise ValueError(message)

    @property
    def newest(self) -> int:
        """The schema version written today."""
        return FIRST_SCHEMA + len(self.steps)

    def apply(self, tables: Tables, file_name: str) -> Tables:
        """Return the tables as of today, leaving the given ones as they are.

        Raises:
            DamagedFileError: The tables are not what their schema version promises.
        """
        found, upgraded = schema_of(tables), copy.deepcopy(tables)
        try:
            for step in self.steps:
                if step.schema > found:
                    upgraded = step.change(upgraded)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise DamagedFileError(file_name, repr(error)) from error
        return self.stamp(upgraded)

    def stamp(self, tables: Tables) -> Tables:
        """Return the tables with today's schema version beside them."""
        return {**tables, META: {"1": {"schema": self.newest}}}


def schema_of(tables: Tables) -> int:
    """Return the schema version the tables were written with.

    Raises:
        BadGenerationError: They carry none.
    """
    schema = tables.get(META, {}).get("1", {}).get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < FIRST_SCHEMA:
        message = "no schema version"
        raise BadGenerationError(message)
    return schema
