"""Plan files that must be refused, each with what is said about it."""

from __future__ import annotations

import json
import stat
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ryg_app.domain.errors import ProblemCode as Code
from tests import plans

if TYPE_CHECKING:
    from collections.abc import Callable

TRUE, FALSE = json.loads("[true, false]")


@dataclass(frozen=True, slots=True)
class BadPlan:
    """A bad file: its bytes, and the codes and fields that must be named, one after the other."""

    name: str
    data: Callable[[], bytes]
    codes: tuple[Code, ...]
    where: tuple[str, ...]


def _shown_path(path: str) -> str:
    parts = (f"[{int(part) + 1}]" if part.isdigit() else f".{part}" for part in path.split("."))
    return "".join(parts).removeprefix(".")


def _field(path: str, value: object, code: Code, where: str | None = None) -> BadPlan:
    written = json.dumps(value)
    short = written if len(written) < 30 else f"{written[:12]}…{len(written)}"
    place = _shown_path(path) if where is None else where
    return BadPlan(
        f"{place}={short}", lambda: plans.as_json(plans.with_field(path, value)), (code,), (place,)
    )


def _missing(path: str) -> BadPlan:
    place = _shown_path(path)
    return BadPlan(
        f"{place} missing", lambda: plans.as_json(plans.without_field(path)), (Code.MISSING,), (place,)
    )


def _text(name: str, text: str | bytes, code: Code) -> BadPlan:
    data = text if isinstance(text, bytes) else text.encode()
    return BadPlan(name, lambda: data, (code,), ("",))


def _zip(name: str, data: Callable[[], bytes], code: Code, where: str) -> BadPlan:
    return BadPlan(f"zip: {name}", data, (code,), (where,))


def _entry(name: str, entry: str | zipfile.ZipInfo, content: bytes, code: Code, where: str) -> BadPlan:
    return _zip(name, lambda: plans.example_zip((entry, content)), code, where)


def _example_text() -> str:
    return plans.EXAMPLE_FILE.read_text(encoding="utf-8")


def _replaced(old: str, new: str) -> bytes:
    text = _example_text()
    if old not in text:
        raise AssertionError(old)
    return text.replace(old, new, 1).encode()


def _symlink() -> zipfile.ZipInfo:
    link = zipfile.ZipInfo("media/link.png")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    return link


def _patched(data: bytes, old: bytes, new: bytes) -> bytes:
    if old not in data or len(old) != len(new):
        raise AssertionError(old)
    return data.replace(old, new)


def _bomb() -> bytes:
    name = plans.picture_name(plans.PNG, "png")
    return plans.example_zip((name, plans.PNG + bytes(8_000_001)))


def _lying_bomb() -> bytes:
    """Return a picture that unpacks to a million bytes while both headers say 20."""
    content = plans.PNG + bytes(1_000_000)
    data = plans.example_zip((plans.picture_name(content, "png"), content))
    return _patched(data, len(content).to_bytes(4, "little"), (20).to_bytes(4, "little"))


def _too_much() -> bytes:
    """Return six pictures that are each small enough, and together are not."""
    contents = [plans.PNG + bytes(7_000_000) + bytes([number]) for number in range(6)]
    return plans.example_zip(*((plans.picture_name(content, "png"), content) for content in contents))


def _encrypted() -> bytes:
    data = bytearray(plans.example_zip())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    return bytes(data)


def _overlapping() -> bytes:
    """Return an archive in which the plan lies inside the picture before it, with headers that agree."""
    plan = ("plan.json", plans.as_json(plans.example()))
    alone = plans.as_zip(plan, compression=zipfile.ZIP_STORED)
    local = alone[: alone.index(b"PK\x01\x02")]
    picture = plans.PNG + local
    data = plans.as_zip((plans.picture_name(picture, "png"), picture), plan, compression=zipfile.ZIP_STORED)
    within, beside = data.index(local), data.rindex(local)
    return _patched(
        data, beside.to_bytes(4, "little") + b"plan.json", within.to_bytes(4, "little") + b"plan.json"
    )


def _wrong_hash() -> bytes:
    name = "media/" + "0" * 64 + ".png"
    return plans.as_zip(("plan.json", plans.as_json(plans.with_pictures(name))), (name, plans.PNG))


