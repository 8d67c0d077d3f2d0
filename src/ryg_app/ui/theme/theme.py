"""The design tokens as typed values, scaled to the text size in use."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal

Scheme = Literal["light", "dark"]

SMALLEST_TEXT_SCALE = 1.0
LARGEST_TEXT_SCALE = 2.0

# Controls already grow with the text inside them; growing by the full factor leaves no room for content.
_CONTROL_GROWTH = 0.5


@dataclass(frozen=True, slots=True)
class Colors:
    """Every colour of one scheme by its role, as `#rrggbb`."""

    background: str
    sidebar: str
    surface: str
    surface_soft: str
    text: str
    text_muted: str
    border: str
    outline: str
    control_border: str
    track: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    accent_tint: str
    accent_strong: str
    hover: str
    danger: str
    danger_soft: str
    danger_border: str
    warning: str
    warning_soft: str
    warning_border: str
    focus: str
    disabled: str
    disabled_fill: str
    chart_back: str
    chart_leg: str
    chart_walk: str
    chart_grid: str


@dataclass(frozen=True, slots=True)
class FontSizes:
    """Font sizes in px, already scaled."""

    caption: int
    small: int
    body: int
    section: int
    figure: int
    title: int


@dataclass(frozen=True, slots=True)
class ControlSizes:
    """Heights and paddings of controls in px, already scaled; `target` is never under 44."""

    target: int
    large_target: int
    nav_target: int
    pad: int
    pad_large: int
    pad_tight: int


@dataclass(frozen=True, slots=True)
class Radii:
    """Corner radii in px; they do not follow the text size."""

    card: int
    control: int
    small: int


@dataclass(frozen=True, slots=True)
class Spacing:
    """Paddings of the larger surfaces in px; they do not follow the text size."""

    page: int
    card: int
    nav: int


@dataclass(frozen=True, slots=True)
class Theme:
    """One scheme at one text size."""

    scheme: Scheme
    text_scale: float
    family: tuple[str, ...]
    colors: Colors
    fonts: FontSizes
    controls: ControlSizes
    radii: Radii
    spacing: Spacing


def load_theme(scheme: Scheme, text_scale: float = 1.0) -> Theme:
    """Read the tokens of `scheme`; `text_scale` is held within 1.0-2.0."""
    tokens: dict[str, Any] = json.loads(
        files("ryg_app.ui.theme").joinpath("tokens.json").read_text(encoding="utf-8")
    )
    scale = min(max(text_scale, SMALLEST_TEXT_SCALE), LARGEST_TEXT_SCALE)
    return Theme(
        scheme=scheme,
        text_scale=scale,
        family=tuple(tokens["family"]),
        colors=Colors(**tokens[scheme]),
        fonts=FontSizes(**_scaled(tokens["fonts"], scale)),
        controls=ControlSizes(**_scaled(tokens["controls"], 1 + (scale - 1) * _CONTROL_GROWTH)),
        radii=Radii(**tokens["radii"]),
        spacing=Spacing(**tokens["spacing"]),
    )


def _scaled(sizes: dict[str, int], factor: float) -> dict[str, int]:
    return {name: round(px * factor) for name, px in sizes.items()}
