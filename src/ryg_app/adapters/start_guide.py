"""The start guide as one HTML file that any browser opens: no script, nothing fetched, pictures inside."""

from __future__ import annotations

from html import escape
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.domain.start_guide import GuideStep, StartGuide

FOLDER, PAGE = "handout", "guide.html"


def start_guide_page(guide: StartGuide, assets: Path) -> bytes:
    """Return the page; every text stands in it as plain text."""
    folder = assets / FOLDER
    page = Template((folder / PAGE).read_text(encoding="utf-8"))
    return page.substitute(
        language=escape(guide.language),
        title=escape(guide.title),
        opening=escape(guide.opening),
        steps="\n".join(_step(step, folder) for step in guide.steps),
        help=escape(guide.help),
    ).encode()


def _step(step: GuideStep, folder: Path) -> str:
    text = escape(step.text)
    if not step.picture:
        return f"<li><p>{text}</p></li>"
    drawing = Template((folder / f"{step.picture}.svg").read_text(encoding="utf-8"))
    words = {f"words_{number}": escape(word) for number, word in enumerate(step.picture_words, start=1)}
    described = escape(step.picture_described)
    picture = drawing.substitute(words, described=described)
    return f"<li><p>{text}</p><figure>{picture}</figure></li>"
