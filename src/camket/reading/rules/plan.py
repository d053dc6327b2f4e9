"""Plans: the planning documents a text names, their level, their period and the year they look to."""

import re
from collections.abc import Iterator
from functools import cached_property

from camket.reading.lexing.patterns import any_of
from camket.reading.matching import Found, PhraseMatcher
from camket.reading.rules.rule import Rule
from camket.reading.rules.sentence import sentence_at
from camket.reading.rules.title import Title, TitleReader
from camket.reading.scan import Scan
from camket.reading.statements import Piece, Plan
from camket.reading.structure.item import Item
from camket.vocabulary.folding import fold
from camket.vocabulary.plans import PlanKind, load_plan_words
from camket.vocabulary.titles import load_title_words

_TITLE_WORDS = 2
_YEARS = re.compile(r"\d{4}(?:/\d{4})?")  # six months of a year have no plan of their own
_OWNED = r"(?<!\w)của\s(?=(?:{levels})(?!\w))"


class _PlanReader:
    """The words of plans.yml, compiled once."""

    def __init__(self) -> None:
        self._words = load_plan_words()
        self._heads: PhraseMatcher[PlanKind] = PhraseMatcher(
            (word, kind) for kind in self._words.kinds for word in kind.words
        )
        self._titles = TitleReader(load_title_words())
        self._levels = {fold(word): level for word, level in self._words.levels.items()}

    @cached_property
    def _next(self) -> re.Pattern[str]:
        """What begins another plan: "Quy hoạch tỉnh ... và Kế hoạch thực hiện ..."."""
        return re.compile(rf"(?:{_alternatives(self._words.types)})(?!\w)")

    @cached_property
    def _not_after(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_alternatives(self._words.not_after)})\s$")

    @cached_property
    def _plural(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_alternatives(self._words.plurals)}|\d{{1,3}})\s$")

    @cached_property
    def _not_before(self) -> re.Pattern[str]:
        return re.compile(rf"\s(?:{_alternatives(self._words.not_before)})(?!\w)")

    @cached_property
    def _opener(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_alternatives(self._words.openers)})\s$")

    @cached_property
    def _urban(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_alternatives(self._words.urban)})(?!\w)")

    @cached_property
    def _level(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{any_of(list(self._levels))})(?!\w)")

    @cached_property
    def _owner(self) -> re.Pattern[str]:
        return re.compile(_OWNED.format(levels=any_of(list(self._levels))))

    def plans(self, scan: Scan) -> Iterator[tuple[int, int, Title, Item, PlanKind]]:
        """The plans named, in order, none inside another."""
        done = 0
        for head in self._heads.find(scan.key):
            place = sentence_at(scan, head.start) if head.start >= done else None
            if place is None:
                continue
            title = self._title(scan, head, place.start, place.item.end)
            if title is not None:
                done = title.full if head.entry.whole else title.end
                yield self._opened(scan, head.start, place.start), done, title, place.item, head.entry

    def _title(self, scan: Scan, head: Found[PlanKind], begin: int, limit: int) -> Title | None:
        before = scan.key[max(begin, head.start - 30) : head.start]
        bare = head.entry.needs in ("name", "title")
        if (head.entry.spatial and self._not_after.search(before)) or (
            bare and self._not_before.match(scan.key, head.end)
        ):
            return None
        title = self._titles.read(scan, head.end, limit, heads=self._next)
        several = self._plural.search(before) and not (title.proper or title.period)
        return None if several or not _enough(head.entry, title) else title

    def _opened(self, scan: Scan, start: int, begin: int) -> int:
        opener = self._opener.search(scan.key, max(begin, start - 20), start)
        return opener.start() if opener else start

    def level(self, kind: PlanKind, words: str) -> str | None:
        """The level that a plan's kind or the words of its title tell."""
        if kind.level is not None:
            return kind.level
        owner = self._owner.search(words)
        found = self._level.search(words, owner.start() if owner else 0)
        urban = self._urban.search(words) if kind.spatial else None
        if urban and (found is None or urban.start() <= found.start()):
            return "urban"
        return self._levels[found.group()] if found else None


def _enough(kind: PlanKind, title: Title) -> bool:
    """Whether what follows the head is enough for a plan of its own."""
    if kind.needs == "place":
        return title.proper or title.located
    if kind.needs == "name":
        return title.proper and title.words <= _TITLE_WORDS * 4
    if kind.needs == "period":
        return title.period is not None and _YEARS.fullmatch(title.period.iso) is not None
    if kind.needs == "span":
        return title.period is not None and "/" in title.period.iso
    return kind.needs == "nothing" or title.words >= _TITLE_WORDS


def _alternatives(words: tuple[str, ...]) -> str:
    return any_of([fold(word) for word in words])


_READER = _PlanReader()


def _titled(scan: Scan) -> Iterator[Plan]:
    for start, end, title, item, kind in _READER.plans(scan):
        acts = scan.citations.within(end, min(item.end, end + 60))
        yield Plan(
            text=scan.text(start, end), start=start, end=end, rule="plan.titled", section=item.section,
            about=item.about or scan.about, period=title.period.iso if title.period else None, pieces=(Piece("title", start, end),),
            level=_READER.level(kind, scan.key[start:end]), vision=title.vision,
            citations=tuple(scan.text(one.start, one.end) for one in acts),
        )  # fmt: skip


RULES = (
    Rule(
        "plan.titled",
        "Quy hoạch tỉnh|vùng|chung|phân khu|chi tiết|sử dụng đất <nơi> thời kỳ <năm - năm>, tầm nhìn đến <năm>; "
        "Kế hoạch đầu tư công trung hạn; Đề án|Chương trình <tên>",
        _titled,
    ),
)


def find(scan: Scan) -> Iterator[Plan]:
    """The planning documents a text names, in order."""
    for rule in RULES:
        yield from rule.make(scan)
