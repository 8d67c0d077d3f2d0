"""The rarer parts of a plan, each folded into its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.ui.clinician.sections.words_section import WordsSection

if TYPE_CHECKING:
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.ui.clinician.sections.section import Section
    from ryg_app.ui.theme import Look
    from ryg_app.wording.catalogues import Words


def make_sections(editing: Editing, words: Words, look: Look) -> tuple[Section, ...]:
    """Return them in the order they stand on the page."""
    del look
    return (WordsSection(editing, words),)
