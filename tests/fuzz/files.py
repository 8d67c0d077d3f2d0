"""Good files with something wrong done to them: bytes changed, values of the wrong kind, parts doubled."""

from __future__ import annotations

import copy
import json
import random
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from ryg_app.adapters.plan_file import read_plan
from ryg_app.domain.errors import FileRefusedError
from tests import logs, plans

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Read = Callable[[bytes], object]

MOST_CHANGES = 5
_PIECES = (
    *(b"{", b"[", b"]", b"}", b'"', b",", b":", b"\\u", b"\\ud800", b"9" * 20, b"null", b"true", b"-1"),
    *(b"1e999", b"NaN", b"PK\x01\x02", b"PK\x05\x06", b"PK\x03\x04", b"\xff" * 4, b"\x00" * 4, b"\xf0\x9f"),
    *(b"../", b"C:\\", b"con.png", b"rygapp.log/2", b"rygapp.plan/9", b"2026-02-30", b"010190-1234"),
)
_ODD_VALUES: tuple[Any, ...] = (
    *(None, True, -1, 0, 10**14, 1.5, "", "x", "x" * 3000, [], {}, [[]], [None] * 200, {"": {}}),
    *("2026-02-30", "9999-12-31", "0001-01-01T00:00:00+00:00", "2026-11-23T25:00:00+01:00", "\u202e\x00"),
    *("2026-11-23T19:42:00+23:59", "2199-12-31T23:59:59-23:59", "2000-01-01T00:00:00+23:59", "\ud800"),
)

good_files = (
    plans.EXAMPLE_FILE.read_bytes(),
    plans.zip_with_pictures(),
    logs.LOGS.compose(logs.extract()),
)
good_documents = (plans.example(), logs.example())


@st.composite
def changed_bytes(draw: st.DrawFn) -> bytes:
    """Return a good file with a few runs of bytes put in, taken out, doubled or cut off."""
    data = bytearray(draw(st.sampled_from(good_files)))
    for _ in range(draw(st.integers(1, MOST_CHANGES))):
        start = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        data[start : start + length] = draw(st.binary(max_size=8) | st.sampled_from(_PIECES))
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.integers(0, 9)) == 0 else data)


@st.composite
def changed_values(draw: st.DrawFn) -> bytes:
    """Return a good document in which a few values are of another kind, missing or doubled."""
    document = copy.deepcopy(draw(st.sampled_from(good_documents)))
    chance = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311 - made-up damage, not a secret
    for _ in range(chance.randint(1, MOST_CHANGES)):
        _change(document, chance)
    return json.dumps(document).encode()


def _change(document: Any, chance: random.Random) -> None:
    holder, place = document, None
    while True:
        inside = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not inside:
            return
        place = chance.choice(inside)
        if not isinstance(holder[place], dict | list) or chance.random() < 0.2:
            break
        holder = holder[place]
    what = chance.randrange(4)
    if what == 0:
        del holder[place]
    elif what == 1 and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[place]))
    elif what == 2 and isinstance(holder, dict):
        holder[f"{place}_"] = holder[place]
    else:
        holder[place] = copy.deepcopy(chance.choice(_ODD_VALUES))


files = changed_bytes() | changed_values()


def read_either_way(data: bytes) -> bool:
    """Read the bytes as a plan and as a log; tell whether one of them was taken.

    Everything but a refusal that names a problem goes up to the caller.
    """
    return any([_is_taken(_as_plan, data), _is_taken(_as_log, data)])


def _is_taken(read: Read, data: bytes) -> bool:
    try:
        read(data)
    except FileRefusedError as refused:
        assert refused.problems  # noqa: PT017
        return False
    return True


def _as_plan(data: bytes) -> object:
    return read_plan(data, "plan.rygplan", plans.exercises())


def _as_log(data: bytes) -> object:
    return logs.LOGS.parse(data, "patient.ryglog")


WORST: Mapping[str, Callable[[], bytes]] = {
    "empty objects": lambda: b"[" + b"{}," * 290_000 + b"0]",
    "small objects": lambda: b"[" + b'{"":0},' * 290_000 + b"0]",
    "empty lists": lambda: b"[" + b"[]," * 290_000 + b"0]",
    "numbers": lambda: b"[" + b"9999," * 590_000 + b"0]",
    "wide characters": lambda: b'"' + "\N{GRINNING FACE}".encode() + b"a" * 9_900_000 + b'"',
    "quotes": lambda: b'"' + b'\\"' * 4_900_000,
    "brackets": lambda: b"[" * 10_000_000,
    "unknown fields": lambda: (
        b'{"schema":"rygapp.log/1",' + b",".join(b'"f%d":0' % n for n in range(500_000)) + b"}"
    ),
    "bad days": lambda: json.dumps(logs.with_field("days", [{"x": 1}] * 14_000)).encode(),
    "combining marks": lambda: json.dumps(logs.with_field("days.0.note", "\u0301\u0323" * 2000)).encode(),
}
"""Files of nearly the largest size, made to take as much time or memory as can be."""
