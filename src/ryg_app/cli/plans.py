"""``plan new``, ``check``, ``show``, ``handout`` and ``use``."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from ryg_app.application.planning import Relation
from ryg_app.cli.call import DONE, REFUSED
from ryg_app.cli.plan_batch import new_from_table
from ryg_app.cli.sheets import PDF, write_handout
from ryg_app.cli.values import require_ending
from ryg_app.domain.errors import (
    DamagedFileError,
    FileExistsAlreadyError,
    FileRefusedError,
    PersonalNumberError,
)
from ryg_app.domain.exercise import Sides
from ryg_app.domain.plain_text import looks_like_personal_number
from ryg_app.domain.template import new_plan
from ryg_app.wording.plan_words import plan_in_words
from ryg_app.wording.sentences import error_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from ryg_app.application.app import App
    from ryg_app.application.planning import PlanPreview
    from ryg_app.bootstrap import Tools
    from ryg_app.cli.call import Call


USUAL_TEMPLATE = "general"
PLAN = ".rygplan"


def new(call: Call) -> int:
    """Make a plan file; one that exists is left alone."""
    tools, wanted = call.tools(), call.arguments
    if wanted.table is not None:
        return new_from_table(call)
    require_ending(call.words, wanted.out, PLAN)
    template = tools.templates[wanted.template or USUAL_TEMPLATE]
    plan = new_plan(
        template,
        call.words.language,
        wanted.weeks or template.weeks,
        Sides(wanted.side) if wanted.side else None,
        str(uuid.uuid4()),
        tools.clock.now().date(),
    )
    data = tools.plan_files.compose(plan, {})
    tools.plan_files.parse(data, wanted.out.name)
    _write_new(tools, wanted.out, data)
    call.say(call.words.gettext("Made: {file}").format(file=wanted.out))
    return DONE


def _write_new(tools: Tools, path: Path, data: bytes) -> None:
    if looks_like_personal_number(path.stem):
        raise PersonalNumberError(field="file_name")
    if path.exists():
        raise FileExistsAlreadyError(str(path))
    tools.text_files.write(path, data)


def check(call: Call) -> int:
    """Check every file; each is reported, good or bad."""
    tools, result = call.tools(), DONE
    for path in call.arguments.files:
        try:
            tools.plan_files.read(path)
        except FileRefusedError as error:
            call.complain(_refusal(call, path, error))
            result = REFUSED
        else:
            call.say(call.words.gettext("{file} is a good plan file.").format(file=path))
    return result


def show(call: Call) -> int:
    """Show a plan in plain words."""
    tools = call.tools()
    try:
        plan = tools.plan_files.read(call.arguments.file).plan
    except FileRefusedError as error:
        call.complain(_refusal(call, call.arguments.file, error))
        return REFUSED
    sections = plan_in_words(call.words, plan, tools.exercises)
    call.say(
        "\n\n".join("\n".join([heading, *(f"  {line}" for line in lines)]) for heading, lines in sections)
    )
    return DONE


def handout(call: Call) -> int:
    """Make the exercise sheet of a plan."""
    require_ending(call.words, call.arguments.out, PDF)
    try:
        plan_file = call.tools().plan_files.read(call.arguments.file)
    except FileRefusedError as error:
        call.complain(_refusal(call, call.arguments.file, error))
        return REFUSED
    return write_handout(call, plan_file, call.arguments.out)


def use(call: Call) -> int:
    """Use a plan from now on; the log is not touched."""
    words = call.words
    # Before the data folder is opened, so that a bad file does not even make one.
    try:
        plan_file = call.tools().plan_files.read(call.arguments.file)
    except FileRefusedError as error:
        call.complain(_refusal(call, call.arguments.file, error))
        return REFUSED
    title = plan_file.plan.title
    with call.app(writing=True) as app:
        seen = app.planning.preview_of(plan_file)
        if seen.relation is Relation.SAME and _is_unchanged(app, seen):
            call.say(words.gettext("The plan “{title}” is in use already.").format(title=title))
            return DONE
        start = app.planning.adopt(plan_file).start
    sentence = words.gettext("The plan “{title}” is in use from now on. First day of the course: {start}.")
    call.say(sentence.format(title=title, start=words.full_date(start)))
    return DONE


def _is_unchanged(app: App, seen: PlanPreview) -> bool:
    plan = seen.plan_file.plan
    try:
        kept = app.course.plan_file(plan.plan_id, plan.revision)
    except DamagedFileError:
        return False
    return kept.raw == seen.plan_file.raw


def _refusal(call: Call, path: Path, error: FileRefusedError) -> str:
    """Return the sentences with the file as it was written on the command line."""
    return error_sentence(call.words, FileRefusedError(str(path), error.problems))
