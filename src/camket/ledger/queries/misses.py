"""Misses: what people corrected, rejected or added, as examples by which the rules of reading are improved."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from camket.ledger.models.account import Account
from camket.ledger.models.statement import Decision, Statement, StatementState
from camket.ledger.permissions import require, visible_to
from camket.reading.structure.bodies import PERSON_NAME
from camket.vocabulary.discourse import load_surnames

_TAKEN = (StatementState.ACCEPTED, StatementState.CORRECTED)
_TELLING = (Decision.Verb.CORRECT, Decision.Verb.REJECT, Decision.Verb.ADD)
_LEFT_OUT = frozenset({"about", "scanned"})


@dataclass(frozen=True, slots=True)
class Miss:
    """A paragraph that was read wrongly of one kind: ``expect`` is what people say it holds. Names of persons are masked."""

    kind: str
    text: str
    expect: tuple[dict[str, Any], ...]


def misses(account: Account) -> Iterator[Miss]:
    """Every paragraph of which a person had to decide otherwise than the machine, by kind and place. Two SQL statements.

    Raises DeniedError.
    """
    require(account, "ledger.misses")
    told = visible_to(account, Statement).filter(decisions__verb__in=_TELLING).distinct().select_related("document")
    decided = visible_to(account, Statement).filter(state__in=_TAKEN, document__statements__in=told).distinct()
    taken = list(decided.order_by("start"))
    seen: set[tuple[int, str, int]] = set()
    for one in told.order_by("kind", "document_id", "start"):
        first, last = _paragraph(one)
        if (one.document_id, one.kind, first) not in seen:
            seen.add((one.document_id, one.kind, first))
            yield _miss(one, first, last, taken)


def _paragraph(one: Statement) -> tuple[int, int]:
    text = one.document.text
    end = text.find("\n", one.end)
    return text.rfind("\n", 0, one.start) + 1, len(text) if end < 0 else end


def _miss(one: Statement, first: int, last: int, taken: Iterable[Statement]) -> Miss:
    paragraph = one.document.text[first:last]
    mask = _Mask(paragraph)
    expect = tuple(
        {"text": mask(other.text), **{name: _masked(value, mask) for name, value in other.data.items() if _kept(name)}}
        for other in taken
        if other.document_id == one.document_id
        and other.kind == one.kind
        and first <= other.start
        and other.end <= last
    )
    return Miss(one.kind, mask(paragraph), expect)


def _kept(name: str) -> bool:
    return name not in _LEFT_OUT and not name.endswith("_code")


class _Mask:
    """Persons' names of one paragraph, each with another in its place, everywhere the same."""

    def __init__(self, text: str) -> None:
        names = [*dict.fromkeys(name for match in PERSON_NAME.finditer(text) if (name := _person(match.group())))]
        self._others = {name: f"Nguyễn Văn {_letters(index)}" for index, name in enumerate(names)}
        self._any = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True)))) if names else None

    def __call__(self, text: str) -> str:
        return self._any.sub(lambda match: self._others[match.group()], text) if self._any else text


def _person(words: str) -> str:
    """The name in a run of capitalised words, from its family name on ("Ông" may stand before); "" where there is none."""
    parts = words.split()
    begins = (place for place in range(len(parts) - 1) if parts[place].lower() in load_surnames())
    first = next(begins, None)
    return words[words.index(parts[first]) :] if first is not None else ""


def _letters(index: int) -> str:
    return chr(ord("A") + index % 26) * (index // 26 + 1)


def _masked(value: Any, mask: _Mask) -> Any:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, str):
        return mask(value)
    return [_masked(one, mask) for one in value] if isinstance(value, list) else value
