"""The program's own source as syntax trees, for tests that read instead of run."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "ryg_app"


@dataclass(frozen=True, slots=True)
class Module:
    name: str
    text: str
    tree: ast.Module

    def at(self, node: ast.stmt | ast.expr) -> str:
        return f"{self.name}:{node.lineno}"


def module(text: str, name: str = "example.py") -> Module:
    return Module(name, text, ast.parse(text))


def modules(folder: str = ".") -> Iterator[Module]:
    for path in sorted((PACKAGE / folder).rglob("*.py")):
        yield module(path.read_text(encoding="utf-8"), path.relative_to(PACKAGE).as_posix())


def imported_names(tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    """Every imported thing by its full dotted name: `from a import b` gives `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def dotted(node: ast.AST) -> str:
    """`a.b.c` of an attribute chain; of anything else in front of it, only the attributes."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    return node.id if isinstance(node, ast.Name) else ""
