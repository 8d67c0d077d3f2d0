"""A theme as Qt wants it: font, palette and style sheet."""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ryg_app.ui.theme.theme import Scheme, Theme

_FONT_FILES = (".ttf", ".otf", ".woff2")
STYLE = "fusion"
_THIN = 1
_THICK = 3

_Role = QPalette.ColorRole
_PALETTE = {
    _Role.Window: "background",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "surface_soft",
    _Role.Text: "text",
    _Role.PlaceholderText: "text_muted",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "danger",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "accent_strong",
    _Role.LinkVisited: "accent_strong",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "text",
    _Role.Light: "accent_tint",
    _Role.Midlight: "track",
    _Role.Mid: "control_border",
    _Role.Dark: "border",
    _Role.Shadow: "focus",
}


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give every window of `app`, open or to come, the looks of `theme`."""
    # One style sheet put on over another takes Qt four times as long as taking it off first.
    app.setStyleSheet("")
    if app.style().name() != STYLE:
        app.setStyle(STYLE)
    app.setFont(app_font(theme))
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def app_font(theme: Theme) -> QFont:
    """The font of body text."""
    font = QFont(list(theme.family))
    font.setPixelSize(theme.fonts.body)
    return font


def load_fonts(fonts_dir: Path) -> list[str]:
    """Register the bundled fonts and return their families; no folder means the system's fonts."""
    if not fonts_dir.is_dir():
        return []
    families: list[str] = []
    for file in sorted(fonts_dir.iterdir()):
        if file.suffix.lower() in _FONT_FILES:
            number = QFontDatabase.addApplicationFont(str(file))
            families.extend(QFontDatabase.applicationFontFamilies(number) if number >= 0 else [])
    return sorted(set(families))


def system_scheme() -> Scheme:
    """The scheme the desktop asks for; light where it does not say."""
    # PySide6 deletes the C++ object under a temporary, so the hints are kept in a variable.
    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def palette(theme: Theme) -> QPalette:
    """The colours as palette roles; widgets that paint themselves read these.

    Beyond the usual meanings: `Midlight` is the empty part of a bar, `Light` the soft accent behind what is
    under way, `Mid` the border that identifies a control, `Dark` the hairline, `Shadow` the focus ring,
    `BrightText` the danger colour, `PlaceholderText` muted text.
    """
    result = QPalette()
    for role, name in _PALETTE.items():
        result.setColor(role, QColor(getattr(theme.colors, name)))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.colors.disabled))
    return result


def style_sheet(theme: Theme) -> str:
    """The style sheet with every colour and size filled in."""
    template = files("ryg_app.ui.theme").joinpath("style.qss").read_text(encoding="utf-8")
    values: dict[str, str | int] = {
        **asdict(theme.colors),
        **asdict(theme.fonts),
        **asdict(theme.controls),
        **_derived(theme),
    }
    return Template(template).substitute(values)


def _derived(theme: Theme) -> dict[str, str | int]:
    # In a style sheet the border and the padding come on top of min-height and min-width.
    controls, fonts = theme.controls, theme.fonts
    dark = theme.scheme == "dark"
    indicator_radius = round(fonts.body * 0.7)
    return {
        "target_inside": controls.target - 2 * _THIN,
        "large_inside": controls.large_target - 2 * _THIN,
        "nav_inside": controls.nav_target - 2 * _THIN,
        "narrowest_inside": max(0, controls.target - 2 * _THIN - 2 * controls.pad),
        "option_inside": 44 - 2 * _THIN - 2 * controls.pad_tight,
        "input_inside": controls.target - 2 * _THIN - 4,
        "pad_focus": controls.pad - (_THICK - _THIN),
        "pad_large_focus": controls.pad_large - (_THICK - _THIN),
        "pill_radius": controls.target // 2,
        "badge_radius": (round(fonts.small * 1.2) + 2 * controls.pad_tight) // 2,
        "indicator": 2 * indicator_radius - 4,
        "indicator_radius": indicator_radius,
        "chevron": Path(str(files("ryg_app.ui.theme").joinpath("chevron.svg"))).as_posix(),
        "card_radius": theme.radii.card,
        "control_radius": theme.radii.control,
        "small_radius": theme.radii.small,
        "card_pad": theme.spacing.card,
        "nav_hover": theme.colors.hover if dark else theme.colors.background,
        "nav_current": theme.colors.surface,
    }
