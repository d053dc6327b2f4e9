"""The figures of a document: which items are read, as results or as targets, and which drafts are kept."""

from collections.abc import Iterator

from camket.reading.figures.draft import Draft
from camket.reading.figures.phrases import Phrases, phrase_finder
from camket.reading.figures.plausible import harm, hazard
from camket.reading.figures.reader import ItemReader
from camket.reading.scan import Scan
from camket.reading.structure.item import Item

# What these roles govern is wished, ordered or explained, not reported.
_SILENT = frozenset({"petition", "directive", "own_task", "topic", "cause"})


def figures(scan: Scan) -> list[Draft]:
    """Every figure of the document, in order; losses are left to their own rule."""
    phrases = phrase_finder(scan.lexicon.vocabulary.indicators).find(scan.key)
    return [draft for item in scan.items for draft in _of_item(scan, phrases, item)]


def _of_item(scan: Scan, phrases: Phrases, item: Item) -> Iterator[Draft]:
    if item.role in _SILENT or not (
        scan.quantities.within(item.start, item.end) or scan.fractions.within(item.start, item.end)
    ):
        return
    target = item.future or item.role == "target"
    for draft in ItemReader(scan, phrases, item, target=target).read():
        if _kept(scan, draft):
            yield draft


def _kept(scan: Scan, draft: Draft) -> bool:
    if draft.name is None:
        return False
    if draft.name.indicator is not None:
        return True
    return not (harm(scan.key, draft.start, draft.end) or hazard(scan.key, draft.item.start, draft.start))
