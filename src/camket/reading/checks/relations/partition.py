"""Partitions: the parts that a bracket or a list gives of a figure (by place, by cause) add up to it."""

import re
from collections.abc import Iterator

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.notation import number
from camket.reading.checks.printed import Printed
from camket.reading.checks.relation import Relation
from camket.reading.statements import Loss, Observation

_BRACKET = re.compile(r"[ \n]{0,2}\(([^()]{3,900})\)")
_LIST = re.compile(r"[^.;:()\d]{0,40}(?<!\w)(?:gồm|bao gồm|gồm có|cụ thể|trong đó)(?: có)?\s?:?\s")
_PART_END = re.compile(r";|,(?=\s)|\svà\s")
_SEMICOLON = re.compile(";")
_NUMBER = re.compile(r"\d")
_OPEN = re.compile(r"\.\.\.|…|(?<!\w)(?:trong đó|chưa|riêng|nhất là|như)(?!\w)")
# in the text itself: "bằng" compares, Cao Bằng is a place
_NOT_PART = re.compile(
    r"(?<!\w)(?:tăng|giảm|so với|kế hoạch|vượt|bằng|chỉ tiêu|mục tiêu|đạt|chiếm|hơn|trên tổng|tỉ lệ|tỷ lệ|cùng kì|cùng kỳ|còn|từ)(?!\w)|[%/]"
)
MAX_PARTS = 70

_Parts = list[Printed]


def _find(evidence: Evidence) -> Iterator[Check]:
    taken = -1
    for one in (one for one in evidence.statements if isinstance(one, (Observation, Loss))):
        whole = evidence.value(one) if one.start >= taken and one.unit not in (None, "%") else None
        if whole is None or not whole.exact:
            continue
        for start, end, is_open in _stretches(evidence, one, whole):
            taken = end
            for parts in _groups(evidence, one.unit or "", start, end, whole):
                yield _check(evidence, one, whole, parts, is_open=is_open)


def _stretches(evidence: Evidence, one: Observation | Loss, whole: Printed) -> Iterator[tuple[int, int, bool]]:
    """Where parts are told: brackets after the figure, or else a list to the end of the sentence."""
    key = evidence.scan.key
    inside = key.find("(", whole.end, one.end)
    at = inside if inside >= 0 else one.end
    bracket = _BRACKET.match(key, at)
    while bracket:
        words = bracket.group(1)
        yield bracket.start(1), bracket.end(1), _OPEN.search(words) is not None
        at = bracket.end()
        bracket = _BRACKET.match(key, at)
    listed = _LIST.match(key, at)
    if listed:
        end = evidence.sentence_end(at)
        yield listed.end(), end, "trong đó" in listed.group() or _OPEN.search(key, listed.end(), end) is not None


def _groups(evidence: Evidence, unit: str, start: int, end: int, whole: Printed) -> Iterator[_Parts]:
    """The parts in one stretch: all of them, or by ";" where each group (by cause; by place) makes up the whole."""
    everything = _parts(evidence, unit, start, end, _SEMICOLON) or _parts(evidence, unit, start, end, _PART_END)
    if everything is None or len(everything) < 2:
        return
    groups = [_parts(evidence, unit, *piece, _PART_END) for piece in _pieces(evidence, start, end, _SEMICOLON)]
    full = [group for group in groups if group and len(group) > 1]
    if len(full) > 1 and len(full) == len(groups) and all(_sum(group) == whole.value for group in full):
        yield from full
    else:
        yield everything


def _parts(evidence: Evidence, unit: str, start: int, end: int, sign: re.Pattern[str]) -> _Parts | None:
    """One exact number of the figure's unit in each piece; None where any piece is something else."""
    parts: _Parts = []
    for first, last in _pieces(evidence, start, end, sign):
        tokens = evidence.scan.quantities.within(first, last)
        if parts and not tokens and not _NUMBER.search(evidence.scan.key, first, last):
            continue  # more words on the part before
        if len(parts) > MAX_PARTS or len(tokens) != 1 or _NOT_PART.search(evidence.scan.document.text, first, last):
            return None
        token = tokens[0]
        part = evidence.number(token.start, token.end, token.value, unit)
        if part is None or not part.exact or token.unit not in (unit, None) or evidence.scan.dates.within(first, last):
            return None
        parts.append(part)
    return parts


def _pieces(evidence: Evidence, start: int, end: int, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    key = evidence.scan.key
    for found in sign.finditer(key, start, end):
        if key[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if key[start:end].strip(" .…\n"):
        yield start, end


def _sum(parts: _Parts) -> object:
    return sum(part.value for part in parts)


def _check(evidence: Evidence, one: Observation | Loss, whole: Printed, parts: _Parts, *, is_open: bool) -> Check:
    total = sum((part.value for part in parts), start=whole.value * 0)
    slack = whole.half + sum((part.half for part in parts), start=whole.half * 0)
    holds = total <= whole.value + slack if is_open else abs(total - whole.value) <= slack
    sign = "=" if total == whole.value else "≈" if holds and not is_open else "<" if total < whole.value else "≠"
    shown = " + ".join(number(part.value) for part in parts)
    equal = "" if sign == "=" else f" {sign if holds else '≠'} {number(whole.value)}"
    return Check(
        relation=PARTITION.name, holds=holds,
        places=(evidence.quotes(one)[0], *(evidence.quote(part.start, part.end) for part in parts)),
        arithmetic=f"{shown} = {number(total)}{equal}",
        note=None if holds else f"Cần kiểm tra: các phần cộng lại là {number(total)}, văn bản nêu {number(whole.value)}; "
        "có thể liệt kê chưa đủ.",
    )  # fmt: skip


PARTITION = Relation("partition", "Các phần trong ngoặc hoặc được liệt kê cộng lại = số chung", _find)
