"""Words about backups: what stands in one, and why one was not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.errors import BackupFault, BackupRefusedError, RestoreUnfinishedError

if TYPE_CHECKING:
    from ryg_app.application.backup import KeptBackup
    from ryg_app.domain.backup import BackupContents
    from ryg_app.domain.errors import RygAppError
    from ryg_app.wording.catalogues import Words


def about_backups(words: Words, error: RygAppError) -> str:
    """Return what went wrong with a backup; nothing for any other error."""
    _ = words.gettext
    match error:
        case BackupRefusedError():
            return _refused(words, error.fault).format(file=error.file_name)
        case RestoreUnfinishedError():
            return _(
                "A backup was being restored when RygApp was interrupted. Open RygApp's window; "
                "it finishes by itself."
            )
        case _:
            return ""


def _refused(words: Words, fault: BackupFault) -> str:
    _ = words.gettext
    return {
        BackupFault.NOT_FOUND: _("There is no file {file}. Nothing was changed."),
        BackupFault.UNREADABLE: _(
            "The file {file} cannot be read. Copy it to this computer, and try again. Nothing was changed."
        ),
        BackupFault.TOO_LARGE: _("The file {file} is too large for a backup of RygApp. Nothing was changed."),
        BackupFault.NOT_A_BACKUP: _(
            "The file {file} is not a backup of RygApp. Choose one that ends in .rygbackup. "
            "Nothing was changed."
        ),
        BackupFault.DAMAGED: _(
            "The backup {file} is damaged, so it cannot be used. Choose another. Nothing was changed."
        ),
    }[fault]


def backup_in_words(words: Words, contents: BackupContents) -> tuple[tuple[str, str], ...]:
    """Return what stands in a backup, as pairs of a heading and what is said under it."""
    _ = words.gettext
    made = _("{day} at {time}, by RygApp {version}").format(
        day=words.full_date(contents.made.date()),
        time=words.clock(contents.made.time()),
        version=contents.program,
    )
    return (
        (_("Made"), made),
        (_("Diary"), _days(words, contents)),
        (_("Plans"), _plans(words, contents)),
    )


def _days(words: Words, contents: BackupContents) -> str:
    if contents.first is None or contents.last is None:
        return words.gettext("Nothing written yet")
    sentence = words.ngettext(
        "{first}, {number} day written", "{first} – {last}, {number} days written", contents.days
    )
    first, last = words.full_date(contents.first), words.full_date(contents.last)
    return sentence.format(first=first, last=last, number=contents.days)


def _plans(words: Words, contents: BackupContents) -> str:
    _ = words.gettext
    edition = _("{title}, edition {revision}")
    named = [edition.format(title=title, revision=revision) for title, revision in contents.plans]
    return "\n".join(named) or _("No plan")


def kept_backup_words(words: Words, kept: KeptBackup) -> str:
    """Return what a backup of the program's own making is called on its button."""
    _ = words.gettext
    if kept.made is None:
        return kept.path.stem
    day = words.full_date(kept.made.date())
    if kept.weekly:
        return _("{day}, the weekly one").format(day=day)
    return _("{day} at {time}, before another was put back").format(day=day, time=words.clock(kept.made))


def left_out_sentence(words: Words, names: tuple[str, ...]) -> str:
    """Return what is said when some files could not be read, so that they are not in the backup."""
    sentence = words.ngettext(
        "The file {names} is damaged and is not in the backup. It is still where it was.",
        "The files {names} are damaged and are not in the backup. They are still where they were.",
        len(names),
    )
    return sentence.format(names=", ".join(names))
