"""The extractor reads the source: words that it cannot see there are never translated."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.architecture.source import Module, dotted, module, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

# How many leading arguments are words.
WORDS = {"_": 1, "gettext": 1, "ngettext": 2, "pgettext": 2, "npgettext": 3}
# The one module that implements these functions, and so passes on what it is given.
IMPLEMENTATION = "wording/catalogues.py"


def _hidden_words(source: Module) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call):
            continue
        count = WORDS.get(dotted(node.func).rpartition(".")[2], 0)
        words = node.args[:count]
        if len(words) < count or not all(_is_literal(word) for word in words):
            yield f"{source.at(node)} {ast.unparse(node)}"


def _inside_f_strings(source: Module) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.JoinedStr):
            calls = (call for call in ast.walk(node) if isinstance(call, ast.Call))
            yield from (source.at(call) for call in calls if dotted(call.func).rpartition(".")[2] in WORDS)


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value != ""


@pytest.mark.parametrize(
    "text",
    [
        "_(f'Week {week}')",
        "_('Week {week}'.format(week=3))",
        "_(title)",
        "words.gettext('a' + b)",
        "self._words.ngettext('one day', days, 3)",
        "pgettext(context, 'Back')",
        "_('')",
    ],
)
def test_words_the_extractor_cannot_see_are_noticed(text: str) -> None:
    assert list(_hidden_words(module(text)))


@pytest.mark.parametrize(
    "text",
    [
        "_('Week {week}').format(week=3)",
        "_('One ' 'sentence')",
        "words.pgettext('direction', 'Back')",
        "words.ngettext('{n} day', '{n} days', n)",
        "for _ in days: pass",
    ],
)
def test_literal_words_are_allowed(text: str) -> None:
    assert not list(_hidden_words(module(text)))


def test_words_inside_an_f_string_are_noticed() -> None:
    """Before Python 3.12 the extractor does not look into f-strings."""
    assert list(_inside_f_strings(module("f\"{_('Back')}: {title}\"")))
    assert [hidden for source in modules() for hidden in _inside_f_strings(source)] == []


def test_every_word_of_the_program_is_a_literal() -> None:
    sources = (source for source in modules() if source.name != IMPLEMENTATION)
    assert [hidden for source in sources for hidden in _hidden_words(source)] == []
