"""Names: which of the ways of naming a figure holds, tried from the surest to the loosest."""

from msgspec.structs import replace

from camket.reading.figures.clause import LABEL, STATED, words_before
from camket.reading.figures.draft import MEASURES, Name
from camket.reading.figures.linking import links_end
from camket.reading.figures.naming import (
    fits,
    label_after,
    verb_before,
    verb_words_before,
    vocabulary_after,
    vocabulary_before,
)
from camket.reading.figures.nearby import Tail, tails_before
from camket.reading.figures.number import Number
from camket.reading.figures.phrases import Phrases, phrase_finder
from camket.reading.figures.predicate import nouns_end, nouns_of, predicate_end
from camket.reading.figures.region import Region
from camket.reading.figures.sectors import structured
from camket.reading.lexing.patterns import folded
from camket.reading.scan import Scan
from camket.vocabulary.folding import fold
from camket.vocabulary.indicator import Indicator

_HAVING = folded(
    r"(?:(?<!\w)(?:(?:vẫn |đã |hiện |mới |nay )?(?:chỉ )?(?:còn |đang |hiện )?có|gồm|trong đó|chỉ còn"
    r"|không còn|phải có|có thêm|thêm|và|công nhận|là|đạt|được|duy trì|hoàn thành|thu hút|nhiệm kỳ)|[,:(]) ?"
    r"(?:duy nhất |tổng số |tổng cộng )?\Z"
)
_PLACES = frozenset({"xã", "huyện", "tỉnh", "thôn"})
_LENGTHS = frozenset({"m", "km"})  # these are mostly sizes and distances
_SHARES = frozenset({"%", "‰"})
_STATED = folded(r"(?<!\w)(?:đạt|là|được|còn|ước|chiếm)(?!\w)|:")
_COORDINATED = folded(r"(?:(?<!\w)và|,|[^ ]-) ?\Z")
_OF_WHOLE = folded(r"(?<!\w)chiếm(?: (?:tỷ lệ|khoảng|trên|gần|hơn|tới|đến|dưới|ước))* ?\Z")
_TAKING = fold("chiếm")
_SECTORS = folded(r"(?:(?:nông|lâm|ngư|nghiệp|khu vực|ngành|và)|[ ,-])+")
_TOTAL = folded(r"(?:(?:nâng|đưa) )?tổng (?:số )?")
_WHOLE = folded(r" (?:tổng )?(?:diện tích|sản lượng|giá trị)(?: [^\W\d]{1,8}){0,4}(?=[,;.)]|\Z)")
_PARTING = frozenset(";:\n.")
_NEARLY = fold("cơ bản đạt")
# A count after a preposition only places or sizes something else: "tại 73 điểm", "trên địa bàn 4 huyện".
_PLACED = Tail(
    r"(?<!\w)(?:tại|ở|của|trên địa bàn|trong|trên|cho|đối với|giữa|từ|về|đến|bằng|theo|do|thuộc|cùng"
    r"|một trong|là một trong|mỗi|khoảng cách|với|sau|trước|qua|hơn|vào|đại diện|ở)"
)
_POINTING = folded(
    r" ?(?:này|trên|nói trên|khác|còn lại|gồm|như|kia|đó|trong (?:những|các|số|tổng)|của|đều|cùng)(?!\w)"
)
_PERSONS = folded(r" ?(?:đồng chí|ủy viên|thành viên|số )(?!\w)")
_ABOUT = 24
_SHORT = 3
_NAMED = 90
_RAISED = folded(r"(?<!\w)(?:về đích|đạt chuẩn|đạt (?:đủ )?\d{2}/\d{2})(?!\w)")


def name_of(scan: Scan, phrases: Phrases, region: Region, number: Number, *, relative: bool) -> Name | None:
    """Return what the number is of, or None where nothing says so."""
    back = max(region.floor, region.cue - _ABOUT)
    if scan.key.find(_TAKING, back, number.digits) >= 0 and _OF_WHOLE.search(scan.key, back, number.digits):
        return _named_before(scan, phrases, region, number, relative=relative)
    if not relative:
        governed = verb_before(scan, phrases, region, number)
        if governed is not None:
            return governed
        after = vocabulary_after(scan, phrases, number, region.limit)
        if after is not None and after.end <= number.end and number.unit not in MEASURES and placed(scan.key, region):
            return None
        if after is not None:
            return _completed(scan, region, number, after)
    elif (label := label_after(scan, phrases, number)) is not None:
        return label
    return _named_before(scan, phrases, region, number, relative=relative)


