"""The words of the page that shows a patient how to begin."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One step: what to do, and the name of a picture with the words that stand in it."""

    text: str
    picture: str = ""
    picture_words: tuple[str, ...] = ()
    picture_described: str = ""


@dataclass(frozen=True, slots=True)
class StartGuide:
    """The page, from top to bottom; all of it is plain text.

    Attributes:
        language: ``da`` or ``en``.
        file_name: What the page is called in the patient's folder.
        title: Its heading.
        opening: What is in the folder, and from whom.
        steps: What to do, in order.
        help: Whom to turn to.
    """

    language: str
    file_name: str
    title: str
    opening: str
    steps: tuple[GuideStep, ...]
    help: str
