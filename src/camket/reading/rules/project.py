"""Projects: the named projects and public works of a document, what they cost and how far they are."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import msgspec

from camket.reading.lexing.patterns import any_of, folded
from camket.reading.matching import Found, PhraseMatcher
from camket.reading.rules.rule import Rule
from camket.reading.rules.sentence import sentence_at
from camket.reading.rules.title import Title, TitleReader
from camket.reading.scan import Scan
from camket.reading.statements import Piece, Project
from camket.reading.structure.item import Item
from camket.vocabulary.folding import fold
from camket.vocabulary.titles import load_title_words
from camket.vocabulary.works import load_work_words

_LIST_REACH = 160  # from a generic head to the sign that opens its list
_BUDGET_REACH = 60  # from the label of a budget to its sum
_PROGRESS_REACH = 120
_BUILDING_REACH = 60  # from a word of building to what is built
_DESCRIBED = 3  # words after the head that describe one project
_CLAUSE = re.compile(r"[.;:]")
# "thủy điện Nậm Pay 2": the second of its name
_NUMBER = re.compile(
    r"\s(?:\d{1,2}|[ivx]{1,4})(?=\s?[;,.)\n]|\s?$|\s(?:tại|ở|trên|với|do|có|thuộc|và|đã|đang|chậm|còn)(?!\w))"
)
_JOIN = re.compile(r"\s{0,3}(?:,|và)\s{1,3}(?:và\s)?")
_LEAD = re.compile(r"\s{0,4}(?:và\s)?")
_STOP = re.compile(r"[.;]")


class _Name(NamedTuple):
    """A project's name at [start, end); ``limit`` is where what is said of it ends at the latest."""

    start: int
    end: int
    title: Title
    limit: int
    item: Item
    listed: bool


