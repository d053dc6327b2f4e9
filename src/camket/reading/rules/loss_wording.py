"""How a count is said to be lost: its noun, what happened to it, and which of them it shares with its neighbours."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from camket.reading.lexicon import Lexicon
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.tokens import Quantity
from camket.reading.matching import Found
from camket.reading.rules.loss_event import BRACKET
from camket.reading.scan import Scan
from camket.reading.spans import Spans

Mode = Literal["after", "shared", "before", "left"]
Words = Found[frozenset[str]]

_LINK = folded(r"(?: |,|và|cùng|hoặc|/|-|bị|trên|gần|hơn|khoảng|phải){1,4}$")
_ADJOINS = folded(
    r"[ :]*(?:(?:là|có|lên|tới|đến|khoảng|ước|ước tính|với|mất|hết|của|cho|gồm|hơn|trên|gần|cả|thêm|tổng|cộng|chừng|ít nhất|được|tổng cộng)[ :]+){0,4}$"
)
_IS = folded(r"(?:[^.;:,\d]|số \d{1,2}){0,60}(?: là| lên tới| lên đến|:)[ :]*$")
_CAUSE = folded(r"(?<!\w)(?:do|vì|bởi|chịu) $")
_DEEP = folded(r"(?:ngập|sâu|cao|dài)(?: sâu)?(?: trong nước)?(?: từ| khoảng| trên| gần| hơn| đến| tới)* $")
_ONLY_JOINS = folded(r"[^.;:\d]{0,80}$")
_NEAR_NOUN = 34
_CHAIN_GAP = 8


class Wording(NamedTuple):
    """One count's wording: ``nouns`` its own, ``states`` in force, and where the state stands from it."""

    quantity: Quantity
    nouns: tuple[Words, ...]
    states: tuple[Words, ...]
    mode: Mode


class Segment(NamedTuple):
    """An item without the insides of its brackets, and the words found in it (places as in the document)."""

    key: str
    start: int
    end: int
    quantities: tuple[Quantity, ...]
    nouns: Spans[Words]
    states: Spans[Words]


def segment(scan: Scan, start: int, end: int) -> Segment:
    """Return the words of loss in [start, end), brackets blanked so that they part nothing."""
    bare = BRACKET.sub(lambda match: " " * len(match.group()), scan.key[start:end])
    quantities = tuple(
        one
        for one in scan.quantities.within(start, end)
        if bare[one.start - start] != " " and not _says_how_badly(scan, one)  # a blank is the inside of a bracket
    )
    lexicon = scan.lexicon
    return Segment(
        bare,
        start,
        end,
        quantities,
        _placed(lexicon.loss_nouns.find(bare), start),
        _happened(bare, _placed(lexicon.loss_states.find(bare), start), start),
    )


def _says_how_badly(scan: Scan, quantity: Quantity) -> bool:
    """ "ngập 1-3 m", "thiệt hại từ 30-50%" tell how badly; the second of "3 nhà/17 khẩu" is the first told again."""
    if quantity.unit in ("%", "điểm %") or scan.key[max(0, quantity.start - 1) : quantity.start] == "/":
        return True
    return quantity.unit in ("m", None) and bool(_DEEP.search(scan.key[max(0, quantity.start - 30) : quantity.start]))


def _happened(bare: str, states: Spans[Words], start: int) -> Spans[Words]:
    """States but for causes: "do ảnh hưởng của bão", "do sạt lở đất"."""
    return Spans([one for one in states if not _CAUSE.search(bare[max(0, one.start - start - 8) : one.start - start])])


def _placed(found: Spans[Words], start: int) -> Spans[Words]:
    return Spans([Found(one.start + start, one.end + start, one.entry) for one in found])


def wordings(part: Segment) -> tuple[Wording | None, ...]:
    """Return the wording of each quantity, None where nothing says that it was lost."""
    own = [_own(part, index) for index in range(len(part.quantities))]
    for index in reversed(range(len(own) - 1)):
        after = own[index + 1]
        if own[index] is None and after and after.mode in ("after", "shared") and _shares(part, index, after):
            own[index] = Wording(part.quantities[index], _nouns(part, index), after.states, "shared")
    for index in range(1, len(own)):
        before = own[index - 1]
        if own[index] is None and before and before.mode in ("before", "left") and _joined(part, index - 1):
            own[index] = Wording(part.quantities[index], _nouns(part, index), before.states, "left")
    return tuple(own)


def _own(part: Segment, index: int) -> Wording | None:
    quantity, stop = part.quantities[index], _stop(part, index)
    nouns, after = _nouns(part, index), _chain(part, quantity.number_end, stop)
    before = _leading(part, index)
    if after and not (before and _belongs_before(part, quantity, nouns, after)):
        return Wording(quantity, nouns, after, "after")
    return Wording(quantity, nouns, before, "before") if before else None


