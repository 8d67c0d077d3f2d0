"""Between a day's answers and their stored document; the rules are those of ``codecs``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ryg_app.adapters.store.fields import Document, choice, each, flag, integer, members, optional, text
from ryg_app.domain.diary import Answers, HeatCold, LegExtent, MorningLeg, SymptomChange

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum


def encode_answers(answers: Answers) -> Document:
    """Return the document of a day's answers."""
    return {
        "back": answers.back,
        "leg": answers.leg,
        "leg_extent": answers.leg_extent,
        "walks": list(answers.walks),
        "note": answers.note,
        "longest_walk_minutes": answers.longest_walk_minutes,
        "morning": answers.morning,
        "tingling": answers.tingling,
        "weakness": answers.weakness,
        "woken": answers.woken,
        "heat_cold": answers.heat_cold,
        "painkillers": answers.painkillers,
    }


def decode_answers(document: object) -> Answers:
    """Return the answers of a document."""
    read: dict[str, Callable[[object], Any]] = {
        "back": _or_none(integer),
        "leg": _or_none(integer),
        "leg_extent": _or_none(_one_of(LegExtent)),
        "walks": lambda value: each(integer, value),
        "note": text,
        "longest_walk_minutes": _or_none(integer),
        "morning": _or_none(_one_of(MorningLeg)),
        "tingling": _or_none(_one_of(SymptomChange)),
        "weakness": _or_none(_one_of(SymptomChange)),
        "woken": _or_none(flag),
        "heat_cold": _or_none(_one_of(HeatCold)),
        "painkillers": _or_none(flag),
    }
    values = members(document, *read)
    return Answers(**{name: read[name](value) for name, value in zip(read, values, strict=True)})


def _or_none(read: Callable[[object], Any]) -> Callable[[object], Any]:
    return lambda value: optional(read, value)


def _one_of(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    return lambda value: choice(kind, value)
