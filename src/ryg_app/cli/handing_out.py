"""``plan folder``: the program, a plan and a start guide for a patient; and ``report``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ryg_app.application.handing_out import PLAN_NAME
from ryg_app.bootstrap import open_log
from ryg_app.cli.call import DONE
from ryg_app.cli.sheets import PDF, write_appointment
from ryg_app.cli.values import UsageError, require_ending
from ryg_app.clinic_bootstrap import handing_out
from ryg_app.domain.errors import FileRefusedError
from ryg_app.wording.start_guide import start_guide

if TYPE_CHECKING:
    from ryg_app.cli.call import Call
    from ryg_app.cli.parser import CommandParser
    from ryg_app.wording.catalogues import Words


def folder(call: Call) -> int:
    """Make a folder, or a zip file if the name ends so; what exists is left alone."""
    tools, wanted, _ = call.tools(), call.arguments, call.words.gettext
    for program in wanted.program or ():
        if not program.is_dir():
            raise UsageError(_("--program: {found} is not a folder.").format(found=program))
    try:
        plan_file = tools.plan_files.read(wanted.file)
    except FileRefusedError as error:
        raise FileRefusedError(str(wanted.file), error.problems) from None
    making = handing_out(tools.assets)
    programs = making.programs(wanted.program or ())
    names = tuple(program.name for program in programs)
    guide = start_guide(call.words, plan_file.plan.clinic, names, PLAN_NAME)
    for _share in making.steps(plan_file, guide, wanted.out, programs):
        pass
    call.say(_("Made: {file}").format(file=wanted.out))
    if not programs:
        call.say(_("The program is not in it; the patient must have RygApp already."))
    return DONE


def report(call: Call) -> int:
    """Write the sheet for the appointment from a patient's log file."""
    wanted = call.arguments
    require_ending(call.words, wanted.out, PDF)
    try:
        app = open_log(wanted.log, clock=call.clock, assets=call.assets, paper=call.paper)
    except FileRefusedError as error:
        raise FileRefusedError(str(wanted.log), error.problems) from None
    try:
        return write_appointment(call, app, wanted.out)
    finally:
        app.close()


def add_folder(folder: CommandParser, words: Words) -> None:
    """Say what belongs to ``plan folder``."""
    _ = words.gettext
    folder.operands.add_argument("file", type=Path, metavar="FILE", help=_("a plan file"))
    folder.operands.add_argument(
        "out", type=Path, metavar="OUT[.zip]", help=_("the folder or zip file to make")
    )
    purpose = _("a folder with the program, copied as it is; may be named more than once")
    folder.options.add_argument("--program", type=Path, action="append", metavar="DIR", help=purpose)


def add_report(report: CommandParser, words: Words) -> None:
    """Say what belongs to ``report``."""
    _ = words.gettext
    report.operands.add_argument("log", type=Path, metavar="LOG.ryglog", help=_("a patient's log"))
    report.operands.add_argument("out", type=Path, metavar="OUT.pdf", help=_("the file to make"))
