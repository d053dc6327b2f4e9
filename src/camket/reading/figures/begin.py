"""Beginnings: a number that opens a figure, and what its cue makes of it."""

from decimal import Decimal

from msgspec.structs import replace

from camket.reading.figures.after import per_person_or_year
from camket.reading.figures.attach import after_percent, baseline_period, set_base, set_change, set_share, use_plan
from camket.reading.figures.cue import Cue, cue_before, plan_before
from camket.reading.figures.draft import PERCENT, Draft
from camket.reading.figures.label import give_name
from camket.reading.figures.link import rise_between
from camket.reading.figures.naming import label_over, vocabulary_before
from camket.reading.figures.number import Number
from camket.reading.figures.passage import Passage
from camket.reading.figures.plausible import grant
from camket.reading.figures.region import Region
from camket.reading.lexing.patterns import folded
from camket.vocabulary.folding import fold
from camket.vocabulary.indicator import Indicator

_HUNDRED = Decimal(100)
_AMOUNTS = frozenset({"VND", "ha", "tấn", "con", "USD", "VND/người/năm"})
_ESTIMATED = folded(r"(?<!\w)(?<!nhà )(?:ước|ước tính|dự ước) ?\Z")
_VERDICT = folded(r"(?<!\w)(?:(?:đạt|còn)(?: (?:rất|khá|quá))? (?:thấp|cao|chậm|khá)|chỉ đạt|mới đạt)(?!\w)")
_NEAR = 30
_LEAST = 20  # "đạt 64% so với cùng kỳ" is a share of what was; "đạt 8% so với cùng kỳ" rather a growth
_EQUALS = fold("bằng")


def begin(here: Passage, number: Number) -> Draft | None:
    """The figure that ``number`` opens; None where nothing says what it is of. Moves past the numbers it has read."""
    cue = cue_before(here.key, here.floor, number)
    draft = Draft(here.item, number.start, number.end, here.planned, due=here.aimed.due)
    if cue.kind == "from":
        return _rise(here, draft, number, cue)
    if cue.kind == "rank":
        return _rank(here, draft, number, cue)
    if cue.kind == "change" and label_over(here.scan, here.phrases, here.floor, cue.start, number) is not None:
        cue = Cue("level", number.start)
    plan = plan_before(here.key, here.floor, number)
    if plan is not None and not here.planned:
        draft.target, draft.owner = True, plan.owner
        draft.use("plan", plan.start, number.end)
    relative = _fill(here, draft, number, cue)
    if grant(here.key, here.floor, number) or not give_name(here, draft, number, cue, relative=relative):
        return None
    if draft.number is None and cue.kind == "change":
        _recast(here, draft, number, cue)
    elif draft.number is not None:
        _weigh(here, draft, number, cue)
    here.at += 1
    return draft


def _bound_level(here: Passage, draft: Draft, number: Number, cue: Cue) -> Draft | None:
    """ "từ 90% trở lên", "từ 800 - 1.000 ha": a bound or a range after "từ" is a plain level."""
    if not {"at_least", "at_most"} & set(number.qualifiers) and number.low is None:
        return None
    draft.number = number
    draft.use("number", min(cue.start, number.start), number.end)
    if not give_name(here, draft, number, cue, relative=False):
        return None
    here.at += 1
    return draft


def _rank(here: Passage, draft: Draft, number: Number, cue: Cue) -> Draft | None:
    """ "xếp thứ 3/63": a place among peers is the whole of the figure."""
    draft.rank = here.scan.text(number.digits, number.number_end)
    draft.use("rank", cue.start, number.end)
    if not give_name(here, draft, number, cue, relative=True):
        return None
    here.at += 1
    return draft


def _rise(here: Passage, draft: Draft, number: Number, cue: Cue) -> Draft | None:
    """ "từ 1,78% còn 0,51%": the figure is where it went, the baseline where it came from."""
    following = here.following()
    when = None if following is None else rise_between(here.key, number.end, following.digits)
    if following is None or when is None:
        return _bound_level(here, draft, number, cue)
    reached = replace(following, unit=following.unit or number.unit)
    draft.number, draft.baseline_value = reached, number.value
    draft.baseline_period = baseline_period(here.scan, *when, here.item.period)
    draft.use("baseline", number.start, number.end)
    draft.use("number", reached.start, reached.end)
    here.at += 1
    if not give_name(here, draft, reached, cue, relative=False):
        return None
    here.at += 1
    return draft


