"""Citations among their like: lists that share a type and mark, and mentions that share a date and issuer."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from camket.reading.lexing.patterns import folded
from camket.reading.rules.citation_parts import Mention, Parts, type_before
from camket.reading.scan import Scan
from camket.reading.statements import Citation

_NUMBERS = folded(r"(?<![\w/.,-])(?:\d{1,4}[a-z]?(?:,|;| và|, và)[ \n]){1,8}(?:số )?$")
_NUMBER = re.compile(r"\d{1,4}[a-z]?")
_BETWEEN = folded(r"[ \n]?(?:,|;|và|, và)[ \n](?:số )?$")
_GAP = 12  # characters between two numbers of a list
_REACH = 70  # characters that the bare numbers of a list take up at most


def listed(scan: Scan, last: Mention) -> Iterator[Mention]:
    """Yield the documents of which only the last bears the mark: "Nghị quyết số 57, 59 và 68-NQ/TW"."""
    if last.id is None:
        return
    start = last.number[0]
    numbers = _NUMBERS.search(scan.key, max(0, start - _REACH), start)
    typed = type_before(scan, numbers.start()) if numbers else None
    if numbers is None or typed is None or typed[1] is None:
        return
    mark = last.id[len(_leading(last.id)) :]
    first = numbers.start()
    for number in _NUMBER.finditer(scan.key, first, numbers.end()):
        yield Mention(
            typed[0] if number.start() == first else number.start(), number.end(), last.rule, typed[1], number.group() + mark,
            Parts(number.end(), None, last.parts.issuer), number.span(),
        )  # fmt: skip


def goes_on_list(scan: Scan, before: Mention, one: Mention) -> bool:
    """Whether a number goes on the list of the one before it, and shares its type: "Chỉ thị số 35-CT/TW, 45-CT/TW"."""
    numbered = before.id is not None and one.id is not None
    return (
        numbered
        and one.number[0] - before.end <= _GAP
        and _BETWEEN.match(scan.key, before.end, one.number[0]) is not None
    )


def _leading(id_: str) -> str:
    number = _NUMBER.match(id_)
    return number.group() if number else ""


def with_shared(cited: Sequence[Citation]) -> Iterator[Citation]:
    """Yield the citations, each with the date and issuer that another mention of its number tells, if all agree."""
    dates = _told((one.id, one.date) for one in cited)
    issuers = _told((one.id, one.issuer) for one in cited)
    for one in cited:
        date, issuer = one.date or _only(dates[one.id or ""]), one.issuer or _only(issuers[one.id or ""])
        complete = date == one.date and issuer == one.issuer
        yield one if complete else msgspec.structs.replace(one, date=date, issuer=issuer)


def _told[Known](pairs: Iterable[tuple[str | None, Known | None]]) -> dict[str, set[Known]]:
    """What the mentions of each number tell."""
    told: dict[str, set[Known]] = defaultdict(set)
    for number, known in pairs:
        if number and known:
            told[number].add(known)
    return told


def _only[Known](known: set[Known]) -> Known | None:
    return next(iter(known)) if len(known) == 1 else None
