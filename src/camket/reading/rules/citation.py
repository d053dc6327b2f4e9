"""Citations: legal and Party documents, by number or by name."""

import re
from collections.abc import Callable, Iterable, Iterator

from camket.reading.lexing.patterns import folded
from camket.reading.matching import PhraseMatcher
from camket.reading.rules.citation_lists import goes_on_list, listed, with_shared
from camket.reading.rules.citation_parts import NAMED, UPPER, Mention, Parts, parts_after, type_before
from camket.reading.rules.frame import frame, item_at
from camket.reading.rules.rule import Rule
from camket.reading.scan import Scan
from camket.reading.statements import Citation, Piece

_BY_NUMBER, _CONGRESS_RULE, _LAW_RULE, _SHORT_RULE = (
    "citation.number", "citation.congress", "citation.law", "citation.short",
)  # fmt: skip
_ROMAN = r"(?:[ivxlc]{1,7}|\d{1,2})(?!\w)"
_TERM = r"(?:,? ?\(?nhiệm kỳ (?:19|20)\d\d ?- ?(?:19|20)\d\d)?"
_CONGRESS = folded(
    r"nghị quyết (?:của )?(?:đại hội|đhđb|đh)(?: đại biểu)?(?: toàn quốc)?(?: (?:của )?đảng(?: bộ)?(?: [^\s,.;:()\"]{1,12}){0,6}?)?"
    rf"(?: lần thứ (?:{_ROMAN})|,? nhiệm kỳ (?:19|20)\d\d ?- ?(?:19|20)\d\d)"
    r"(?P<owner> (?:của )?đảng(?: bộ(?: (?:tỉnh|thành phố|huyện|thị xã|xã|phường|quận|thị trấn))?)?(?!\w))?"
    rf"{_TERM}"
    rf"|nghị quyết đại hội {_ROMAN}(?: của)? đảng(?: bộ (?:tỉnh|huyện|thành phố|xã|thị xã|phường))?(?!\w)"
    rf"|nghị quyết (?:hội nghị )?(?:lần thứ [^\s,.;]{{1,8}} (?:ban chấp hành )?)?(?:trung ương|tw) \d{{1,2}}(?:,? \(?khóa {_ROMAN}\)?)?(?! (?:xã|huyện))"
)
_STOP = (
    r"(?=[ \n](?:năm|ngày|số|và|đã|có|được|để|của|về|theo|trong|khi|thì|là|tại|đối|cho|nhằm|với|hiện|còn|cũng|do|vào|từ|như|mà|nên|phải|"
    r"quy định|này|mới|sửa đổi|đến|đang|sẽ|trên|chưa|không|vẫn|bị|cần|gắn|đi|bằng|hay|hoặc|thông qua|ban hành|sau|trước|quán triệt|gồm)(?!\w)|[,.;:()\"”]|\n"
    rf"(?![^\W\d_{UPPER}])|$)"
)
_NAME = (
    r"(?:[A-ZĐÁÂẤÔĂÝ]|tổ chức|đầu tư|đất đai|bảo vệ|ngân sách)[^\s,.;:()]*(?:(?<=hòng), chống|(?<=iết kiệm), chống)?"
    rf"(?:[ \n](?:kiệm, )?[^\s,.;:()\"]{{1,14}}){{0,9}}?{_STOP}"
)
_LAW = re.compile(
    rf"(?P<type>Bộ luật|Luật|Pháp lệnh)[ \n](?:[Ss]ửa đổi,?[ \n]bổ sung[ \n]một[ \n]số[ \n]điều[ \n]của[ \n]"
    rf"(?:\d{{1,3}} [Ll]uật[^,;.()\n]{{0,60}}?(?= ngày| năm|[,;.()\n]|$)"
    rf"|(?:các )?(?:Bộ luật|Luật)[ \n]{_NAME}(?:(?:,| và) (?:Luật )?{_NAME}){{0,3}}?(?=[ \n]năm|[ \n]ngày|[.;:()\n]|,)|(?:Bộ luật|Luật)[ \n]{_NAME})|{_NAME})"
)
_SHORT_TYPES = (
    "nghị quyết", "chỉ thị", "kết luận", "quyết định", "nghị định", "thông tư", "chương trình", "đề án", "công điện", "công văn", "văn bản",
    "kế hoạch", "thông báo", "quy định", "hướng dẫn", "báo cáo", "tờ trình", "pháp lệnh",
)  # fmt: skip
_ABBREVIATED = ("nq", "ct", "kl", "qđ", "nđ", "kh", "cv", "tb", "tt")  # only before "số"
_ALONE = 9  # the first so many are also cited without "số"
_SHORT = folded(
    rf"(?P<type>{'|'.join((*_SHORT_TYPES, *_ABBREVIATED))})(?P<word> số)? (?P<id>\d{{1,4}}[a-z]?)(?![\w%]|[/.,:-]\w| ?/ ?\d)"
    r"(?=[,.;:)\n\"]| (?:của|về|ngày|năm|và|giai|trên|theo|để|cho|tại|được|đã|gắn|khóa|là|với|do|trong|nhằm|thì|-)(?!\w)| ?$)"
)
_YEARS = re.compile(r"(?:19|20)\d\d$")
_REPLACES = folded(r"(?<!\w)(?:thay thế|thay cho)(?: cho)?(?: các)? $")


