"""Refining: the indicator that a figure's unit, crop or province makes of a name the vocabulary knows only in general."""

from msgspec.structs import replace

from camket.reading.figures.draft import Name
from camket.reading.figures.naming import named_by_unit
from camket.reading.figures.passage import Passage
from camket.reading.figures.words import load_words
from camket.reading.lexing.patterns import any_of, folded
from camket.vocabulary.folding import fold

_WORDS = load_words()
_CROP = folded(rf"(?:{any_of(_WORDS.crops)})(?!\w)")
_PROVINCE = folded(rf"(?:tỉnh|{any_of(_WORDS.central_cities)})(?!\w)")
_OF_PROVINCE = folded(r"(?<!\w)(?:toàn tỉnh|của tỉnh|grdp|tỉnh)(?!\w)")
_AHEAD = 12


def refined(here: Passage, name: Name, unit: str | None) -> Name:
    """The name with a surer indicator, where the words around it tell one."""
    indicators = here.scan.lexicon.vocabulary.indicators
    if name.indicator is None:
        crop = unit == "ha" and _CROP.match(here.key, name.start, name.end) is not None
        known = indicators.get("crop_area_by_crop") if crop else named_by_unit(here.scan, unit)
        return name if known is None else replace(name, indicator=known)
    if name.indicator.code == "production_growth_rate" and _of_province(here, name):
        return replace(name, indicator=indicators.get("grdp_growth", name.indicator))
    return name


def _of_province(here: Passage, name: Name) -> bool:
    """Whether "tăng trưởng kinh tế" is a province's, whose measure is GRDP; below it is gross output."""
    about = here.item.about
    if about is not None and _PROVINCE.match(fold(about)):
        return True
    return _OF_PROVINCE.search(here.key, name.start, min(name.end + _AHEAD, here.item.end)) is not None
