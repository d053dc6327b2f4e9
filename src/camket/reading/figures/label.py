"""Labels: giving a figure its name, from the words around it, from the figure before, or from its plan."""

import re
from functools import lru_cache

from camket.reading.figures.cue import Cue
from camket.reading.figures.draft import Draft, Name
from camket.reading.figures.names import name_of
from camket.reading.figures.naming import fits
from camket.reading.figures.number import Number
from camket.reading.figures.passage import Passage
from camket.reading.figures.plausible import bare
from camket.reading.figures.refine import refined
from camket.reading.figures.region import Region
from camket.reading.lexing.patterns import folded

_NOUN = re.compile(r" [^\W\d]{1,10}(?=[.,;)]|$)")
_ESTIMATE = folded(r"(?<!\w)(?:dự |ước|tạm tính|sơ bộ)(?: |\Z)")
_FEW = 40
_NOTHING = frozenset({"", "và"})


def give_name(here: Passage, draft: Draft, number: Number, cue: Cue, *, relative: bool) -> bool:
    """Name the figure, and let it reach over its label; False where nothing names it. Relative numbers can be of anything."""
    start = min(cue.start, draft.start) if draft.target != here.planned else cue.start
    region = Region(here.floor, min(start, number.start), here.predicate_limit())
    name = (
        name_of(here.scan, here.phrases, region, number, relative=relative)
        or (_named_by_plan(here, draft, known=True) if draft.share is not None else None)
        or _inherited(here, cue, number, relative=relative)
        or (_named_by_plan(here, draft, known=False) if draft.share is not None else None)
    )
    if name is None or (bare(number) and not name.counts):
        return False
    unit = "tiêu chí/xã" if number.unit == "tiêu chí" and name.text.lower().startswith("bình quân") else number.unit
    draft.name = refined(here, name, unit)
    if name.start >= here.floor:
        draft.use("label", name.start, name.end)
        _estimate(here, draft, name, number)
    draft.start = min(draft.start, cue.start if relative else draft.start)
    if number.unit is None and draft.end == number.end and (noun := _NOUN.match(here.key, number.end, here.item.end)):
        draft.end = noun.end()  # "4.120 em": the classifier is no unit of ours, but belongs to the figure
    _swallow(here, draft)
    return True


def _named_by_plan(here: Passage, draft: Draft, *, known: bool) -> Name | None:
    """ "Hoàn thành 100% chỉ tiêu tuyển quân": the plan's own words say what it is of."""
    plan = next((piece for piece in draft.pieces if piece.role == "plan"), None)
    if plan is None:
        return None
    found = [one for one in here.phrases.within(plan.start, plan.end) if one.entry[0].kind != "verb"]
    if found:
        return Name(
            found[0].start, found[0].end, here.scan.text(found[0].start, found[0].end), found[0].entry[0].indicator
        )
    if known:
        return None
    words = here.scan.text(plan.start, plan.end).split(" ", 2)
    return Name(plan.start, plan.end, words[-1], None) if len(words) > 2 else None


def _inherited(here: Passage, cue: Cue, number: Number, *, relative: bool) -> Name | None:
    """The name of the figure before, where nothing but linking words, or a period, stand between."""
    last = here.drafts[-1] if here.drafts else here.previous
    if last is None or last.name is None:
        return None
    same = _same_measure(last, number)
    gap = here.key[last.end : cue.start].strip(" ,(;")
    if gap in _NOTHING:
        return last.name if relative or same else None
    periods = here.scan.periods.within(last.end, cue.start)
    return last.name if same and periods and here.key[last.end : periods[0].start].strip(" ,(;") in _NOTHING else None


def _same_measure(last: Draft, number: Number) -> bool:
    """Whether a number can be of the same thing as the figure before it."""
    if last.number is not None and last.number.unit == number.unit:
        return True
    indicator = last.name.indicator if last.name is not None else None
    return indicator is not None and fits(indicator, number.unit, relative=False)


def _estimate(here: Passage, draft: Draft, name: Name, number: Number) -> None:
    """ "thu ngân sách ước năm 2025 đạt trên 416 tỷ": the estimate is said before the period."""
    if name.end < number.start and "estimate" not in number.qualifiers:
        between = here.key[name.end - 1 : number.start]
        if _estimated(between) if len(between) < _FEW else _ESTIMATE.search(between, 1):
            draft.qualifiers = ("estimate", *number.qualifiers)


@lru_cache(maxsize=4096)  # the words between label and number are nearly always the same few
def _estimated(words: str) -> bool:
    """Whether ``words`` after their first letter say that a number is estimated."""
    return _ESTIMATE.search(words, 1) is not None


def _swallow(here: Passage, draft: Draft) -> None:
    """Numbers inside a predicate ("6 xã đạt 19/19 tiêu chí") belong to it."""
    while here.at + 1 < len(here.numbers) and here.numbers[here.at + 1].digits < draft.end:
        here.at += 1
