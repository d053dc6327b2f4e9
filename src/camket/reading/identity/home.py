"""Home: the unit that a document is about and the province it speaks from, by which its bare names are understood."""

import datetime
import re
from collections import Counter
from dataclasses import dataclass

from camket.reading.scan import Scan
from camket.reading.structure.bodies import PROPER_NAME
from camket.units.identities import Identities
from camket.units.kind import Level

_PROVINCE = re.compile(r"(?:tỉnh|thành phố|tp\.?) (?=\w)")
_FURTHEST = 8000
_MOST = 60


@dataclass(frozen=True, slots=True)
class Home:
    """On ``day``, the ids of the unit the document is about and of its province; None where they are not known."""

    day: datetime.date
    about: str | None = None
    province: str | None = None

    @property
    def near(self) -> str | None:
        """The unit from which other names are understood."""
        return self.about or self.province


def find_home(scan: Scan, identities: Identities, day: datetime.date) -> Home:
    """Where the document is at home if it is of ``day``. The province named most, unless the unit itself tells its own."""
    named = _province(scan, identities, day)
    if scan.about is None:
        return Home(day, None, named)
    about = identities.unit(scan.about, day, within=named) if named else None
    about = about or identities.unit(scan.about, day)
    if about is None:
        return Home(day, None, named)
    return Home(day, about, _province_of(identities, about) or named)


def _province_of(identities: Identities, unit: str) -> str | None:
    """The province a unit belongs to, or belonged to last."""
    one = identities.register[unit]
    while one.level is not Level.PROVINCE:
        parent = one.latest.parent
        if parent is None:
            return None
        one = identities.register[parent]
    return one.id


def _province(scan: Scan, identities: Identities, day: datetime.date) -> str | None:
    counts: Counter[str] = Counter()
    for match, _ in zip(_PROVINCE.finditer(scan.key, 0, _FURTHEST), range(_MOST), strict=False):
        name = PROPER_NAME.match(scan.document.text, match.end())
        unit = _named(f"{match.group()}{name.group()}", identities, day) if name else None
        if unit is not None:
            counts[unit] += 1
    return counts.most_common(1)[0][0] if counts else None


def _named(words: str, identities: Identities, day: datetime.date) -> str | None:
    """The province that the words begin with; capitals of the next line or sentence may stand after its name."""
    parts = words.split()
    for end in range(len(parts), 1, -1):
        unit = identities.unit(" ".join(parts[:end]), day)
        if unit is not None:
            return unit if identities.register[unit].level is Level.PROVINCE else None
    return None
