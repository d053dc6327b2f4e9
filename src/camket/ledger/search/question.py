"""Questions: what a person typed, as terms that must all be found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from camket.ledger.search.word import bare, beginning, words

_LONGEST = 2_000
_MOST_TERMS = 12
_MOST_WORDS = 24
_QUOTES = re.compile('["“”„«»]')

type Needle = tuple[tuple[str, ...], bool]
"""Words that follow each other, and whether the last may go on."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other; both spellings of each way to find them. ``marked``: typed with diacritics."""

    bare: tuple[Needle, ...]
    exact: tuple[Needle, ...]

    @property
    def marked(self) -> bool:
        """Whether the exact spelling asks for more than the bare one."""
        return self.bare != self.exact


def terms(typed: str) -> tuple[Term, ...]:
    """The terms: what stands in quotes, and each word outside, where ``51/2025/QĐ`` is one term of three words.

    Whatever is typed is a question; there are no operators. The last word may be the beginning of one, unless it is a number,
    a single letter or a closed quotation. Only the first 2,000 letters are looked at, the first dozen terms and of each two
    dozen words.
    """
    parts = _QUOTES.split(typed[:_LONGEST])
    found = dict.fromkeys(islice(_terms(parts), _MOST_TERMS))
    return tuple(found)


def _terms(parts: list[str]) -> Iterator[Term]:
    last = len(parts) - 1
    for place, part in enumerate(parts):
        quoted = place % 2 == 1
        pieces = [part] if quoted else part.split()
        for number, piece in enumerate(pieces, 1):
            goes_on = place == last and number == len(pieces) and not part[-1:].isspace()
            if term := _term(piece, goes_on=goes_on):
                yield term


def _term(piece: str, *, goes_on: bool) -> Term | None:
    found = list(islice(words(piece), _MOST_WORDS))
    if not found:
        return None
    last = piece[found[-1].start : found[-1].end]
    begun = beginning(last) if goes_on and len(last) > 1 and last.isalpha() else None
    return Term(
        _needles([one.bare for one in found], None if begun is None else bare(begun)),
        _needles([one.exact for one in found], begun),
    )


def _needles(listed: list[str], begun: str | None) -> tuple[Needle, ...]:
    """The words as they stand, and with the last only begun; one where the two say the same."""
    whole = (tuple(listed), False)
    if begun is None:
        return (whole,)
    open_ended = ((*listed[:-1], begun), True)
    return (open_ended,) if listed[-1].startswith(begun) else (whole, open_ended)
