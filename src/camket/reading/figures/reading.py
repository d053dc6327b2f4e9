"""The figures of a document: which items are read, as results or as targets, and which drafts are kept."""

from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from camket.reading.figures.aim import Aimed, Scope
from camket.reading.figures.draft import Draft
from camket.reading.figures.number import numbers_of
from camket.reading.figures.passage import Passage
from camket.reading.figures.phrases import Phrases, phrase_finder
from camket.reading.figures.plausible import harm
from camket.reading.figures.reader import read_item
from camket.reading.figures.same import Same
from camket.reading.figures.table import is_of_figures, table_figures
from camket.reading.figures.zero import NONE_LEFT, none_left
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.sought import Sought
from camket.reading.scan import Scan
from camket.reading.structure.tables import Table
from camket.vocabulary.folding import fold

# In petitions and answers only what the vocabulary knows is a result; other numbers are sizes of what is asked for.
_QUIET = frozenset({"petitions", "responses"})
_OPEN = frozenset({"reported", "planned"})
# A base is told of with the one ("so với"), a verdict with one of the others.
_COMPARING = tuple(map(fold, ("so ", "đạt", "còn")))
_ASKED = Sought(r"(?<!\w)(?:đề nghị|kiến nghị|đề xuất|xin)(?!\w)")
_PROFILE = folded(r"(?:tổng )?(?:diện tích (?:đất )?tự nhiên|mật độ dân số)")
_RELATIVE = folded(r"(?:vượt|tăng|giảm|cao hơn|thấp hơn|so với|bằng)(?!\w)")


def figures(scan: Scan) -> tuple[Draft, ...]:
    """Every figure of the document, in order; losses are left to their own rule."""
    return _figures(Same(scan))


@lru_cache(maxsize=1)  # observations and targets are asked for one after the other, of one document
def _figures(same: Same[Scan]) -> tuple[Draft, ...]:
    scan = same.thing
    phrases = phrase_finder(scan.lexicon.vocabulary.indicators).find(scan.key)
    tables = [table for table in scan.tables if is_of_figures(table)]
    found = _of_items(scan, phrases, {row.line for table in tables for row in table.rows})
    for table in tables:
        found.extend(_of_table(scan, phrases, table))
    return tuple(sorted(found, key=_start))


_start = attrgetter("start")


def _of_items(scan: Scan, phrases: Phrases, tabled: set[int]) -> list[Draft]:
    """The figures of all items that stand in none of the lines of tables."""
    scope, found = Scope(scan), list[Draft]()
    said_none, fractions = NONE_LEFT in scan.key, len(scan.fractions) > 0
    for item in scan.items:
        if item.line in tabled:
            continue
        counted = scan.quantities.within(item.start, item.end)
        parted = scan.fractions.within(item.start, item.end) if fractions else ()
        if counted or parted or said_none or not scope.pass_over(item):
            aimed = scope.aim(item)
            if (counted or parted) and _tells(scan, aimed):
                numbers = numbers_of(scan.key, counted, parted)
                found.extend(_of_item(Passage(scan, phrases, aimed, numbers, found[-1] if found else None)))
            if said_none and aimed.mode in _OPEN and scan.key.find(NONE_LEFT, item.start, item.end) >= 0:
                found.extend(none_left(scan, phrases, aimed))
    return found


def _tells(scan: Scan, aimed: Aimed) -> bool:
    """Whether an item's figures may be kept: amid orders, wishes and losses only those that are compared, or called low."""
    if aimed.mode in _OPEN or aimed.mode == "loss":
        return aimed.mode in _OPEN
    return any(scan.key.find(word, aimed.item.start, aimed.item.end) >= 0 for word in _COMPARING)


def _of_table(scan: Scan, phrases: Phrases, table: Table) -> Iterator[Draft]:
    rows = {row.line for row in table.rows}
    item = next((item for item in scan.items if item.line in rows), None)
    return table_figures(scan, phrases, table, item) if item is not None else iter(())


def _of_item(here: Passage) -> list[Draft]:
    drafts = read_item(here)
    for draft in drafts:
        if draft.target and _achieved(draft):
            draft.target = False
    quiet = here.aimed.mode not in _OPEN
    return [draft for draft in drafts if _kept(here.scan, draft) and not (quiet and not _compared(draft))]


def _compared(draft: Draft) -> bool:
    """Whether a figure amid orders or wishes is nonetheless a result: known, and compared with before or called too low."""
    known = draft.name is not None and draft.name.indicator is not None
    return known and not draft.target and any(piece.role in {"base", "verdict"} for piece in draft.pieces)


def _achieved(draft: Draft) -> bool:
    """Whether an estimate with its share of the plan tells a result, though the words before announced a plan."""
    estimated = draft.number is not None and "estimate" in (*draft.qualifiers, *draft.number.qualifiers)
    return estimated and draft.share is not None


def _kept(scan: Scan, draft: Draft) -> bool:
    if draft.name is None:
        return False
    if draft.name.indicator is not None:
        return True
    if _PROFILE.match(scan.key, draft.name.start):
        return False
    if (
        draft.item.section in _QUIET
        or _RELATIVE.match(scan.key, draft.name.start)
        or _ASKED.search(scan.key, draft.start, draft.end)
    ):
        return False
    return not harm(scan.key, draft.start, draft.end)