def _named_before(scan: Scan, phrases: Phrases, region: Region, number: Number, *, relative: bool) -> Name | None:
    """The name that stands before the number: one the vocabulary knows, else the noun phrase as it is."""
    before = vocabulary_before(scan, phrases, region, number, relative=relative)
    if before is not None:
        end = links_end(scan.key, before.end, region.cue)
        if _reaches(scan, before, end):
            return structured(scan, region, number, _widened(scan, phrases, before, region, end))
    plain = words_before(scan, region) if relative else _plain(scan, region, number)
    return structured(scan, region, number, plain) if plain is not None else None


def _reaches(scan: Scan, name: Name, end: int) -> bool:
    """Whether nothing but the label's own modifiers stand between it and ``end``, where the words begin that link it to its number."""
    gap = scan.key[name.end : end]
    return gap.count(",") < _SHORT and ". " not in gap and ":" not in gap


def _widened(scan: Scan, phrases: Phrases, name: Name, region: Region, end: int) -> Name:
    """The label with the modifiers that follow it up to ``end``: "tỷ lệ hộ nghèo" + "khu vực nông thôn"."""
    fuller = None if _opens_clause(scan.key, name, region) else words_before(scan, region)
    if (
        fuller is not None
        and fuller.start < name.start <= fuller.end
        and STATED.search(scan.key, fuller.start, name.start) is None
    ):
        if LABEL.match(scan.key, fuller.start):
            return replace(fuller, indicator=_first_of(phrases, fuller, name))
        if _COORDINATED.search(scan.key, fuller.start, name.start) or _SECTORS.fullmatch(
            scan.key, fuller.start, name.start
        ):
            return fuller  # "nông, lâm nghiệp và thủy sản": more than the part the vocabulary knows
    text = scan.text(name.start, end)
    if "," in text or "(" in text or ":" in text or scan.periods.within(name.end, end):
        return name
    return Name(name.start, end, text.strip(), name.indicator)


def _opens_clause(key: str, name: Name, region: Region) -> bool:
    """Whether the label is the first of its clause, so that no words before it can belong to it."""
    start = name.start
    if start <= region.floor:
        return True
    before = key[start - 2 : start - 1] if key[start - 1] == " " else key[start - 1]
    return before in _PARTING and not key[start].isdigit() and key.find(")", start, region.cue) < 0


def _first_of(phrases: Phrases, fuller: Name, name: Name) -> Indicator | None:
    """The indicator of a label of several parts is that of its head: "giá trị sản xuất nông nghiệp, thủy sản"."""
    head = phrases.at(fuller.start)
    if head is None or name.indicator is None or head.end > name.start:
        return name.indicator
    same = (one.indicator for one in head.entry if one.kind == "label")
    return next(same, name.indicator)


def _completed(scan: Scan, region: Region, number: Number, name: Name) -> Name:
    """The predicate runs on over what completes it: "(NTM) và cơ bản đạt chuẩn NTM"."""
    if name.end <= number.end:
        activity = _activity(scan, region, number)
        before = words_before(scan, region)
        if before is not None and number.unit not in MEASURES and not _totals(scan, before):
            before = None
        if activity is not None:
            return activity
        if before is not None:
            return replace(before, indicator=name.indicator)
    extends = number.unit not in MEASURES or number.unit in _SHARES
    end = max(name.end, predicate_end(scan.key, number, region.limit)) if extends else name.end
    text = scan.text(name.start, end).strip()
    return Name(name.start, end, text, _with_nearly(scan, text, name.indicator))


def _totals(scan: Scan, name: Name) -> bool:
    """Whether words before the number name a total that the noun after it only repeats: "tổng số đảng viên lên 2.594 đảng viên"."""
    return _TOTAL.match(scan.key, name.start) is not None


def _with_nearly(scan: Scan, text: str, indicator: Indicator | None) -> Indicator | None:
    """ "đạt chuẩn và cơ bản đạt chuẩn" mixes two counts and is an indicator of its own."""
    if indicator is None or _NEARLY not in fold(text):
        return indicator
    return scan.lexicon.vocabulary.indicators.get(f"{indicator.code}_incl_basic", indicator)


