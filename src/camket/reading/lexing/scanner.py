"""One sweep over the key that reads every number, date, period and document number, none overlapping."""

import datetime
import re
from collections.abc import Callable, Iterator
from sys import maxsize
from typing import NamedTuple, Protocol

from camket.reading.lexing import dates, numbers, numerals, periods
from camket.reading.lexing.citation_numbers import CitationNumbers
from camket.reading.lexing.fractions import fraction
from camket.reading.lexing.measures import Measures
from camket.reading.lexing.numerals import AFTER_FIRST, as_printed
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.qualifiers import Qualifiers
from camket.reading.lexing.setting import Setting
from camket.reading.lexing.tokens import DateMention, Fraction, PeriodMention, Quantity
from camket.reading.matching import Found, PhraseMatcher
from camket.reading.spans import Spans

Token = Quantity | Fraction | DateMention | PeriodMention | Found[str]
Reader = Callable[[Setting, int], Token | None]

_SOME_DIGITS = re.compile(r"\d{1,16}")
_CLOCK = folded(r"\d{1,2} ?(?:h|giờ)(?: ?\d{1,2}(?: ?(?:phút|'))?)?(?!\w)|\d{1,2}:\d{2}(?::\d{2})?(?!\d)")
_GLUED_WORDS = (
    "ngày",
    "tháng",
    "năm",
    "đạt",
    "còn",
    "gần",
    "trên",
    "hơn",
    "khoảng",
    "là",
    "có",
    "được",
    "từ",
    "đến",
    "với",
    "bằng",
    "tăng",
    "giảm",
    "dưới",
)
_PHONE = re.compile(r"0\d{1,3}(?:[. ]\d{3,4}){2}(?!\d)|0\d{8,10}(?!\d)")
_INSIDE = frozenset(".,/:+-")
# What follows the digits of everything but a plain quantity.
_MORE = folded(r"[a-zđ]? ?(?:[/-]|\. ?\d|:\d|, ?\d{1,2}/|h(?![^\W\d])|giờ|tháng)").pattern
_MORE_GLUED = folded(r"[a-zđ]? ?(?:[/.:-]|, ?\d{1,2}/|h|giờ|tháng)")
_THOUSANDS = r"(?:\.\d{3})+(?![\d.,/]| ?[/-])"
_PLAIN = re.compile(rf"(?!{_MORE})|(?={_THOUSANDS})")
# All digits of a text: most are a plain numeral after a blank (the group), of which nothing else has to be asked.
_NUMBER = re.compile(rf"\d(?:(?<![^ \n(]\d)(?<!0)(?=\d{{0,15}}+(?:{_PLAIN.pattern}))({AFTER_FIRST})|\d*)")


class Words(Protocol):
    """What lexing needs of a lexicon."""

    @property
    def measures(self) -> Measures:
        """Units after a number."""

    @property
    def qualifiers(self) -> Qualifiers:
        """Qualifiers around a number."""

    @property
    def citation_numbers(self) -> CitationNumbers:
        """Numbers of documents."""


class Tokens(NamedTuple):
    """All tokens of a text, by type. ``citations`` are document numbers only; the rule finds the words around them."""

    quantities: Spans[Quantity]
    fractions: Spans[Fraction]
    dates: Spans[DateMention]
    periods: Spans[PeriodMention]
    citations: Spans[Found[str]]


def scan_tokens(key: str, lexicon: Words, published: datetime.date | None) -> Tokens:
    """Read ``key`` from left to right; what is read first keeps its place, so no two tokens overlap."""
    setting = Setting(key, lexicon.measures, lexicon.qualifiers, published)
    kinds: dict[type, list[Token]] = {Quantity: [], Fraction: [], DateMention: [], PeriodMention: [], Found: []}
    for token in _sweep(setting, lexicon):
        kinds[token.__class__].append(token)
    return Tokens(*(Spans(found, sort=False) for found in kinds.values()))  # type: ignore[arg-type]  # each kind in the order of its field


