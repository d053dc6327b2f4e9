"""The figures of a document: which items are read, as results or as targets, and which drafts are kept."""

from collections.abc import Iterator

from camket.reading.figures.aim import Aimed, aims
from camket.reading.figures.draft import Draft
from camket.reading.figures.phrases import Phrases, phrase_finder
from camket.reading.figures.plausible import harm
from camket.reading.figures.reader import ItemReader
from camket.reading.figures.zero import none_left
from camket.reading.scan import Scan


def figures(scan: Scan) -> list[Draft]:
    """Every figure of the document, in order; losses are left to their own rule."""
    phrases = phrase_finder(scan.lexicon.vocabulary.indicators).find(scan.key)
    return [draft for aimed in aims(scan, scan.items) for draft in _of_item(scan, phrases, aimed)]


def _of_item(scan: Scan, phrases: Phrases, aimed: Aimed) -> Iterator[Draft]:
    if aimed.mode == "loss":
        return
    item = aimed.item
    if scan.quantities.within(item.start, item.end) or scan.fractions.within(item.start, item.end):
        for draft in ItemReader(scan, phrases, aimed).read():
            if _kept(scan, draft) and (aimed.mode != "silent" or _compared(draft)):
                yield draft
    if aimed.mode != "silent":
        yield from none_left(scan, phrases, aimed)


def _compared(draft: Draft) -> bool:
    """Whether a figure amid orders or wishes is nonetheless a result: the vocabulary knows it, and it is compared with before."""
    known = draft.name is not None and draft.name.indicator is not None
    return known and not draft.target and any(piece.role == "base" for piece in draft.pieces)


def _kept(scan: Scan, draft: Draft) -> bool:
    if draft.name is None:
        return False
    if draft.name.indicator is not None:
        return True
    return not harm(scan.key, draft.start, draft.end)
