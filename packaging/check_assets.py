"""Fails when a file under `assets` is not what the program counts on: run by `make check`."""

from __future__ import annotations

import json
import sys
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Any

from avoided_words import avoided_words

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "assets"
SIGNED_FOLDERS = ("exercises", "templates", "texts", "voice")
FONTS = {".otf", ".ttf", ".woff2"}
LICENCES = ("ofl", "licence", "license", "copying")
FIGURE_RANGES = {  # what a calm, healthy joint does
    "hip": (-10, 120),
    "knee": (0, 140),
    "ankle": (-50, 20),
    "pelvis": (-12, 15),
    "neck": (-40, 45),
    "gap_mm": (0, 40),
}
LONGEST_INSTRUCTION = 60  # characters that still fit in the big view


def main() -> int:
    """Print every complaint; return 1 if there was any."""
    complaints = [*_about_json(), *_about_exercises(), *_about_contacts(), *_about_sounds(), *_about_fonts()]
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(f"assets: {len(complaints)} complaints")
    return 1 if complaints else 0


def _read(path: Path) -> dict[str, Any]:
    content = json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=_without_duplicates)
    return dict(content)


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    content = dict(pairs)
    if len(content) < len(pairs):
        raise ValueError([key for key, _value in pairs])
    return content


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _about_json() -> Iterator[str]:
    for path in sorted(ASSETS.rglob("*.json")):
        try:
            content = _read(path)
        except (ValueError, TypeError) as problem:
            yield f"{_name(path)}: {problem}"
            continue
        yield from _about_words(content, _name(path))
        if path.parent.name in SIGNED_FOLDERS:
            yield from _about_sign_off(content, _name(path))


def _about_words(value: object, where: str) -> Iterator[str]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _about_words(item, f"{where}[{index}]")
    elif isinstance(value, dict):
        if "da" in value or "en" in value:
            yield from _about_languages(value.get("da"), value.get("en"), where)
        for key, item in value.items():
            yield from _about_words(item, f"{where}.{key}")


def _about_languages(danish: object, english: object, where: str) -> Iterator[str]:
    if _shape(danish) != _shape(english):
        yield f"{where}: Danish and English do not have the same texts"
    for text in _texts(danish):
        for word in avoided_words(text):
            yield f"{where}: «{word}» is not said of this program: {text!r}"


def _shape(words: object) -> object:
    if isinstance(words, dict):
        return {key: _shape(words[key]) for key in sorted(words)}
    if isinstance(words, list):
        return [_shape(item) for item in words]
    return bool(words.strip()) if isinstance(words, str) else None


def _texts(words: object) -> Iterator[str]:
    if isinstance(words, str):
        yield words
    elif isinstance(words, dict | list):
        for item in words.values() if isinstance(words, dict) else words:
            yield from _texts(item)


def _about_sign_off(content: dict[str, Any], where: str) -> Iterator[str]:
    if not content.get("source"):
        yield f"{where}: no source"
    match content.get("sign_off"):
        case {"state": "signed", "by": str(), "date": str()}:
            pass
        case {"state": str(state), "by": None, "date": None} if state.startswith("needs "):
            pass
        case _:
            yield f"{where}: sign_off is neither signed by someone on a date, nor in need of it"


def _about_exercises() -> Iterator[str]:
    paths = sorted((ASSETS / "exercises").glob("*.json"))
    if not paths:
        yield "assets/exercises: no exercises"
    for path in paths:
        try:
            variants = _read(path)["variants"]
        except (ValueError, TypeError, KeyError):
            continue
        for name, variant in variants.items():
            where = f"{_name(path)}.{name}"
            yield from _about_variant(variant["words"], where)
            yield from _about_figure(variant.get("figure"), where)


def _about_variant(words: dict[str, Any], where: str) -> Iterator[str]:
    for language in ("da", "en"):
        texts = words.get(language, {})
        for part in ("title", "start", "steps", "feel", "avoid", "phases"):
            if not texts.get(part):
                yield f"{where}: no {part} in {language!r}"
        for phase, instruction in texts.get("phases", {}).items():
            if len(instruction) > LONGEST_INSTRUCTION:
                yield f"{where}: {phase} in {language!r} is longer than {LONGEST_INSTRUCTION} characters"


def _about_figure(figure: dict[str, Any] | None, where: str) -> Iterator[str]:
    if figure is None:
        yield f"{where}: no figure"
        return
    if sorted(figure["order"]) != sorted(figure["poses"]):
        yield f"{where}: the order does not name every pose once"
    for name, pose in figure["poses"].items():
        if set(pose) != {"at", "planted", "hands", *FIGURE_RANGES}:
            yield f"{where}: {name} does not name exactly what a pose is made of"
        for field, (low, high) in FIGURE_RANGES.items():
            if not low <= pose.get(field, low) <= high:
                yield f"{where}: {name} has {field} outside {low} to {high}"


def _about_contacts() -> Iterator[str]:
    path = ASSETS / "contacts.json"
    try:
        numbers = _read(path)["numbers"]
    except FileNotFoundError:
        yield f"{_name(path)}: missing"
        return
    except (ValueError, TypeError, KeyError):
        return
    for number in numbers:
        if not (number.get("source") and number.get("checked")):
            yield f"{_name(path)}: {number.get('id')} does not say where it is from and when it was checked"


def _about_sounds() -> Iterator[str]:
    for path in sorted(ASSETS.rglob("*.wav")):
        try:
            with wave.open(str(path), "rb") as sound:  # opens nothing but PCM
                if sound.getnframes() == 0:
                    yield f"{_name(path)}: silent"
        except (wave.Error, EOFError) as problem:
            yield f"{_name(path)}: {problem}"
    danish, english = (
        {path.name for path in (ASSETS / "voice" / language).glob("*.wav")} for language in ("da", "en")
    )
    for name in sorted(danish ^ english):
        yield f"assets/voice: {name} is spoken in one language only"


def _about_fonts() -> Iterator[str]:
    for path in sorted((ASSETS / "fonts").rglob("*")):
        beside = (other.name.lower() for other in path.parent.iterdir())
        if path.suffix in FONTS and not any(name.startswith(LICENCES) for name in beside):
            yield f"{_name(path)}: no licence beside it"


if __name__ == "__main__":
    sys.exit(main())