def _wrong_kind() -> bytes:
    name = plans.picture_name(plans.JPG, "png")
    return plans.as_zip(("plan.json", plans.as_json(plans.with_pictures(name))), (name, plans.JPG))


def _missing_picture() -> bytes:
    return plans.as_json(plans.with_pictures(plans.picture_name(plans.PNG, "png")))


def _both_kinds_of_exercise() -> dict[str, object]:
    return plans.with_field("exercises.3.exercise", "pelvic_tilt")


TEXTS = [
    _text("empty", b"", Code.EMPTY),
    _text("white space", b" \n", Code.NOT_JSON),
    _text("words", "Tre gange ti bækkenkip", Code.NOT_JSON),
    _text("a picture", plans.PNG, Code.NOT_UTF8),
    _text("latin-1", _example_text().encode("latin-1"), Code.NOT_UTF8),
    _text("UTF-16", _example_text().encode("utf-16"), Code.NOT_UTF8),
    _text("byte order mark", _example_text().encode("utf-8-sig"), Code.BYTE_ORDER_MARK),
    _text("cut short", _example_text()[:1000], Code.NOT_JSON),
    _text("something after the end", _example_text() + "{}", Code.NOT_JSON),
    _text("trailing comma", "[1,]", Code.NOT_JSON),
    _text("a raw line break in a text", _replaced("Plan for ryg", "Plan for\nryg"), Code.NOT_JSON),
    _text("duplicate key", _replaced('"weeks": 12', '"weeks": 12, "weeks": 6'), Code.DUPLICATE_KEY),
    _text("duplicate key deep inside", _replaced('"sets": 1', '"sets": 1, "sets": 2'), Code.DUPLICATE_KEY),
    _text("NaN", _replaced('"weeks": 12', '"weeks": NaN'), Code.NOT_FINITE),
    _text("infinity", _replaced('"weeks": 12', '"weeks": -Infinity'), Code.NOT_FINITE),
    _text("1e999", _replaced('"weeks": 12', '"weeks": 1e999'), Code.NOT_FINITE),
    _text("5000 digits", _replaced('"weeks": 12', f'"weeks": {"9" * 5000}'), Code.NUMBER_TOO_LONG),
    _text("5000 decimals", _replaced('"weeks": 12', f'"weeks": 0.{"3" * 5000}'), Code.NUMBER_TOO_LONG),
    _text("nine deep", "[" * 9 + "]" * 9, Code.TOO_DEEP),
    _text("100000 deep", "[" * 100_000, Code.TOO_DEEP),
    _text("100000 objects deep", '{"a":' * 100_000, Code.TOO_DEEP),
    _text("a text that never ends, full of escapes", '"' + '\\"' * 200_000, Code.NOT_JSON),
    _text("too large", _example_text() + " " * 512_000, Code.TOO_LARGE),
    _text("a list", "[]", Code.NOT_OBJECT),
    _text("a number", "12", Code.NOT_OBJECT),
    _text("null", "null", Code.NOT_OBJECT),
]

SCHEMAS = [
    _field("schema", "rygapp.plan/2", Code.NEWER_SCHEMA),
    _field("schema", "rygapp.plan/10", Code.NEWER_SCHEMA),
    _field("schema", "rygapp.plan/0", Code.WRONG_SCHEMA),
    _field("schema", "rygapp.log/1", Code.WRONG_SCHEMA),
    _field("schema", 1, Code.WRONG_SCHEMA),
    BadPlan("another program's file", lambda: b'{"a": 1}', (Code.WRONG_SCHEMA,), ("schema",)),
]

