"""A written name as words to compare, with the places where a list may go on to its next body."""

import re
import unicodedata
from dataclasses import dataclass

from camket.vocabulary.folding import fold

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[,;/&\n:]")
# Not compared, so that "NN&PTNT", "NN-PTNT" and "NN và PTNT" are one; what follows them may be a list's next item.
_JOINTS = frozenset({"và", "cùng", "với"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of ``text`` without the joints between them; ``breaks[i]``: a comma, joint or the like before word i."""

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[bool, ...]

    def between(self, start: int, end: int) -> str:
        """The text from word ``start`` to before word ``end``, as written."""
        if start >= end:
            return ""
        until = self.ends[end - 1]
        return self.text[self.starts[start] : until + self.text.startswith(")", until)]

    def __len__(self) -> int:
        return len(self.keys)


def words_of(text: str) -> Words:
    """The words of a name, in normal form (NFC)."""
    text = unicodedata.normalize("NFC", text)
    key = fold(text)
    found: list[tuple[str, int, int, bool]] = []
    end, broken = 0, False
    for word in _WORD.finditer(key):
        broken = broken or _BREAK.search(key, end, word.start()) is not None
        end = word.end()
        if word.group() in _JOINTS:
            broken = True
            continue
        found.append((word.group(), word.start(), end, broken))
        broken = False
    keys, starts, ends, breaks = zip(*found, strict=True) if found else ((), (), (), ())
    return Words(text, keys, starts, ends, breaks)


def without_marks(word: str) -> str:
    """A word without its diacritics."""
    plain = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