def find(scan: Scan) -> Iterator[Citation]:
    """Yield the citations of a document in order, none overlapping."""
    yield from with_shared(list(_cited(scan)))


def _cited(scan: Scan) -> Iterator[Citation]:
    cited = _settled(mentions(scan))
    words: str | None = None
    for index, one in enumerate(cited):
        goes_on = one.type is None and index > 0 and goes_on_list(scan, cited[index - 1], one)
        words = one.type or (words if goes_on else None)
        item = item_at(scan, one.number[0]) or item_at(scan, one.start)
        if item is None:
            continue
        after = cited[index + 1] if index + 1 < len(cited) else None
        yield Citation(
            type=_in_full(scan, words), id=one.id, date=one.parts.date, issuer=one.parts.issuer,
            replaces=_replaced(scan, one, after),
            **frame(scan, item, one.start, one.end, one.rule, Piece("number", *one.number)),
        )  # fmt: skip


def _in_full(scan: Scan, words: str | None) -> str | None:
    """The type as written, an abbreviation ("NQ") in full."""
    if words is None or not words.isupper():
        return words
    types = scan.lexicon.vocabulary.document_types.values()
    return next((one.words[0] for one in types if words in one.words), words)


def cited_in(citations: Iterable[Citation], start: int, end: int) -> tuple[str, ...]:
    """The words of those citations that lie inside [start, end), for statements that rest on them."""
    return tuple(one.text for one in citations if start <= one.start and one.end <= end)


def mentions(scan: Scan) -> Iterator[Mention]:
    """Yield every mention, numbered ones first; they may overlap."""
    for number in scan.citations:
        one = _numbered(scan, number.start, number.end)
        yield from listed(scan, one)
        yield one
    yield from _named(scan)


def _settled(found: Iterable[Mention]) -> list[Mention]:
    """In the order of the text; of two that overlap the one that says more stands."""
    kept: list[Mention] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and one.start < kept[-1].end:
            if one.end > kept[-1].end or (one.id and not kept[-1].id):
                kept[-1] = _joined(kept[-1], one)
            continue
        kept.append(one)
    return kept


def _joined(first: Mention, second: Mention) -> Mention:
    """ "Luật Đất đai số 31/2024/QH15" is one mention of a name and a number."""
    parts = second.parts if second.parts.date or second.parts.issuer else first.parts
    number = second.number if second.id else first.number
    return first._replace(end=max(first.end, second.end), id=second.id or first.id, parts=parts, number=number)


def _numbered(scan: Scan, start: int, end: int) -> Mention:
    typed = type_before(scan, start)
    parts = parts_after(scan, end)
    first, words = typed or (start, None)
    written = "".join(scan.text(start, end).split())
    return Mention(first, parts.end, _BY_NUMBER, words, written, parts, (start, end))


