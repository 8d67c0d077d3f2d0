"""What stands in a PDF, read by poppler's own tools; a test that needs them is skipped where they are not."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def text_of(path: Path, *, last_page: int = 0) -> str:
    """Return the text as a reader would copy it, lines of a table kept together."""
    pages = ["-l", str(last_page)] if last_page else []
    return _told("pdftotext", "-layout", *pages, str(path), "-")


def fonts_of(path: Path) -> list[str]:
    """Return a line for each font: its name, kind, and whether it is embedded."""
    return _told("pdffonts", str(path)).splitlines()[2:]


def facts_of(path: Path) -> dict[str, str]:
    """Return title, number of pages and the like."""
    lines = (line.partition(":") for line in _told("pdfinfo", str(path)).splitlines())
    return {name: value.strip() for name, _colon, value in lines}


def pictures_in(path: Path) -> list[str]:
    """Return a line for each picture of dots."""
    return _told("pdfimages", "-list", str(path)).splitlines()[2:]


def _told(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert "Error" not in done.stderr, done.stderr
    return done.stdout