def _belongs_before(part: Segment, quantity: Quantity, nouns: Sequence[Words], after: Sequence[Words]) -> bool:
    """Whether what leads up to a number says more of it than what follows, which is of something else."""
    if nouns and not any(noun.entry & state.entry for noun in nouns for state in after):
        return True
    return "," in part.key[quantity.end - part.start : after[0].start - part.start]


def _stop(part: Segment, index: int) -> int:
    """Where the words of a quantity end: at the next one."""
    return part.quantities[index + 1].qualifier_start if index + 1 < len(part.quantities) else part.end


def _nouns(part: Segment, index: int) -> tuple[Words, ...]:
    quantity = part.quantities[index]
    near = min(_stop(part, index), quantity.end + _NEAR_NOUN)
    return part.nouns.within(quantity.number_end, near)


def _chain(part: Segment, start: int, stop: int) -> tuple[Words, ...]:
    """The states said of a count, joined by commas and "và"; those that lead up to the next number are that number's."""
    chain: list[Words] = []
    for one in part.states.within(start, stop):
        if chain and not _LINK.match(part.key, chain[-1].end - part.start, one.start - part.start):
            break
        if not chain and re.search(r"[;:]", part.key[start - part.start : one.start - part.start]):
            break
        chain.append(one)
    if chain and stop < part.end and _leads_to(part, chain[-1].end, stop):
        apart = "," in part.key[start - part.start : chain[0].start - part.start]
        return () if apart else tuple(chain[:-1])
    return tuple(chain)


def _leads_to(part: Segment, end: int, number: int) -> bool:
    return bool(_ADJOINS.match(part.key[end - part.start : number - part.start]))


def _leading(part: Segment, index: int) -> tuple[Words, ...]:
    """The states right before a number: "hư hỏng, tốc mái 744 nhà", "nhà bị sập: 12 nhà"."""
    quantity = part.quantities[index]
    floor = part.quantities[index - 1].end if index else part.start
    found = part.states.within(floor, quantity.qualifier_start)
    if not found or not (
        _leads_to(part, found[-1].end, quantity.qualifier_start) or names_before(part, found[-1].end, quantity)
    ):
        return ()
    chain = [found[-1]]
    for one in reversed(found[:-1]):
        if not _LINK.match(part.key, one.end - part.start, chain[0].start - part.start):
            break
        chain.insert(0, one)
    return tuple(chain)


def names_before(part: Segment, end: int, quantity: Quantity) -> bool:
    """Whether "là" or a colon leads from what was said to the number: "nhà bị tốc mái sau trận dông là 27 nhà"."""
    return bool(_IS.match(part.key[end - part.start : quantity.qualifier_start - part.start]))


def _shares(part: Segment, index: int, after: Wording) -> bool:
    """Whether a count shares the state of the next: other things joined to them, not "18 người và 42 người mất tích"."""
    own = _nouns(part, index)
    people = part.quantities[index].unit == "người"
    same = people and own and after.nouns and _words(part, own[0]) == _words(part, after.nouns[0])
    return not same and _joined(part, index)


def _words(part: Segment, noun: Words) -> str:
    return part.key[noun.start - part.start : noun.end - part.start]


def _joined(part: Segment, index: int) -> bool:
    """Whether only nouns, commas and "và" stand between a quantity and the next."""
    first, second = part.quantities[index], part.quantities[index + 1]
    return bool(_ONLY_JOINS.match(part.key[first.number_end - part.start : second.qualifier_start - part.start]))


def nouns_end(part: Segment, wording: Wording) -> int:
    """Where the noun phrase of a count ends: its first noun and those joined to it."""
    end = wording.quantity.end
    for index, noun in enumerate(wording.nouns):
        if index and noun.start > end and not _LINK.match(part.key, end - part.start, noun.start - part.start):
            break
        end = max(end, noun.end)
    return end


def label_nouns(part: Segment, wording: Wording) -> tuple[Words, ...]:
    """The nouns before a leading state: the "diện tích lúa" of "diện tích lúa bị ngập là 30 ha"."""
    first = wording.states[0].start
    near = [
        one for one in part.nouns.within(max(part.start, first - _NEAR_NOUN), first) if first - one.end <= _CHAIN_GAP
    ]
    return tuple(near)


def category(lexicon: Lexicon, nouns: Sequence[Words], states: Sequence[Words], unit: str | None) -> str | None:
    """The category that the first fitting noun has in the worst of its states; None where none fits."""
    happened = frozenset[str]().union(*(one.entry for one in states))
    for noun in sorted(nouns, key=lambda one: one.end - one.start <= len("con")):  # "con" alone tells least
        codes = [code for code in noun.entry & happened if _fits(lexicon, code, unit)]
        if codes:
            return min(codes, key=lexicon.loss_order.__getitem__)
    return None


def _fits(lexicon: Lexicon, code: str, unit: str | None) -> bool:
    return unit is None or unit in lexicon.vocabulary.loss_categories[code].units