class _ProjectReader:
    """The words of works.yml, compiled once."""

    def __init__(self) -> None:
        words = load_work_words()
        kinds = {word: kind for kind in ("masks", "buildings", "works", "projects") for word in getattr(words, kind)}
        self._heads: PhraseMatcher[str] = PhraseMatcher(kinds)
        self._titles = TitleReader(load_title_words())
        self._words = words

    @cached_property
    def _head_at(self) -> re.Pattern[str]:
        return _words([*self._words.projects, *self._words.works, *self._words.buildings])

    @cached_property
    def _new_head(self) -> re.Pattern[str]:
        return _words(list(self._words.projects))

    @cached_property
    def _plural(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_alternatives(self._words.plurals)}|\d{{1,4}})\s(?:\w+\s)?$")

    @cached_property
    def _owner(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_alternatives(self._words.owners)})\s(?:các\s)?$")

    @cached_property
    def _building(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_alternatives(self._words.building)})(?!\w)")

    @cached_property
    def _was_built(self) -> re.Pattern[str]:
        done = folded(r"[^.;,:\n]{0,40}(?<!\w)(?:đã|đang|được|sẽ|vừa)(?: được| và đang)?").pattern
        return re.compile(rf"{done}\s(?:{_alternatives(self._words.building)})(?!\w)")

    @cached_property
    def _not_project(self) -> re.Pattern[str]:
        return re.compile(rf"\s(?:{_alternatives(self._words.not_projects)})(?!\w)")

    @cached_property
    def _thing(self) -> re.Pattern[str]:
        words = [*self._words.works, *self._words.buildings, *self._words.building]
        return re.compile(rf"\s(?:{_alternatives(words)})(?!\w)")

    @cached_property
    def _list(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_alternatives(self._words.list_openers)})(?![\w:])")

    @cached_property
    def _budget(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{_alternatives(self._words.budgets)})(?!\w)[^.;\d]{{0,{_BUDGET_REACH}}}$")

    @cached_property
    def _progress(self) -> re.Pattern[str]:
        auxiliary = _alternatives(self._words.auxiliaries)
        return re.compile(
            rf"(?<!\w)(?P<said>(?:(?:{auxiliary})\s){{0,4}}(?:{_alternatives(self._words.progress)})(?!\w)[^.;,:()\n]{{0,{_PROGRESS_REACH}}})"
        )

    def names(self, scan: Scan) -> Iterator[_Name]:
        """The names of projects, in order, none inside another."""
        done, listing = 0, -1
        for head in self._heads.find(scan.key):
            if head.start < done or head.entry == "masks":
                continue
            for name in self._at_head(scan, head, listing):
                if name.start >= done:
                    yield name
                    done, listing = name.end, name.item.sentence

    def _at_head(self, scan: Scan, head: Found[str], listing: int) -> Iterator[_Name]:
        place = sentence_at(scan, head.start)
        if place is None:
            return
        item, begin, end = place
        before = scan.key[max(begin, head.start - 30) : head.start]
        if head.entry == "projects" and self._plural.search(before):
            yield from self._list_of(scan, head, item, end)
        elif not self._plural.search(before) and not self._not_project.match(scan.key, head.end):
            name = self._name(scan, head, item, item.end if head.start < item.end else end)
            if name is not None and self._is_project(scan, head, name, before, begin, listing):
                yield name

    def _is_project(self, scan: Scan, head: Found[str], name: _Name, before: str, begin: int, listing: int) -> bool:
        """Whether a name is of a project, not of a body or place that something else is told of.

        ``listing``: the sentence whose list of projects the name may go on.
        """
        if head.entry == "projects":
            return not before.endswith(("ban quản lí ", "bql "))
        if self._owner.search(before):
            return False
        if listing == name.item.sentence and head.start in (name.item.start, name.item.body):
            return True
        if name.item.role == "petition" and head.entry == "buildings":  # a wish describes many roads and halls
            return self.budget(scan, name) is not None
        return self._is_built(scan, head, begin, name) or self.budget(scan, name) is not None

    def _is_built(self, scan: Scan, head: Found[str], begin: int, name: _Name) -> bool:
        floor = max(begin, head.start - _BUILDING_REACH)
        before = _CLAUSE.split(scan.key[floor : head.start])[-1]
        said = self._building.search(before) or self._was_built.match(scan.key, name.end, name.limit)
        return said is not None or self.progress(scan, name) is not None

    def _name(self, scan: Scan, head: Found[str], item: Item, end: int) -> _Name | None:
        title = self._titles.read(scan, head.end, end, heads=self._new_head)
        named = title.proper or (head.entry == "projects" and self._is_described(scan, head, title))
        if not named or title.end <= head.end or _bare_number(scan, head.end, title.end):
            return None
        number = _NUMBER.match(scan.key, title.end, end)
        return _Name(head.start, number.end() if number else title.end, title, end, item, listed=False)

    def _is_described(self, scan: Scan, head: Found[str], title: Title) -> bool:
        """ "công trình sân vận động huyện", "Dự án chăn nuôi bò sữa tỉnh": one thing of one unit, though without a name."""
        if not title.located or title.words < _DESCRIBED:
            return False
        capital = scan.text(head.start, head.start + 1).isupper() and scan.key[max(0, head.start - 1)] == " "
        after_stop = scan.key[max(0, head.start - 2) : head.start] in (". ", ": ", "; ")
        return (capital and not after_stop) or self._thing.match(scan.key, head.end) is not None

    def _list_of(self, scan: Scan, head: Found[str], item: Item, end: int) -> Iterator[_Name]:
        """The members of a list that a generic head opens: ";" separates them, or else commas."""
        opener = self._list.search(scan.key, head.end, min(end, head.end + _LIST_REACH))
        if opener is None or _STOP.search(scan.key, head.end, opener.start()):
            return
        for start, stop in _members(scan.key, opener.end(), end):
            member = self._head_at.match(scan.key, start, stop)
            if member is not None:
                yield from self._member(scan, start, member.end(), stop, item)

    def _member(self, scan: Scan, start: int, after: int, stop: int, item: Item) -> Iterator[_Name]:
        title = self._titles.read(scan, after, stop, listed=True, heads=self._new_head)
        if title.words >= 1 and title.full > after:
            number = _NUMBER.match(scan.key, title.full, stop + 1)
            yield _Name(start, number.end() if number else title.full, title, stop, item, listed=True)
        joined = _JOIN.match(scan.key, title.full, stop)
        following = self._head_at.match(scan.key, joined.end(), stop) if joined else None
        if joined and following:
            yield from self._member(scan, joined.end(), following.end(), stop, item)

    def budget(self, scan: Scan, name: _Name) -> tuple[int, int] | None:
        """Where the sum stands that a label makes this project's budget."""
        for sum_ in scan.quantities.within(name.end, name.limit):
            if (
                sum_.unit == "VND"
                and sum_.value is not None
                and self._budget.search(scan.key, name.end, sum_.qualifier_start)
            ):
                return sum_.start, sum_.end
        return None

    def progress(self, scan: Scan, name: _Name) -> tuple[int, int] | None:
        """Where the words stand that say how far the project is."""
        said = self._progress.search(scan.key, name.end, min(name.limit, name.end + 2 * _PROGRESS_REACH))
        if said is None or self._head_at.search(scan.key, name.end, said.start()):
            return None
        words = scan.key[said.start() : said.end()].rstrip()
        return said.start(), said.start() + len(words)


