"""Attaching: further numbers of a clause that qualify its figure: changes, shares of the plan, baselines, plans."""

import re
from decimal import Decimal

from camket.reading.figures.after import Phrase, assessment_after, base_after, plan_after, qualified_after, rank_after
from camket.reading.figures.draft import PERCENT, POINTS, Draft
from camket.reading.figures.number import Number
from camket.reading.scan import Scan
from camket.vocabulary.folding import fold
from camket.vocabulary.period import Period

_HUNDRED = Decimal(100)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SAME_SPAN = fold("cùng kỳ")
_BEFORE = fold("năm trước")
_INDEX = fold("chỉ số")


def set_change(draft: Draft, number: Number, sign: int, plan: Phrase | None) -> None:
    """ "tăng 12,5%", "giảm 4,17%": growth, points of a rate, or a plain difference."""
    value = number.value
    if value is None:
        return
    if number.unit in PERCENT and plan is not None:
        draft.share = _HUNDRED + sign * value
    elif number.unit in POINTS or (number.unit in PERCENT and _is_rate(draft) and not _is_index(draft)):
        draft.change, draft.change_unit = sign * value, "điểm %"
    elif number.unit in PERCENT:
        draft.growth = sign * value
    elif not draft.percent:
        draft.change = sign * value
        draft.change_unit = number.unit or (draft.number.unit if draft.number else None)


def _is_rate(draft: Draft) -> bool:
    return draft.percent or (draft.number is None and draft.name is not None and draft.name.rate)


def _is_index(draft: Draft) -> bool:
    """Whether it is an index, which grows in percent though its own unit is percent too."""
    return draft.name is not None and fold(draft.name.text).startswith(_INDEX)


def set_share(draft: Draft, number: Number, plan: Phrase | None, scan: Scan) -> None:
    """ "đạt 60% kế hoạch tỉnh giao": the share, and who set the plan."""
    draft.share = number.value
    draft.owner = owner_as_written(scan, plan)


def owner_as_written(scan: Scan, plan: Phrase | None) -> str | None:
    """The plan's owner in the document's own letters."""
    if plan is None or plan.owner is None:
        return None
    start = scan.key.index(plan.owner, plan.start)
    return scan.text(start, start + len(plan.owner))


def use_plan(draft: Draft, plan: Phrase | None, scan: Scan) -> None:
    """Let the figure reach over the plan that a percentage is of, and note who set it."""
    if plan is not None:
        draft.owner = draft.owner or owner_as_written(scan, plan)
        draft.use("plan", plan.start, plan.end)


def set_base(draft: Draft, base: Phrase, scan: Scan) -> None:
    """ "so với năm 2020": the period of the baseline, where it can be told."""
    draft.use("base", base.start, base.end)
    if draft.baseline_period is None:
        draft.baseline_period = baseline_period(scan, base.start, base.end, period_of(draft, scan))


def period_of(draft: Draft, scan: Scan) -> Period | None:
    """The period in force for a figure; one that stands in brackets is a price base or a standard, and is none."""
    period, item = draft.item.period, draft.item
    if scan.key.find("(", item.start, item.end) < 0:
        return period
    own = [one for one in scan.periods.within(item.start, item.end) if one.period == period]
    if own and all(
        scan.key.rfind("(", item.start, one.start) > scan.key.rfind(")", item.start, one.start) for one in own
    ):
        return None
    return period


def baseline_period(scan: Scan, start: int, end: int, period: Period | None) -> str | None:
    """The ISO period of "năm 2020", or of "cùng kỳ": the same span of the year before."""
    words = scan.key[start:end]
    if _SAME_SPAN in words or _BEFORE in words:
        year = _YEAR.search(words)
        return _year_before(period, None if year is None else int(year.group()))
    found = [one for one in scan.periods.within(start, end) if one.period is not None]
    if found and found[0].period is not None:
        return found[0].period.iso
    year = _YEAR.search(words)
    return year.group() if year else None


def _year_before(period: Period | None, year: int | None) -> str | None:
    if period is None or period.first.year != period.last.year:
        return None if year is None else str(year)
    shift = year or period.first.year - 1
    if period.iso == str(period.first.year):
        return str(shift)
    return period.iso.replace(str(period.first.year), str(shift))


def qualify(draft: Draft, scan: Scan, limit: int) -> None:
    """Read on over assessing brackets and ranks that stand right after the figure."""
    for _ in range(3):
        position = draft.end
        if not qualified_after(scan.key, position):
            return
        verdict = assessment_after(scan.key, position, limit)
        if verdict is not None and limit < draft.item.end and not scan.key[verdict[1] : limit].strip():
            return  # "vượt mục tiêu nghị quyết 0,36%": the number that follows says by how much
        if verdict is not None:
            draft.assessment = draft.assessment or verdict[0]
            draft.use("assessment", position, verdict[1])
        elif (rank := rank_after(scan.key, position, draft.item.end)) is not None:
            draft.rank = rank[0]
            draft.use("rank", position, rank[1])
        else:
            return


def close_bracket(draft: Draft, scan: Scan) -> None:
    """A bracket opened inside the figure is closed inside it, where it closes at once."""
    key, end = scan.key, draft.end
    if key.find("(", draft.start, end) < 0:
        return
    if key.count("(", draft.start, end) > key.count(")", draft.start, end):
        stop = end + 1 if key[end : end + 1] == " " else end
        if key[stop : stop + 1] == ")":
            draft.end = stop + 1


def after_percent(scan: Scan, number: Number, limit: int) -> tuple[Phrase | None, Phrase | None]:
    """The plan or else the base that follows a percentage."""
    plan = plan_after(scan.key, number.end, limit)
    return (plan, None) if plan is not None else (None, base_after(scan.key, number.end, limit))
