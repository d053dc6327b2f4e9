"""The heads of names: "Sở Tài chính", "Huyện ủy", "Ban QLDA", and the types or declared bodies that they name."""

from collections.abc import Iterator
from typing import NamedTuple

from camket.units.bodies.body_register import BodyRegister
from camket.units.bodies.body_type import NATION, PARTY_WORDS, BodyType
from camket.units.bodies.names.wordlist import Wordlist


class Sense(NamedTuple):
    """What a head can mean: a type in units of ``kinds``; ``declared`` is the id of the body whose own name it is."""

    type: BodyType
    kinds: frozenset[str]
    declared: str | None = None


def heads_of(bodies: BodyRegister) -> Wordlist[Sense]:
    """Every name of every type, and of every declared body."""
    return Wordlist([*_declared(bodies), *(pair for one in bodies.types.values() for pair in _of_type(one))])


def _declared(bodies: BodyRegister) -> Iterator[tuple[str, Sense]]:
    for rows in bodies.declared.values():
        for row in rows:
            kinds = (
                frozenset({NATION}) if row.unit == NATION else frozenset(s.kind for s in bodies.units[row.unit].states)
            )
            for name in row.names:
                yield name, Sense(row.type, kinds, row.id)


def _of_type(one: BodyType) -> Iterator[tuple[str, Sense]]:
    for name in one.names:
        if name == "{party}":
            for kind, words in PARTY_WORDS.items():
                for word in words:
                    yield word, Sense(one, frozenset({kind}))
        else:
            # the word of the Party committee is read with the unit that follows
            yield name.replace("{party}", ""), Sense(one, one.kinds)
