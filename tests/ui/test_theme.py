from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ryg_app.ui.theme import Icons, Look, Scheme, apply_theme, load_fonts, load_theme, palette, style_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
NORMAL_TEXT = 4.5
SHAPES = 3.0

TEXT_ON_GROUND = [
    ("text", "background"),
    ("text", "sidebar"),
    ("text", "surface"),
    ("text", "surface_soft"),
    ("text", "hover"),
    ("text_muted", "background"),
    ("text_muted", "surface"),
    ("text_muted", "surface_soft"),
    ("text_muted", "track"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("on_accent_soft", "accent_soft"),
    ("on_accent_soft", "surface"),
    ("on_accent_soft", "hover"),
    ("accent_strong", "sidebar"),
    ("accent_strong", "surface"),
    ("accent_strong", "background"),
    ("danger", "surface"),
    ("danger", "background"),
    ("danger", "danger_soft"),
    ("warning", "warning_soft"),
    ("warning", "surface"),
]
SHAPE_ON_GROUND = [
    ("control_border", "surface"),
    ("control_border", "background"),
    ("focus", "surface"),
    ("focus", "background"),
    ("focus", "sidebar"),
    ("focus", "accent"),
    ("focus", "danger_soft"),
    ("focus", "accent_soft"),
    ("accent", "surface"),
    ("accent", "background"),
    ("accent", "track"),
    ("chart_back", "surface"),
    ("chart_leg", "surface"),
]


def luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(scheme: Scheme, one: str, other: str) -> float:
    colors = load_theme(scheme).colors
    lights = sorted(luminance(QColor(getattr(colors, role))) for role in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    black, white = luminance(QColor("#000000")), luminance(QColor("#ffffff"))
    assert (white + 0.05) / (black + 0.05) == pytest.approx(21.0)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read_on_its_ground(scheme: Scheme, text: str, ground: str) -> None:
    assert contrast(scheme, text, ground) >= NORMAL_TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_ON_GROUND)
def test_a_shape_that_matters_stands_out_from_its_ground(scheme: Scheme, shape: str, ground: str) -> None:
    assert contrast(scheme, shape, ground) >= SHAPES


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_is_a_colour(scheme: Scheme) -> None:
    colors = load_theme(scheme).colors
    assert all(QColor.isValidColorName(getattr(colors, field.name)) for field in fields(colors))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_the_style_sheet_has_no_gap_left_to_fill(scheme: Scheme, scale: float) -> None:
    assert "$" not in style_sheet(load_theme(scheme, scale))


def test_twice_the_text_size_doubles_the_letters_and_gives_room_in_the_controls() -> None:
    normal, large = load_theme("light"), load_theme("light", 2.0)
    assert large.fonts.body == 2 * normal.fonts.body
    assert large.fonts.title == 2 * normal.fonts.title
    assert large.controls.target > large.fonts.body * 1.5
    assert large.controls.pad > normal.controls.pad


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (1.5, 1.5), (9.0, 2.0)])
def test_the_text_size_stays_within_what_the_pages_hold(asked: float, given: float) -> None:
    assert load_theme("dark", asked).text_scale == given


def test_targets_are_never_under_44_px() -> None:
    assert load_theme("light").controls.target >= 44


def test_painted_widgets_find_the_colours_in_the_palette() -> None:
    theme = load_theme("dark")
    colors = palette(theme)
    assert colors.color(QPalette.ColorRole.Accent).name() == theme.colors.accent
    assert colors.color(QPalette.ColorRole.Midlight).name() == theme.colors.track
    assert colors.color(QPalette.ColorRole.Shadow).name() == theme.colors.focus


def test_a_new_theme_reaches_font_palette_and_style_sheet(qapp: QApplication) -> None:
    theme = load_theme("light", 1.5)
    apply_theme(qapp, theme)
    assert qapp.font().pixelSize() == theme.fonts.body
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == theme.colors.background
    assert theme.colors.accent in qapp.styleSheet()


def test_the_look_tells_of_a_new_theme_once(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    look = Look(qapp, Icons(tmp_path), "light", 1.0)
    seen: list[object] = []
    look.changed.connect(seen.append)
    look.choose("light", 1.0)
    assert seen == []
    look.choose("dark", 1.5)
    assert seen == [load_theme("dark", 1.5)]
    assert look.theme == replace(load_theme("dark", 1.5))
    look.choose("light", 1.0)


def test_a_missing_fonts_folder_leaves_the_system_fonts(tmp_path: Path) -> None:
    assert load_fonts(tmp_path / "none") == []


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "dot.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
        '<rect width="8" height="8" fill="currentColor"/></svg>',
        encoding="utf-8",
    )
    pixmap = Icons(tmp_path).pixmap("dot", QColor("#2f7f73"), 16, gap=4)
    picture = pixmap.toImage()
    ratio = pixmap.devicePixelRatio()
    assert picture.width() == round(20 * ratio)
    assert picture.pixelColor(round(8 * ratio), round(8 * ratio)).name() == "#2f7f73"
    assert picture.pixelColor(round(18 * ratio), round(8 * ratio)).alpha() == 0


def test_a_missing_icon_is_empty_and_nothing_worse(qapp: QApplication, tmp_path: Path) -> None:
    picture = Icons(tmp_path).pixmap("nowhere", QColor("red"), 16).toImage()
    assert picture.pixelColor(8, 8).alpha() == 0
