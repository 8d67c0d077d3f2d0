"""Answers that were typed, met by answers that were kept meanwhile."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from ryg_app.domain.diary import Answers


def merged(stood: Answers, typed: Answers, kept: Answers) -> Answers:
    """Return what is kept, with every answer that was typed over what stood on the page."""
    changed: dict[str, Any] = {
        field.name: getattr(typed, field.name)
        for field in fields(Answers)
        if getattr(typed, field.name) != getattr(stood, field.name)
    }
    return replace(kept, **changed)
