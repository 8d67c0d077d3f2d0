"""The colours of the figure and what is around it, in light and dark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from ryg_app.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Tone:
    """One material: where the light falls, where it does not, and its edge, as `#rrggbb`."""

    light: str
    dark: str
    edge: str


@dataclass(frozen=True, slots=True)
class FigureColors:
    """Every colour of the picture."""

    panel: str
    glow: str
    mat: Tone
    pillow: Tone
    wood: Tone
    shadow: str
    skin: Tone
    shirt: Tone
    leggings: Tone
    hair: Tone
    features: str
    lips: str
    bone: Tone
    nerve: Tone
    gap: str
    guide: str


_DAY = FigureColors(
    panel="#f6f0e6",
    glow="#fffdf9",
    mat=Tone("#a5cbbd", "#8fbaab", "#6f9f90"),
    pillow=Tone("#ffffff", "#e6dccb", "#cfc0aa"),
    wood=Tone("#d9b88f", "#c49f73", "#9c7a50"),
    shadow="#1f3a36",
    skin=Tone("#f0c6a5", "#e3ae88", "#b9805a"),
    shirt=Tone("#ea8f74", "#d97259", "#b0503a"),
    leggings=Tone("#517f9b", "#3a6681", "#254a61"),
    hair=Tone("#6d5345", "#4d382e", "#38281f"),
    features="#4a3328",
    lips="#b9614f",
    bone=Tone("#fffaf0", "#f3e6cf", "#9a7d58"),
    nerve=Tone("#ffd24a", "#f2b824", "#7d5200"),
    gap="#f5b83d",
    guide="#b8560f",
)

_NIGHT = replace(
    _DAY,
    panel="#1d302c",
    glow="#2a433d",
    mat=Tone("#4d7f72", "#3d6b5f", "#2a5047"),
    pillow=Tone("#d6d3cb", "#aaa89f", "#7d7c75"),
    wood=Tone("#a58560", "#86694a", "#5c4630"),
    shadow="#050d0b",
    skin=Tone("#e6ba98", "#d09b76", "#8f5d3d"),
    shirt=Tone("#dd8168", "#c1634b", "#823827"),
    leggings=Tone("#6a9ab8", "#4d7d9b", "#1d3d50"),
    guide="#ffb866",
)


def figure_colors(theme: Theme) -> FigureColors:
    """Return the colours of the scheme in use."""
    return _NIGHT if theme.scheme == "dark" else _DAY


def blended(color: str, other: str, share: float) -> QColor:
    """Return `color` with `share` (0-1) of `other` mixed in."""
    first, second = QColor(color), QColor(other)
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


def faded(tone: Tone, ground: str, share: float) -> Tone:
    """Return `tone` with `share` (0-1) of the ground behind it mixed in."""
    return Tone(*(blended(color, ground, share).name() for color in (tone.light, tone.dark, tone.edge)))


def sheer(color: str, opacity: float) -> QColor:
    """Return `color` seen through, `opacity` 0-1."""
    seen = QColor(color)
    seen.setAlphaF(opacity)
    return seen
