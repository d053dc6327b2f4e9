"""Near names: those that differ from an unknown one by a letter or two, or by their diacritics only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

_FURTHEST = 2


class NearNames:
    """Known names by their keys with one letter left out, so that a slip of the pen is one look-up away."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_gap: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            for gapped in {key, *_gapped(key)}:
                self._by_gap[gapped].append(key)

    def of(self, key: str) -> list[str]:
        """The known keys nearest to ``key``, nearest first; itself first of all where it is known."""
        found = {known for gapped in {key, *_gapped(key)} for known in self._by_gap.get(gapped, ())}
        measured = sorted((distance(key, known), known) for known in found)
        return [known for far, known in measured if far <= min(_FURTHEST, len(key) // 3)]


def _gapped(key: str) -> Iterator[str]:
    return (key[:at] + key[at + 1 :] for at in range(len(key)))


@lru_cache(maxsize=4096)
def distance(one: str, other: str) -> int:
    """How many letters must be changed, left out, put in or exchanged with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at]
        for to, known in enumerate(other, 1):
            best = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != known))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == known:
                best = min(best, earlier[to - 2] + 1)
            row.append(best)
    return row[-1]
