"""Tracing: which reported figures, and which shares of them, lie in each unit as the map changes under them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from camket.units.flows import STAYS, Flow, Flows
from camket.units.register import Register

type Absent = tuple[str, date]
"""A unit of a day's map from which no figure came."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What lies in one unit: shares of figures (by their place in the list), and what is absent.

    ``overlap`` holds units whose figure was reported on a map where a part of what is here was already in them.
    ``mixed`` is true where figures of different levels met, one of which holds the other.
    """

    parts: Mapping[int, Flow]
    absent: Mapping[Absent, Flow] = MappingProxyType({})
    overlap: tuple[str, ...] = ()
    mixed: bool = False

    @property
    def alone(self) -> int | None:
        """The one figure that is here whole and with nothing else; None where that is not so."""
        if len(self.parts) != 1 or self.absent or self.overlap or self.mixed:
            return None
        figure, flow = next(iter(self.parts.items()))
        return figure if flow.whole else None


type Traces = dict[str, Trace]
"""By unit of the map that the tracing has come to."""


def reported(traces: Traces, unit: str, figure: int) -> None:
    """Put a figure of ``unit``, reported on the map come to, into the traces; what lies there already overlaps it."""
    there = traces.get(unit)
    if there is None:
        traces[unit] = Trace({figure: STAYS})
    else:
        traces[unit] = replace(there, parts={**there.parts, figure: STAYS}, overlap=(*there.overlap, unit))


def moved_on(register: Register, traces: Traces, flows: Flows) -> Traces:
    """The traces on the later map of ``flows``; what ended without successor stays with the unit that ended."""
    moved: Traces = {}
    for source, trace in traces.items():
        for target in flows.out_of(source):
            if target not in moved:
                moved[target] = trace if _untouched(flows, source, target) else _met(register, traces, flows, target)
    return moved


def _untouched(flows: Flows, source: str, target: str) -> bool:
    return source == target and not flows.touches(source)


def _met(register: Register, traces: Traces, flows: Flows, target: str) -> Trace:
    origins = flows.into(target)
    here = [(traces[origin], flow) for origin, flow in origins.items() if origin in traces]
    levels = {register[origin].level for origin in origins if origin in traces}
    without = {
        (origin, flows.start): flow
        for origin, flow in origins.items()
        if origin not in traces and register[origin].level in levels
    }
    return Trace(
        _together((trace.parts, flow) for trace, flow in here),
        {absent: flow for absent, flow in (*_absent(here).items(), *without.items()) if flow.population or flow.area},
        tuple(dict.fromkeys(unit for trace, _ in here for unit in trace.overlap)),
        len(levels) > 1 or any(trace.mixed for trace, _ in here),
    )


def _absent(here: list[tuple[Trace, Flow]]) -> dict[Absent, Flow]:
    return _together((trace.absent, flow) for trace, flow in here)


def _together[K](carried: Iterator[tuple[Mapping[K, Flow], Flow]]) -> dict[K, Flow]:
    sums: dict[K, Flow] = {}
    for held, onward in carried:
        for key, flow in held.items():
            further = flow.then(onward)
            sums[key] = sums[key] + further if key in sums else further
    return sums
