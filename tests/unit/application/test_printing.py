from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ryg_app.adapters.text_files import TextFiles
from ryg_app.application.printing import Printing
from ryg_app.domain.errors import FileExistsAlreadyError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


class Sheet:
    def steps(self) -> Generator[float, None, None]:
        yield 1.0

    def data(self) -> bytes:
        return b"a sheet"


def test_a_sheet_that_is_there_already_is_left_alone_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    path, printing = tmp_path / "sheet.pdf", Printing(None, TextFiles())
    path.write_bytes(b"an earlier one")
    with pytest.raises(FileExistsAlreadyError):
        printing.save(Sheet(), path)
    assert path.read_bytes() == b"an earlier one"
    assert printing.save(Sheet(), path, replace=True) == path
    assert path.read_bytes() == b"a sheet"


def test_put_together_without_paper_it_says_so() -> None:
    with pytest.raises(RuntimeError, match="there is no paper"):
        _ = Printing(None, TextFiles()).paper
