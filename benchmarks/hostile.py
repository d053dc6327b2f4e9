"""Does any input cost more than linear time? Every hostile shape, read at three lengths.

    python benchmarks/hostile.py [--characters 400000] [--limit 120] [--all] [SHAPE...]

Each shape (tests/fuzz/shapes.py) is read, with checks, at a quarter, half and the whole of so many characters. Printed:
seconds of the processor, how they grew, microseconds a character, the ratio to one plain `re` pass over the same text
(the one of benchmarks/reading.py) and, for what grew too fast, which stage did. Without --all only what is slow or
grew is printed. Exit code 1 when anything grew faster than its length or ran into the limit.
"""

import argparse
import gc
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from camket.reading.checks import check
from camket.reading.document import Document
from camket.reading.lexing.scanner import scan_tokens
from camket.reading.read import Reader
from camket.reading.rules import all_rules
from camket.reading.structure.facts import page_facts
from camket.reading.structure.lines import read_lines
from camket.vocabulary import load_vocabulary
from camket.vocabulary.folding import fold
from reading import PLAIN_PASS

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "fuzz"))
from shapes import NAMES, shape

# Doubling a text twice makes linear work 4 times; caches and a busy machine may add half of that, quadratic work is 16.
TOO_FAST = 6.5
SHORTEST = 0.4
SLOW = 15.0


class Ran(NamedTuple):
    """Seconds at a quarter, half and the whole of the characters; None from where the limit was hit."""

    seconds: tuple[float | None, ...]
    plain: float
    characters: int

    @property
    def growth(self) -> float | None:
        """How many times as long the whole took as its quarter."""
        first, last = self.seconds[0], self.seconds[-1]
        return last / max(first, 1e-4) if first is not None and last is not None else None

    @property
    def runaway(self) -> bool:
        """Whether time grew faster than the text, where it is long enough to be told from chance."""
        last = self.seconds[-1]
        return last is None or (last >= SHORTEST and (self.growth or 0) > TOO_FAST)

    @property
    def slow(self) -> bool:
        """Whether a character costs many times what it costs in ordinary text."""
        last = self.seconds[-1]
        return last is not None and last / self.characters * 1e6 > SLOW


def timed(work: Callable[[], object], limit: int) -> float | None:
    """Seconds of the processor, or None when ``limit`` seconds were not enough."""
    gc.collect()
    signal.alarm(limit)
    begin = time.process_time()
    try:
        work()
        return time.process_time() - begin
    except TimeoutError:
        return None
    finally:
        signal.alarm(0)


def measured(reader: Reader, texts: list[str], limit: int) -> Ran:
    """Read a shape's three texts; after one that ran into the limit the longer ones are not tried."""
    seconds: list[float | None] = []
    for text in texts:
        gone = seconds and seconds[-1] is None
        seconds.append(None if gone else timed(lambda: reader.read(Document("thử.txt", text)), limit))  # noqa: B023 - run at once
    plain = timed(lambda: sum(1 for _ in PLAIN_PASS.finditer(texts[-1])), limit) or 1e-4
    return Ran(tuple(seconds), plain, len(texts[-1]))


def stages(reader: Reader, text: str, limit: int) -> Iterator[tuple[str, float | None]]:
    """Seconds of each stage that can be run alone."""
    key = fold(text)
    lines = read_lines(text, key)
    yield "folding", timed(lambda: fold(text), limit)
    yield "lines and furniture", timed(lambda: read_lines(text, key), limit)
    yield "page facts", timed(lambda: page_facts(text, key, lines), limit)
    yield "numbers, dates, periods", timed(lambda: scan_tokens(key, reader._lexicon, None), limit)  # noqa: SLF001 - a part to measure
    scan = reader.scan(Document("thử.txt", text))
    yield "the whole scan", timed(lambda: reader.scan(Document("thử.txt", text)), limit)
    for find in all_rules():
        yield f"rules: {find.__module__.rpartition('.')[2]}", timed(lambda: list(find(scan)), limit)  # noqa: B023 - run at once
    found = [one for find in all_rules() for one in find(scan)]
    yield "checks", timed(lambda: check(tuple(sorted(found, key=lambda one: one.start)), scan), limit)


def shown(seconds: float | None) -> str:
    """Seconds in a column."""
    return "    over" if seconds is None else f"{seconds:8.2f}"


def line(name: str, ran: Ran) -> str:
    """One shape's row."""
    seconds = " ".join(map(shown, ran.seconds))
    last = ran.seconds[-1]
    growth = f"x{ran.growth:5.1f}" if ran.growth is not None else "     -"
    cost = f"{last / ran.characters * 1e6:6.2f} µs/char  {last / ran.plain:7.0f} passes" if last is not None else ""
    mark = "  GREW" if ran.runaway else "  slow" if ran.slow else ""
    return f"{name:28} {seconds}  {growth}  {cost}{mark}"


def _stop(*_: object) -> None:
    raise TimeoutError


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--characters", type=int, default=400_000)
    parser.add_argument("--limit", type=int, default=120, help="seconds for one text")
    parser.add_argument("--all", action="store_true", help="print every shape")
    parser.add_argument("only", nargs="*", metavar="SHAPE")
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, _stop)
    reader = Reader(load_vocabulary())
    reader.read(Document("thử.txt", "Tỷ lệ hộ nghèo còn 5%."))  # what is compiled on first use
    names = options.only or NAMES
    grew = 0
    for name in names:
        texts = [shape(name, options.characters // share) for share in (4, 2, 1)]
        ran = measured(reader, texts, options.limit)
        if ran.runaway and ran.seconds[-1] is not None:
            ran = measured(reader, texts, options.limit)  # a busy machine is no runaway
        grew += ran.runaway
        if options.all or options.only or ran.runaway or ran.slow:
            print(line(name, ran), flush=True)
        if ran.runaway:
            first, last = (dict(stages(reader, text, options.limit)) for text in (texts[0], texts[-1]))
            for stage, seconds in last.items():
                print(f"    {stage:26} {shown(first[stage])} {shown(seconds)}", flush=True)
    print(f"{len(names)} shapes of {options.characters} characters: {grew} grew faster than their length")
    return 1 if grew else 0


if __name__ == "__main__":
    sys.exit(main())