def _named(scan: Scan) -> Iterator[Mention]:
    """Documents cited by name or by a bare number, each looked for only where a word for a type stands."""
    for trigger in _TRIGGERS.find(scan.key):
        for read in _READ_BY.get(trigger.entry, (_short,)):
            found = read(scan, trigger.start)
            if found is not None:
                yield found


def _law(scan: Scan, start: int) -> Mention | None:
    match = _LAW.match(scan.document.text, start)
    if match is None:
        return None
    parts = parts_after(scan, match.end(), year=True)
    end = max(_with_number(scan, match.end()), parts.end)
    return Mention(start, end, _LAW_RULE, match["type"], None, parts, match.span())


def _with_number(scan: Scan, end: int) -> int:
    """The start of the number in "Luật Đất đai số 31/2024/QH15", so that the two mentions meet."""
    if scan.key.startswith(" số ", end):
        number = scan.citations.at(end + len(" số "))
        return number.end if number else end
    return end


def _congress(scan: Scan, start: int) -> Mention | None:
    match = _CONGRESS.match(scan.key, start)
    if match is None:
        return None
    end = match.end()
    if match["owner"] and not match["owner"].endswith("đảng"):
        named = NAMED.match(scan.document.text, end)
        end = named.end() if named else end
    words = scan.text(start, start + len("nghị quyết"))
    return Mention(start, end, _CONGRESS_RULE, words, None, Parts(end, None, None), match.span())


def _short(scan: Scan, start: int) -> Mention | None:
    match = _SHORT.match(scan.key, start)
    if match is None:
        return None
    named = scan.document.text[start].isupper() or match["type"] == "chương trình"
    if not match["word"] and (match["type"] not in _SHORT_FOLDED or not named or _YEARS.match(match["id"])):
        return None
    if match["type"] in _ABBREVIATED_FOLDED and not scan.text(*match.span("type")).isupper():
        return None
    parts = parts_after(scan, match.end())
    issued = scan.document.text.find(parts.issuer, match.end()) + len(parts.issuer) if parts.issuer else 0
    end = max(parts.end, issued)  # without its mark a number is known by who issued it
    return Mention(start, end, _SHORT_RULE, scan.text(*match.span("type")), match["id"], parts, match.span("id"))


def _replaced(scan: Scan, one: Mention, after: Mention | None) -> str | None:
    """What ``one`` replaces: the next document, where "thay thế" leads to it within the sentence."""
    if after is None or after.start - one.end > 120:
        return None
    between = scan.key[one.end : after.start]
    if not _REPLACES.search(between) or any(stop in between for stop in ".;\n"):
        return None
    return after.id or scan.text(after.start, after.end)


_TRIGGERS = PhraseMatcher({words: words for words in (*_SHORT_TYPES, *_ABBREVIATED, "luật", "bộ luật")})
_READ_BY = {"luật": (_law,), "bộ luật": (_law,), "pháp lệnh": (_law, _short), "nghị quyết": (_congress, _short)}
_ABBREVIATED_FOLDED = frozenset(folded(word).pattern for word in _ABBREVIATED)
_SHORT_FOLDED = frozenset(folded(word).pattern for word in _SHORT_TYPES[:_ALONE])


def _only(name: str) -> Callable[[Scan], Iterator[Citation]]:
    """Mentions are settled among each other, so a rule alone yields what is left of it beside the others."""
    return lambda scan: (one for one in find(scan) if one.rule == name)


RULES = (
    Rule(_BY_NUMBER, "<loại văn bản> (số) 45/2018/QĐ-UBND(, ngày d/m/y) (của <cơ quan>)", _only(_BY_NUMBER)),
    Rule(_CONGRESS_RULE, "Nghị quyết Đại hội ... lần thứ XX(, nhiệm kỳ y-y)", _only(_CONGRESS_RULE)),
    Rule(_LAW_RULE, "Luật <Tên> (năm y | ngày d/m/y | số n)", _only(_LAW_RULE)),
    Rule(_SHORT_RULE, "Nghị quyết 18, Chỉ thị số 40, Chương trình 135", _only(_SHORT_RULE)),
)
