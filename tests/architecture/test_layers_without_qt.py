"""What the contracts of pyproject.toml cannot see: imports at run time, and the standard library."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.source import PACKAGE, imported_names, modules

WITHOUT_QT = ("domain", "application", "adapters", "wording", "bootstrap", "cli")

IMPORT_EVERYTHING = """
import importlib, pkgutil, sys

sys.modules["PySide6"] = sys.modules["shiboken6"] = None
root = importlib.import_module("ryg_app." + sys.argv[1])
for found in pkgutil.walk_packages(getattr(root, "__path__", []), root.__name__ + "."):
    importlib.import_module(found.name)
"""


def _exists(layer: str) -> bool:
    return (PACKAGE / f"{layer}.py").exists() or (PACKAGE / layer / "__init__.py").exists()


@pytest.mark.parametrize("layer", [layer for layer in WITHOUT_QT if _exists(layer)])
def test_a_layer_below_the_window_runs_where_qt_is_absent(layer: str) -> None:
    outcome = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_EVERYTHING, layer],
        check=False,
        capture_output=True,
        text=True,
    )
    assert outcome.returncode == 0, outcome.stderr


@pytest.mark.parametrize(
    ("layer", "allowed"),
    [("domain", ("ryg_app.domain",)), ("application", ("ryg_app.domain", "ryg_app.application"))],
)
def test_the_heart_of_the_program_needs_only_the_standard_library(
    layer: str, allowed: tuple[str, ...]
) -> None:
    strangers = [
        f"{source.at(statement)} {name}"
        for source in modules(layer)
        for statement, name in imported_names(source.tree)
        if not name.startswith(allowed) and name.split(".")[0] not in sys.stdlib_module_names
    ]
    assert strangers == []
