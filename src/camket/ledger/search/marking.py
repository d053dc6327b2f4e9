"""Marking: where in a text the terms stand, and the part of a long text that shows them best."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from camket.ledger.search.question import Needle, Term
from camket.ledger.search.word import Word, words

_WIDTH = 240
_BEFORE = 60
_MOST = 100
"""Marks of one term and spelling: one shows what it is about long before."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """From ``start`` to ``end``, offsets into the whole of the field."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of ``field``, beginning at offset ``start``, with the marks in it."""

    field: str
    start: int
    text: str
    marks: tuple[Mark, ...]


def marks(text: str, terms: Sequence[Term]) -> tuple[tuple[Mark, int], ...]:
    """Where terms stand, in order, each with the number of its term. Words as they were typed hide those that are not."""
    bare: list[list[Mark]] = [[] for _ in terms]
    exact: list[list[Mark]] = [[] for _ in terms]
    for number, spelled, mark in _occurrences(text, terms):
        kept = exact if spelled else bare
        if len(kept[number]) < _MOST:
            kept[number].append(mark)
        elif all(map(_enough, exact, bare, terms)):
            break
    chosen = (exact[number] or bare[number] for number in range(len(terms)))
    return tuple(sorted((mark, number) for number, listed in enumerate(chosen) for mark in listed))


def _enough(exact: list[Mark], bare: list[Mark], term: Term) -> bool:
    return bool(exact if term.marked else bare or exact)


def _occurrences(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, bool, Mark]]:
    """Every place of every term: its number, whether it is spelled as typed, and where."""
    longest = max(len(listed) for term in terms for listed, _ in term.bare)
    ends = {listed[-1] for term in terms for listed, begun in term.bare if not begun}
    beginnings = tuple(listed[-1] for term in terms for listed, begun in term.bare if begun)
    before: list[Word] = []
    for word in words(text):
        before.append(word)
        if word.bare in ends or word.bare.startswith(beginnings):
            yield from _ending_here(before[-longest:], terms)
        if len(before) > 4 * longest:
            del before[:-longest]


def _ending_here(before: list[Word], terms: Sequence[Term]) -> Iterator[tuple[int, bool, Mark]]:
    bare, exact = [word.bare for word in before], [word.exact for word in before]
    for number, term in enumerate(terms):
        if length := _length(bare, term.bare):
            spelled = not term.marked or bool(_length(exact, term.exact))
            yield number, spelled, Mark(before[-length].start, before[-1].end)


def _length(listed: Sequence[str], needles: Iterable[Needle]) -> int:
    """How many words of the end of ``listed`` are a needle; 0 where none is."""
    for wanted, begun in needles:
        end = tuple(listed[-len(wanted) :])
        if end == wanted or (begun and end[:-1] == wanted[:-1] and end[-1].startswith(wanted[-1])):
            return len(wanted)
    return 0


def whole(field: str, text: str, terms: Sequence[Term]) -> Passage:
    """A short field, all of it."""
    return Passage(field, 0, text, _apart(mark for mark, _ in marks(text, terms)))


def part(field: str, text: str, terms: Sequence[Term]) -> Passage:
    """The part of a long field that shows most of the terms, about 240 letters, cut between words; the beginning if none."""
    found = marks(text, terms)
    first = _best(found)
    start = _at_space(text, max(0, first.start - _BEFORE), -1)
    end = _at_space(text, max(first.end, start + _WIDTH), 1)
    inside = (mark for mark, _ in found if start <= mark.start and mark.end <= end)
    return Passage(field, start, text[start:end], _apart(inside))


def _best(found: Sequence[tuple[Mark, int]]) -> Mark:
    """The mark after which most terms follow within reach."""
    best, most = Mark(0, 0), 0
    for place, (mark, _) in enumerate(found):
        near = (one for one in found[place : place + _MOST] if one[0].end <= mark.start + _WIDTH - _BEFORE)
        if (terms := len({number for _, number in near}) or 1) > most:
            best, most = mark, terms
    return best


def _at_space(text: str, place: int, step: int) -> int:
    """The nearest end of a word from ``place`` on, backwards or forwards; where words have no end, soon."""
    place = min(place, len(text))
    for there in range(place, place + step * 40, step):
        if not 0 < there < len(text):
            return min(max(there, 0), len(text))
        if text[there - 1 if step < 0 else there].isspace():
            return there
    return place


def _apart(listed: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks in order, those that overlap made one."""
    joined: list[Mark] = []
    for mark in sorted(listed):
        if joined and mark.start < joined[-1].end:
            joined[-1] = Mark(joined[-1].start, max(mark.end, joined[-1].end))
        else:
            joined.append(mark)
    return tuple(joined)
