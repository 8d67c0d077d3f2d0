"""The rarer parts of a plan, each folded into its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.ui.clinician.sections.course_section import CourseSection
from ryg_app.ui.clinician.sections.flare_section import FlareSection
from ryg_app.ui.clinician.sections.reminder_section import ReminderSection
from ryg_app.ui.clinician.sections.review_section import ReviewSection
from ryg_app.ui.clinician.sections.rule_section import RuleSection
from ryg_app.ui.clinician.sections.walking_section import WalkingSection
from ryg_app.ui.clinician.sections.words_section import WordsSection

if TYPE_CHECKING:
    from ryg_app.ui.clinician.editing import Editing
    from ryg_app.ui.clinician.sections.section import Section
    from ryg_app.wording.catalogues import Words


def make_sections(editing: Editing, words: Words) -> tuple[Section, ...]:
    """Return them in the order they stand on the page."""
    return (
        WordsSection(editing, words),
        CourseSection(editing, words),
        WalkingSection(editing, words),
        FlareSection(editing, words),
        RuleSection(editing, words),
        ReminderSection(editing, words),
        ReviewSection(editing, words),
    )
