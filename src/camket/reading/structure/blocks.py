"""What the place of a line among others says: title, header block, signature block, byline, links, headings."""

import re
from itertools import pairwise, zip_longest

import msgspec

from camket.reading.structure.furniture import LONG, LineKind, after_enumerator, bare, phrases
from camket.vocabulary.furniture import furniture

_WORDS = furniture()
_STOPS = '.;:!?…”"'
_HEAD = 40
"""Lines from the top among which a header block and a title are looked for."""
_TITLE_MIN = 15
_HEADING_MAX = 150
_CROSSHEAD_MAX = 80
_CUT_MIN = 25
_CATEGORY_AND_DAY = re.compile(r"(?:[^\W\d_]+[\s,|:-]+){1,6}\(?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)?")
_NAME = re.compile(
    r"(?:(?:[^\W\d_]\.){1,3}|[^\W\d_]{1,12})(?:\s?[-,.&(–]\s?|\s){0,2}(?:[^\W\d_]{1,12}\.?(?:\s?[-,&(–]\s?|\s|\)){0,2}){0,8}\)?"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_BEFORE_NUMBERS = (
    " năm",
    " ngày",
    " tháng",
    " số",
    " đạt",
    " còn",
    " gần",
    " trên",
    " khoảng",
    " là",
    " với",
    " và",
    ",",
)
_ITEM_VERBS = ("đề nghị ", "kiến nghị ", "đề xuất ", "yêu cầu ", "giao ", "hỗ trợ ", "bố trí ", "xem xét ", "đầu tư ")
_DIGIT = re.compile(r"\d")
_YEAR_OR_ORDINAL = re.compile(
    r"\d{4}\s?-\s?\d{4}|(?:năm|thứ|khoá|kì|quí|đoạn|tháng|-)\s?\d{1,4}(?!\d|[.,]\d)(?:\s?-\s?\d{4})?"
)
_ADDRESSEE = "kính gửi"
_GROUNDS = ("căn cứ", "xét ", "theo đề nghị")
_SUBJECT = "v/v"


class Row(msgspec.Struct, gc=False):
    """A line while its kind is being settled: None is an open case. ``key`` is the folded ``text``."""

    start: int
    end: int
    key: str
    text: str
    kind: LineKind | None

    @property
    def is_prose(self) -> bool:
        """Whether it is text that an article is made of: long, or a finished sentence of some length."""
        return self.kind in ("body", "bullet") and (
            len(self.key) >= LONG or (len(self.key) > 60 and self.key[-1] in ".…;")
        )

    @property
    def is_finished(self) -> bool:
        """Whether it ends as sentences and items do."""
        return self.key[-1] in _STOPS or self.key.endswith(".)")

    @property
    def is_capital(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    @property
    def has_figure(self) -> bool:
        """Whether a number stands in it that is no year, ordinal or list number."""
        words = self.key[after_enumerator(self.key) :]
        return _DIGIT.search(words) is not None and _DIGIT.search(_YEAR_OR_ORDINAL.sub("", words)) is not None


def settle(rows: list[Row]) -> None:
    """Give every row its kind."""
    _continuations(rows)
    _head(rows)
    _finished_lines(rows)
    _links(rows)
    _signatures(rows)
    _bylines(rows)
    _headings(rows)
    for row in rows:
        if row.kind is None:
            row.kind = "body"


def continues(row: Row, after: Row) -> bool:
    """Whether ``after`` opens as the rest of an unfinished line does: lower case, or a number that is waited for."""
    if after.kind == "bullet":
        return False
    return after.text[0].islower() or (after.text[0].isdigit() and row.key.endswith(_BEFORE_NUMBERS))


def _continuations(rows: list[Row]) -> None:
    """Keep what looks like a date or a number line in the sentence that a line break has cut: "... / ngày 2/9/2024"."""
    for before, row in pairwise(rows):
        if row.kind not in ("dateline", "header", "debris") or not row.text[0].islower():
            continue
        if before.kind in (None, "body", "bullet") and not before.is_finished and len(before.key) > _CUT_MIN:
            row.kind = "body"


def _finished_lines(rows: list[Row]) -> None:
    """Type as body a line that ends as sentences do, goes on from the line before, or goes on in the next."""
    for row, after in zip_longest(rows, rows[1:]):
        if row.kind is not None or _is_capital_heading(row):
            continue
        cut = after is not None and after.kind in (None, "body") and continues(row, after)
        if row.is_finished or row.text[0].islower() or cut:
            row.kind = "body"


def _is_capital_heading(row: Row) -> bool:
    return row.is_capital and len(row.key) <= _CROSSHEAD_MAX and not row.has_figure


def _links(rows: list[Row]) -> None:
    """Type what follows "Tin khác" and its like: everything, or only the titles of a box inside the article."""
    if all(row.kind != "related" for row in rows):
        return
    before, box = 0, 0
    total = sum(len(row.key) for row in rows if row.is_prose)
    for at, row in enumerate(rows):
        if row.is_prose:
            before += len(row.key)
        words = phrases(row.key) if row.kind == "related" else ()
        ends = any(one in _WORDS.related_end for one in words)
        if ends and before and before >= total - before:
            for later in rows[at + 1 :]:
                if later.kind not in ("navigation", "dateline", "byline", "debris"):
                    later.kind = "related"
            return
        if ends or any(one in _WORDS.related_box for one in words):
            box = _titles_after(rows, max(at + 1, box))


def _titles_after(rows: list[Row], at: int) -> int:
    """Type the titles of a box of links; return where it ends."""
    for end in range(at, len(rows)):
        row = rows[end]
        if row.kind not in (None, "bullet", "caption", "related", "dateline", "navigation") or row.is_prose:
            return end
        if row.kind in (None, "bullet", "caption"):
            row.kind = "related"
    return len(rows)


def _signatures(rows: list[Row]) -> None:
    """Carry a signature block on over recipients, posts and names until text or an annex begins."""
    inside = False
    for row in rows:
        if row.kind == "signature":
            inside = True
        elif inside:
            inside = _is_signature(row)
            if inside and row.kind in (None, "bullet", "body", "heading"):
                row.kind = "signature"


def _is_signature(row: Row) -> bool:
    if row.key.startswith(_WORDS.annex_openings) or row.kind in ("table", "header", "title", "related"):
        return False
    if row.kind in ("debris", "navigation", "dateline"):
        return True
    recipient = row.key[0] in "-+" and len(row.key) <= _HEADING_MAX
    return (
        recipient
        or row.key.startswith(_WORDS.signer_posts)
        or (len(row.key) < 60 and (row.is_capital or is_name(row.text)))
    )


def is_name(text: str) -> bool:
    """Whether a line is one or more names as bylines and signers write them: capitals, no verb, no figure."""
    if len(text) > 70 or not text[0].isupper():
        return False
    # A capital in every word is told sooner than the form of the whole.
    return all(word[0].isupper() for word in _LETTERS.findall(text)) and _NAME.fullmatch(text) is not None


def _head(rows: list[Row]) -> None:
    """Type the header block of an administrative document and the title of either sort of text."""
    first = next((at for at, row in enumerate(rows[:_HEAD]) if _opens_text(row)), _HEAD)
    top = rows[:first]
    headed = any(row.kind == "header" for row in top)
    typed = next((at for at, row in enumerate(top) if _is_document_type(row, headed=headed)), None)
    if headed or typed is not None:
        _official_head(top, typed)
    else:
        _page_title(top)


def _opens_text(row: Row) -> bool:
    if row.kind is not None:
        return row.kind in ("body", "bullet", "table")
    # A title may end in ";" or go on; the grounds of a decision are text.
    finished = row.is_finished and row.key[-1] != ";" and not row.is_capital
    return row.key.startswith(_GROUNDS) or (finished and not row.key.startswith((_ADDRESSEE, _SUBJECT)))


def _is_document_type(row: Row, *, headed: bool) -> bool:
    """Whether the line only names a sort of document; under a header block old fonts lose the capitals."""
    return row.kind is None and (row.is_capital or headed) and bare(row.key) in _WORDS.document_types


def _official_head(top: list[Row], typed: int | None) -> None:
    """Type the names of bodies, the number and the day, then the sort of document, then its title."""
    last = max((at for at, row in enumerate(top) if row.kind == "header"), default=-1)
    begins = last + 1 if typed is None else typed + 1
    for at, row in enumerate(top):
        if row.kind is not None:
            continue
        if row.key.startswith(_ADDRESSEE):
            row.kind = "header"
            return
        if row.key.startswith(_SUBJECT):
            row.kind = "title"
            continue
        issuer = row.is_capital and row.key.startswith((*_WORDS.header_bodies, *_WORDS.signer_posts))
        row.kind = "header" if at < begins or (issuer and typed is not None and at > begins) else "title"


def _page_title(top: list[Row]) -> None:
    """Find the title: beside the date line, or else the longest of the open lines at the top."""
    for row in top:
        if row.kind is None and _CATEGORY_AND_DAY.fullmatch(row.key):
            row.kind = "dateline"
    title = _title_among(top)
    for row in top[:title]:
        if row.kind is None and not row.has_figure and len(row.key) < _CROSSHEAD_MAX:
            row.kind = "navigation"


def _title_among(top: list[Row]) -> int:
    """Return the title's place at the top (0 where there is none), typed."""
    marked = [at for at, row in enumerate(top) if row.kind == "title"]
    if marked:
        return marked[0]
    open_rows = [at for at, row in enumerate(top) if row.kind is None and len(row.key) >= _TITLE_MIN]
    beside = [
        at
        for at in open_rows
        if any(near.kind == "dateline" for near in (*top[max(at - 1, 0) : at], *top[at + 1 : at + 2]))
    ]
    title = max(beside or open_rows, key=lambda at: len(top[at].key), default=None)
    if title is None:
        return 0
    top[title].kind = "title"
    return title


def _bylines(rows: list[Row]) -> None:
    """Type a bare name after the last sentence as byline, and unfinished lines after a byline as links."""
    # A remark in brackets may stand below the byline ("(Theo Công văn số ...)").
    text = (at for at, row in enumerate(rows) if row.kind in ("body", "bullet", "table") and row.key[0] != "(")
    last = max(text, default=None)
    if last is None:
        return
    signed = False
    for row in rows[last + 1 :]:
        if row.kind == "byline":
            signed = True
        elif row.kind is None and signed:
            row.kind = "related"
        elif row.kind is None and is_name(row.text):
            row.kind, signed = "byline", True


def _headings(rows: list[Row]) -> None:
    for at, row in enumerate(rows):
        if row.kind not in (None, "bullet"):
            continue
        before = rows[at - 1] if at else None
        after = rows[at + 1] if at + 1 < len(rows) else None
        if _is_numbered_heading(row, before, after) or _is_crosshead(row, before, after):
            row.kind = "heading"


def _is_numbered_heading(row: Row, before: Row | None, after: Row | None) -> bool:
    if row.kind != "bullet" or len(row.key) > _HEADING_MAX or row.key[-1] in ".;,…" or row.has_figure:
        return False
    style = _style(row)
    if style == "-" or (after is not None and continues(row, after)):
        return False
    # Items of one list stand side by side; a heading stands above something else.
    return not any(near is not None and _style(near) == style for near in (before, after))


def _style(row: Row) -> str:
    """Return what numbers a row: "-" a bullet, "1" a number, "1.1" two levels, "a", "i" a Roman number, "" nothing."""
    end = after_enumerator(row.key) if row.kind in ("bullet", "heading") else 0
    mark = row.key[:end].strip(" ().:/")
    if not end or not mark:
        return ""
    if mark[0] in "-+*•●○▪■◦➢✓►·":
        return "-"
    if mark[0].isdigit():
        return "1" + ".1" * mark.count(".")
    return "i" if row.text[0] in "IVX" else "a"


def _is_crosshead(row: Row, before: Row | None, after: Row | None) -> bool:
    """Whether it is an unfinished line without figures between finished text and more text."""
    if row.kind is not None or row.has_figure or row.key[-1] == ",":
        return False
    if row.is_capital and (len(row.key) <= _HEADING_MAX or _is_capital_heading(row)):
        return True
    if len(row.key) > _CROSSHEAD_MAX or row.key.startswith(_ITEM_VERBS) or after is None or after.text[0].islower():
        return False
    return after.kind in ("body", "bullet", "heading") and (
        before is None or before.kind != "body" or before.is_finished
    )
