"""Followings: further numbers of a clause that belong to the figure before them."""

from collections.abc import Callable
from decimal import Decimal

from msgspec.structs import replace

from camket.reading.figures.after import Phrase, per_person_or_year
from camket.reading.figures.attach import (
    after_percent,
    baseline_period,
    close_bracket,
    qualify,
    set_base,
    set_change,
    set_share,
    use_plan,
)  # fmt: skip
from camket.reading.figures.cue import cue_before
from camket.reading.figures.draft import PERCENT, Draft
from camket.reading.figures.fragments import OWNER
from camket.reading.figures.link import Link, LinkKind, link_between
from camket.reading.figures.number import Number
from camket.reading.figures.passage import Passage
from camket.reading.figures.predicate import predicate_end
from camket.reading.lexing.patterns import folded
from camket.vocabulary.folding import fold

_HUNDRED = Decimal(100)
_GIVEN = folded(rf" (?:được |đã |do )?(?:(?:{OWNER}) )?(?:giao|đề ra|đặt ra|phê duyệt)(?!\w)")
_TAKING = fold("chiếm")
_WHOLE = folded(
    r" (?:của )?(?:tổng|diện tích|số|giá trị|dân số|sản lượng|doanh thu)(?!\w)(?:(?! (?:và|tăng|giảm|trong|còn)(?!\w))[^,;.:()\n\d]){0,50}"
)


def follow(here: Passage, draft: Draft) -> None:
    """Attach what comes after, for as long as it belongs to this figure."""
    _units_after(here, draft)
    _whole_after(here, draft)
    while True:
        qualify(draft, here.scan, here.bound())
        close_bracket(draft, here.scan)
        while here.at < len(here.numbers) and here.numbers[here.at].digits < draft.end:
            here.at += 1  # the place in "xếp thứ 5/14" has been read as such
        if here.at >= len(here.numbers):
            return
        number = here.numbers[here.at]
        link = link_between(here.key, max(draft.end, here.position), number.digits)
        if link is None or not _attach(here, draft, number, link):
            return
        here.at += 1


def _units_after(here: Passage, draft: Draft) -> None:
    """ "60 triệu đồng/năm": the year belongs to the unit."""
    match = per_person_or_year(here.key, draft.end)
    if match is not None and match.end() <= here.item.end:
        draft.use("unit", match.start(), match.end())


def _whole_after(here: Passage, draft: Draft) -> None:
    """ "chiếm 55% diện tích": what the share is of belongs to it."""
    number = draft.number
    if number is None or number.unit not in PERCENT or _TAKING not in here.key[draft.start : number.digits]:
        return
    match = _WHOLE.match(here.key, number.end, here.limit())
    if match is not None:
        draft.use("whole", match.start(), match.start() + len(match.group().rstrip()))


def _attach(here: Passage, draft: Draft, number: Number, link: Link) -> bool:
    if link.base is not None and link.kind in {"change", "share"}:
        set_base(draft, link.base, here.scan)
    return _ATTACH[link.kind](here, draft, number, link)


def _attach_change(here: Passage, draft: Draft, number: Number, link: Link) -> bool:
    if draft.change is not None and draft.growth is not None:
        return False
    plan, base = after_percent(here.scan, number, here.limit())
    set_change(draft, number, link.sign, plan if number.unit in PERCENT else None)
    draft.use("change", link.start, number.end)
    use_plan(draft, plan, here.scan)
    if base is not None:
        set_base(draft, base, here.scan)
    return True


def _attach_share(here: Passage, draft: Draft, number: Number, link: Link) -> bool:
    """ "đạt 60% kế hoạch", "bằng 95% so với cùng kỳ", "chiếm 9% tổng số hộ", "đạt 24 tỷ đồng"."""
    if number.unit not in PERCENT:
        return _attach_amount(here, draft, number, link)
    plan, base = after_percent(here.scan, number, here.limit())
    if plan is not None:
        return _attach_planned(here, draft, number, link, plan)
    if link.share_of_whole and draft.number is not None and not draft.percent:
        draft.use("share of whole", link.start, predicate_end(here.key, number, here.limit()))
        return True
    if link.share_of_whole or (draft.number is None and draft.share is None):
        return not link.share_of_whole and _attach_level(here, draft, number, link)
    if base is None and (draft.percent or draft.share is not None):
        return False
    if base is None:
        set_share(draft, number, None, here.scan)
    else:
        draft.growth = None if number.value is None else number.value - _HUNDRED
    draft.use("share", link.start, number.end)
    _use_plan_end(here, draft, None, base)
    return True


def _attach_amount(here: Passage, draft: Draft, number: Number, link: Link) -> bool:
    """ "tăng 7,7% tương đương 1,6 triệu đồng" is the same change again; otherwise the level that was reached."""
    if draft.number is not None:
        same = draft.growth is not None and draft.change is None and number.unit == draft.number.unit
        sign = -1 if draft.growth is not None and draft.growth < 0 else 1
        return same and _attach_change(here, draft, number, replace(link, sign=sign))
    return not link.share_of_whole and _attach_level(here, draft, number, link)


