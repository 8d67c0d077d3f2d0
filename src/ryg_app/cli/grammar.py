"""The grammar of the command line: every command, what belongs to it, and who does it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ryg_app import __version__
from ryg_app.cli import backups, diary, exporting, handing_out, plans, upkeep
from ryg_app.cli.parser import CommandParser
from ryg_app.cli.values import Values
from ryg_app.domain.diary import MOST_WALKING_MINUTES, PAIN_HIGH, PAIN_LOW, LegExtent
from ryg_app.domain.plan_limits import WEEKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ryg_app.cli.call import Call
    from ryg_app.cli.parser import Commands
    from ryg_app.wording.catalogues import Words

    Command = Callable[[Call], int]

PROGRAM = "ryg-app"
TEMPLATES = ("disc", "stenosis", "general")
SIDES = ("left", "right", "both")


def build_parser(words: Words) -> CommandParser:
    """Return the parser of the whole command line."""
    _ = words.gettext
    description = _(
        "A companion for back exercises at home. Without a command the window opens; it takes a file to "
        "open, --clinician to make plans, and --start-in-tray."
    )
    parser = CommandParser(words, prog=PROGRAM, description=description)
    version = f"RygApp {__version__}"
    parser.options.add_argument("--version", action="version", version=version, help=_("show the version"))
    commands = parser.commands(_("commands"))
    _add_plan(commands, words)
    _add_diary(commands, words)
    _add_export(commands, words)
    _add_backup(commands, words)
    purpose = _("make the sheet for the appointment from a patient's log")
    handing_out.add_report(_add(commands, "report", purpose, handing_out.report), words)
    erase = _add(commands, "erase", _("delete everything RygApp keeps"), upkeep.erase)
    erase.options.add_argument("--yes", action="store_true", help=_("confirm: it cannot be undone"))
    _add(commands, "doctor", _("look at the data folder without changing it"), upkeep.doctor)
    _add(commands, "self-test", _("try whether everything RygApp needs works"), upkeep.self_test)
    return parser


def _add(commands: Commands, name: str, purpose: str, command: Command) -> CommandParser:
    parser = commands.add_parser(name, help=purpose, description=purpose)
    parser.set_defaults(command=command)
    return parser


def _add_plan(commands: Commands, words: Words) -> None:
    _ = words.gettext
    purpose = _("make, check, show, print and use plan files")
    actions = commands.add_parser("plan", help=purpose, description=purpose).commands(_("commands"))
    _add_plan_new(actions, words)
    check = _add(actions, "check", _("tell everything that is wrong with plan files"), plans.check)
    check.operands.add_argument("files", nargs="+", type=Path, metavar="FILE", help=_("a plan file"))
    show = _add(actions, "show", _("show a plan file in plain words"), plans.show)
    show.operands.add_argument("file", type=Path, metavar="FILE", help=_("a plan file"))
    handout = _add(actions, "handout", _("make the exercise sheet of a plan file"), plans.handout)
    handout.operands.add_argument("file", type=Path, metavar="FILE", help=_("a plan file"))
    handout.operands.add_argument("out", type=Path, metavar="OUT.pdf", help=_("the file to make"))
    handing_out.add_folder(
        _add(
            actions, "folder", _("make a folder for a patient: program, plan and guide"), handing_out.folder
        ),
        words,
    )
    use = _add(actions, "use", _("use a plan file from now on"), plans.use)
    use.operands.add_argument("file", type=Path, metavar="FILE", help=_("a plan file"))


def _add_plan_new(actions: Commands, words: Words) -> None:
    _, values = words.gettext, Values(words)
    new = _add(actions, "new", _("make a plan file from a template"), plans.new)
    new.operands.add_argument(
        "out", type=Path, metavar="OUT.rygplan", help=_("the file to make; with --from, the folder")
    )
    purpose = _("a table of settings: a plan for every row")
    new.options.add_argument("--from", dest="table", type=Path, metavar="SETTINGS.csv", help=purpose)
    new.options.add_argument(
        "--template",
        type=values.one_of("--template", TEMPLATES),
        metavar="|".join(TEMPLATES),
        help=_("what the plan starts from (general)"),
    )
    new.options.add_argument(
        "--weeks",
        type=values.number("--weeks", WEEKS.low, WEEKS.high),
        metavar="N",
        help=_("how many weeks (as the template has)"),
    )
    new.options.add_argument(
        "--side",
        type=values.one_of("--side", SIDES),
        metavar="|".join(SIDES),
        help=_("the leg that hurts (the patient is asked)"),
    )


def _add_diary(commands: Commands, words: Words) -> None:
    _, values = words.gettext, Values(words)
    purpose = _("write in the diary")
    actions = commands.add_parser("diary", help=purpose, description=purpose).commands(_("commands"))
    add = _add(actions, "add", _("add to a day or correct it; what is not named stays"), diary.add).options
    extents = tuple(extent.value for extent in LegExtent)
    pain = (PAIN_LOW, PAIN_HIGH)
    add.add_argument("--date", type=values.day("--date"), metavar="D", help=_("the day (today)"))
    add.add_argument("--back", type=values.number("--back", *pain), metavar="N", help=_("back pain, 0 to 10"))
    add.add_argument("--leg", type=values.number("--leg", *pain), metavar="N", help=_("leg pain, 0 to 10"))
    add.add_argument(
        "--leg-extent",
        type=values.one_of("--leg-extent", extents),
        metavar="|".join(extents),
        help=_("how far down the leg it reached"),
    )
    add.add_argument(
        "--walk",
        action="append",
        type=values.number("--walk", 0, MOST_WALKING_MINUTES),
        metavar="MIN",
        help=_("minutes of a walk, once for each walk of the day; replaces the walks told before"),
    )
    add.add_argument("--note", type=values.note("--note"), metavar="T", help=_("in your own words"))


def _add_export(commands: Commands, words: Words) -> None:
    _, values = words.gettext, Values(words)
    export = _add(commands, "export", _("write the diary to a file of your own"), exporting.export)
    export.operands.add_argument(
        "out",
        type=Path,
        metavar="OUT.{pdf,csv,xlsx,ryglog,fhir.json,ics}",
        help=_("the file to make; its ending says what kind"),
    )
    dates = export.options
    dates.add_argument(
        "--codes", type=Path, metavar="FILE", help=_("a mapping to SNOMED CT of your own, for .fhir.json")
    )
    dates.add_argument(
        "--from",
        dest="first",
        type=values.day("--from"),
        metavar="D",
        help=_("the first day (the first kept)"),
    )
    dates.add_argument(
        "--to", dest="last", type=values.day("--to"), metavar="D", help=_("the last day (today)")
    )


def _add_backup(commands: Commands, words: Words) -> None:
    _ = words.gettext
    backup = _add(commands, "backup", _("write everything RygApp keeps to one file"), backups.backup)
    backup.operands.add_argument("out", type=Path, metavar="OUT.rygbackup", help=_("the file to make"))
    purpose = _("put a backup in the place of everything RygApp keeps")
    restore = _add(commands, "restore", purpose, backups.restore)
    restore.operands.add_argument("file", type=Path, metavar="FILE", help=_("a backup"))
    restore.options.add_argument(
        "--preview", action="store_true", help=_("only tell what is in it; nothing is changed")
    )