FIELDS = [
    *(
        _missing(path)
        for path in (
            "plan_id",
            "revision",
            "issued",
            "title",
            "weeks",
            "phases",
            "clinic.phone",
            "exercises.3.own.title",
            "exercises.3.own.steps",
            "exercises.3.own.position",
            "phases.0.doses",
            "phases.0.title",
            "phases.0.weeks",
            "phases.1.doses.slider.hold_s",
            "phases.1.doses.slider.weekdays",
            "phases.2.walking.minutes",
            "flare.doses",
            "rule_card.red",
            "reminders.0.kind",
            "reminders.0.time",
            "reminders.0.weekdays",
        )
    ),
    _field("titel", "Plan", Code.UNKNOWN_FIELD),
    _field("clinic.email", "a@b.dk", Code.UNKNOWN_FIELD),
    _field("exercises.0.reps", 5, Code.UNKNOWN_FIELD),
    _field("exercises.3.variant", "seated", Code.UNKNOWN_FIELD),
    _field("exercises.3.own.video", "x", Code.UNKNOWN_FIELD),
    _field("phases.0.week", [1, 2], Code.UNKNOWN_FIELD),
    _field("phases.1.doses.slider.repetitons", 9, Code.UNKNOWN_FIELD),
    _field("phases.1.walking.minuts", 9, Code.UNKNOWN_FIELD),
    _field("flare.title", "Dårlig dag", Code.UNKNOWN_FIELD),
    _field("rule_card.blue", "?", Code.UNKNOWN_FIELD),
    _field("reminders.0.text", "Husk!", Code.UNKNOWN_FIELD),
    _field("plan_id", "plan 1", Code.NOT_UUID),
    _field("plan_id", "5E0F3C1A-7F5D-4F0E-9A51-0C8A0F5F2B11", Code.NOT_UUID),
    _field("plan_id", 7, Code.NOT_UUID),
    _field("revision", 0, Code.OUT_OF_RANGE),
    _field("revision", 10_000, Code.OUT_OF_RANGE),
    _field("revision", "1", Code.NOT_INTEGER),
    _field("revision", TRUE, Code.NOT_INTEGER),
    _field("revision", 1.0, Code.NOT_INTEGER),
    _field("revision", None, Code.NOT_INTEGER),
    _field("issued", "23-11-2026", Code.NOT_DATE),
    _field("issued", "20261123", Code.NOT_DATE),
    _field("issued", "2026-02-30", Code.NOT_DATE),
    _field("issued", "2026-11-23T10:00", Code.NOT_DATE),
    _field("issued", 20261123, Code.NOT_DATE),
    _field("issued", "0001-01-01", Code.OUT_OF_RANGE),
    _field("title", "", Code.TEXT_LENGTH),
    _field("title", " \u202e\t ", Code.TEXT_LENGTH),
    _field("title", "x" * 81, Code.TEXT_LENGTH),
    _field("title", "x" * 100_000, Code.TEXT_LENGTH),
    _field("title", ["Plan"], Code.NOT_TEXT),
    _field("title", None, Code.NOT_TEXT),
    _field("title", "Plan for 010190-1234", Code.PERSONAL_NUMBER),
    _field("clinic", "Klinikken", Code.NOT_OBJECT),
    _field("clinic.name", "x" * 81, Code.TEXT_LENGTH),
    _field("clinic.phone", "1" * 31, Code.TEXT_LENGTH),
    _field("clinic.phone", 12345678, Code.NOT_TEXT),
    _field("clinic.phone", "010190-1234", Code.PERSONAL_NUMBER),
    _field("message", "x" * 1001, Code.TEXT_LENGTH),
    _field("message", "CPR: 3112991234", Code.PERSONAL_NUMBER),
    _field("message", "CPR: 010190\u200b \u2011 1234", Code.PERSONAL_NUMBER),
    _field("affected_side", "both", Code.NOT_ONE_OF),
    _field("affected_side", TRUE, Code.NOT_ONE_OF),
    _field("weeks", 0, Code.OUT_OF_RANGE),
    _field("weeks", 53, Code.OUT_OF_RANGE),
    _field("weeks", "12", Code.NOT_INTEGER),
    _field("weeks", 11, Code.PHASES_DO_NOT_COVER, "phases"),
    _field("weeks", 13, Code.PHASES_DO_NOT_COVER, "phases"),
    _field("review_weeks", 4, Code.NOT_LIST),
    _field("review_weeks.0", 13, Code.OUT_OF_RANGE),
    _field("review_weeks.2", 2, Code.NOT_UNIQUE),
    _field("review_weeks.1", "4", Code.NOT_INTEGER),
    _field("exercises.0", "pelvic_tilt", Code.NOT_OBJECT),
    _field("exercises.1.exercise", "knee_to_chin", Code.UNKNOWN_EXERCISE),
    _field("exercises.1.exercise", {"id": 1}, Code.UNKNOWN_EXERCISE),
    _field("exercises.1.sides", "begge", Code.NOT_ONE_OF),
    _field("exercises.0.sides", "left", Code.SIDES_NOT_USED),
    _field("exercises.2.variant", "standing", Code.UNKNOWN_VARIANT),
    _field("exercises.0.note", "x" * 501, Code.TEXT_LENGTH),
    _field("exercises.0.note", "Se 0101901234", Code.PERSONAL_NUMBER),
    _field("exercises.3.own.title", "", Code.TEXT_LENGTH),
    _field("exercises.3.own.steps", [], Code.LIST_LENGTH),
    _field("exercises.3.own.steps", ["x"] * 13, Code.LIST_LENGTH),
    _field("exercises.3.own.steps.1", "x" * 201, Code.TEXT_LENGTH),
    _field("exercises.3.own.position", "prone", Code.NOT_ONE_OF),
    _field("exercises.3.own.pictures", ["media/foot.svg"], Code.PICTURE_NAME, "exercises[4].own.pictures[1]"),
    _field("exercises.3.own.pictures", "media/foot.png", Code.NOT_LIST),
    _field("phases.0.title", "x" * 81, Code.TEXT_LENGTH),
    _field("phases.0.weeks", [1], Code.LIST_LENGTH),
    _field("phases.0.weeks.1", "2", Code.NOT_INTEGER),
    _field("phases.1.weeks", [6, 3], Code.OUT_OF_RANGE, "phases[2].weeks[2]"),
    _field("phases.0.weeks", [2, 2], Code.PHASES_NOT_CONTIGUOUS),
    _field("phases.1.weeks", [4, 6], Code.PHASES_NOT_CONTIGUOUS),
    _field("phases.1.weeks", [2, 6], Code.PHASES_NOT_CONTIGUOUS),
    _field("phases.2.weeks", [7, 11], Code.PHASES_DO_NOT_COVER, "phases"),
    _field("phases", {}, Code.NOT_LIST),
    _field("phases.0.doses", [], Code.NOT_OBJECT),
    _field("phases.0.doses.slyder", {}, Code.UNKNOWN_ENTRY),
    _field("phases.1.doses.slider", 10, Code.NOT_OBJECT),
    _field("phases.1.doses.slider.repetitions", 0, Code.OUT_OF_RANGE),
    _field("phases.1.doses.slider.repetitions", 21, Code.OUT_OF_RANGE),
    _field("phases.1.doses.slider.hold_s", 2, Code.OUT_OF_RANGE),
    _field("phases.1.doses.slider.sessions_per_day", 4, Code.OUT_OF_RANGE),
    _field("phases.1.doses.slider.sets", FALSE, Code.NOT_INTEGER),
    _field("phases.1.doses.slider.out_s", 2.5, Code.NOT_INTEGER),
    _field("phases.1.doses.slider.weekdays", [], Code.LIST_LENGTH),
    _field("phases.1.doses.slider.weekdays.0", 0, Code.OUT_OF_RANGE),
    _field("phases.1.doses.slider.weekdays.0", 8, Code.OUT_OF_RANGE),
    _field("phases.1.doses.slider.weekdays.0", 7, Code.NOT_UNIQUE, "phases[2].doses.slider.weekdays[7]"),
    _field("phases.1.doses.slider.weekdays", "mon", Code.NOT_LIST),
    _field("phases.2.doses.heel_raise.repetitions", 51, Code.OUT_OF_RANGE),
    _field("phases.0.walking", 30, Code.NOT_OBJECT),
    _field("phases.0.walking.minutes", 241, Code.OUT_OF_RANGE),
    _field("phases.0.walking.times_per_day", 11, Code.OUT_OF_RANGE),
    _field("phases.0.walking.weekdays", [*range(1, 8), 1], Code.LIST_LENGTH),
    _field("flare", [], Code.NOT_OBJECT),
    _field("flare.doses.pelvic_tilt.hold_s", 11, Code.OUT_OF_RANGE),
    _field("flare.doses.bridge", {}, Code.UNKNOWN_ENTRY),
    _field("rule_card", "grøn", Code.NOT_OBJECT),
    _field("rule_card.green", "", Code.TEXT_LENGTH),
    _field("rule_card.red", "x" * 501, Code.TEXT_LENGTH),
    _field("reminders", {}, Code.NOT_LIST),
    _field("reminders.0.kind", "pill", Code.NOT_ONE_OF),
    _field("reminders.0.time", "7:30", Code.NOT_TIME),
    _field("reminders.0.time", "25:00", Code.NOT_TIME),
    _field("reminders.0.time", "10:00:00", Code.NOT_TIME),
    _field("reminders.0.time", 10, Code.NOT_TIME),
    _field("reminders.0.time", "04:59", Code.OUT_OF_RANGE),
    _field("reminders.0.time", "23:31", Code.OUT_OF_RANGE),
    _field("reminders.0.weekdays", [1, 2, 2], Code.NOT_UNIQUE, "reminders[1].weekdays[3]"),
    _field("reminders", [plans.example()["reminders"][0]] * 13, Code.LIST_LENGTH),
    BadPlan(
        "one exercise both from the catalogue and the clinic's own",
        lambda: plans.as_json(_both_kinds_of_exercise()),
        (Code.ONE_OF_TWO,),
        ("exercises[4]",),
    ),
    BadPlan(
        "one exercise neither from the catalogue nor the clinic's own",
        lambda: plans.as_json(plans.without_field("exercises.2.exercise")),
        (Code.ONE_OF_TWO,),
        ("exercises[3]",),
    ),
    BadPlan(
        "the same identifier twice",
        lambda: plans.as_json(plans.with_field("exercises.1.id", "pelvic_tilt")),
        (Code.NOT_UNIQUE, Code.UNKNOWN_ENTRY, Code.UNKNOWN_ENTRY),
        ("exercises[2].id", "phases[2].doses.knee_to_chest", "phases[3].doses.knee_to_chest"),
    ),
    BadPlan(
        "an identifier with other letters",
        lambda: plans.as_json(plans.with_field("exercises.3.id", "Tå")),
        (Code.BAD_IDENTIFIER, Code.UNKNOWN_ENTRY),
        ("exercises[4].id", "phases[3].doses.heel_raise"),
    ),
    BadPlan(
        "a line without an identifier",
        lambda: plans.as_json(plans.without_field("exercises.3.id")),
        (Code.MISSING,),
        ("exercises[4].id",),
    ),
    BadPlan(
        "a misspelt field that leaves the real one missing",
        lambda: _replaced('"repetitions"', '"repetiotions"'),
        (Code.MISSING, Code.UNKNOWN_FIELD),
        ("phases[1].doses.pelvic_tilt.repetitions", "phases[1].doses.pelvic_tilt.repetiotions"),
    ),
    BadPlan(
        "four unrelated mistakes",
        lambda: plans.as_json(
            plans.with_field("weeks", 99) | {"title": "", "revision": -1, "colour": "red"},
        ),
        (Code.OUT_OF_RANGE, Code.OUT_OF_RANGE, Code.TEXT_LENGTH, Code.UNKNOWN_FIELD),
        ("weeks", "revision", "title", "colour"),
    ),
    BadPlan(
        "a picture that is not there",
        _missing_picture,
        (Code.PICTURE_MISSING,),
        ("exercises[4].own.pictures[1]",),
    ),
]

