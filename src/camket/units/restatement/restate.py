"""Re-statement: figures on the units of any later day, by each indicator's own rule, or refused with the reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from camket.units.errors import UnitsError
from camket.units.kind import Level
from camket.units.register import Register
from camket.units.restatement.apportioning import Rules
from camket.units.restatement.evaluate import Ledger, Refused, evaluate
from camket.units.restatement.figure import Figure, Key
from camket.units.restatement.outcome import Cause, Refusal, RestatedFigure
from camket.units.restatement.reporting import Maps, by_map, called, off_the_map, without_clash
from camket.units.restatement.trace import Trace, Traces, moved_on, reported
from camket.vocabulary.vocabulary import Vocabulary

_SHOWN = 12
"""Communes named as the successors of a district before "and so many more"."""


@dataclass(frozen=True, slots=True)
class Restated:
    """Figures on the map of ``to``: ``figures`` that could be had, ``refusals`` for those that could not.

    ``reported`` are the figures they come from. It may itself be re-stated, onto the same or a later day; what was
    refused on one map may be whole again on the next.
    """

    to: date
    figures: tuple[RestatedFigure, ...]
    refusals: tuple[Refusal, ...]
    reported: tuple[Figure, ...]
    progress: "Progress" = field(repr=False, compare=False)


class Progress(NamedTuple):
    """How far the figures have come: their traces on a map, and those still to be brought in, under their days."""

    traces: Mapping[Key, Traces]
    waiting: frozenset[int]
    day: date


def restate(source: Iterable[Figure] | Restated, register: Register, vocabulary: Vocabulary, to: date) -> Restated:
    """The figures on the map of ``to``.

    Each figure is brought in on the map it was reported on and moved through every change since; nothing is counted
    twice: what overlaps is refused. Raises UnitsError where two figures are of the same unit, indicator, period and
    role, where figures re-stated before are to go back in time, or where the register's shares cannot be so.
    """
    reported_figures, progress = _begun(source, to)
    maps, rules = Maps(register), Rules(vocabulary)
    lost = {one: why for one, figure in enumerate(reported_figures) if (why := off_the_map(register, rules, figure))}
    waiting = progress.waiting - lost.keys()
    traces, left = _moved(maps, reported_figures, Progress(progress.traces, waiting, progress.day), to)
    refused = [_refusal(reported_figures[one], to, *why) for one, why in lost.items()]
    refused += [_later(register, reported_figures[one], to) for one in sorted(left)]
    outcomes = list(_outcomes(maps, rules, reported_figures, traces, to))
    return Restated(
        to,
        tuple(one for one in outcomes if isinstance(one, RestatedFigure)),
        (*refused, *(one for one in outcomes if isinstance(one, Refusal))),
        reported_figures,
        Progress(traces, left, to),
    )


def _begun(source: Iterable[Figure] | Restated, to: date) -> tuple[tuple[Figure, ...], Progress]:
    if not isinstance(source, Restated):
        figures = without_clash(source)
        return figures, Progress({}, frozenset(range(len(figures))), date.min)
    if to < source.to:
        message = f"số liệu đã tính theo bản đồ ngày {source.to:%d/%m/%Y}, không tính ngược về {to:%d/%m/%Y} được"
        raise UnitsError(message)
    return source.reported, source.progress


def _moved(
    maps: Maps, figures: Sequence[Figure], progress: Progress, to: date
) -> tuple[dict[Key, Traces], frozenset[int]]:
    """The traces on the map of ``to``, and the figures whose maps are later still."""
    traces = {key: dict(of_key) for key, of_key in progress.traces.items()}
    come_to = progress.day
    brought = by_map(maps, ((one, figures[one]) for one in sorted(progress.waiting)), to)
    for day, places in brought.items():
        traces = _onward(maps, traces, come_to, day)
        come_to = max(come_to, day)
        for one in places:
            reported(traces.setdefault(figures[one].key, {}), figures[one].unit, one)
    left = progress.waiting - {one for places in brought.values() for one in places}
    return _onward(maps, traces, come_to, to), left


def _onward(maps: Maps, traces: Mapping[Key, Traces], start: date, end: date) -> dict[Key, Traces]:
    if maps.since(start) >= maps.since(end):
        return dict(traces)
    flows = maps.between(start, end)
    return {key: moved_on(maps.register, of_key, flows) for key, of_key in traces.items()}


def _outcomes(
    maps: Maps, rules: Rules, figures: tuple[Figure, ...], traces: Mapping[Key, Traces], to: date
) -> Iterator[RestatedFigure | Refusal]:
    at = {(figure.unit, figure.key): place for place, figure in enumerate(figures)}
    ledger = Ledger(maps.register, rules, figures, at, traces, to)
    gone: dict[str, str] = {}
    for key, of_key in traces.items():
        for unit, trace in of_key.items():
            if maps.register[unit].exists(to):
                yield _outcome(ledger, unit, key, trace)
            else:
                reason = gone.setdefault(unit, gone.get(unit) or _no_successor(maps, unit, to))
                yield _refused(ledger, unit, trace, Cause.NO_SUCCESSOR, reason)


def _outcome(ledger: Ledger, unit: str, key: Key, trace: Trace) -> RestatedFigure | Refusal:
    try:
        return evaluate(ledger, unit, key, trace)
    except Refused as refused:
        return _refused(ledger, unit, trace, refused.cause, str(refused))


def _refused(ledger: Ledger, unit: str, trace: Trace, cause: Cause, reason: str) -> Refusal:
    of = tuple(ledger.figures[one] for one in sorted(trace.parts))
    words = f"{called(ledger.register, unit, ledger.day)}: {reason}."
    return Refusal(unit, of[0].indicator, of[0].period, of[0].role, ledger.day, cause, words, of)


def _refusal(figure: Figure, to: date, cause: Cause, reason: str) -> Refusal:
    where = f"Dòng {figure.line}: " if figure.line else ""
    return Refusal(figure.unit, figure.indicator, figure.period, figure.role, to, cause, f"{where}{reason}.", (figure,))


def _later(register: Register, figure: Figure, to: date) -> Refusal:
    name = called(register, figure.unit, figure.day)
    reason = f"số liệu của {name} theo bản đồ {figure.day:%d/%m/%Y}, sau ngày {to:%d/%m/%Y}; chỉ tính được về sau"
    return _refusal(figure, to, Cause.LATER_MAP, reason)


def _no_successor(maps: Maps, unit: str, to: date) -> str:
    """Why a unit that ended has no figure any more; of a district, which communes of the later map cover it."""
    ended = maps.register[unit]
    last = ended.last or to
    over = f"đã hết từ {last + timedelta(days=1):%d/%m/%Y} và không có đơn vị kế thừa"
    if ended.level is not Level.DISTRICT:
        return f"{over} trong danh mục"
    names = [called(maps.register, one, to) for one in covering(maps, unit, last, to)]
    more = f" và {len(names) - _SHOWN} xã nữa" if len(names) > _SHOWN else ""
    return f"{over}; địa bàn nay thuộc {', '.join(names[:_SHOWN]) or 'các xã chưa rõ'}{more}, hãy dùng số của các xã ấy"


def covering(maps: Maps, district: str, last: date, to: date) -> list[str]:
    """The units of the map of ``to`` that hold the communes which the district had on its last day."""
    flows = maps.between(last, to)
    found: defaultdict[str, None] = defaultdict()
    for commune in maps.register.below(district, last):
        found.update(dict.fromkeys(flows.out_of(commune.id)))
    return [unit for unit in found if maps.register[unit].exists(to)]
