"""What stands in the big view: few words, so that they can be large."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.application.session_view import REPEATING
from ryg_app.ui.pages.session import phrases
from ryg_app.ui.pages.session.big_layout import DOT
from ryg_app.ui.pages.session.scene import press_a_key

if TYPE_CHECKING:
    from ryg_app.application.session_view import SessionView
    from ryg_app.ui.pages.session.scene import Scene
    from ryg_app.wording.catalogues import Words


@dataclass(frozen=True, slots=True)
class BigWords:
    """One step, or a pause in it.

    Attributes:
        word: The one large word.
        lines: What stands beneath it, a line each.
        small: What is only for looking up.
        paused: A pause sign takes the place of the number.
        done: How many repetitions lie behind.
        total: How many there are.
    """

    word: str = ""
    lines: tuple[str, ...] = ()
    small: str = ""
    paused: bool = False
    done: int = 0
    total: int = 1

    @property
    def spoken(self) -> str:
        """What a screen reader calls the step."""
        return ", ".join(part for part in (self.word, *self.lines, self.small) if part)


def big_words(words: Words, scene: Scene, view: SessionView) -> BigWords:
    """Return the words of a step."""
    repeats = view.repetition_number is not None
    return BigWords(
        word=scene.word.upper() if scene.loud or scene.paused else scene.word,
        lines=_lines(words, scene, view),
        small=_small(words, scene, view),
        paused=scene.paused,
        done=view.repetition_number - 1 if view.repetition_number is not None else 0,
        total=view.repetition_count if repeats else 1,
    )


def _lines(words: Words, scene: Scene, view: SessionView) -> tuple[str, ...]:
    if scene.paused:
        return (words.gettext("Press any key to go on."),)
    if scene.waits:
        return (press_a_key(words),)
    side = phrases.leg(words, view.side) if scene.place else ""
    return tuple(line for line in (_count(words, view), side) if line)


def _small(words: Words, scene: Scene, view: SessionView) -> str:
    if scene.paused:
        return f"{DOT} ".join(part for part in (scene.title, _count(words, view)) if part)
    if view.kind not in REPEATING:
        return scene.line
    of_sets = words.gettext("Set {number} of {count}") if view.set_count > 1 else ""
    part = of_sets.format(number=view.set_number, count=view.set_count)
    return f"{DOT} ".join(one for one in (scene.title, part) if one)


def _count(words: Words, view: SessionView) -> str:
    if view.repetition_number is None:
        return ""
    return words.gettext("{number} of {count}").format(
        number=view.repetition_number, count=view.repetition_count
    )
