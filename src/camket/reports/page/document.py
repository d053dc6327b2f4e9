"""One document on the page: its text with coloured spans, its statements by kind, its checks."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from camket.reading.read import Reading
from camket.reading.statements import Statement
from camket.reading.structure.lines import SILENT, read_lines
from camket.reports.checked import Checked, checks_of
from camket.reports.fields import shown_fields
from camket.reports.labels import Labels, load_labels
from camket.reports.page.segments import Segment, cut
from camket.reports.period import date_words
from camket.reports.place import Locator
from camket.vocabulary.folding import fold

_SHOWN_OF_PLACE = 60


class Section(NamedTuple):
    """A document's part of the page, and what the index tells of it."""

    number: int
    name: str
    title: str
    statements: int
    doubtful: int
    html: str


def section_of(reading: Reading, number: int) -> Section:
    """Make a document's part; ``number`` sets its anchors apart from those of the others."""
    checks = checks_of(reading)
    body = _Body(reading, number, checks, load_labels())
    title = reading.facts.title or reading.document.name
    doubtful = sum(1 for check in checks if not check.holds)
    return Section(number, reading.document.name, title, len(reading.statements), doubtful, body.html(title))


class _Body:
    """Writes a section's HTML. Everything that comes from a document passes through ``escape``."""

    def __init__(self, reading: Reading, number: int, checks: Sequence[Checked], labels: Labels) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._number = number
        self._checks = checks
        self._check_starts = {start for check in checks for start, _ in check.spans}
        self._labels = labels
        self._locator = Locator(reading.document, labels)

    def html(self, title: str) -> str:
        name = escape(self._reading.document.name)
        return (
            f'<section class="document" id="d{self._number}" aria-labelledby="h{self._number}" data-name="{name}">\n'
            f'<header class="about"><h2 id="h{self._number}" tabindex="-1">{escape(title)}</h2><p>{self._facts()}</p>'
            f"{self._warnings()}</header>\n{self._check_list()}"
            f'<div class="panes"><div class="pane text" role="region" aria-label="Văn bản" tabindex="0">'
            f'<div class="paper">{"".join(self._segments())}</div></div>\n'
            f'<div class="pane said" role="region" aria-label="Nội dung đọc được">{self._groups()}</div></div>\n</section>\n'
        )

    def _facts(self) -> str:
        reading, facts = self._reading, self._reading.facts
        published = f"ngày {date_words(facts.published.date())}" if facts.published else ""
        parts = (reading.document.name, published, reading.about or "", f"{len(reading.statements)} mục")
        return " · ".join(escape(part) for part in parts if part)

    def _warnings(self) -> str:
        scan = (
            ("Văn bản được đọc từ bản quét: cần đối chiếu từng con số với bản gốc.",)
            if self._reading.document.scanned
            else ()
        )
        return "".join(f'<p class="warning">⚠ {escape(one)}</p>' for one in (*scan, *self._reading.document.warnings))

    def _segments(self) -> Iterator[str]:
        statements = self._reading.statements
        doubts = [span for check in self._checks if not check.holds for span in check.spans]
        spans = [(one.start, one.end) for one in statements] + doubts
        furniture, pages = self._furniture(), self._pages()
        marks = [at for span in furniture for at in span] + list(pages)
        marks += self._check_starts
        named: set[int] = set()
        silent = iter([*furniture, (len(self._text), len(self._text))])
        quiet = next(silent)
        for segment in cut(len(self._text), spans, marks):
            while segment.start >= quiet[1] and quiet[0] < len(self._text):
                quiet = next(silent)
            inside = quiet[0] <= segment.start < quiet[1]
            page = pages.get(segment.start)
            if page is not None:
                yield f'<span class="page" data-page="trang {page}"></span>'
            yield self._segment(segment, len(statements), named, furniture=inside)

    def _segment(self, segment: Segment, statements: int, named: set[int], *, furniture: bool) -> str:
        words = escape(self._text[segment.start : segment.end])
        anchor = f'id="t{self._number}-{segment.start}"'
        covers = [index for index in segment.covers if index < statements]
        doubtful = " doubt" if len(covers) < len(segment.covers) else ""
        if not covers:
            kind = f"{'furniture' if furniture else ''}{doubtful}".strip()
            return f'<span {anchor} class="{kind}">{words}</span>' if kind or self._is_mark(segment) else words
        return self._link(segment, covers, named, words, doubtful)

    def _link(self, segment: Segment, covers: list[int], named: set[int], words: str, doubtful: str) -> str:
        """A segment leads to its shortest statement; the first one of a statement is a stop for the keyboard."""
        first = [index for index in covers if index not in named]
        named.update(first)
        kinds = [self._reading.statements[index].kind for index in covers]
        shown = f"seg k-{kinds[0]}{' many' if len(covers) > 1 else ''}{doubtful}"
        said = "; ".join(self._labels.kinds[kind].label for kind in dict.fromkeys(kinds))
        sign = f' data-sign="{self._labels.kinds[kinds[0]].sign}"' if covers[0] in first else ""
        stop = "" if first else ' tabindex="-1"'
        ids = " ".join(str(index) for index in covers)
        return (
            f'<a id="t{self._number}-{segment.start}" href="#s{self._number}-{covers[0]}" class="{shown}" data-s="{ids}"'
            f'{sign}{stop} title="{escape(said)}">{words}</a>'
        )

    def _is_mark(self, segment: Segment) -> bool:
        """Whether a check's place begins here, so that there is something to lead to."""
        return segment.start in self._check_starts

    def _furniture(self) -> list[tuple[int, int]]:
        lines = read_lines(self._text, fold(self._text), self._reading.document.places)
        return [(line.start, line.end) for line in lines if line.kind in SILENT]

    def _pages(self) -> dict[int, int]:
        """Where each page begins, for files that have pages."""
        found: dict[int, int] = {}
        seen: set[int] = set()
        for place in self._reading.document.places:
            if place.page is not None and place.page not in seen:
                seen.add(place.page)
                found[place.start] = place.page
        return found

    def _groups(self) -> str:
        groups = {kind: [] for kind in self._labels.kinds}  # type: dict[str, list[int]]
        for index, statement in enumerate(self._reading.statements):
            groups[statement.kind].append(index)
        filled = "".join(self._group(kind, indexes) for kind, indexes in groups.items() if indexes)
        return filled or '<p class="nothing">Không đọc thấy nội dung nào trong văn bản này.</p>'

    def _group(self, kind: str, indexes: list[int]) -> str:
        label = self._labels.kinds[kind]
        cards = "".join(self._card(index, self._reading.statements[index]) for index in indexes)
        return (
            f'<section class="group k-{kind}" data-kind="{kind}"><h3><span class="sign" aria-hidden="true">{label.sign}</span>'
            f'{escape(label.label)} <span class="count">{len(indexes)}</span></h3>{cards}</section>'
        )

    def _card(self, index: int, one: Statement) -> str:
        fields = "".join(
            f"<div><dt>{escape(field.heading)}</dt><dd>{escape(field.words)}</dd></div>"
            for field in shown_fields(one, self._labels, self._reading.about)
        )
        where = f"{self._locator.words(one.start)} · ký tự {one.start}-{one.end}"
        return (
            f'<article id="s{self._number}-{index}" class="card" tabindex="-1" data-kind="{one.kind}" data-i="{index}">'
            f'<p class="quote"><a href="#t{self._number}-{one.start}">{escape(" ".join(one.text.split()))}</a></p>'
            f"{f'<dl>{fields}</dl>' if fields else ''}"
            f'<p class="where">{escape(where)} · quy tắc {escape(one.rule)}</p></article>'
        )

    def _check_list(self) -> str:
        doubtful = [check for check in self._checks if not check.holds]
        holding = [check for check in self._checks if check.holds]
        if not self._checks:
            return ""
        shown = (
            f'<h3>⚠ Cần kiểm tra <span class="count">{len(doubtful)}</span></h3><ol>{"".join(map(self._check, doubtful))}</ol>'
            if doubtful
            else ""
        )
        rest = (
            f"<details><summary>✓ {len(holding)} phép tính khớp</summary><ol>{''.join(map(self._check, holding))}</ol></details>"
            if holding
            else ""
        )
        return f'<section class="checks{" open" if doubtful else ""}" aria-label="Kiểm tra số liệu">{shown}{rest}</section>\n'

    def _check(self, check: Checked) -> str:
        places = " ".join(self._check_place(start, end) for start, end in check.spans)
        note = f" {escape(check.note)}" if check.note else ""
        return (
            f"<li><strong>{escape(check.arithmetic)}</strong>{note}"
            f'<p class="relation">{escape(check.relation)}: <span class="at">{places}</span></p></li>'
        )

    def _check_place(self, start: int, end: int) -> str:
        words = " ".join(self._text[start:end].split())
        shown = words if len(words) <= _SHOWN_OF_PLACE else words[:_SHOWN_OF_PLACE].rstrip() + "…"
        where = escape(self._locator.words(start))
        return f'<a href="#t{self._number}-{start}" title="{where}">«{escape(shown)}»</a>'
