"""The warning signs over whatever covers the everyday pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ryg_app.application.app import App
    from ryg_app.ui.session_flow import SessionFlow
    from ryg_app.ui.stage import Stage
    from ryg_app.wording.catalogues import Words


def cover_with_red_flags(app: App, words: Words, stage: Stage, sessions: SessionFlow) -> None:
    """Put the warning signs on top, with a way back; a session under way pauses."""
    from ryg_app.ui.pages.red_flags import RedFlagsPage

    if isinstance(stage.currentWidget(), RedFlagsPage):
        return
    if sessions.page is not None:
        sessions.page.pause()
    page = RedFlagsPage(app.library, app.settings, words)
    page.show_way_back(words.gettext("Back"))
    page.back_clicked.connect(stage.uncover)
    stage.cover(page)
