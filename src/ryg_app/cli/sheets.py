"""Sheets as PDF: the one for the appointment, and the exercise sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.application.printing import Printing
from ryg_app.bootstrap import handouts
from ryg_app.cli.call import DONE
from ryg_app.domain.errors import FileExistsAlreadyError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ryg_app.application.app import App
    from ryg_app.application.printing import Printout
    from ryg_app.cli.call import Call
    from ryg_app.domain.plan import PlanFile


PDF = ".pdf"


def write_appointment(
    call: Call, app: App, out: Path, first: date | None = None, last: date | None = None
) -> int:
    """Write the sheet for the appointment of any diary that is open.

    Raises:
        FileExistsAlreadyError: The file is there already.
        NotSavedError: Nothing was written.
        DamagedFileError: The course record or a year of the diary can no longer be read.
    """
    printing = _printing(call, out)
    language = call.words.language
    sheet = app.appointment.sheet(app.appointment.period(first, last), language)
    return _write(call, printing, printing.paper.appointment(sheet, language), out)


def write_handout(call: Call, plan_file: PlanFile, out: Path) -> int:
    """Write the exercise sheet of a plan, in use or not.

    Raises:
        FileExistsAlreadyError: The file is there already.
        NotSavedError: Nothing was written.
    """
    printing, tools = _printing(call, out), call.tools()
    handout = handouts(tools).of(plan_file, tools.clock.now().date())
    return _write(call, printing, printing.paper.handout(handout, call.words.language), out)


def _printing(call: Call, out: Path) -> Printing:
    # Before the work is done, and not only when it is to be saved.
    if out.exists():
        raise FileExistsAlreadyError(str(out))
    return Printing(call.paper, call.tools().text_files)


def _write(call: Call, printing: Printing, printout: Printout, out: Path) -> int:
    for _share in printout.steps():
        pass
    printing.save(printout, out)
    call.say(call.words.gettext("Made: {file}").format(file=out))
    return DONE
