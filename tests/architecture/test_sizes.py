"""What does not fit on a page is hard to hold in the head."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.architecture.source import Module, module, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_MODULE = 300
LONGEST_FUNCTION = 30


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    docstring = _lines(function.body[0]) if ast.get_docstring(function) is not None else 0
    return _lines(function) - docstring


def _too_long(source: Module) -> Iterator[str]:
    lines = len(source.text.splitlines())
    if lines > LONGEST_MODULE:
        yield f"{source.name} has {lines} lines"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _length(node) > LONGEST_FUNCTION:
            yield f"{source.at(node)} {node.name} has {_length(node)} lines"


def test_a_long_function_is_noticed() -> None:
    body = "\n".join(["    pass"] * LONGEST_FUNCTION)
    assert list(_too_long(module(f"def long():\n{body}")))


def test_a_docstring_does_not_count() -> None:
    docstring = '    """' + "\n" * LONGEST_FUNCTION + '    """'
    assert not list(_too_long(module(f"def described():\n{docstring}\n    pass")))


def test_a_long_module_is_noticed() -> None:
    assert list(_too_long(module("pass\n" * (LONGEST_MODULE + 1))))


def test_every_module_and_function_fits_on_a_page() -> None:
    assert [complaint for source in modules() for complaint in _too_long(source)] == []
