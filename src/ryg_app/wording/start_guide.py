"""The start guide for a patient, in words: what the first start looks like, and where the plan is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.start_guide import GuideStep, StartGuide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ryg_app.domain.plan import Clinic
    from ryg_app.wording.catalogues import Words


def start_guide(words: Words, clinic: Clinic | None, programs: tuple[str, ...], plan_name: str) -> StartGuide:
    """Return the guide.

    Args:
        words: The patient's language.
        clinic: Who hands the folder out.
        programs: Names of the folders with the program; empty when it is not in the folder.
        plan_name: Name of the plan file.
    """
    _ = words.gettext
    sender = clinic.name if clinic else _("your physiotherapist")
    return StartGuide(
        language=words.language,
        file_name=_("START HERE.html"),
        title=_("Begin with RygApp"),
        opening=_(
            "Your exercise plan from {sender} is in this folder. Everything stays on your own computer."
        ).format(sender=sender),
        steps=tuple(_steps(words, programs, plan_name)),
        help=_help(words, clinic),
    )


def _steps(words: Words, programs: tuple[str, ...], plan_name: str) -> Iterator[GuideStep]:
    _ = words.gettext
    yield GuideStep(
        _(
            "If you were sent a zip file: right-click it, choose “Extract All”, "
            "and go on in the folder that opens. On a Mac a double click is enough."
        )
    )
    if programs:
        yield GuideStep(
            _("Open the folder {program}, and double-click RygApp.").format(program=_listed(words, programs))
        )
        yield _windows(words)
        yield _mac(words)
        yield GuideStep(
            _(
                "Your plan is shown by itself. Read it, and press “Use this plan”.\n"
                "If it is not shown: choose File, “Open a plan file”, and the file {plan} in this folder."
            ).format(plan=plan_name)
        )
    else:
        yield GuideStep(_("RygApp must be on the computer first. Your clinic tells you how to get it."))
        yield GuideStep(
            _(
                "Double-click the file {plan} in this folder. Read your plan, and press “Use this plan”."
            ).format(plan=plan_name)
        )


def _listed(words: Words, programs: tuple[str, ...]) -> str:
    return words.gettext(" or ").join(programs)


def _windows(words: Words) -> GuideStep:
    _ = words.gettext
    more, run = (
        words.pgettext("as Windows says it", "More info"),
        words.pgettext("as Windows says it", "Run anyway"),
    )
    return GuideStep(
        _(
            "Windows may warn the first time, because it does not know the program. "
            "If the folder came from your clinic: press “{more}”, and then “{run}”."
        ).format(more=more, run=run),
        "windows",
        (
            words.pgettext("as Windows says it", "Windows protected your PC"),
            more,
            run,
            words.pgettext("as Windows says it", "Don't run"),
        ),
        _("The warning of Windows: first press “{more}”, then “{run}”.").format(more=more, run=run),
    )


def _mac(words: Words) -> GuideStep:
    _ = words.gettext
    done = words.pgettext("as macOS says it", "Done")
    privacy = words.pgettext("as macOS says it", "Privacy & Security")
    open_anyway = words.pgettext("as macOS says it", "Open Anyway")
    return GuideStep(
        _(
            "A Mac may refuse the first time. If the folder came from your clinic: press “{done}”. "
            "Open System Settings, “{privacy}”, scroll down, and press “{open}”."
        ).format(done=done, privacy=privacy, open=open_anyway),
        "mac",
        (words.pgettext("as macOS says it", "“RygApp” Not Opened"), done, privacy, open_anyway),
        _("The Mac's warning: press “{done}”, then “{open}” under “{privacy}” in System Settings.").format(
            done=done, privacy=privacy, open=open_anyway
        ),
    )


def _help(words: Words, clinic: Clinic | None) -> str:
    _ = words.gettext
    if clinic is not None and clinic.phone:
        return _("If something does not work, call {clinic}: {phone}").format(
            clinic=clinic.name, phone=clinic.phone
        )
    return _("If something does not work, ask at your clinic.")
