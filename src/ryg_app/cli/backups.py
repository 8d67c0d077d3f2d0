"""``backup`` and ``restore``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.cli.call import DONE
from ryg_app.cli.values import require_ending
from ryg_app.wording.backup_words import backup_in_words, left_out_sentence

if TYPE_CHECKING:
    from ryg_app.cli.call import Call
    from ryg_app.domain.backup import BackupContents

SUFFIX = ".rygbackup"


def backup(call: Call) -> int:
    """Write everything to one file; one that exists is left alone."""
    _, out = call.words.gettext, call.arguments.out
    require_ending(call.words, out, SUFFIX)
    with call.app(writing=False) as app:
        left_out = app.backups.save(out)
    if left_out:
        call.complain(left_out_sentence(call.words, left_out))
    call.say(_("Made: {file}").format(file=out))
    return DONE


def restore(call: Call) -> int:
    """Tell what is in a backup, and put it in the place of everything; the present state is kept first."""
    _ = call.words.gettext
    with call.app(writing=True) as app:
        _tell(call, app.backups.preview(call.arguments.file))
        if call.arguments.preview:
            app.backups.dismiss()
            return DONE
        kept = app.backups.restore()
    call.say(_("Restored. What was there before is kept in {file}").format(file=kept))
    return DONE


def _tell(call: Call, contents: BackupContents) -> None:
    for heading, text in backup_in_words(call.words, contents):
        first, *rest = text.split("\n")
        call.say("\n".join([f"{heading}: {first}", *(f"  {line}" for line in rest)]))