def _words(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives(words)})(?!\w)")


def _alternatives(words: list[str] | tuple[str, ...]) -> str:
    return any_of([fold(word) for word in words])


def _bare_number(scan: Scan, start: int, end: int) -> bool:
    """ "Dự án 1" of a programme names nothing by itself."""
    return scan.key[start:end].strip().isdigit()


def _members(key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    sign = ";" if ";" in key[start:end] else ","
    while start < end:
        stop = key.find(sign, start, end)
        stop = end if stop < 0 else stop
        lead = _LEAD.match(key, start, stop)
        yield lead.end() if lead else start, stop
        start = stop + 1


_UNSAID = folded(r"^(?:(?:dự án|công trình|đầu tư|xây dựng|xây mới|thi công|nâng cấp|cải tạo)[ ,]{1,2}){1,6}")
_READER = _ProjectReader()


def _named(scan: Scan) -> Iterator[Project]:
    """Each project once, where it is first named; what is said of it later is kept with it."""
    first: dict[str, Project] = {}
    for name in _READER.names(scan):
        project = _project(scan, name)
        key = _identity(scan.key[name.start : name.end])
        known = first.get(key)
        if known is None:
            first[key] = project
        elif known.value is None or known.progress is None:
            first[key] = _completed(known, project)
    yield from first.values()


def _identity(name: str) -> str:
    """A name without the words that it may be told without: "dự án xây dựng cầu X" is "cầu X"."""
    return _UNSAID.sub("", name)


def _completed(known: Project, later: Project) -> Project:
    value = known if known.value is not None else later
    return msgspec.structs.replace(
        known,
        value=value.value,
        unit=value.unit,
        progress=known.progress or later.progress,
        place=known.place or later.place,
    )


def _project(scan: Scan, name: _Name) -> Project:
    budget = _READER.budget(scan, name)
    progress = _READER.progress(scan, name)
    amount = scan.quantities.at(budget[0]) if budget else None
    words = scan.text(name.start, name.end)
    pieces = [Piece("name", name.start, name.end)]
    pieces += [Piece(role, *place) for role, place in (("budget", budget), ("progress", progress)) if place]
    return Project(
        text=words, start=name.start, end=name.end, rule="project.listed" if name.listed else "project.named",
        section=name.item.section, about=name.item.about or scan.about, pieces=tuple(pieces), name=words,
        place=scan.text(*name.title.places[0]) if name.title.places else None,
        value=amount.value if amount else None, unit=amount.unit if amount else None,
        progress=scan.text(*progress) if progress else None,
    )  # fmt: skip


RULES = (
    Rule(
        "project.named",
        "dự án|công trình|tuyến đường|khu công nghiệp … <tên riêng>; đầu tư xây dựng cầu|trường … <tên>",
        _named,
    ),
)


def find(scan: Scan) -> Iterator[Project]:
    """The named projects of a document, in order."""
    for rule in RULES:
        yield from rule.make(scan)
