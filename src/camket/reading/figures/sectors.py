"""Sectors: the parts of an economic structure, whose labels are only the names of sectors."""

from msgspec.structs import replace

from camket.reading.figures.draft import PERCENT, Name
from camket.reading.figures.number import Number
from camket.reading.figures.region import Region
from camket.reading.figures.words import load_words
from camket.reading.lexing.patterns import any_of, folded
from camket.reading.lexing.sought import Sought
from camket.reading.scan import Scan
from camket.vocabulary.indicator import Indicator

_WORDS = load_words()
_STRUCTURE = Sought(
    r"(?<!\w)(?:cơ cấu|tỷ trọng)(?: (?:các ngành|ngành|giá trị|gtsx|nội ngành))*(?: kinh tế"
    r"| sản xuất)?(?!\w)"
)
_OF_LABOUR = Sought(r"(?<!\w)(?:cơ cấu|tỷ trọng) (?:lao động|vốn|đầu tư|dân số|cây trồng|mùa vụ|giống|đàn)(?!\w)")
_SECTORS = {code: folded(rf"(?<!\w)(?:{any_of(words)})(?!\w)") for code, words in _WORDS.structure.items()}
_BACK = 320


def structured(scan: Scan, region: Region, number: Number, name: Name) -> Name:
    """The name with the structure's indicator, where the number is a sector's share of an economy."""
    if number.unit not in PERCENT or (name.indicator is not None and name.indicator.unit in PERCENT):
        return name
    back = max(region.cue - _BACK, 0)
    start = max(scan.key.rfind("\n", back, region.cue), back)
    if _STRUCTURE.search(scan.key, start, region.cue) is None or _OF_LABOUR.search(scan.key, start, region.cue):
        return name
    indicator = sector(scan, name.start, name.end)
    return name if indicator is None else replace(name, indicator=indicator)


def sector(scan: Scan, start: int, end: int) -> Indicator | None:
    """The structure's indicator of the sector that these words name; the first where they name several."""
    codes = [code for code, words in _SECTORS.items() if words.search(scan.key, start, end)]
    return scan.lexicon.vocabulary.indicators.get(codes[0]) if codes else None
