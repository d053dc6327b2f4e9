"""Affixes of a pattern: the letters that whatever it matches must begin with, or end with.

Told from the pattern itself, so that a pattern and what is asked before it can never disagree. Where a pattern may
begin with anything, nothing can be asked, and nothing is.
"""

import re._constants as op  # type: ignore[import-not-found]  # the engine's own parser; it has no other
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

_LONGEST = 10
_MOST = 600
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_EMPTY = (op.ASSERT, op.ASSERT_NOT, op.AT)


class _Strings(NamedTuple):
    """Affixes found so far: ``open`` ones go on with what comes next, ``closed`` ones are followed by anything."""

    open: frozenset[str]
    closed: frozenset[str]


def openings(pattern: str) -> frozenset[str]:
    """Strings of which every match of ``pattern`` begins with one; holds "" where that may be anything."""
    return _least(_walk(parser.parse(pattern), backwards=False), backwards=False)


def endings(pattern: str) -> frozenset[str]:
    """Strings of which every match of ``pattern`` ends with one; holds "" where that may be anything."""
    return _least(_walk(parser.parse(pattern), backwards=True), backwards=True)


def _least(found: _Strings, *, backwards: bool) -> frozenset[str]:
    """Without those that begin, or end, with another of them."""
    every = found.open | found.closed
    if "" in every or len(every) > _MOST:
        return frozenset(("",))
    return frozenset(
        one for one in every if every.isdisjoint(one[at:] if backwards else one[:at] for at in range(1, len(one)))
    )


def _walk(items: Iterable[Any], *, backwards: bool) -> _Strings:
    """The affixes of a sequence of parts."""
    found = _Strings(frozenset(("",)), frozenset())
    listed = list(items)
    for kind, value in reversed(listed) if backwards else listed:
        if kind in _EMPTY:
            continue
        found = _joined(found, _of(kind, value, backwards=backwards), backwards=backwards)
        if not found.open or len(found.open) + len(found.closed) > _MOST:
            break
    return found


def _joined(found: _Strings, more: _Strings, *, backwards: bool) -> _Strings:
    goes_on: set[str] = set()
    closed = set(found.closed)
    for one in found.open:
        for following, into in ((more.open, goes_on), (more.closed, closed)):
            for other in following:
                joined = other + one if backwards else one + other
                (into if len(joined) < _LONGEST else closed).add(joined)
    return _Strings(frozenset(goes_on), frozenset(closed))


def _of(kind: Any, value: Any, *, backwards: bool) -> _Strings:  # noqa: ANN401 -- parts of a parsed pattern have many shapes
    if kind in (op.LITERAL, op.IN):
        return _letters(value if kind is op.IN else [(kind, value)])
    if kind is op.BRANCH:
        return _either([_walk(one, backwards=backwards) for one in value[1]])
    if kind is op.SUBPATTERN and not value[1]:
        return _walk(value[3], backwards=backwards)
    if kind is op.ATOMIC_GROUP:
        return _walk(value, backwards=backwards)
    if kind in _REPEATS:
        return _repeated(*value, backwards=backwards)
    return _Strings(frozenset(), frozenset(("",)))


def _repeated(least: int, most: int, part: Any, *, backwards: bool) -> _Strings:  # noqa: ANN401 - the parser of re gives no types
    once = _walk(part, backwards=backwards)
    if most > 1:
        once = _Strings(frozenset(), once.open | once.closed)
    return _either([once, _Strings(frozenset(("",)), frozenset())]) if least == 0 else once


def _either(several: Sequence[_Strings]) -> _Strings:
    return _Strings(
        frozenset().union(*(one.open for one in several)), frozenset().union(*(one.closed for one in several))
    )


def _letters(parts: Sequence[tuple[Any, Any]]) -> _Strings:
    """A set of letters: each of them, or anything where it is told by what it is not."""
    letters: set[str] = set()
    for kind, value in parts:
        if kind is op.LITERAL:
            letters.add(chr(value))
        elif kind is op.RANGE and value[1] - value[0] < 30:
            letters.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return _Strings(frozenset(), frozenset(("",)))
    return _Strings(frozenset(letters), frozenset())
