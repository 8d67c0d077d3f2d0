"""``erase``, ``doctor`` and ``self-test``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app import __version__
from ryg_app.cli.call import DONE, REFUSED
from ryg_app.cli.values import UsageError
from ryg_app.domain.errors import RygAppError
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from ryg_app.application.app import App
    from ryg_app.application.ports import FileHealth
    from ryg_app.cli.call import Call


def erase(call: Call) -> int:
    """Delete everything RygApp keeps."""
    _ = call.words.gettext
    if not call.arguments.yes:
        raise UsageError(_("This deletes everything RygApp keeps. Write --yes if that is what you want."))
    with call.app(writing=True) as app:
        app.settings.erase()
    call.say(_("Everything in {folder} is deleted.").format(folder=call.folder))
    return DONE


def doctor(call: Call) -> int:
    """Tell how the data folder is; nothing is written."""
    _ = call.words.gettext
    call.say(f"RygApp {__version__}")
    call.say(_("Data folder: {folder}").format(folder=call.folder))
    if not call.folder.exists():
        call.say(_("The folder does not exist yet; it is made when something is saved."))
        return DONE
    with call.app(writing=False) as app:
        in_use = app.settings.in_use()
        call.say(_("The window is open.") if in_use else _("The window is not open."))
        files = app.settings.health()
        for file in files:
            call.say(f"{file.name}: {_state(call, file)}")
        problem = _tell_plan(call, app)
    if problem or not all(file.good for file in files):
        return REFUSED
    return DONE


def _state(call: Call, file: FileHealth) -> str:
    _ = call.words.gettext
    if file.good:
        return _("good")
    if file.previous_good:
        return _("damaged; the previous version of it is good and is used")
    return _("damaged, and no earlier copy of it can be read; it is never deleted")


def _tell_plan(call: Call, app: App) -> bool:
    _ = call.words.gettext
    try:
        plan = app.course.plan()
    except RygAppError as error:
        call.complain(error_sentence(call.words, error))
        return True
    if plan is None:
        call.say(_("No plan is in use."))
    else:
        sentence = _("Plan in use: {title}, edition {revision} ({plan_id})")
        call.say(sentence.format(title=plan.title, revision=plan.revision, plan_id=plan.plan_id))
    return False


def self_test(call: Call) -> int:
    """Try everything the program needs; what is missing is named."""
    _ = call.words.gettext
    missing = call.self_test()
    for name in missing:
        call.complain(_("Missing: {name}").format(name=name))
    if missing:
        return REFUSED
    call.say(_("Everything works."))
    return DONE