def _fill(here: Passage, draft: Draft, number: Number, cue: Cue) -> bool:
    """Put the first number where its cue says; return whether it is relative to something else."""
    plan, base = after_percent(here.scan, number, here.limit()) if number.unit in PERCENT else (None, None)
    draft.use("number", number.start, number.end)
    if cue.kind == "change":
        return True
    if cue.kind == "excess" and number.unit in PERCENT:
        draft.share, draft.assessment = _HUNDRED + (number.value or 0), "exceeded"
        use_plan(draft, plan, here.scan)
        return True
    if plan is not None and cue.kind in {"share", "level"}:
        draft.qualifiers = number.qualifiers
        set_share(draft, number, plan, here.scan)
        use_plan(draft, plan, here.scan)
        return True
    if (
        base is not None
        and cue.kind == "share"
        and number.value is not None
        and _EQUALS in here.key[cue.start : number.start]
    ):
        draft.growth = number.value - _HUNDRED
        set_base(draft, base, here.scan)
        return True
    draft.number = number
    return base is not None and cue.kind == "share"


def _recast(here: Passage, draft: Draft, number: Number, cue: Cue) -> None:
    """A rise or fall by a number: growth, points or difference; of a growth indicator it is the value itself."""
    growing = _growth_indicator(here, draft, number, cue)
    if growing is not None and draft.name is not None:
        draft.number, draft.name = number, replace(draft.name, indicator=growing)
    draft.qualifiers = number.qualifiers
    if number.value is None:
        draft.number = number  # a range of growth has no field of its own
    if _ESTIMATED.search(here.key, max(here.item.start, cue.start - 10), cue.start):
        draft.qualifiers = ("estimate", *number.qualifiers)
    plan, base = after_percent(here.scan, number, here.limit())
    if growing is None:
        set_change(draft, number, cue.sign, plan)
    use_plan(draft, plan, here.scan)
    if base is not None:
        set_base(draft, base, here.scan)


def _weigh(here: Passage, draft: Draft, number: Number, cue: Cue) -> None:
    """A percentage of what is not measured in percent: of the same span before, of its plan, or a yearly growth."""
    indicator = draft.name.indicator if draft.name is not None else None
    if number.unit not in PERCENT or draft.name is None or draft.name.rated or number.value is None:
        return
    base = after_percent(here.scan, number, here.limit())[1] if cue.kind == "share" else None
    if base is not None and number.value >= _LEAST and indicator is not None and indicator.unit not in PERCENT:
        draft.number, draft.growth = None, number.value - _HUNDRED
        set_base(draft, base, here.scan)
    elif indicator is not None and indicator.unit in _AMOUNTS and (_judged(here, draft, number) or cue.kind == "share"):
        draft.number, draft.share = None, number.value
    elif number.unit == "%/năm" and (indicator is None or indicator.unit in _AMOUNTS):
        _grow_yearly(here, draft, number, cue)


def _grow_yearly(here: Passage, draft: Draft, number: Number, cue: Cue) -> None:
    """ "thu ngân sách 12%/năm": the yearly growth of an amount."""
    region = Region(here.floor, cue.start, here.limit())
    label = vocabulary_before(here.scan, here.phrases, region, number, relative=True)
    if (
        draft.name is not None
        and label is not None
        and label.indicator is not None
        and label.indicator.unit in _AMOUNTS
    ):
        draft.number, draft.growth = None, number.value
        draft.name = replace(draft.name, indicator=label.indicator)


def _judged(here: Passage, draft: Draft, number: Number) -> bool:
    """Whether a share is called low or good right before it: "thu thuế đạt thấp (56%)"; notes the words."""
    verdict = _VERDICT.search(here.key, max(draft.start, number.digits - _NEAR), number.digits)
    if verdict is not None:
        draft.use("verdict", verdict.start(), verdict.end())
    return verdict is not None


def _growth_indicator(here: Passage, draft: Draft, number: Number, cue: Cue) -> Indicator | None:
    """The indicator whose value is a growth: "GRDP tăng 6,5%" is one of grdp_growth."""
    indicator = draft.name.indicator if draft.name is not None else None
    if indicator is None or number.unit not in PERCENT:
        return None
    if "growth" in indicator.code:
        return indicator
    indicators = here.scan.lexicon.vocabulary.indicators
    yearly = number.unit == "%/năm" or per_person_or_year(here.key, number.end) is not None
    if yearly and cue.sign < 0:
        return indicators.get(f"{indicator.code.removesuffix('_rate')}_reduction_pp")
    return indicators.get(f"{indicator.code}_growth")
