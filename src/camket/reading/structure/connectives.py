"""Connectives: stepping over the words that only join a sentence or an item to what stood before it."""

import re

from camket.reading.lexing.sought import Head
from camket.vocabulary.discourse import Discourse
from camket.vocabulary.folding import fold

_LINK = Head(r"(?:(?:đồng thời|cùng với đó|bên cạnh đó|ngoài ra|và|trước mắt|đặc biệt là|đặc biệt)(?!\w)\s?,?\s*)+")
_MODAL = Head(r"(?<!\w)(?:cần phải|cần|phải|có trách nhiệm|có nhiệm vụ)\s+(?:phải\s+)?")
_BESIDE = re.compile(
    r"(?:tuy nhiên,? )?bên cạnh (?:những|các|một số)?\s?(?:kết quả|mặt|thành tích|thành tựu|ưu điểm|thuận lợi)[^,;:.]{0,80},\s*"
)

_SKIPPED = frozenset(" :,\n")


class Connectives:
    """The packaged connectors, compiled once."""

    def __init__(self, discourse: Discourse) -> None:
        words = "|".join(re.escape(fold(one)) for one in sorted(discourse.connectors, key=len, reverse=True))
        self._connector = Head(rf"(?:(?:{words})(?!\w)\s?[,:]?\s*)+")

    def lead(self, key: str, start: int, end: int) -> int:
        """Where a sentence says its own: past "Đồng thời,", "Bên cạnh những kết quả đạt được,"."""
        if key.startswith(("bên cạnh", "tuy nhiên"), start) and (beside := _BESIDE.match(key, start, end)):
            return beside.end()
        match = self._connector.match(key, start, end)
        return match.end() if match and match.end() < end else start


def skip(key: str, position: int) -> int:
    """Past blanks, commas and colons."""
    while key[position : position + 1] in _SKIPPED:
        position += 1
    return position


def past_link(key: str, position: int) -> int:
    """Past "đồng thời", "và" and their like."""
    match = _LINK.match(key, position)
    return match.end() if match else position


def past_modal(key: str, position: int, end: int) -> int:
    """Past "cần", "phải", "có trách nhiệm"."""
    match = _MODAL.match(key, position, end)
    return match.end() if match else position
