"""Linking words: what stands between a label and its number and says nothing of either ("ước đạt", "là", ":")."""

from functools import lru_cache

from camket.reading.figures.nearby import ending, tails_before
from camket.reading.figures.words import load_words
from camket.reading.lexing.patterns import any_of, folded
from camket.vocabulary.folding import fold

_WORDS = load_words()
_LINKS = folded(rf"(?:(?<!\w)(?:{any_of(_WORDS.links)})|[ ,:(-])+\Z")
_LINKING = ending(_WORDS.links)
REACH = 60
"""Linking words are looked for this far back."""
_LINK_SYLLABLES = frozenset(syllable for words in _WORDS.links for syllable in words.split())
_NEW = fold(" mới")
_NEW_RURAL = fold("nông thôn")


def links_end(key: str, floor: int, cue: int) -> int:
    """Where the label ends whose linking words ("ước đạt", "là", ":") lead to ``cue``."""
    origin = max(floor, cue - REACH)
    end = origin + len(key[origin:cue].rstrip(" ,:(-"))
    if tails_before(key, end) & _LINKING:
        first = _first_link(key, origin, end)
        end = cue - _linked(key[first - 1 : cue] if first else f" {key[:cue]}")
    if end == cue:
        return cue
    rural = key.startswith(_NEW, end) and key.endswith(_NEW_RURAL, 0, end)
    return end + len(_NEW) if rural else end  # the "mới" of "nông thôn mới" is no link


@lru_cache(maxsize=4096)  # the words between label and number are nearly always the same few
def _linked(words: str) -> int:
    """How many letters at the end of ``words`` are linking words and signs; the first letter only stands before them."""
    match = _LINKS.search(words, 1)
    return 0 if match is None else len(words) - match.start()


def _first_link(key: str, floor: int, end: int) -> int:
    """Where the linking words that end at ``end`` can begin at the earliest: as far back as each word is one of theirs."""
    while end > floor:
        start = key.rfind(" ", floor, end) + 1 or floor
        word = key[start:end]
        if word and word not in _LINK_SYLLABLES:
            return end if word.isalnum() and start > floor else floor
        end = start - 1
    return floor
