"""How a count is said to be lost: its noun, what happened to it, and which of them it shares with its neighbours."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from camket.reading.lexicon import Lexicon
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.tokens import Quantity
from camket.reading.rules.loss_words import Segment, Words

Mode = Literal["after", "shared", "before", "left"]

_LINK = folded(r"(?: |,|và|cùng|hoặc|/|-|bị|trên|gần|hơn|khoảng|phải){1,4}$")
_ADJOINS = folded(
    r"[ :]*(?:(?:là|có|lên|tới|đến|khoảng|ước|ước tính|với|mất|hết|của|cho|gồm|hơn|trên|gần|cả|thêm|tổng|cộng|chừng|ít nhất|được|tổng cộng|"
    r"nặng|nhẹ|nghiêm trọng|một phần|hoàn toàn|giao thông|tại)[ :]+){0,4}$"
)
_OWING = folded(r" (?:do|vì|bởi)(?: (?!(?:thì|tại|ở|có|làm|khiến)(?!\w))[^\W\d_]{1,7}){1,6} $")
_IS = folded(r"(?:[^.;:,\d]|số \d{1,2}){0,60}(?: là| lên tới| lên đến| lên|:)[ :]*$")
_ONLY_JOINS = folded(r"[^.;:\d]{0,80}$")
PART = folded(
    r"(?<!\w)(?:trong đó|trong số đó|riêng|cụ thể|nhất là|chủ yếu|tập trung|nặng nhất|nhiều nhất|lớn nhất|đáng chú ý)(?!\w)"
)
_SAYS_MORE = folded(
    r"(?<!\w)(?:có|còn|trồng|đạt|đàn|là|cấp|gieo|cho|nuôi|được|hỗ trợ|giống|diện tích|thu|hoàn thành)(?!\w)"
)
_LEAD = 40  # characters before the first count of an item of things alone
_NEAR_NOUN = 34
_CHAIN_GAP = 8


class Wording(NamedTuple):
    """One count's wording: ``nouns`` its own, ``states`` in force, and where the state stands from it."""

    quantity: Quantity
    nouns: tuple[Words, ...]
    states: tuple[Words, ...]
    mode: Mode


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


def shared_with(
    part: Segment, own: tuple[Wording | None, ...], later: tuple[Wording | None, ...]
) -> tuple[Wording | None, ...]:
    """Return the wordings of an item of things alone that shares the state of the item after ";".

    "12 ha lúa; 30 con bò bị cuốn trôi": what is said at the end is said of all of them.
    """
    after = later[0] if later else None
    if after is None or after.mode not in ("after", "shared") or any(own) or not _only_things(part):
        return own
    return tuple(
        Wording(quantity, _nouns(part, index), after.states, "shared") for index, quantity in enumerate(part.quantities)
    )


def _only_things(part: Segment) -> bool:
    """Whether an item counts things and says nothing of them."""
    if not part.quantities or part.states or says_more(part):
        return False
    after = part.key[part.quantities[-1].end - part.start :]
    joined = all(_joined(part, index) for index in range(len(part.quantities) - 1))
    return joined and _ONLY_JOINS.fullmatch(after) is not None


def says_more(part: Segment) -> bool:
    """Whether what leads up to an item's first count is more than a topic: what there is, was planted or given."""
    if not part.quantities:
        return False
    before = part.key[: part.quantities[0].qualifier_start - part.start]
    return len(before) > _LEAD or _SAYS_MORE.search(before) is not None


def _own(part: Segment, index: int) -> Wording | None:
    quantity, stop = part.quantities[index], _stop(part, index)
    nouns, after = _nouns(part, index), _chain(part, quantity.number_end, stop)
    if after and nouns and not _fit(nouns, after):
        after = (
            _chain(part, after[-1].end, stop) or after
        )  # "3 người bị lũ cuốn trôi, chưa tìm thấy": only the last is of people
    before = _leading(part, index)
    if after and not (before and _belongs_before(part, quantity, nouns, after)):
        return Wording(quantity, nouns, after, "after")
    return Wording(quantity, nouns, before, "before") if before else None


def _belongs_before(part: Segment, quantity: Quantity, nouns: Sequence[Words], after: Sequence[Words]) -> bool:
    """Whether what leads up to a number says more of it than what follows, which is of something else."""
    if nouns and not _fit(nouns, after):
        return True
    return "," in part.key[quantity.end - part.start : after[0].start - part.start]


def _fit(nouns: Sequence[Words], states: Sequence[Words]) -> bool:
    return any(noun.entry & state.entry for noun in nouns for state in states)


def _stop(part: Segment, index: int) -> int:
    """Where the words of a quantity end: at the next one."""
    return part.quantities[index + 1].qualifier_start if index + 1 < len(part.quantities) else part.end


def _nouns(part: Segment, index: int) -> tuple[Words, ...]:
    quantity = part.quantities[index]
    near = min(_stop(part, index), quantity.end + _NEAR_NOUN)
    nouns = part.nouns.within(quantity.number_end, near)
    apart = nouns and "," in part.key[quantity.end - part.start : max(quantity.end, nouns[0].start) - part.start]
    return () if apart else nouns


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
    between = part.key[end - part.start : number - part.start]
    return bool(_ADJOINS.match(between) or _OWING.match(between))


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
    return not same and _joined(part, index) and not _is_part(part, index)


def _is_part(part: Segment, index: int) -> bool:
    """Whether a count is told as part of the one before it: "..., tập trung ở Hà Tĩnh với 84 nhà"."""
    floor = part.quantities[index - 1].end if index else part.start
    return bool(PART.search(part.key, floor - part.start, part.quantities[index].start - part.start))


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


def left_nouns(part: Segment, wording: Wording) -> tuple[Words, ...]:
    """The noun before a number that shares the state of the one before: "thiệt hại 94 ha lúa, thủy sản 17 ha"."""
    number = wording.quantity.qualifier_start
    near = part.nouns.within(max(part.start, number - _NEAR_NOUN), number)[-1:]
    return (
        near
        if wording.mode == "left" and near and "," not in part.key[near[0].end - part.start : number - part.start]
        else ()
    )


def category(lexicon: Lexicon, nouns: Sequence[Words], states: Sequence[Words], unit: str | None) -> str | None:
    """The category that the first fitting noun has in the worst of its states; None where none fits."""
    happened = frozenset[str]().union(*(one.entry for one in states))
    for noun in sorted(nouns, key=lambda one: one.end - one.start <= len("con")):  # "con" alone tells least
        codes = [code for code in noun.entry & happened if _fits(lexicon, code, unit)]
        if codes:
            return min(codes, key=lexicon.loss_order.__getitem__)
    return None


def _fits(lexicon: Lexicon, code: str, unit: str | None) -> bool:
    units = lexicon.vocabulary.loss_categories[code].units
    return unit is None or unit in units or (unit == "cái" and units[0] == "nhà")
