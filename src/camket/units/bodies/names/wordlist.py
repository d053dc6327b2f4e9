"""Looking up the longest known run of words at a place in a name."""

from collections.abc import Iterable, Mapping
from itertools import chain

from camket.units.bodies.names.words import Words, without_marks, words_of


class Wordlist[T]:
    """Wordings and what they mean; a wording without diacritics is known too where it means nothing else."""

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        found: dict[tuple[str, ...], list[T]] = {}
        for wording, meaning in meanings:
            senses = found.setdefault(words_of(wording).keys, [])
            if meaning not in senses:
                senses.append(meaning)
        plain: dict[tuple[str, ...], list[T]] = {}
        for keys, senses in found.items():
            plain.setdefault(tuple(map(without_marks, keys)), []).extend(senses)
        known = chain(plain.items(), found.items())
        self._meanings: Mapping[tuple[str, ...], tuple[T, ...]] = {keys: tuple(senses) for keys, senses in known}
        self._longest: dict[str, int] = {}
        for keys in self._meanings:
            self._longest[keys[0]] = max(len(keys), self._longest.get(keys[0], 0))

    def at(self, words: Words, start: int) -> tuple[int, tuple[T, ...]]:
        """How many words from ``start`` are the longest known wording, and its meanings; 0 where none is known."""
        return self.among(words.keys[start : start + 24])

    def among(self, keys: tuple[str, ...]) -> tuple[int, tuple[T, ...]]:
        """The same for a run of words."""
        if not keys:
            return 0, ()
        for length in range(min(self._longest.get(keys[0], 0), len(keys)), 0, -1):
            senses = self._meanings.get(keys[:length])
            if senses is not None:
                return length, senses
        return 0, ()
