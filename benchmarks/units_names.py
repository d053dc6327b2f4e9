"""How many names of units are resolved in a second on one core.

    python benchmarks/units_names.py

Repeated names are what a document asks for again and again. New ones are asked for the first time, each commune of a day of 2024
and of one of 2026: alone within its province, and as an address with all that stands above it. Seconds of the processor. The table is
frozen for the garbage collector, which would go through its objects again and again, and take half of the time.
"""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from camket.units.kind import Level
from camket.units.names import Resolver
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register
from camket.units.table import load_register

BEFORE, AFTER = date(2024, 6, 1), date(2026, 1, 1)
REPEATED_GOAL = 200_000
TIMES = 20


def seconds(work: Callable[[], object]) -> float:
    """Seconds of the processor that ``work`` takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


type Asked = tuple[str, date, str | None]


def communes(register: Register) -> Iterator[tuple[OrgUnit, State, date]]:
    """The communes of both days."""
    for day in (BEFORE, AFTER):
        for unit in register.existing(day, Level.COMMUNE):
            if state := unit.on(day):
                yield unit, state, day


def addresses(resolver: Resolver) -> list[Asked]:
    """Each with what stands above it."""
    return [(resolver.path(unit.id, day), day, None) for unit, _, day in communes(resolver.register)]


def names(register: Register) -> list[Asked]:
    """Each alone, to be sought within its province."""
    return [
        (state.full_name, day, [above.id for above in register.above(unit.id, day)][-1])
        for unit, state, day in communes(register)
    ]


def resolve_all(resolver: Resolver, asked: Sequence[Asked], times: int = 1) -> int:
    """How many were resolved to one unit."""
    return sum(
        resolver.resolve(name, on=day, within=within).unit is not None
        for _ in range(times)
        for name, day, within in asked
    )


def measure(register: Register) -> dict[str, float]:
    """Names a second: new ``names`` and ``addresses``, and ``repeated`` ones; ``index``: the seconds of making the index."""
    alone, paths = names(register), addresses(Resolver(register))
    resolver, other = Resolver(register), Resolver(register)
    index = seconds(partial(resolver.resolve, "tỉnh Điện Biên", on=AFTER))
    other.resolve("tỉnh Điện Biên", on=AFTER)
    gc.collect()
    gc.freeze()
    figures = {
        "names": len(alone) / seconds(partial(resolve_all, resolver, alone)),
        "addresses": len(paths) / seconds(partial(resolve_all, other, paths)),
        "repeated": len(alone) * TIMES / seconds(partial(resolve_all, resolver, alone, TIMES)),
    }
    return {"index": index, **figures}


def main() -> None:
    """Print the figures."""
    figures = measure(load_register())
    print(f"index of names made in        {figures['index']:.2f} s")
    print(f"names never asked before      {figures['names']:>9,.0f} a second")
    print(f"addresses never asked before  {figures['addresses']:>9,.0f} a second")
    print(f"names asked before            {figures['repeated']:>9,.0f} a second (goal {REPEATED_GOAL:,})")


if __name__ == "__main__":
    main()
