"""Naming: which indicator of the vocabulary the words around a number name."""

import re
from functools import cache

from camket.reading.figures.clause import REACH
from camket.reading.figures.draft import MEASURES, PERCENT, POINTS, Name
from camket.reading.figures.linking import REACH as LINK_REACH
from camket.reading.figures.linking import links_end
from camket.reading.figures.nearby import Tail
from camket.reading.figures.number import Number
from camket.reading.figures.phrases import Phrase, Phrases, phrase_finder
from camket.reading.figures.predicate import nouns_end, nouns_of
from camket.reading.figures.region import Region
from camket.reading.figures.words import load_words
from camket.reading.lexing.patterns import any_of, folded
from camket.reading.scan import Scan
from camket.vocabulary.folding import fold_all
from camket.vocabulary.indicator import Indicator

_WORDS = load_words()
_REACHED = folded(r"(?<!\w)(?:xuống|còn)(?!\w)")
_VERB = Tail(
    rf"(?<!\w)(?P<verb>{any_of(_WORDS.verbs)})(?P<object>(?: [^\W\d]{{1,8}}){{1,4}} cho)?(?: (?:thêm|mới|được|cho"
    rf"|khoảng|trên|gần|đạt|ước))*",
    "[ :]*",
)
_VERB_REACH = 60


_RATES = PERCENT | POINTS


def fits(indicator: Indicator, unit: str | None, *, relative: bool) -> bool:
    """Whether a number in ``unit`` can be of this indicator; ``relative`` numbers (shares, growth) can be of any."""
    if relative or unit == indicator.unit or unit in indicator.units_also:
        return True
    if unit is None:
        return False
    if unit == "tiêu chí" and indicator.unit == "tiêu chí/xã":
        return True
    if unit in {"VND", "VND/năm"}:
        return indicator.unit.startswith("VND")
    return unit.removesuffix("/năm") == indicator.unit.removesuffix("/năm") or (
        unit in _RATES and indicator.unit in _RATES
    )


def named_by_unit(scan: Scan, unit: str | None) -> Indicator | None:
    """The indicator of a unit that no other indicator has: "17,1 tiêu chí/xã" says what it is."""
    if unit is None or "/" not in unit:
        return None
    having = [one for one in scan.lexicon.vocabulary.indicators.values() if one.unit == unit]
    return having[0] if len(having) == 1 else None


def vocabulary_before(scan: Scan, phrases: Phrases, region: Region, number: Number, *, relative: bool) -> Name | None:
    """The nearest label of the vocabulary before the number that fits its unit."""
    start, unit = max(region.floor, region.cue - REACH), number.unit
    for found in reversed(phrases.within(start, max(region.cue, number.start))):
        gap = scan.key[found.end : region.cue]
        if "\n" in gap or ";" in gap:
            return None
        if gap.startswith(")") and scan.key[found.start - 1] == "(":
            continue  # "tăng trưởng kinh tế (GRDP)": another name of the label before it
        for phrase in found.entry:
            if _paced(scan, phrase, found.end, region):
                return _level_of(scan, found.start, found.end, unit)
            if phrase.kind != "verb" and fits(phrase.indicator, unit, relative=relative):
                return Name(found.start, found.end, scan.text(found.start, found.end), phrase.indicator)
    return None


def _paced(scan: Scan, phrase: Phrase, end: int, region: Region) -> bool:
    """Whether a label of a yearly fall is followed by the level reached: "giảm tỷ lệ hộ nghèo xuống còn"."""
    return phrase.indicator.unit in POINTS and _REACHED.search(scan.key, end, region.cue) is not None


def _level_of(scan: Scan, start: int, end: int, unit: str | None) -> Name | None:
    """The label inside "giảm <label>"."""
    inner = scan.key.find(" ", start, end) + 1
    found = phrase_finder(scan.lexicon.vocabulary.indicators).find(scan.key[inner:end]) if inner else ()
    if not found or not fits(found[0].entry[0].indicator, unit, relative=False):
        return None
    return Name(
        inner + found[0].start,
        inner + found[0].end,
        scan.text(inner + found[0].start, inner + found[0].end),
        found[0].entry[0].indicator,
    )


def label_after(scan: Scan, phrases: Phrases, number: Number) -> Name | None:
    """A label right after a change: "giảm 6% tỷ lệ hộ nghèo"."""
    found = phrases.at(number.end + 1) or phrases.at(number.end)
    if found is None:
        return None
    label = next((one for one in found.entry if one.kind == "label" and one.indicator.rate), None)
    return None if label is None else Name(found.start, found.end, scan.text(found.start, found.end), label.indicator)


def label_over(scan: Scan, phrases: Phrases, floor: int, cue: int, number: Number) -> Name | None:
    """A label that takes in the words of change before the number: "tỷ lệ hộ nghèo giảm bình quân" 3%/năm."""
    for found in reversed(phrases.within(max(floor, cue - REACH), number.start)):
        if found.end <= cue or found.start >= cue:
            return None
        for phrase in found.entry:
            if phrase.kind == "label" and fits(phrase.indicator, number.unit, relative=False):
                return Name(found.start, found.end, scan.text(found.start, found.end), phrase.indicator)
    return None


def vocabulary_after(scan: Scan, phrases: Phrases, number: Number, limit: int) -> Name | None:
    """A predicate of the vocabulary that begins with the number's unit or right after it: "18 xã đạt chuẩn NTM"."""
    if not phrases.begins(number.number_end, number.end + 2):
        return None
    for found in phrases.within(number.number_end, limit):
        if found.start > number.end + 1:
            return None
        for phrase in found.entry:
            if phrase.kind != "verb" and fits(phrase.indicator, number.unit, relative=False):
                glued = scan.key[number.number_end : number.number_end + 1] != " "
                counted = min(found.start, number.number_end if glued else number.number_end + 1)
                start = found.start if number.unit in MEASURES else counted
                return Name(start, found.end, scan.text(start, found.end).strip(), phrase.indicator)
    return None


def verb_before(scan: Scan, phrases: Phrases, region: Region, number: Number) -> Name | None:
    """A verb of the vocabulary that governs the number, with its noun after it: "kết nạp được 35 đảng viên"."""
    start = max(region.floor, region.cue - _VERB_REACH)
    if not phrases.governs(start, number.start):
        return None
    for found in reversed(phrases.within(start, number.start)):
        if number.start - found.end > LINK_REACH or links_end(scan.key, found.end, number.start) != found.end:
            return None
        for phrase in found.entry:
            if phrase.head is not None and (
                name := _governed(scan, phrase, found.start, found.end, number, region.limit)
            ):
                return name
    return None


def _governed(scan: Scan, phrase: Phrase, start: int, end: int, number: Number, limit: int) -> Name | None:
    head = phrase.head
    if head is None or not (
        number.unit in head.units or (not head.units and fits(phrase.indicator, number.unit, relative=False))
    ):
        return None
    noun_end = nouns_end(scan.key, number, limit)
    after = scan.key[number.number_end : noun_end]
    if head.nouns and not any(noun in after for noun in _folded(head.nouns)):
        return None
    text = f"{scan.text(start, end)} {nouns_of(scan, number, noun_end)}".strip()
    return Name(start, noun_end, text, phrase.indicator)


@cache
def _folded(nouns: tuple[str, ...]) -> list[str]:
    return fold_all(nouns)


def verb_words_before(key: str, region: Region, number: Number) -> re.Match[str] | None:
    """An ordinary verb of activity right before the number: "tổ chức được"."""
    if not number.before & _VERB.bit:
        return None
    return _VERB.search(key, max(region.floor, region.cue - _VERB_REACH), number.start)
