"""One of a few named answers, such as how far down the leg."""

from __future__ import annotations

from ryg_app.ui.widgets.option_row import OptionRow


class ChoiceRow(OptionRow):
    """Boxes of equal width, or `pills` as wide as their text; values are the caller's own."""
