"""Coding: statements with the codes of the units and bodies they name, where a name means just one."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import msgspec

from camket.reading.identity.days import possible_days
from camket.reading.identity.home import Home, find_home
from camket.reading.identity.persons import less_persons
from camket.reading.scan import Scan
from camket.reading.statements import KINDS, Statement
from camket.units.identities import Identities

_UNITS = frozenset({"about", "place"})
_SUFFIX = "_code"
_NAMES: Mapping[type[Statement], tuple[str, ...]] = {
    kind: tuple(
        name.removesuffix(_SUFFIX)
        for name in kind.__struct_fields__
        if name.endswith(_SUFFIX) and name.removesuffix(_SUFFIX) in kind.__struct_fields__
    )
    for kind in KINDS.values()
}
"""The fields of each kind that name a unit or a body: those with a field of their code beside them."""


def with_codes(statements: Iterable[Statement], scan: Scan, identities: Identities) -> Iterator[Statement]:
    """The statements with ``<field>_code`` filled for every unit or body that their names mean beyond doubt.

    The words stay as written. A name that could mean several, or others on another possible day of the document, gets
    no code; nor does any where the document's day is not known.
    """
    homes = tuple(
        find_home(scan, identities, day)
        for day in possible_days(scan.facts, scan.dates, scan.today, identities.register)
    )
    meant = _Meant(homes, identities)
    for one in statements:
        codes = {f"{name}{_SUFFIX}": code for name, code in meant.in_statement(one) if code is not None}
        yield msgspec.structs.replace(one, **codes) if codes else one


class _Meant:
    """What names mean in one document, each looked up once."""

    def __init__(self, homes: tuple[Home, ...], identities: Identities) -> None:
        self._homes = homes
        self._identities = identities
        self._code = cache(self._look_up)

    def in_statement(self, statement: Statement) -> Iterator[tuple[str, str | None]]:
        """Each field that names a unit or body, and its code."""
        for name in _NAMES[type(statement)]:
            words = getattr(statement, name)
            if words:
                yield name, self._code(words, name in _UNITS)

    def _look_up(self, words: str, unit: bool) -> str | None:  # noqa: FBT001 - of its own class alone
        """The one code that the words have on all possible days; None where there is none or more than one."""
        meant = {self._on(home, words, unit=unit) for home in self._homes}
        return meant.pop() if len(meant) == 1 else None

    def _on(self, home: Home, words: str, *, unit: bool) -> str | None:
        ask = self._identities.unit if unit else self._identities.body
        for said in less_persons(words):
            inside = ask(said, home.day, within=home.province, about=home.near) if home.province else None
            if meant := inside or ask(said, home.day, about=home.near):
                return meant
        return None
