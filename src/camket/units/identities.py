"""Identities: which unit or body a written name means on a day, ready for whoever reads names."""

from datetime import date
from functools import cache
from typing import Self

from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.body_types import load_types
from camket.units.bodies.names.resolver import BodyResolver
from camket.units.names import Resolver
from camket.units.places import load_places
from camket.units.register import Register
from camket.units.table import load_register


class Identities:
    """The resolvers of units' and of bodies' names over one register."""

    def __init__(self, units: Resolver, bodies: BodyResolver) -> None:
        self.units = units
        self.bodies = bodies

    @classmethod
    def of(cls, register: Register) -> Self:
        """The identities of a register, with the packaged places and types of bodies."""
        units = Resolver(register, load_places())
        return cls(units, BodyResolver(BodyRegister(register, load_types()), units))

    @property
    def register(self) -> Register:
        """The register of units behind both."""
        return self.units.register

    def unit(self, name: str, on: date, within: str | None = None, about: str | None = None) -> str | None:
        """The id of the one unit that ``name`` means; None where it means none, or several alike."""
        return self.units.resolve(name, on=on, within=within, about=about).unit

    def body(self, name: str, on: date, within: str | None = None, about: str | None = None) -> str | None:
        """The id of the one body, or else unit, that ``name`` means; None where it means none, several or a group."""
        mentions = self.bodies.resolve(name, on=on, about=about, within=within)
        meant = {None if one.group or one.body is None else one.body.id for one in mentions}
        if len(meant) == 1 and (body := meant.pop()) is not None:
            return body
        if len(mentions) != 1 or mentions[0].group is not None:
            return None
        if mentions[0].candidates:
            return mentions[0].unit
        return self.unit(name, on, within, about)


@cache
def load_identities() -> Identities:
    """The identities of the packaged table, made once."""
    return Identities.of(load_register())
