"""The vocabulary's own rules: what no data file may break, each with a message that says what to do."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from camket.vocabulary.folding import fold
from camket.vocabulary.indicator import Indicator
from camket.vocabulary.vocabulary import Vocabulary

Check = Callable[[Vocabulary], Iterator[str]]

_SENDAI = re.compile(r"[A-D]-[1-8]")
_NOTATION = re.compile(r"[<>|$]")
_NEEDED = {
    "sum": frozenset[str](),
    "none": frozenset[str](),
    "weighted_mean": frozenset({"weight"}),
    "ratio": frozenset({"numerator", "denominator"}),
}


def problems(vocabulary: Vocabulary) -> list[str]:
    """Return what is wrong, in Vietnamese, one line a problem; empty when nothing is."""
    return [problem for check in _CHECKS for problem in check(vocabulary)]


def _labels_once(vocabulary: Vocabulary) -> Iterator[str]:
    indicators = vocabulary.indicators.values()
    yield from _twice("nhãn", ((one.code, one.labels_vi) for one in indicators))
    yield from _twice("vị ngữ", ((one.code, one.predicates) for one in indicators))
    yield from _twice("cụm động từ", ((one.code, _verb_phrases(one)) for one in indicators))


def _verb_phrases(indicator: Indicator) -> Iterator[str]:
    for head in indicator.verb_heads:
        for verb in head.verbs:
            yield from (f"{verb} … {noun}" for noun in head.nouns or head.units)


def _words_once(vocabulary: Vocabulary) -> Iterator[str]:
    yield from _twice("từ đơn vị", ((one.code, one.words) for one in vocabulary.units.values()))
    yield from _twice("từ chỉ thiên tai", ((one.code, one.words) for one in vocabulary.hazards.values()))
    yield from _twice("từ chỉ mức độ", ((one.code, one.words) for one in vocabulary.qualifiers.values()))
    yield from _twice("từ chỉ cơ quan", ((one.code, one.words) for one in vocabulary.bodies.values()))
    yield from _twice("từ chỉ chức vụ", ((one.code, one.words) for one in vocabulary.posts.values()))
    yield from _twice("từ chỉ văn bản", ((one.code, one.words) for one in vocabulary.document_types.values()))


def _losses_once(vocabulary: Vocabulary) -> Iterator[str]:
    """One noun in one state is one category, or a reader could not tell which."""
    pairs = (
        (one.code, (f"{noun} {state}" for noun in one.nouns for state in one.states))
        for one in vocabulary.loss_categories.values()
    )
    yield from _twice("thiệt hại", pairs)


def _twice(what: str, worded: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    owner: dict[str, str] = {}
    for code, words in worded:
        for word in words:
            first = owner.setdefault(fold(word), code)
            if first != code:
                yield f"{code}: {what} «{word}» đã thuộc «{first}»; hãy bỏ ở một nơi"


def _known_units(vocabulary: Vocabulary) -> Iterator[str]:
    for code, units in _units_used(vocabulary):
        for unit in units:
            if unit not in vocabulary.units:
                yield f"{code}: đơn vị «{unit}» không có trong units.yml; hãy thêm vào đó hoặc sửa lại mã"


def _units_used(vocabulary: Vocabulary) -> Iterator[tuple[str, Iterable[str]]]:
    for indicator in vocabulary.indicators.values():
        heads = (unit for head in indicator.verb_heads for unit in head.units)
        yield indicator.code, (indicator.unit, *indicator.units_also, *heads)
    yield from ((measure.code, (measure.unit,)) for measure in vocabulary.measures.values())
    yield from ((loss.code, loss.units) for loss in vocabulary.loss_categories.values())


def _aggregations(vocabulary: Vocabulary) -> Iterator[str]:
    known = {*vocabulary.indicators, *vocabulary.measures}
    for indicator in vocabulary.indicators.values():
        rule = indicator.aggregation
        given = {part: code for part in ("weight", "numerator", "denominator") if (code := getattr(rule, part))}
        if given.keys() != _NEEDED[rule.rule]:
            needed = ", ".join(sorted(_NEEDED[rule.rule])) or "không gì"
            yield f"{indicator.code}: cách gộp {rule.rule} cần đúng: {needed}; hãy sửa aggregation"
        for part, code in given.items():
            if code not in known:
                yield f"{indicator.code}: {part} «{code}» không phải chỉ tiêu hay đại lượng (measures.yml) nào"


def _rates(vocabulary: Vocabulary) -> Iterator[str]:
    for indicator in vocabulary.indicators.values():
        unit = vocabulary.units.get(indicator.unit)
        if unit is not None and indicator.rate != (unit.quantity == "percent"):
            yield f"{indicator.code}: rate phải là true khi và chỉ khi đơn vị «{unit.code}» là phần trăm"


def _no_dangling_codes(vocabulary: Vocabulary) -> Iterator[str]:
    for indicator in vocabulary.indicators.values():
        if indicator.theme not in vocabulary.themes:
            yield f"{indicator.code}: lĩnh vực «{indicator.theme}» không có trong themes.yml"
        for other in indicator.not_this:
            if other not in vocabulary.indicators or other == indicator.code:
                yield f"{indicator.code}: not_this «{other}» không phải một chỉ tiêu khác"
    for loss in vocabulary.loss_categories.values():
        if loss.within is not None and loss.within not in vocabulary.loss_categories:
            yield f"{loss.code}: within «{loss.within}» không phải loại thiệt hại nào"


def _codes_once(vocabulary: Vocabulary) -> Iterator[str]:
    for code in sorted(vocabulary.indicators.keys() & vocabulary.measures.keys()):
        yield f"{code}: vừa là chỉ tiêu vừa là đại lượng; hãy bỏ khỏi measures.yml"


def _sendai_codes(vocabulary: Vocabulary) -> Iterator[str]:
    for loss in vocabulary.loss_categories.values():
        for code in loss.sendai:
            if not _SENDAI.fullmatch(code):
                yield f"{loss.code}: «{code}» không phải mã chỉ số Sendai (A-1 … D-8)"


def _ranks(vocabulary: Vocabulary) -> Iterator[str]:
    for body in vocabulary.bodies.values():
        if body.ranks and body.rank not in body.ranks:
            yield f"{body.code}: rank {body.rank} phải là một trong ranks"
        if not all(1 <= rank <= 5 for rank in (body.rank, *body.ranks)):
            yield f"{body.code}: thứ bậc phải từ 1 đến 5"


def _clean_words(vocabulary: Vocabulary) -> Iterator[str]:
    for field in vocabulary.__struct_fields__:
        for code, entry in getattr(vocabulary, field).items():
            for text in _texts(entry):
                yield from _unclean(f"{field}/{code}", text)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        yield from (text for part in msgspec.structs.astuple(value) for text in _texts(part))
    elif isinstance(value, Mapping):
        yield from (text for pair in value.items() for part in pair for text in _texts(part))
    elif isinstance(value, tuple):
        yield from (text for item in value for text in _texts(item))


def _unclean(where: str, text: str) -> Iterator[str]:
    if not unicodedata.is_normalized("NFC", text):
        yield f"{where}: «{text}» không ở dạng NFC; hãy gõ lại bằng Unicode dựng sẵn"
    if not text.strip() or text != " ".join(text.split()):
        yield f"{where}: «{text}» trống hoặc thừa dấu cách"
    if _NOTATION.search(text):
        yield f"{where}: «{text}» còn ký hiệu < > | $ chưa mở ra; hãy xem lại dấu ngoặc (không lồng nhau)"


_CHECKS: tuple[Check, ...] = (
    _labels_once,
    _words_once,
    _losses_once,
    _known_units,
    _aggregations,
    _rates,
    _no_dangling_codes,
    _codes_once,
    _sendai_codes,
    _ranks,
    _clean_words,
)
