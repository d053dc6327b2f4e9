"""What a worker process does with one file. It imports the reader itself, while the command is still setting up."""

import gc
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from camket.reading.read import Reader, Reading
    from camket.reports.failure import Failure

PRELOADED = ["camket.reading.loading", "camket.reading.read", "camket.units.identities"]
"""Modules that the process from which workers are forked imports once for all of them."""


def read_file(path: Path) -> "Reading | Failure":
    """Load and read one file; a file that cannot be loaded is a Failure that says why."""
    from camket.reading.loading import LoadError, load  # noqa: PLC0415 -- the command only names this function
    from camket.reports.failure import Failure  # noqa: PLC0415 -- as above

    try:
        return _reader().read(load(path))
    except LoadError as error:
        return Failure(path.name, f"{error.problem}. {error.remedy}.")


@cache
def _reader() -> "Reader":
    """The reader of this process, frozen: what it compiled stays for good and need not be searched for garbage again."""
    from camket.reading.read import Reader  # noqa: PLC0415 -- as above
    from camket.units.identities import load_identities  # noqa: PLC0415 -- as above
    from camket.vocabulary import load_vocabulary  # noqa: PLC0415 -- as above

    reader = Reader(load_vocabulary(), load_identities())
    gc.freeze()
    return reader