ZIPS = [
    _entry("../", "../plan.json", b"{}", Code.ZIP_ENTRY_NAME, "../plan.json"),
    _entry("../ inside media", "media/../x.png", plans.PNG, Code.ZIP_ENTRY_NAME, "media/../x.png"),
    _entry("absolute", "/etc/x.png", plans.PNG, Code.ZIP_ENTRY_NAME, "/etc/x.png"),
    _entry("drive letter", "C:/x.png", plans.PNG, Code.ZIP_ENTRY_NAME, "C:/x.png"),
    _zip(
        "backslash",
        lambda: _patched(plans.example_zip(("media_x.png", plans.PNG)), b"media_x.png", b"media\\x.png"),
        Code.ZIP_ENTRY_NAME,
        "media\\x.png",
    ),
    _zip(
        "NUL",
        lambda: _patched(plans.example_zip(("plan.json_x", b"{}")), b"plan.json_x", b"plan.json\0x"),
        Code.ZIP_ENTRY_NAME,
        "plan.jsonx",
    ),
    _entry("a name Windows keeps", "media/con.png", plans.PNG, Code.ZIP_ENTRY_NAME, "media/con.png"),
    _entry("a stream of Windows", "plan.json:x", b"{}", Code.ZIP_ENTRY_NAME, "plan.json:x"),
    _entry("the plan again in capitals", "PLAN.JSON", b"{}", Code.ZIP_ENTRY_NAME, "PLAN.JSON"),
    _entry("a name that ends in a dot", "plan.json.", b"{}", Code.ZIP_ENTRY_NAME, "plan.json."),
    _zip("too much in all", _too_much, Code.ZIP_TOO_LARGE, ""),
    _entry("a file of another kind", "setup.exe", b"MZ", Code.ZIP_ENTRY_NAME, "setup.exe"),
    _entry("another zip", "media/inner.zip", plans.as_zip(), Code.PICTURE_KIND, "media/inner.zip"),
    _entry("SVG", "media/foot.svg", b"<svg/>", Code.PICTURE_KIND, "media/foot.svg"),
    _entry("directory", "media/", b"", Code.ZIP_NOT_A_FILE, "media/"),
    _entry("symbolic link", _symlink(), b"/etc/passwd", Code.ZIP_NOT_A_FILE, "media/link.png"),
    _entry("duplicate", "plan.json", b"{}", Code.ZIP_DUPLICATE_ENTRY, "plan.json"),
    _zip("bomb", _bomb, Code.ZIP_TOO_LARGE, plans.picture_name(plans.PNG, "png")[:40] + "…"),
    _zip("bomb that lies about its size", _lying_bomb, Code.BAD_ZIP, ""),
    _zip(
        "large plan",
        lambda: plans.as_zip(("plan.json", b" " * 512_001)),
        Code.ZIP_TOO_LARGE,
        "plan.json",
    ),
    _zip(
        "many entries",
        lambda: plans.example_zip(*((f"media/{number}", b"") for number in range(300))),
        Code.ZIP_TOO_MANY_ENTRIES,
        "",
    ),
    _zip("encrypted", _encrypted, Code.ZIP_ENCRYPTED, "plan.json"),
    _zip(
        "another compression",
        lambda: plans.as_zip(("plan.json", plans.as_json(plans.example())), compression=zipfile.ZIP_BZIP2),
        Code.ZIP_COMPRESSION,
        "plan.json",
    ),
    _zip("overlapping entries", _overlapping, Code.BAD_ZIP, ""),
    _zip("cut short", lambda: plans.example_zip()[:-30], Code.BAD_ZIP, ""),
    _zip("only the first bytes", lambda: b"PK\x03\x04", Code.BAD_ZIP, ""),
    _zip("with a comment", lambda: plans.example_zip()[:-2] + b"\x02\x00hi", Code.BAD_ZIP, ""),
    _zip(
        "without a plan",
        lambda: plans.as_zip((plans.picture_name(plans.PNG, "png"), plans.PNG)),
        Code.ZIP_NO_PLAN,
        "",
    ),
    _zip("plan is not JSON", lambda: plans.as_zip(("plan.json", b"plan")), Code.NOT_JSON, ""),
    _zip("picture changed", _wrong_hash, Code.PICTURE_HASH, "media/" + "0" * 64 + ".png"),
    _zip("picture of another kind", _wrong_kind, Code.PICTURE_KIND, plans.picture_name(plans.JPG, "png")),
    _entry(
        "picture nobody uses",
        plans.picture_name(plans.PNG, "png"),
        plans.PNG,
        Code.PICTURE_UNUSED,
        plans.picture_name(plans.PNG, "png"),
    ),
    _zip(
        "picture missing",
        lambda: plans.as_zip(("plan.json", _missing_picture())),
        Code.PICTURE_MISSING,
        "exercises[4].own.pictures[1]",
    ),
]

BAD_PLANS: list[BadPlan] = [*TEXTS, *SCHEMAS, *FIELDS, *ZIPS]
