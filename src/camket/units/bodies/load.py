"""The bodies of all units, by the packaged types and what an installation adds to them."""

from pathlib import Path

from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.body_types import load_types
from camket.units.bodies.declared import read_declared
from camket.units.register import Register


def load_bodies(register: Register, overrides: Path | None = None) -> BodyRegister:
    """The bodies of the units of ``register``, with ``bodies.tsv`` of the folder ``overrides`` where it is there.

    Raises TableError, which names file and line.
    """
    types = load_types()
    if overrides is None:
        return BodyRegister(register, types)
    return BodyRegister(register, types, read_declared(overrides / "bodies.tsv", types, register, optional=True))