def _sweep(setting: Setting, lexicon: Words) -> Iterator[Token]:
    """All tokens in order; ``cursor`` is how far the text is read."""
    cursor, key = 0, setting.key
    words = [*_WORD_LED.find(key), _NO_MORE]
    next_word, word = 1, words[0]
    for match in [*_NUMBER.finditer(key), None]:
        start = match.start() if match else len(key)
        while word.start < start:
            if word.start >= cursor and (token := _first(setting, word.entry, word.start)) is not None:
                cursor = token.end
                yield token
            word = words[next_word]
            next_word += 1
        if match is None or start < cursor:
            continue
        if match.lastindex:
            token = numbers.counted(setting, as_printed(match))
            cursor = token.end if token else cursor
        else:
            token, cursor = _digits(setting, lexicon, start, cursor)
        if token is not None:
            yield token


def _first(setting: Setting, readers: tuple[Reader, ...], start: int) -> Token | None:
    for read in readers:
        token = read(setting, start)
        if token is not None:
            return token
    return None


def _digits(setting: Setting, lexicon: Words, start: int, cursor: int) -> tuple[Token | None, int]:
    """The token that begins with the digits at ``start``, and how far the sweep has come."""
    key = setting.key
    if start and start != cursor and not _may_begin(key, start):
        return None, cursor
    if key[start] == "0" and (phone := _PHONE.match(key, start)):
        return None, phone.end()
    digits = _SOME_DIGITS.match(key, start)
    glued = start > 0 and key[start - 1].isalnum()
    if _is_plain(key, digits.end() if digits else start, glued=glued):
        token: Token | None = numbers.quantity(setting, start)
        return token, token.end if token else cursor
    citation = lexicon.citation_numbers.at(key, start)
    if citation is not None:
        return citation, citation.end
    clock = _CLOCK.match(key, start)
    if clock is not None:
        return None, clock.end()
    token = _first(setting, _GLUED_LED if glued else _DIGIT_LED, start)
    return token, token.end if token else cursor


def _is_plain(key: str, end: int, *, glued: bool) -> bool:
    """Whether nothing follows the digits that could make them more than a plain quantity: most need no other test."""
    if glued:
        return _MORE_GLUED.match(key, end) is None
    return _PLAIN.match(key, end) is not None


def _may_begin(key: str, start: int) -> bool:
    """Whether digits here begin a number, not continue a code ("ĐT601", "1.2.3", "km156+500")."""
    before = key[start - 1]
    if before.isalnum():
        if before == "t" and not key[max(0, start - 2) : start - 1].isalnum():
            return True  # "T6/2023"
        return key.endswith(_GLUED_FOLDED, max(0, start - 6), start)
    return not (before in _INSIDE and start > 1 and key[start - 2].isdigit())


def _glued(setting: Setting, start: int) -> Token | None:
    """ "ngày27/4", "T6/2023": the word stands right before the digits."""
    if setting.key.endswith("ngày", 0, start):
        return dates.led_date(setting, start - len("ngày"))
    return periods.led_period(setting, start - 1) if setting.key.endswith("t", 0, start) else None


def _word_led() -> PhraseMatcher[tuple[Reader, ...]]:
    groups: tuple[tuple[Reader, tuple[str, ...]], ...] = (
        (dates.led_date, dates.DATE_STARTS),
        (periods.led_period, periods.PERIOD_STARTS),
        (numbers.spelled_quantity, numerals.SPELLED_STARTS),
        (numbers.vague_quantity, numbers.VAGUE_STARTS),
    )
    phrases = {phrase for _, starts in groups for phrase in starts}
    return PhraseMatcher(
        {
            phrase: tuple(read for read, starts in groups if any(f"{phrase} ".startswith(f"{one} ") for one in starts))
            for phrase in phrases
        }
    )


_GLUED_FOLDED = tuple(folded(word).pattern for word in _GLUED_WORDS)
_DIGIT_LED: tuple[Reader, ...] = (
    dates.bare_date, periods.digit_period, fraction, dates.short_date, numbers.quantity,
)  # fmt: skip
_GLUED_LED: tuple[Reader, ...] = (_glued, *_DIGIT_LED)
_WORD_LED = _word_led().enlist()
_NO_MORE: Found[tuple[Reader, ...]] = Found(maxsize, maxsize, ())
