"""Texts that are the same for everybody: warning signs, and what the program is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ryg_app.domain.exercise import SignOff, Text


@dataclass(frozen=True, slots=True)
class RedFlagGroup:
    """Warning signs that ask for the same thing.

    Attributes:
        title: What to do, in a few words.
        lead: The sentence before the signs.
        signs: One sign each.
        what_to_do: Whom to call, in order; may be empty.
    """

    title: Text
    lead: Text
    signs: tuple[Text, ...]
    what_to_do: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class RedFlags:
    """The card with warning signs; shown as it is, never filled in."""

    call_now: RedFlagGroup
    this_week: RedFlagGroup
    source: str
    sign_off: SignOff


@dataclass(frozen=True, slots=True)
class IntendedUse:
    """What the program is for, and what it is not."""

    title: Text
    paragraphs: tuple[Text, ...]
    source: str
    sign_off: SignOff
