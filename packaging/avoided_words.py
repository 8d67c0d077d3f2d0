"""Danish words that would make a diary sound like a medical device: never said of the program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

AVOIDED = re.compile(
    r"""\b(?:
        anbefaler | diagnosticerer | monitorerer | overvåger | vurderer
      | (?:programmet|appen|rygapp|øvelsen|øvelserne|den|det)\s+behandler
      | træner\s+nerven
      | forebygger\s+tilbagefald
      | klinisk\s+dokumenteret
      | terapi
      | telerehabilitering
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# «Programmet vurderer ikke» is what it must say; «din læge vurderer» is what people do.
DENIED = re.compile(r"\b(?:ikke|aldrig|ingen)\b", re.IGNORECASE)
PERSON = re.compile(r"\b(?:du|fysioterapeut(?:en)?|læge(?:n)?|kiropraktor(?:en)?)\s*$", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?:»])\s+")


def avoided_words(danish: str) -> Iterator[str]:
    """Give each avoided word that the text says of the program, in order."""
    for sentence in SENTENCE.split(danish):
        if DENIED.search(sentence):
            continue
        for found in AVOIDED.finditer(sentence):
            if not PERSON.search(sentence[: found.start()]):
                yield found.group()
