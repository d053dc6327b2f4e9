"""Numbers of legal and Party documents: "45/2018/QĐ-UBND", "18-NQ/TW", "4458/UBND-KT"."""

import re
from collections.abc import Iterable

from camket.reading.lexing.patterns import any_of, folded
from camket.reading.matching import Found

_NUMBER = r"\d{1,5}[a-zđ]?"
_YEAR = r" ?/ ?(?:19|20)\d\d"
_PART = r"[a-zđ][a-zđ0-9]{0,9}"
_TAIL = rf"(?:[-/&]{_PART}){{0,4}}"

# What every number of a document begins with: of most other digits this is told sooner than by the marks themselves.
_MAY_BE = re.compile(rf"{_NUMBER}(?:{_YEAR} ?[/-] ?| ?/ ?|-| - )[^\W\d_]")


class CitationNumbers:
    """Finds the number of a document where one begins. ``marks`` are known type and issuer marks ("QĐ", "UBND")."""

    def __init__(self, marks: Iterable[str]) -> None:
        known = any_of(tuple(marks))
        self._pattern = folded(
            rf"{_NUMBER}{_YEAR} ?[/-] ?(?:{known}|{_PART}-{_PART}|[a-zđ]{{2,8}}\d\d)(?!\w){_TAIL}(?!\w)"  # number/year/mark
            rf"|{_NUMBER}(?: ?/ ?|-| - )(?:{known})[-/]{_PART}{_TAIL}(?!\w)"  # number-mark/issuer
            rf"|{_NUMBER} ?/ ?[a-zđ]{{2,8}}[-&]{_PART}{_TAIL}(?!\w)"  # number/issuer-office
            rf"|{_NUMBER} ?/ ?(?:{known})(?!\w)"  # number/issuer
        )

    def at(self, key: str, start: int) -> Found[str] | None:
        """Return the number that starts at ``start``; its entry is the number without spaces, folded."""
        match = self._pattern.match(key, start) if _MAY_BE.match(key, start) else None
        return Found(start, match.end(), match.group().replace(" ", "")) if match else None
