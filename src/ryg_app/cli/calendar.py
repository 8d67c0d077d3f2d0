"""``export OUT.ics``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.cli.call import DONE
from ryg_app.cli.values import UsageError
from ryg_app.wording.reminder_words import calendar_titles

if TYPE_CHECKING:
    from ryg_app.cli.call import Call

CALENDAR = ".ics"


def export_calendar(call: Call) -> int:
    """Write the coming reminders for the calendar of a phone; the edition's number is kept."""
    _ = call.words.gettext
    if call.arguments.first or call.arguments.last:
        raise UsageError(_("A calendar holds the coming reminders; leave out --from and --to."))
    with call.app(writing=True) as app:
        path = app.reminders.calendar.write(call.arguments.out, calendar_titles(call.words))
    call.say(_("Made: {file}").format(file=path))
    return DONE
