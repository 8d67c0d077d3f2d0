"""Colours, sizes, fonts and icons, and how they reach the widgets.

There is one way: `apply_theme` gives the application a font, a `QPalette` and a style sheet. A widget takes
its looks from the style sheet (by the dynamic property `role`), and one that paints itself reads its own
`palette()` and `font()`, so a change of scheme or text size reaches every open window without anything being
built anew. Only what needs colours beyond the palette (the chart) is handed a `Theme`.
"""

from __future__ import annotations

from ryg_app.ui.theme.icons import Icons
from ryg_app.ui.theme.look import Look
from ryg_app.ui.theme.style import apply_theme, load_fonts, palette, style_sheet, system_scheme
from ryg_app.ui.theme.theme import Colors, Scheme, Theme, load_theme

__all__ = [
    "Colors",
    "Icons",
    "Look",
    "Scheme",
    "Theme",
    "apply_theme",
    "load_fonts",
    "load_theme",
    "palette",
    "style_sheet",
    "system_scheme",
]
