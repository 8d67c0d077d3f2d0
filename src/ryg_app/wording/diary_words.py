"""Words for the answers of a day and of a review week, as options to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ryg_app.domain.diary import HeatCold, MorningLeg, SymptomChange
from ryg_app.domain.review import GlobalChange

if TYPE_CHECKING:
    from ryg_app.wording.catalogues import Words


def morning_word(words: Words, morning: MorningLeg) -> str:
    """Return what the leg was like on waking."""
    pgettext = words.pgettext
    return {
        MorningLeg.AS_USUAL: pgettext("the leg this morning", "As usual"),
        MorningLeg.SLIGHTLY_WORSE: pgettext("the leg this morning", "Slightly worse"),
        MorningLeg.CLEARLY_WORSE: pgettext("the leg this morning", "Clearly worse"),
    }[morning]


def symptom_word(words: Words, change: SymptomChange) -> str:
    """Return a symptom beside what it was before."""
    pgettext = words.pgettext
    return {
        SymptomChange.ABSENT: pgettext("a symptom", "None"),
        SymptomChange.SAME: pgettext("a symptom", "The same"),
        SymptomChange.MORE: pgettext("a symptom", "More"),
        SymptomChange.LESS: pgettext("a symptom", "Less"),
    }[change]


def heat_cold_word(words: Words, used: HeatCold) -> str:
    """Return whether heat or cold was used."""
    pgettext = words.pgettext
    return {
        HeatCold.NEITHER: pgettext("heat or cold", "Neither"),
        HeatCold.HEAT: pgettext("heat or cold", "Heat"),
        HeatCold.COLD: pgettext("heat or cold", "Cold"),
        HeatCold.BOTH: pgettext("heat or cold", "Both"),
    }[used]


def global_change_word(words: Words, change: GlobalChange) -> str:
    """Return one of the seven steps; the middle one says that nothing has changed."""
    pgettext = words.pgettext
    return {
        GlobalChange.RECOVERED: pgettext("global change", "All right again"),
        GlobalChange.MUCH_BETTER: pgettext("global change", "Much better"),
        GlobalChange.A_LITTLE_BETTER: pgettext("global change", "A little better"),
        GlobalChange.UNCHANGED: pgettext("global change", "Unchanged"),
        GlobalChange.A_LITTLE_WORSE: pgettext("global change", "A little worse"),
        GlobalChange.MUCH_WORSE: pgettext("global change", "Much worse"),
        GlobalChange.WORSE_THAN_EVER: pgettext("global change", "Worse than ever"),
    }[change]
