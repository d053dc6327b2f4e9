"""Target counts: how many targets one sentence says were met, missed or neither, and of how many."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from camket.reading.checks.evidence import Evidence
from camket.reading.lexing.patterns import folded
from camket.reading.lexing.tokens import Fraction, Quantity

Outcome = Literal["met", "missed", "other"]

_TARGETS = "chỉ tiêu"
_MOST = 12
_LARGEST = 1000

_PREDICATE = folded(r"[^;,.()\d\n]{0,120}")
_JOIN = folded(r"\s(?:và|còn|có)?\s?$")
# what comes first decides: "2 chỉ tiêu không đạt là tỷ lệ ...", "3 chỉ tiêu có khả năng đạt"
_OUTCOME = folded(
    r"(?<!\w)(?:(?P<other>khả năng|dự kiến|sẽ|đang|cơ bản|xấp xỉ|phấn đấu|khó|gần đạt|tiệm cận|chưa đánh giá|chưa có|"
    r"chưa đến|chưa thống kê|không đánh giá)|(?P<missed>(?:không|chưa)(?: thực hiện)? (?:đạt|hoàn thành)|thấp hơn|hụt)|"
    r"(?P<met>đạt|hoàn thành|vượt))(?!\w)"
)
_ALL = folded(r"\s?(?::|,?\s?(?:trong đó|gồm|bao gồm|đến nay|kết quả)|\s(?:có|đã có)\s$)")
_AMONG = folded(r"(?<!\w)trong (?:tổng )?(?:số )?$")
_NESTED = folded(r"(?:\(|(?<!\w)trong đó)[^().;]{0,20}$")
_APART = folded(
    r"(?<!\w)(?:năm|tháng|quý|giai đoạn|nhiệm kỳ)\s\d|(?<!\w)(?:cùng kỳ|so với|nghị quyết số|trong đó|lĩnh vực|nhóm|xã|huyện)(?!\w)"
)


class Count(NamedTuple):
    """``number`` targets with one outcome; ``nested`` where they are some of those counted before.

    [start, end) holds the number, ``words_end`` is where what is said of them ends.
    """

    number: int
    outcome: Outcome
    nested: bool
    start: int
    end: int
    words_end: int


@dataclass(slots=True)
class Counts:
    """All counts that belong to one ``total``; ``clear`` is false where years or fields come between them."""

    total: int
    start: int
    end: int
    clear: bool = True
    counts: list[Count] = field(default_factory=list)


def target_counts(evidence: Evidence) -> Iterator[Counts]:
    """The counts of every sentence that has a scoreboard, by the total that they are of."""
    done = 0
    for board in evidence.scoreboards:
        if board.start < done:
            continue
        start, done = evidence.sentence_start(board.start), evidence.sentence_end(board.start)
        yield from _sentence(evidence, start, done)


def _sentence(evidence: Evidence, start: int, end: int) -> Iterator[Counts]:
    told = _numbers(evidence, start, end)
    counts: Counts | None = None
    for index, one in enumerate(told):
        until = told[index + 1].start if index + 1 < len(told) else end
        if isinstance(one, Fraction):
            if counts is None or not counts.counts or counts.total != one.whole:
                if counts is not None and counts.counts:
                    yield counts
                counts = Counts(int(one.whole), one.start, one.end)
            _add(evidence, counts, int(one.part), one, until)
        elif counts is None:
            counts = _total(evidence, one, until)
        else:
            _add(evidence, counts, int(one.value or 0), one, until)
    if counts is not None and counts.counts:
        yield counts


def _numbers(evidence: Evidence, start: int, end: int) -> list[Quantity | Fraction]:
    """The plain numbers and fractions of targets in [start, end), in order."""
    quantities = (
        one for one in evidence.scan.quantities.within(start, end)
        if one.unit == _TARGETS and one.value is not None and not one.qualifiers and 0 <= one.value < _LARGEST
    )  # fmt: skip
    fractions = (
        one for one in evidence.scan.fractions.within(start, end)
        if one.unit == _TARGETS and 0 <= one.part <= one.whole < _LARGEST
    )  # fmt: skip
    told: list[Quantity | Fraction] = [*quantities, *fractions]
    return sorted(told, key=lambda one: one.start)[:_MOST]


def _total(evidence: Evidence, one: Quantity, until: int) -> Counts | None:
    """The total that a plain number opens: "24 chỉ tiêu, trong đó ...", "trong số 24 chỉ tiêu ..."."""
    key = evidence.scan.key
    opened = _ALL.match(key, one.end, until) or _AMONG.search(key, max(0, one.start - 20), one.start)
    return Counts(int(one.value or 0), one.start, one.end) if opened else None


def _add(evidence: Evidence, counts: Counts, number: int, one: Quantity | Fraction, until: int) -> None:
    key = evidence.scan.key
    before = counts.counts[-1].end if counts.counts else counts.end
    nested = bool(counts.counts) and _NESTED.search(key, before, one.start) is not None
    found = _PREDICATE.match(key, one.end, until)
    words = found.group() if found else ""
    if counts.counts and not nested and _APART.search(key, before, one.start):
        counts.clear = False
    words_end = one.end + len(_JOIN.sub("", words))
    counts.counts.append(Count(number, _outcome(words), nested, one.start, one.end, words_end))


def _outcome(words: str) -> Outcome:
    found = _OUTCOME.search(words)
    if found is None or found["other"]:
        return "other"
    return "missed" if found["missed"] else "met"
