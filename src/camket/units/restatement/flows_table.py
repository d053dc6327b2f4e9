"""The flows between two maps as a table, for engines that re-state millions of figures by one join and one group-by.

``restate.sql`` beside this module is that statement, for DuckDB; it says what it wants of the table of figures.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from camket.units.flows import Flow, Flows
from camket.units.kind import Level
from camket.units.register import Register
from camket.units.restatement.outcome import decimal
from camket.units.share import ONE, Quantity, Share

PLACES = 10
"""Decimal places of a share in the table: it is exact where the product of stated shares needs no more."""
STATEMENT = Path(__file__).with_name("restate.sql")
"""The statement; it reads ``figures`` and ``flows`` and gives one row a target, indicator and period."""
_SMALLEST = Decimal(1).scaleb(-PLACES)


class FlowRow(NamedTuple):
    """What of ``source`` lies in ``target``, by one quantity.

    ``share`` is None where no act states it; ``sources`` is how many units must have given a figure for the target to
    be complete; ``alone`` is true where the target is the source, whole and with nothing else; ``by_share`` where any of
    its sources came in part. The last three are the same in all rows of a target and quantity.
    """

    source: str
    target: str
    quantity: str
    share: Decimal | None
    sources: int
    alone: bool
    by_share: bool


def flow_rows(register: Register, start: date, end: date, level: Level) -> Iterator[FlowRow]:
    """The flows of a level's units; those that ended without successor have none, so that an anti-join finds them.

    A unit of the later map of which some part came from nowhere that is known counts one source more than it has rows.
    """
    flows = Flows(register, start, end)
    ways = [
        (unit.id, target, flow)
        for unit in register.existing(start, level)
        for target, flow in flows.out_of(unit.id).items()
        if register[target].exists(end)
    ]
    met = Counter(target for _, target, _ in ways)
    for quantity in Quantity:
        felt = {target: _felt(register, flows, target, level, quantity) for target in met}
        for source, target, flow in ways:
            if flow.of(quantity):
                sources, by_share = len(felt[target]), any(share != ONE for share in felt[target])
                alone = flow.whole and met[target] == 1
                yield FlowRow(source, target, quantity.value, _share(flow, quantity), sources, alone, by_share)


def write_flows(rows: Iterable[FlowRow], path: Path) -> None:
    """Write the table as UTF-8, tab separated, with a header line; an unknown share is an empty cell."""
    lines = ["\t".join(FlowRow._fields)]
    lines += ["\t".join("" if cell is None else str(cell) for cell in row) for row in rows]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _felt(register: Register, flows: Flows, target: str, level: Level, quantity: Quantity) -> list[Share]:
    """The shares of all that must have given a figure."""
    origins = flows.into(target).items()
    shares = (flow.of(quantity) for origin, flow in origins if register[origin].level is level)
    return [share for share in shares if share]


def _share(flow: Flow, quantity: Quantity) -> Decimal | None:
    known = flow.of(quantity).known
    return None if known is None else decimal(known).quantize(_SMALLEST)
