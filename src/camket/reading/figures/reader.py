"""Reading the figures of one item: each number finds its name, its role and what qualifies it."""

from decimal import Decimal
from operator import attrgetter

from msgspec.structs import replace

from camket.reading.figures.after import plan_after
from camket.reading.figures.attach import close_bracket
from camket.reading.figures.begin import begin
from camket.reading.figures.draft import Draft
from camket.reading.figures.follow import follow
from camket.reading.figures.names import placed
from camket.reading.figures.number import Number
from camket.reading.figures.passage import Passage
from camket.reading.figures.plausible import ignored
from camket.reading.figures.region import Region
from camket.reading.figures.respective import share_out

_PLANNED_UNITS = frozenset({"ha", "m2", "m3", "km", "tấn", "VND", "con", "USD"})


def read_item(here: Passage) -> list[Draft]:
    """Return the item's figures in order."""
    while here.at < len(here.numbers):
        number = here.numbers[here.at]
        if not _ignored(here, number):
            draft = begin(here, number)
            if draft is not None:
                _finish(here, draft)
                continue
            if not placed(here.key, Region(here.floor, number.start, number.end)):
                here.floor = number.end
        here.at += 1
    if len(here.drafts) > 1:
        share_out(here.scan, here.phrases, here.drafts)
        here.drafts.sort(key=_start)
    return here.drafts


_start = attrgetter("start")


def _finish(here: Passage, draft: Draft) -> None:
    if draft.number is not None and draft.number.whole is not None and not draft.target:
        _plan_of_fraction(here, draft, draft.number, draft.number.whole)
    follow(here, draft)
    close_bracket(draft, here.scan)
    here.floor = max(here.floor, draft.end, here.position)
    here.drafts.append(draft)


def _ignored(here: Passage, number: Number) -> bool:
    """Whether the number is vague, reports nothing, or is a word of a label."""
    return not number.exact or ignored(here.key, here.floor, number) or _inside_label(here, number)


def _inside_label(here: Passage, number: Number) -> bool:
    """Whether the number is a word of a label: "trẻ em dưới 5 tuổi suy dinh dưỡng"."""
    found = here.phrases.before(number.digits)
    return found is not None and found.start < number.start and number.end <= found.end


def _plan_of_fraction(here: Passage, draft: Draft, number: Number, whole: Decimal) -> None:
    """ "9.481/9.440 ha": of things that are measured, not counted, x of y is what was done of what was planned."""
    marked = plan_after(here.key, number.end, here.bound())
    if number.unit not in _PLANNED_UNITS and (marked is None or marked.start > number.end + 1):
        return
    target = Draft(here.item, number.start, number.end, target=True, name=draft.name)
    target.number = replace(number, value=whole, whole=None)
    here.drafts.append(target)
    if marked is not None and marked.start <= number.end + 1:
        draft.use("plan", marked.start, marked.end)
