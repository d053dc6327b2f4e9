"""Looking up the longest known run of words at a place in a name."""

from collections.abc import Iterable
from typing import NamedTuple

from camket.units.bodies.names.words import Words, without_marks, words_of

_LONGEST = 24


class _Known[T](NamedTuple):
    breaks: set[int]
    meanings: list[T]


class Wordlist[T]:
    """Wordings and what they mean; a wording without diacritics is known too where it means nothing else.

    A comma in the text is no part of a wording that has neither comma nor joint there: "Đảng ủy, UBND" is two bodies.
    """

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        self._marked: dict[tuple[str, ...], _Known[T]] = {}
        self._plain: dict[tuple[str, ...], _Known[T]] = {}
        for wording, meaning in meanings:
            words = words_of(wording)
            _add(self._marked, words.keys, words, meaning)
            _add(self._plain, tuple(map(without_marks, words.keys)), words, meaning)
        self._longest: dict[str, int] = {}
        for keys in (*self._marked, *self._plain):
            self._longest[keys[0]] = max(len(keys), self._longest.get(keys[0], 0))

    def at(self, words: Words, start: int) -> tuple[int, tuple[T, ...]]:
        """How many words from ``start`` are the longest known wording, and its meanings; 0 where none is known."""
        end = min(len(words), start + _LONGEST)
        return self.among(words.keys[start:end], words.breaks[start:end])

    def among(self, keys: tuple[str, ...], breaks: tuple[bool, ...]) -> tuple[int, tuple[T, ...]]:
        """The same for a run of words, and before which of them the text has a comma or joint."""
        for length in range(min(self._longest.get(keys[0], 0), len(keys)) if keys else 0, 0, -1):
            run = keys[:length]
            known = self._marked.get(run) or self._plain.get(run)
            if known is not None and all(place in known.breaks for place in range(1, length) if breaks[place]):
                return length, tuple(known.meanings)
        return 0, ()


def _add[T](table: dict[tuple[str, ...], _Known[T]], keys: tuple[str, ...], words: Words, meaning: T) -> None:
    known = table.setdefault(keys, _Known(set(), []))
    known.breaks.update(place for place, broken in enumerate(words.breaks) if broken)
    if meaning not in known.meanings:
        known.meanings.append(meaning)
