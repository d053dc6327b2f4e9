"""Who became whom on 2025-07-01: the words of the notes beside the mapping of names, one set right by the other."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import notes

from sources import Note, Place

Pair = tuple[str, str]


@dataclass(slots=True)
class Flows:
    """Pairs (old code, new code) that hold, and how each came to be believed."""

    both: set[Pair] = field(default_factory=set)
    only_mapped: set[Pair] = field(default_factory=set)
    only_noted: set[Pair] = field(default_factory=set)
    dropped: set[Pair] = field(default_factory=set)
    unread: list[tuple[str, str]] = field(default_factory=list)

    def believed(self) -> set[Pair]:
        """All pairs but the dropped."""
        return self.both | self.only_mapped | self.only_noted


def _names(part: notes.Part, codes: Iterable[str], old: dict[str, Place]) -> list[str]:
    """Those of ``codes`` that bear the part's name, the narrowest reading that leaves any."""
    wanted = notes.key(part.name)
    found = [code for code in codes if notes.key(old[code].name) == wanted]
    alike = [code for code in found if old[code].name.casefold() == part.name.casefold()] or found
    alike = [code for code in alike if old[code].kind == part.kind] or alike
    within = notes.key(part.within)
    return [code for code in alike if within and notes.key(old[old[code].parent].name) in within] or alike


def _nearest(found: list[str], sure: set[str], old: dict[str, Place]) -> list[str]:
    """Of several units of one name, those in the district of most of the parts that are sure."""
    districts = Counter(old[code].parent for code in sure)
    provinces = Counter(old[old[code].parent].parent for code in sure)
    near = {code: (districts[old[code].parent], provinces[old[old[code].parent].parent]) for code in found}
    return [code for code in found if near[code] == max(near.values())]


def _misspelt(part: notes.Part, codes: Iterable[str], old: dict[str, Place]) -> str | None:
    wanted = notes.key(part.name)
    near = [(SequenceMatcher(None, wanted, notes.key(old[code].name)).ratio(), code) for code in codes]
    near.sort(reverse=True)
    return near[0][1] if near and near[0][0] >= 0.75 and (len(near) == 1 or near[1][0] < near[0][0]) else None


def _parts(
    parts: list[notes.Part], mapped: set[str], around: set[str], old: dict[str, Place]
) -> tuple[set[str], list[str]]:
    """Codes of the named parts, and the names for which none was found; ``around`` is where else to look."""
    sure, open_parts, unread = set(), [], []
    for part in parts:
        found = _names(part, mapped, old)
        sure |= set(found) if len(found) == 1 else set()
        open_parts += [] if len(found) == 1 else [part]
    for part in open_parts:
        found = _names(part, mapped - sure, old) or _names(part, mapped, old)
        found = _nearest(found, sure, old) if found else []
        misspelt = None if found else _misspelt(part, mapped - sure, old)
        if not found and not misspelt:
            found = _names(part, around, old)
        if len(found) == 1 or misspelt:
            sure.add(misspelt or found[0])
        else:
            unread.append(part.name)
    return sure, unread


def reconcile(old: dict[str, Place], mapped: set[Pair], told: dict[str, Note]) -> Flows:
    """Bring both sources together, new unit by new unit.

    A mapped pair that the words do not name is kept, as the words are often cut off at 255 signs, unless the words name
    another unit of the same name: then it is a slip of a mapping by names, as long as the unit went elsewhere too.
    """
    flows, sources, twins = Flows(), defaultdict(set), set()
    for source, target in mapped:
        sources[target].add(source)
    around = defaultdict(set)
    for code in old:
        if len(code) == 5:
            around[old[old[code].parent].parent].add(code)
    for code, note in sorted(told.items()):
        near = {old[old[source].parent].parent for source in sources[code]}
        found, unread = {code}, list[str]()
        if not notes.unmerged(note.text):
            parts = notes.read(note.text)
            found, unread = _parts(parts, sources[code], set().union(*(around[one] for one in near)), old)
        flows.both |= {(source, code) for source in found & sources[code]}
        flows.only_noted |= {(source, code) for source in found - sources[code]}
        flows.unread += [(code, name) for name in unread]
        named = {notes.key(old[source].name) for source in found}
        twins |= {(source, code) for source in sources[code] - found if notes.key(old[source].name) in named}
        flows.only_mapped |= {(source, code) for source in sources[code] - found}
    gone = {source for source, _ in flows.both}
    flows.dropped = {pair for pair in twins if pair[0] in gone}
    flows.only_mapped -= flows.dropped
    return flows