def _plain(scan: Scan, region: Region, number: Number) -> Name | None:
    """A figure that the vocabulary does not know: activity, thing counted, or label before the number."""
    activity = _activity(scan, region, number)
    if activity is not None:
        return activity
    before = words_before(scan, region)
    if number.unit not in MEASURES and placed(scan.key, region):
        return None
    labelled = before is not None and LABEL.match(scan.key, before.start) is not None
    if labelled or (
        number.unit in MEASURES and before is not None and number.unit not in _SHARES and number.unit not in _LENGTHS
    ):
        return before
    if before is not None and number.unit in _SHARES and _WHOLE.match(scan.key, number.end) is not None:
        return before
    counted = _counted(scan, region, number)
    if counted is not None or before is None or " " not in before.text:
        return counted
    stated = (number.unit in MEASURES and number.unit not in _LENGTHS) or _STATED.search(
        scan.key, before.end, number.digits
    ) is not None
    return before if stated else None


def placed(key: str, region: Region) -> bool:
    """Whether the number stands after a preposition and only places or sizes something else."""
    if not tails_before(key, region.cue) & _PLACED.bit:
        return False
    return _PLACED.search(key, max(region.floor, region.cue - _ABOUT), region.cue) is not None


def _activity(scan: Scan, region: Region, number: Number) -> Name | None:
    """ "thành lập mới được 3 chi bộ": the verb and its noun are the label."""
    verb = None if number.unit in _SHARES else verb_words_before(scan.key, region, number)
    if verb is None:
        return None
    end = nouns_end(scan.key, number, region.limit)
    if end == number.end and (number.unit in MEASURES or number.unit is None):
        return None
    verb_text = scan.text(verb.start("verb"), verb.end("object") if verb["object"] else verb.end("verb"))
    return Name(verb.start("verb"), end, f"{verb_text} {nouns_of(scan, number, end)}", None, counted=True)


def _counted(scan: Scan, region: Region, number: Number) -> Name | None:
    """ "có 8 khu dân cư được công nhận kiểu mẫu": the unit and what is said of it."""
    having = region.cue <= region.floor + 1 or _HAVING.search(
        scan.key, max(region.floor, region.cue - _ABOUT), region.cue
    )
    if not having and (number.unit in MEASURES or placed(scan.key, region)):
        return None
    if number.unit in _PLACES and scan.text(number.end, number.end + 2).strip()[:1].isupper():
        return _raised(scan, region, number)
    if _PERSONS.match(scan.key, number.number_end) or scan.key.startswith("một", number.digits):
        return None
    end = predicate_end(scan.key, number, region.limit)
    start = number.end if number.unit in MEASURES else number.number_end
    text = scan.text(start, end).strip().removesuffix(" và")
    if end <= number.end or " " not in text or _POINTING.match(scan.key, number.end):
        return None
    return Name(
        number.start,
        end,
        text,
        _count_of(scan, scan.key[start:end], number),
        counted=bool(having) and region.cue > region.floor + 1,
    )


def _raised(scan: Scan, region: Region, number: Number) -> Name | None:
    """ "2 xã Bình Lư và Nà Tăm" names them and counts nothing, but "... về đích nông thôn mới" tells how many did."""
    verb = _RAISED.search(scan.key, number.end, min(region.limit, number.end + _NAMED))
    if verb is None:
        return None
    end = predicate_end(scan.key, replace(number, end=verb.start()), region.limit)
    text = f"{scan.text(number.number_end, number.end).strip()} {scan.text(verb.start(), end).strip()}"
    return Name(number.start, end, text, _known(scan, fold(text), number), counted=True)


def _known(scan: Scan, key: str, number: Number) -> Indicator | None:
    found = phrase_finder(scan.lexicon.vocabulary.indicators).find(key)
    fitting = (
        one.indicator for phrase in found for one in phrase.entry if fits(one.indicator, number.unit, relative=False)
    )
    return next(fitting, None)


def _count_of(scan: Scan, text: str, number: Number) -> Indicator | None:
    """The indicator that "số <text>" would name: "118 hộ nghèo" is one of "số hộ nghèo"."""
    found = phrase_finder(scan.lexicon.vocabulary.indicators).count_of(text.strip())
    if found is None:
        return None
    fitting = (one.indicator for one in found.entry if fits(one.indicator, number.unit, relative=False))
    return next(fitting, None)
