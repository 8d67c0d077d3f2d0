"""The words of the tables a log is taken out as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.diary import HeatCold, LegExtent, MorningLeg, SymptomChange
from ryg_app.domain.owed import DayState
from ryg_app.domain.review import MOST_ACTIVITIES, GlobalChange
from ryg_app.domain.session import Ending
from ryg_app.domain.table import NO, YES, TableHeadings
from ryg_app.wording.diary_words import global_change_word, heat_cold_word, morning_word, symptom_word
from ryg_app.wording.sentences import day_state_word, ending_word, leg_extent_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ryg_app.wording.catalogues import Words


def table_headings(words: Words) -> TableHeadings:
    """Return the headings of both tables and the words for their values."""
    _ = words.gettext
    return TableHeadings(
        days={**_days(words), **_further_days(words)},
        exercises=_exercises(words),
        values=_values(words),
        title=_("Diary"),
        sheets=(_("Days"), _("Exercises")),
    )


def _days(words: Words) -> Mapping[str, str]:
    _ = words.gettext
    return {
        "day": _("Date"),
        "week": _("Week of the course"),
        "phase": _("Phase"),
        "state": _("Kind of day"),
        "back": _("Back pain (0–10)"),
        "leg": _("Leg pain (0–10)"),
        "leg_extent": _("How far down the leg"),
        "walked_minutes": _("Minutes walked"),
        "walking_planned": _("Minutes of walking planned"),
        "sessions_done": _("Exercise sessions done"),
        "sessions_planned": _("Exercise sessions planned"),
        "worst_leg_pain": _("Worst leg pain during exercises (0–10)"),
        "recorded": _("Written"),
        "recorded_late": _("Written after the day"),
        "changed": _("Changed after the day"),
        "note": _("Note"),
    }


def _further_days(words: Words) -> Mapping[str, str]:
    _ = words.gettext
    return {
        "walks": _("The single walks, minutes"),
        "longest_walk": _("Longest walk before the leg was felt, minutes"),
        "morning": _("The leg this morning"),
        "tingling": _("Tingling or numbness"),
        "weakness": _("Weakness"),
        "woken": _("Woken by pain at night"),
        "heat_cold": _("Heat or cold used"),
        "painkillers": _("Painkillers taken"),
        **_activities(words),
        "global_change": _("Compared with the beginning"),
        "questions": _("Questions for the physiotherapist"),
    }


def _activities(words: Words) -> Mapping[str, str]:
    name = words.gettext("Own activity {number}")
    score = words.gettext("Own activity {number} (0–10, 10 = as before)")
    columns: dict[str, str] = {}
    for place in range(1, MOST_ACTIVITIES + 1):
        columns[f"activity_{place}"] = name.format(number=place)
        columns[f"score_{place}"] = score.format(number=place)
    return {**columns, "mean_score": words.gettext("Own activities, mean (0–10)")}


def _exercises(words: Words) -> Mapping[str, str]:
    _ = words.gettext
    return {
        "day": _("Date"),
        "started": _("Begun"),
        "ended": _("Ended"),
        "session": _("Session of the day"),
        "exercise": _("Exercise"),
        "repetitions": _("Repetitions done"),
        "planned": _("Repetitions planned"),
        "ending": _("How it ended"),
        "words": _("What was felt"),
        "without_computer": _("Done without the computer"),
        "worst_leg_pain": _("Worst leg pain during exercises (0–10)"),
        "plan": _("Plan"),
        "revision": _("Edition of the plan"),
    }


def _values(words: Words) -> Mapping[str, str]:
    _ = words.gettext
    return {
        YES: _("yes"),
        NO: _("no"),
        **{extent.value: leg_extent_word(words, extent) for extent in LegExtent},
        **{morning.value: morning_word(words, morning) for morning in MorningLeg},
        **{change.value: symptom_word(words, change) for change in SymptomChange},
        **{used.value: heat_cold_word(words, used) for used in HeatCold},
        **{change.value: global_change_word(words, change) for change in GlobalChange},
        **{ending.value: ending_word(words, ending) for ending in Ending},
        **{state.value: day_state_word(words, state) for state in DayState},
    }
