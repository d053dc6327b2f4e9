"""What a worker process does with one file. It imports the reader itself, while the command is still setting up."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from camket.reading.read import Reading
    from camket.reports.failure import Failure

PRELOADED = ["camket.reading.loading", "camket.reading.read"]
"""Modules that the process from which workers are forked imports once for all of them."""


def read_file(path: Path) -> "Reading | Failure":
    """Load and read one file; a file that cannot be loaded is a Failure that says why."""
    from camket.reading.loading import LoadError, load  # noqa: PLC0415 -- the command only names this function
    from camket.reading.read import read  # noqa: PLC0415 -- as above
    from camket.reports.failure import Failure  # noqa: PLC0415 -- as above
    from camket.vocabulary import load_vocabulary  # noqa: PLC0415 -- as above

    try:
        return read(load(path), load_vocabulary())
    except LoadError as error:
        return Failure(path.name, f"{error.problem}. {error.remedy}.")