def _attach_planned(here: Passage, draft: Draft, number: Number, link: Link, plan: Phrase) -> bool:
    """A share of a plan: the first is the figure's own, one of a second authority an entry beside it."""
    if draft.share is not None:
        return _second_share(here, draft, number, plan)
    set_share(draft, number, plan, here.scan)
    draft.use("share", link.start, number.end)
    _use_plan_end(here, draft, plan, None)
    return True


def _use_plan_end(here: Passage, draft: Draft, plan: Phrase | None, base: Phrase | None) -> None:
    if plan is not None:
        draft.use("plan", plan.start, plan.end)
    if base is not None:
        set_base(draft, base, here.scan)


def _second_share(here: Passage, draft: Draft, number: Number, plan: Phrase) -> bool:
    """A second authority's plan makes an entry of its own: "98% dự toán tỉnh giao, 91% dự toán huyện giao"."""
    cue = cue_before(here.key, draft.end, number)
    second = Draft(here.item, min(cue.start, number.start), plan.end, here.planned, name=draft.name)
    set_share(second, number, plan, here.scan)
    second.use("share", second.start, plan.end)
    here.drafts.append(second)
    here.position = plan.end
    return True


def _attach_bare(here: Passage, draft: Draft, number: Number, link: Link) -> bool:
    """A number with nothing but a comma or bracket before it: another plan's share, or a percentage in brackets."""
    bracketed = "(" in here.key[draft.end : number.start]
    if bracketed and draft.assessment is not None and draft.number is not None and number.unit == draft.number.unit:
        return _attach_plan(here, draft, number, link)  # "vượt kế hoạch (8 triệu lượt)"
    if number.unit not in PERCENT:
        if draft.percent and bracketed and number.unit is not None:
            draft.use("count", number.start, number.end)  # "đạt 50% (8 xã)": the count behind the share
            return True
        return False
    plan, base = after_percent(here.scan, number, here.limit())
    if draft.number is not None and (plan is not None or (base is not None and draft.share is not None)):
        return _attach_share(here, draft, number, link)
    if not bracketed:
        return False
    if draft.change is not None and draft.growth is None:
        draft.growth = number.value if draft.change > 0 or number.value is None else -number.value
    draft.use("percent", number.start, number.end)
    return True


def _attach_level(here: Passage, draft: Draft, number: Number, link: Link) -> bool:
    if draft.number is not None or (draft.share is not None and draft.change is None and draft.growth is None):
        return False
    draft.number = number
    if draft.qualifiers:  # those of the change are not the level's, but an estimate is one throughout
        draft.qualifiers = (*(one for one in draft.qualifiers if one == "estimate"), *number.qualifiers)
    draft.use("number", link.start, number.end)
    if number.unit in PERCENT and draft.growth is not None:
        draft.change, draft.change_unit, draft.growth = draft.growth, "điểm %", None
    _units_after(here, draft)
    return True


def _attach_excess(here: Passage, draft: Draft, number: Number, link: Link) -> bool:
    plan, _ = after_percent(here.scan, number, here.limit())
    if number.unit in PERCENT and not draft.percent and draft.share is None:
        draft.share = _HUNDRED + (number.value or 0)
    draft.assessment = "exceeded"
    draft.use("excess", link.start, number.end)
    use_plan(draft, plan, here.scan)
    return True


def _attach_plan(here: Passage, draft: Draft, number: Number, link: Link) -> bool:
    """ "(kế hoạch là 4%)": a target of the same name inside the result."""
    if draft.number is None or draft.target or (number.unit or draft.number.unit) != draft.number.unit:
        return False
    start = link.plan_start if link.plan_start is not None else number.start
    given = _GIVEN.match(here.key, number.end, here.limit())
    end = number.end if given is None else given.end()
    target = Draft(here.item, start, end, target=True, name=draft.name)
    target.number = replace(number, unit=draft.number.unit)
    target.use("plan", start, end)
    here.drafts.append(target)
    draft.assessment = "exceeded" if link.beyond else draft.assessment
    draft.use("plan", start, end)
    return True


def _attach_baseline(here: Passage, draft: Draft, number: Number, link: Link) -> bool:
    if (
        draft.baseline_value is not None
        or draft.number is None
        or (number.unit or draft.number.unit) != draft.number.unit
    ):
        return False
    draft.baseline_value = number.value
    draft.baseline_period = draft.baseline_period or baseline_period(
        here.scan, link.start, number.start, here.item.period
    )
    draft.use("baseline", link.start, number.end)
    return True


_ATTACH: dict[LinkKind, Callable[[Passage, Draft, Number, Link], bool]] = {
    "change": _attach_change, "sign": _attach_change, "share": _attach_share, "bare": _attach_bare,
    "level": _attach_level, "excess": _attach_excess, "plan": _attach_plan, "baseline": _attach_baseline,
}  # fmt: skip
