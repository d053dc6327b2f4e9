"""Patterns over the folded key: written in ordinary spelling, folded once, compiled."""

import re

from camket.vocabulary.folding import fold

_SYNTAX = re.compile(r"(\\.|\(\?P[<=>][^>)]*[>)])")


def folded(pattern: str) -> re.Pattern[str]:
    """Compile ``pattern`` with its literal words folded; escapes and group names stay as they are."""
    parts = _SYNTAX.split(pattern)
    return re.compile("".join(part if index % 2 else fold(part) for index, part in enumerate(parts)))


def any_of(words: list[str] | tuple[str, ...]) -> str:
    """An alternation of ``words``, longest first, so that the longest wins."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
