"""Compiles the message catalogues before hatchling collects the files of a wheel or an editable install."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueBuildHook(BuildHookInterface[Any]):
    """Writes one `.mo` file beside each `.po` file under `assets/locale`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile every catalogue; hatchling calls this before it collects files."""
        for source in sorted(Path(self.root, "assets", "locale").glob("*/LC_MESSAGES/*.po")):
            compile_catalogue(source)


def compile_catalogue(source: Path) -> None:
    """Compile one `.po` file into the `.mo` file of the same name."""
    with source.open("rb") as lines:
        catalogue = read_po(lines, locale=source.parts[-3])
    with source.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)
