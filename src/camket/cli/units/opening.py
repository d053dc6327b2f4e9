"""The register that the verbs work on: the packaged one, with an installation's own where one is named."""

from pathlib import Path

from camket.units.register import Register
from camket.units.table import PACKAGED, load_register, read_register


def open_register(overrides: Path | None) -> Register:
    """The register. Raises TableError, which names file and line."""
    return load_register() if overrides is None else read_register(PACKAGED, overrides)
