"""How many names of units are resolved in a second on one core.

    python benchmarks/units_names.py

Repeated names are what a document asks for again and again; new ones are each asked for the first time, as addresses with all that
stands above them, on a day of 2024 and one of 2026. Seconds of the processor.
"""

import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from camket.units.kind import Level
from camket.units.names import Resolver
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


def addresses(resolver: Resolver) -> list[tuple[str, date]]:
    """The communes of both days, each with what stands above it."""
    return [
        (resolver.path(unit.id, day), day)
        for day in (BEFORE, AFTER)
        for unit in resolver.register.existing(day, Level.COMMUNE)
    ]


def resolve_all(resolver: Resolver, asked: Sequence[tuple[str, date]], times: int = 1) -> int:
    """How many were resolved to one unit."""
    return sum(resolver.resolve(name, on=day).unit is not None for _ in range(times) for name, day in asked)


def measure(register: Register) -> dict[str, float]:
    """Names a second: ``new`` ones and ``repeated`` ones; ``index``: the seconds of making the index."""
    asked = addresses(Resolver(register))
    resolver = Resolver(register)
    index = seconds(partial(resolver.resolve, "tỉnh Điện Biên", on=AFTER))
    new = seconds(partial(resolve_all, resolver, asked))
    repeated = seconds(partial(resolve_all, resolver, asked, TIMES))
    return {"index": index, "new": len(asked) / new, "repeated": len(asked) * TIMES / repeated}


def main() -> None:
    """Print the figures."""
    figures = measure(load_register())
    print(f"index of names made in        {figures['index']:.2f} s")
    print(f"names never asked before      {figures['new']:>9,.0f} a second")
    print(f"names asked before            {figures['repeated']:>9,.0f} a second (goal {REPEATED_GOAL:,})")


if __name__ == "__main__":
    main()
