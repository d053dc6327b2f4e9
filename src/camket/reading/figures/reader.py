"""Reading the figures of one item: each number finds its name, its role and what qualifies it."""

import re
from decimal import Decimal

from camket.reading.figures.attach import (
    after_percent, baseline_period, close_bracket, owner_as_written, qualify, set_base, set_change, set_share,
)  # fmt: skip
from camket.reading.figures.aim import Aimed
from camket.reading.figures.after import Phrase, per_person_or_year, plan_after
from camket.reading.figures.cue import Cue, cue_before, plan_before
from camket.reading.figures.draft import PERCENT, Draft, Name
from camket.reading.figures.link import Link, link_between, rise_between
from camket.reading.figures.naming import Region, fits, label_over, named_by_unit, predicate_end, vocabulary_before
from camket.reading.figures.names import name_of, placed
from camket.reading.figures.number import Number, numbers_within
from camket.reading.figures.phrases import Phrases
from camket.reading.figures.plausible import (
    article, bare, conditional, crowd, grant, inside_predicate, ordinal, part_of, season, size, year_like,
)  # fmt: skip
from camket.reading.lexing.patterns import folded
from camket.reading.scan import Scan
from camket.vocabulary.folding import fold
from camket.vocabulary.indicator import Indicator

_HUNDRED = Decimal(100)
_AMOUNTS = frozenset({"VND", "ha", "tấn", "con", "USD", "VND/người/năm"})
_PLANNED_UNITS = frozenset({"ha", "m2", "m3", "km", "tấn", "VND", "con", "USD"})
_NOUN = re.compile(r" [^\W\d]{1,10}(?=[.,;)]|$)")
_ESTIMATE = folded(r"(?<!\w)(?:dự |ước|tạm tính|sơ bộ)(?: |\Z)")
_ESTIMATED = (fold("ước"), fold("ước tính"))
_NOTHING = frozenset({"", "và"})


