"""Zero: "không còn xã dưới 10 tiêu chí" reports that the last of something is gone."""

from collections.abc import Iterator
from decimal import Decimal

from camket.reading.figures.aim import Aimed
from camket.reading.figures.draft import Draft, Name
from camket.reading.figures.number import Number
from camket.reading.figures.phrases import Phrases
from camket.reading.lexing.sought import Sought
from camket.reading.scan import Scan
from camket.vocabulary.folding import fold

_NONE_LEFT = Sought(
    r"(?<!\w)không còn (?P<what>(?P<unit>xã|hộ|thôn|bản|nhà|trường|phòng|huyện|xóm|ấp|tổ dân phố|chi bộ|lớp)(?!\w)"
    r"(?:[^,;:.()\n]|(?<=\d)[.,](?=\d)){2,90})"
)


NONE_LEFT = fold("không còn ")
"""The words without which nothing of the kind is told."""


def none_left(scan: Scan, phrases: Phrases, aimed: Aimed) -> Iterator[Draft]:
    """The counts that an item reports as come down to nothing."""
    item = aimed.item
    for match in _NONE_LEFT.finditer(scan.key, item.start, item.end):
        end = match.start() + len(match.group().rstrip())
        measure = scan.lexicon.measures.after(scan.key, match.start("what"))
        unit = measure.code if measure is not None else None
        found = [
            one
            for one in phrases.within(match.start(), end)
            if any(reading.indicator.unit == unit for reading in one.entry)
        ]
        indicator = (
            next((reading.indicator for reading in found[0].entry if reading.indicator.unit == unit), None)
            if found
            else None
        )
        draft = Draft(item, match.start(), end, aimed.mode == "planned")
        draft.number = Number(match.start(), match.start(), match.start(), end, Decimal(0), None, None, unit, (), end)
        draft.name = Name(match.start("what"), end, scan.text(match.start("what"), end), indicator)
        draft.use("label", match.start("what"), end)
        yield draft
