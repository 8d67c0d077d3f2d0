"""Fails when a sentence of the program is not fully translated: run by `make check`."""

from __future__ import annotations

import sys
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from avoided_words import avoided_words
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
DANISH = ROOT / "assets" / "locale" / "da" / "LC_MESSAGES" / "ryg_app.po"


def main() -> int:
    """Print every complaint; return 1 if there was any."""
    complaints = list(_complaints(_words_of_the_source(), _catalogue()))
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(f"catalogues: {len(complaints)} complaints")
    return 1 if complaints else 0


def _words_of_the_source() -> Catalog:
    catalogue = Catalog()
    for path, line, message, _comments, context in extract_from_dir(ROOT / "src"):
        catalogue.add(message, locations=[(path, line)], context=context)
    return catalogue


def _catalogue() -> Catalog:
    if not DANISH.exists():
        return Catalog(locale="da")
    with DANISH.open("rb") as lines:
        return read_po(lines, locale="da")


def _complaints(source: Catalog, translated: Catalog) -> Iterator[str]:
    for message in source:
        if message.id and translated.get(_singular(message), message.context) is None:
            yield f"not in the catalogue: {_where(message)} {message.id!r}"
    for message in translated:
        if message.id:
            yield from _complaints_about(message, source)
    for obsolete in translated.obsolete.values():
        yield f"obsolete: {obsolete.id!r}"


def _complaints_about(message: Message, source: Catalog) -> Iterator[str]:
    origin = source.get(_singular(message), message.context)
    if origin is None:
        yield f"not in the source any more: {message.id!r}"
    elif origin.pluralizable != message.pluralizable:
        yield f"one has a plural and the other not: {message.id!r}"
    if message.fuzzy:
        yield f"fuzzy: {message.id!r}"
    if not all(_forms(message.string)):
        yield f"not translated: {message.id!r}"
    elif not _same_placeholders(message):
        yield f"placeholders differ: {message.id!r} and {message.string!r}"
    for danish in _forms(message.string):
        for word in avoided_words(danish):
            yield f"«{word}» is not said of this program: {danish!r}"


def _same_placeholders(message: Message) -> bool:
    try:
        wanted = [_placeholders(form) for form in _forms(message.id)]
        given = [_placeholders(form) for form in _forms(message.string)]
    except ValueError:  # a brace without its partner
        return False
    # "one day" may leave out the number, in either language.
    return wanted[-1] == given[-1] and given[0] <= wanted[-1] and (len(given) > 1 or len(wanted) == 1)


def _placeholders(text: str) -> set[str]:
    return {name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None}


def _forms(words: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (words or "",) if words is None or isinstance(words, str) else tuple(words)


def _singular(message: Message) -> str:
    return _forms(message.id)[0]


def _where(message: Message) -> str:
    return " ".join(f"src/{path}:{line}" for path, line in message.locations)


if __name__ == "__main__":
    sys.exit(main())