class ItemReader:
    """Reads one item from left to right; every number is read once."""

    def __init__(self, scan: Scan, phrases: Phrases, aimed: Aimed, previous: Draft | None = None) -> None:
        self._scan = scan
        self._key = scan.key
        self._phrases = phrases
        self._item = item = aimed.item
        self._aimed = aimed
        self._numbers = numbers_within(scan, item.start, item.end)
        self._at = 0
        self._floor = self._position = item.start
        self._drafts: list[Draft] = []
        self._previous = previous if previous is not None and previous.item.sentence == aimed.item.sentence else None

    def read(self) -> list[Draft]:
        """Return the item's figures in order."""
        while self._at < len(self._numbers):
            number = self._numbers[self._at]
            if self._ignored(number):
                self._at += 1
                continue
            draft = self._begin(number)
            if draft is None:
                self._floor = self._floor if placed(self._key, Region(self._floor, number.start, number.end)) else number.end
                self._at += 1
                continue
            self._plan_of_fraction(draft)
            self._follow(draft)
            close_bracket(draft, self._scan)
            self._floor = max(self._floor, draft.end, self._position)
            self._drafts.append(draft)
        return sorted(self._drafts, key=lambda draft: draft.start)

    @property
    def _target(self) -> bool:
        """Whether the current number is planned: "đã trồng 20 ha, phấn đấu hết năm trồng 50 ha" turns midway."""
        at = min(self._at, len(self._numbers) - 1)
        return self._aimed.mode == "planned" and self._numbers[at].digits >= self._aimed.begins

    def _limit(self) -> int:
        """How far what qualifies the current number may reach: to the next number, or the item's end."""
        following = self._at + 1
        return self._numbers[following].start if following < len(self._numbers) else self._item.end

    def _predicate_limit(self) -> int:
        """As ``_limit``, but past numbers that are part of a predicate: "6 xã đạt 19/19 tiêu chí"."""
        following = self._at + 1
        end = self._numbers[self._at].end
        while following < len(self._numbers) and inside_predicate(self._key, end, self._numbers[following]):
            end = self._numbers[following].end
            following += 1
        return self._numbers[following].start if following < len(self._numbers) else self._item.end

    def _ignored(self, number: Number) -> bool:
        key, floor = self._key, self._floor
        if not number.exact or year_like(number) or part_of(number) or ordinal(key, floor, number) or size(key, floor, number):
            return True
        if crowd(key, number) or season(key, number) or article(key, number):
            return True
        return conditional(key, floor, number) or self._inside_label(number)

    def _inside_label(self, number: Number) -> bool:
        """Whether the number is a word of a label: "trẻ em dưới 5 tuổi suy dinh dưỡng"."""
        found = self._phrases.before(number.digits)
        return found is not None and found.start < number.start and number.end <= found.end

    def _begin(self, number: Number) -> Draft | None:
        cue = cue_before(self._key, self._floor, number.digits)
        draft = Draft(self._item, number.start, number.end, self._target, due=self._aimed.due)
        if cue.kind == "from":
            return self._begin_rise(draft, number, cue)
        if cue.kind == "rank":
            return self._begin_rank(draft, number, cue)
        if cue.kind == "change" and label_over(self._scan, self._phrases, self._floor, cue.start, number) is not None:
            cue = Cue("level", number.start)
        plan = plan_before(self._key, self._floor, number.digits)
        if plan is not None and not self._target:
            draft.target, draft.owner = True, plan.owner
            draft.use("plan", plan.start, number.end)
        relative = self._fill(draft, number, cue)
        if grant(self._key, self._floor, number) or not self._give_name(draft, number, cue, relative=relative):
            return None
        if draft.number is None and cue.kind == "change":
            self._recast(draft, number, cue)
        elif draft.number is not None:
            self._weigh(draft, number, cue)
        self._at += 1
        return draft

    def _begin_level(self, draft: Draft, number: Number, cue: Cue) -> Draft | None:
        """ "từ 90% trở lên", "từ 800 - 1.000 ha": a bound or a range after "từ" is a plain level."""
        if not {"at_least", "at_most"} & set(number.qualifiers) and number.low is None:
            return None
        draft.number = number
        draft.use("number", min(cue.start, number.start), number.end)
        if not self._give_name(draft, number, cue, relative=False):
            return None
        self._at += 1
        return draft

    def _begin_rank(self, draft: Draft, number: Number, cue: Cue) -> Draft | None:
        """ "xếp thứ 3/63": a place among peers is the whole of the figure."""
        draft.rank = self._scan.text(number.digits, number.number_end)
        draft.use("rank", cue.start, number.end)
        if not self._give_name(draft, number, cue, relative=True):
            return None
        self._at += 1
        return draft

    def _fill(self, draft: Draft, number: Number, cue: Cue) -> bool:
        """Put the first number where its cue says; return whether it is relative to something else."""
        plan, base = after_percent(self._scan, number, self._limit()) if number.unit in PERCENT else (None, None)
        draft.use("number", number.start, number.end)
        if cue.kind == "change":
            return True
        if cue.kind == "excess" and number.unit in PERCENT:
            draft.share, draft.assessment = _HUNDRED + (number.value or 0), "exceeded"
            self._use_plan(draft, plan)
            return True
        if plan is not None and cue.kind in {"share", "level"}:
            draft.qualifiers = number.qualifiers
            set_share(draft, number, plan, self._scan)
            self._use_plan(draft, plan)
            return True
        if base is not None and cue.kind == "share" and number.value is not None and "ằng" in self._key[cue.start : number.start]:
            draft.growth = number.value - _HUNDRED
            set_base(draft, base, self._scan)
            return True
        draft.number = number
        return False

    def _use_plan(self, draft: Draft, plan: Phrase | None) -> None:
        if plan is not None:
            draft.owner = draft.owner or owner_as_written(self._scan, plan)
            draft.use("plan", plan.start, plan.end)

    def _recast(self, draft: Draft, number: Number, cue: Cue) -> None:
        """A rise or fall by a number: growth, points or difference; of a growth indicator it is the value itself."""
        growing = self._growth_indicator(draft, number, cue)
        if growing is not None and draft.name is not None:
            draft.number, draft.name = number, draft.name._replace(indicator=growing)
        draft.qualifiers = number.qualifiers
        if number.value is None:
            draft.number = number  # a range of growth has no field of its own
        if self._key[max(self._item.start, cue.start - 8) : cue.start].rstrip().endswith(_ESTIMATED):
            draft.qualifiers = ("estimate", *number.qualifiers)
        plan, base = after_percent(self._scan, number, self._limit())
        if growing is None:
            set_change(draft, number, cue.sign, plan)
        self._use_plan(draft, plan)
        if base is not None:
            set_base(draft, base, self._scan)

    def _weigh(self, draft: Draft, number: Number, cue: Cue) -> None:
        """A percentage of what is not measured in percent: a share of its plan ("thu ngân sách đạt 76%") or a yearly growth."""
        indicator = draft.name.indicator if draft.name is not None else None
        if number.unit not in PERCENT or draft.name is None or draft.name.rated or number.value is None:
            return
        if indicator is not None and indicator.unit in _AMOUNTS and cue.kind == "share":
            draft.number, draft.share = None, number.value
        elif number.unit == "%/năm" and (indicator is None or indicator.unit in _AMOUNTS):
            region = Region(self._floor, cue.start, self._limit())
            label = vocabulary_before(self._scan, self._phrases, region, number, relative=True)
            if label is not None and label.indicator is not None and label.indicator.unit in _AMOUNTS:
                draft.number, draft.growth = None, number.value
                draft.name = draft.name._replace(indicator=label.indicator)

    def _growth_indicator(self, draft: Draft, number: Number, cue: Cue) -> Indicator | None:
        """The indicator whose value is a growth: "GRDP tăng 6,5%" is one of grdp_growth."""
        indicator = draft.name.indicator if draft.name is not None else None
        if indicator is None or number.unit not in PERCENT:
            return None
        if "growth" in indicator.code:
            return indicator
        indicators = self._scan.lexicon.vocabulary.indicators
        yearly = number.unit == "%/năm" or per_person_or_year(self._key, number.end) is not None
        if yearly and cue.sign < 0:
            return indicators.get(f"{indicator.code.removesuffix('_rate')}_reduction_pp")
        return indicators.get(f"{indicator.code}_growth")

    def _begin_rise(self, draft: Draft, number: Number, cue: Cue) -> Draft | None:
        """ "từ 1,78% còn 0,51%": the figure is where it went, the baseline where it came from."""
        following = self._numbers[self._at + 1] if self._at + 1 < len(self._numbers) else None
        when = None if following is None else rise_between(self._key, number.end, following.digits)
        if following is None or when is None:
            return self._begin_level(draft, number, cue)
        reached = following._replace(unit=following.unit or number.unit)
        draft.number, draft.baseline_value = reached, number.value
        draft.baseline_period = baseline_period(self._scan, *when, self._item.period)
        draft.use("baseline", number.start, number.end)
        draft.use("number", reached.start, reached.end)
        self._at += 1
        if not self._give_name(draft, reached, cue, relative=False):
            return None
        self._at += 1
        return draft

    def _give_name(self, draft: Draft, number: Number, cue: Cue, *, relative: bool) -> bool:
        start = min(cue.start, draft.start) if draft.target != self._target else cue.start
        region = Region(self._floor, min(start, number.start), self._predicate_limit())
        name = (
            name_of(self._scan, self._phrases, region, number, relative=relative)
            or self._inherited(cue, number, relative=relative)
            or self._named_by_plan(draft)
        )
        if name is None or (bare(number) and not name.counts):
            return False
        draft.name = name
        unit = "tiêu chí/xã" if number.unit == "tiêu chí" and name.text.lower().startswith("bình quân") else number.unit
        if name.indicator is None and (indicator := named_by_unit(self._scan, unit)) is not None:
            draft.name = name._replace(indicator=indicator)
        if name.start >= self._floor:
            draft.use("label", name.start, name.end)
            self._estimate(draft, name, number)
        draft.start = min(draft.start, cue.start if relative else draft.start)
        if number.unit is None and draft.end == number.end and (noun := _NOUN.match(self._key, number.end, self._item.end)):
            draft.end = noun.end()  # "4.120 em": the classifier is no unit of ours, but belongs to the figure
        self._swallow(draft)
        return True

    def _named_by_plan(self, draft: Draft) -> Name | None:
        """ "Hoàn thành 100% chỉ tiêu tuyển quân": the plan's own words say what it is of."""
        plan = next((piece for piece in draft.pieces if piece.role == "plan"), None)
        if plan is None or draft.share is None:
            return None
        found = [one for one in self._phrases.within(plan.start, plan.end) if one.entry[0].kind != "verb"]
        if found:
            return Name(found[0].start, found[0].end, self._scan.text(found[0].start, found[0].end), found[0].entry[0].indicator)
        words = self._scan.text(plan.start, plan.end).split(" ", 2)
        return Name(plan.start, plan.end, words[-1], None) if len(words) > 2 else None  # noqa: PLR2004  (plan noun of two words)

    def _inherited(self, cue: Cue, number: Number, *, relative: bool) -> Name | None:
        """The name of the figure before, where nothing but linking words, or a period, stand between."""
        last = self._drafts[-1] if self._drafts else self._previous
        if last is None or last.name is None:
            return None
        same = self._same_measure(last, number)
        gap = self._key[last.end : cue.start].strip(" ,(;")
        if gap in _NOTHING:
            return last.name if relative or same else None
        periods = self._scan.periods.within(last.end, cue.start)
        return last.name if same and periods and self._key[last.end : periods[0].start].strip(" ,(;") in _NOTHING else None

    def _estimate(self, draft: Draft, name: Name, number: Number) -> None:
        """ "thu ngân sách ước năm 2025 đạt trên 416 tỷ": the estimate is said before the period."""
        if "estimate" in number.qualifiers or _ESTIMATE.search(self._key, name.end, number.start) is None:
            return
        draft.qualifiers = ("estimate", *number.qualifiers)

    @staticmethod
    def _same_measure(last: Draft, number: Number) -> bool:
        """Whether a number can be of the same thing as the figure before it."""
        if last.number is not None and last.number.unit == number.unit:
            return True
        indicator = last.name.indicator if last.name is not None else None
        return indicator is not None and fits(indicator, number.unit, relative=False)

    def _swallow(self, draft: Draft) -> None:
        """Numbers inside a predicate ("6 xã đạt 19/19 tiêu chí") belong to it."""
        while self._at + 1 < len(self._numbers) and self._numbers[self._at + 1].digits < draft.end:
            self._at += 1

    def _follow(self, draft: Draft) -> None:
        """Attach what comes after, for as long as it belongs to this figure."""
        self._units_after(draft)
        while True:
            qualify(draft, self._scan, self._bound())
            close_bracket(draft, self._scan)
            while self._at < len(self._numbers) and self._numbers[self._at].digits < draft.end:
                self._at += 1  # the place in "xếp thứ 5/14" has been read as such
            if self._at >= len(self._numbers):
                return
            number = self._numbers[self._at]
            link = link_between(self._key, max(draft.end, self._position), number.digits)
            if link is None or not self._attach(draft, number, link):
                return
            self._at += 1

    def _plan_of_fraction(self, draft: Draft) -> None:
        """ "9.481/9.440 ha": of things that are measured, not counted, x of y is what was done of what was planned."""
        number = draft.number
        if number is None or number.whole is None or draft.target:
            return
        marked = plan_after(self._key, number.end, self._bound())
        if number.unit not in _PLANNED_UNITS and (marked is None or marked.start > number.end + 1):
            return
        target = Draft(self._item, number.start, number.end, target=True, name=draft.name)
        target.number = number._replace(value=number.whole, whole=None)
        self._drafts.append(target)
        if marked is not None and marked.start <= number.end + 1:
            draft.use("plan", marked.start, marked.end)

    def _bound(self) -> int:
        return self._numbers[self._at].start if self._at < len(self._numbers) else self._item.end

    def _units_after(self, draft: Draft) -> None:
        """ "60 triệu đồng/năm": the year belongs to the unit."""
        match = per_person_or_year(self._key, draft.end)
        if match is not None and match.end() <= self._item.end:
            draft.use("unit", match.start(), match.end())

    def _attach(self, draft: Draft, number: Number, link: Link) -> bool:
        if link.base is not None and link.kind in {"change", "share"}:
            set_base(draft, link.base, self._scan)
        attach = {"change": self._attach_change, "sign": self._attach_change, "share": self._attach_share,
                  "bare": self._attach_bare, "level": self._attach_level, "excess": self._attach_excess,
                  "plan": self._attach_plan, "baseline": self._attach_baseline}[link.kind]  # fmt: skip
        return attach(draft, number, link)

    def _attach_change(self, draft: Draft, number: Number, link: Link) -> bool:
        if draft.change is not None and draft.growth is not None:
            return False
        following = Number(*number)
        self._at += 1
        limit = self._bound()
        self._at -= 1
        plan, base = after_percent(self._scan, following, limit)
        set_change(draft, following, link.sign, plan if number.unit in PERCENT else None)
        draft.use("change", link.start, number.end)
        self._use_plan(draft, plan)
        if base is not None:
            set_base(draft, base, self._scan)
        return True

    def _attach_share(self, draft: Draft, number: Number, link: Link) -> bool:
        if number.unit not in PERCENT:
            if draft.growth is not None and draft.change is None and draft.number is not None and number.unit == draft.number.unit:
                return self._attach_change(draft, number, link._replace(sign=-1 if draft.growth < 0 else 1))
            return draft.number is None and not link.share_of_whole and self._attach_level(draft, number, link)
        plan, base = self._after(number)
        if link.share_of_whole and draft.number is not None and not draft.percent:
            draft.use("share of whole", link.start, predicate_end(self._key, number, self._limit()))
            return True
        if plan is None and (link.share_of_whole or (draft.number is None and draft.share is None)):
            return draft.number is None and not link.share_of_whole and self._attach_level(draft, number, link)
        if plan is not None and draft.share is not None:
            return self._second_share(draft, number, plan)
        if plan is None and base is not None:
            draft.growth = None if number.value is None else number.value - _HUNDRED
        elif plan is None and (draft.percent or draft.share is not None):
            return False
        else:
            set_share(draft, number, plan, self._scan)
        draft.use("share", link.start, number.end)
        self._use_plan_end(draft, plan, base)
        return True

    def _after(self, number: Number) -> tuple[Phrase | None, Phrase | None]:
        following = self._at + 1
        limit = self._numbers[following].start if following < len(self._numbers) else self._item.end
        return after_percent(self._scan, number, limit)

    def _use_plan_end(self, draft: Draft, plan: Phrase | None, base: Phrase | None) -> None:
        if plan is not None:
            draft.use("plan", plan.start, plan.end)
        if base is not None:
            set_base(draft, base, self._scan)

    def _second_share(self, draft: Draft, number: Number, plan: Phrase) -> bool:
        """A second authority's plan makes an entry of its own: "98% dự toán tỉnh giao, 91% dự toán huyện giao"."""
        cue = cue_before(self._key, draft.end, number.digits)
        second = Draft(self._item, min(cue.start, number.start), plan.end, self._target, name=draft.name)
        set_share(second, number, plan, self._scan)
        second.use("share", second.start, plan.end)
        self._drafts.append(second)
        self._position = plan.end
        return True

    def _attach_bare(self, draft: Draft, number: Number, link: Link) -> bool:
        """A number with nothing but a comma or bracket before it: another plan's share, or a percentage in brackets."""
        bracketed = "(" in self._key[draft.end : number.start]
        if number.unit not in PERCENT:
            if draft.percent and bracketed and number.unit is not None:
                draft.use("count", number.start, number.end)  # "đạt 50% (8 xã)": the count behind the share
                return True
            return False
        plan, base = self._after(number)
        if draft.number is not None and (plan is not None or (base is not None and draft.share is not None)):
            return self._attach_share(draft, number, link)
        if not bracketed:
            return False
        if draft.change is not None and draft.growth is None:
            draft.growth = number.value if draft.change > 0 or number.value is None else -number.value
        draft.use("percent", number.start, number.end)
        return True

    def _attach_level(self, draft: Draft, number: Number, link: Link) -> bool:
        if draft.number is not None or (draft.share is not None and draft.change is None and draft.growth is None):
            return False
        draft.number = number
        draft.use("number", link.start, number.end)
        if number.unit in PERCENT and draft.growth is not None:
            draft.change, draft.change_unit, draft.growth = draft.growth, "điểm %", None
        self._units_after(draft)
        return True

    def _attach_excess(self, draft: Draft, number: Number, link: Link) -> bool:
        plan, _ = self._after(number)
        if number.unit in PERCENT and not draft.percent and draft.share is None:
            draft.share = _HUNDRED + (number.value or 0)
        draft.assessment = "exceeded"
        draft.use("excess", link.start, number.end)
        self._use_plan(draft, plan)
        return True

    def _attach_plan(self, draft: Draft, number: Number, link: Link) -> bool:
        """ "(kế hoạch là 4%)": a target of the same name inside the result."""
        if draft.number is None or draft.target or (number.unit or draft.number.unit) != draft.number.unit:
            return False
        start = link.plan_start if link.plan_start is not None else number.start
        target = Draft(self._item, start, number.end, target=True, name=draft.name)
        target.number = number._replace(unit=draft.number.unit)
        target.use("plan", start, number.end)
        self._drafts.append(target)
        draft.use("plan", start, number.end)
        return True

    def _attach_baseline(self, draft: Draft, number: Number, link: Link) -> bool:
        if draft.baseline_value is not None or draft.number is None or (number.unit or draft.number.unit) != draft.number.unit:
            return False
        draft.baseline_value = number.value
        draft.baseline_period = draft.baseline_period or baseline_period(self._scan, link.start, number.start, self._item.period)
        draft.use("baseline", link.start, number.end)
        return True


def named(draft: Draft) -> Name:
    """The draft's name, which every finished draft has."""
    assert draft.name is not None  # noqa: S101
    return draft.name
