"""How fast is reading? MB/s on one core and on all, beside one plain `re` pass over the same text.

    python benchmarks/reading.py [--megabytes 5] [--jobs N]

The pass is one combined pattern (document numbers, dates, periods, fractions, quantities): the least that any
reader of figures must do. underthesea's named-entity pass is measured too where it is installed
(`make bench NER=1`), on a small share of the text, for it is slow. Seconds of the processor, best of three.
"""

import argparse
import gc
import re
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from os import cpu_count

from camket.reading.document import Document
from camket.reading.lexing.scanner import scan_tokens
from camket.reading.read import Reader
from camket.reading.structure.lines import read_lines
from camket.units.identities import load_identities
from camket.vocabulary import load_vocabulary
from camket.vocabulary.folding import fold
from corpus import varied_documents

PLAIN_PASS = re.compile(
    r"(?P<act>\d{1,5}(?:/\d{4})?[/-][A-ZĐ]{2,}(?:-[A-ZĐa-z]+)*)|(?P<day>\d{1,2}/\d{1,2}(?:/\d{4})?)|(?P<years>\d{4}\s?[-–]\s?\d{4})"
    r"|(?P<fraction>\d+/\d+)|(?P<quantity>\d{1,3}(?:\.\d{3})*(?:,\d+)?\s?"
    r"(?:%|ha|tỷ đồng|triệu đồng|người|con|xã|tiêu chí/xã|thôn|ngôi nhà)?)"
)
MUST = 0.12
GOAL = 0.5
NER_SHARE = 0.002


def best_of(work: Callable[[], object], times: int = 3, clock: Callable[[], float] = time.process_time) -> float:
    """Seconds of the quickest of some runs."""
    seconds = []
    for _ in range(times):
        begin = clock()
        work()
        seconds.append(clock() - begin)
    return min(seconds)


def read_all(documents: Sequence[Document]) -> int:
    """Read in this process; how many statements."""
    reader = _ready_reader()
    return sum(len(reader.read(document).statements) for document in documents)


def _ready_reader() -> Reader:
    """A reader as the workers of ``camket read`` keep it: what it compiled is not searched for garbage again."""
    reader = Reader(load_vocabulary(), load_identities())
    gc.freeze()
    return reader


def on_all_cores(documents: Sequence[Document], jobs: int, pool: ProcessPoolExecutor) -> int:
    """Read in ``jobs`` processes; how many statements."""
    return sum(pool.map(read_all, (documents[part::jobs] for part in range(jobs))))


def stages(documents: Sequence[Document]) -> dict[str, float]:
    """Seconds a stage takes: the later stages measured as what they add to the scan."""
    reader = _ready_reader()
    scans = [reader.scan(document) for document in documents]
    seconds = {
        "folding": best_of(lambda: [fold(document.text) for document in documents]),
        "lines and furniture": best_of(lambda: [read_lines(one.document.text, one.key) for one in scans]),
        "numbers, dates, periods": best_of(lambda: [scan_tokens(one.key, one.lexicon, one.today) for one in scans]),
    }
    scan = best_of(lambda: [reader.scan(document) for document in documents])
    seconds["discourse"] = scan - sum(seconds.values())
    whole = best_of(lambda: [reader.read(document) for document in documents])
    seconds["rules and checks"] = whole - scan
    return seconds


def named_entities(documents: Sequence[Document]) -> tuple[float, float]:
    """Megabytes and seconds of underthesea's pass over a small share of the text."""
    from underthesea import ner  # noqa: PLC0415 - an optional extra

    share = documents[: max(1, int(len(documents) * NER_SHARE))]
    begin = time.perf_counter()
    for document in share:
        for line in document.text.splitlines():
            ner(line)
    return _megabytes(share), time.perf_counter() - begin


def _megabytes(documents: Sequence[Document]) -> float:
    return sum(len(document.text.encode()) for document in documents) / 1e6


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=5.0)
    parser.add_argument("--jobs", type=int, default=cpu_count() or 1)
    options = parser.parse_args()
    documents = varied_documents(options.megabytes)
    size = _megabytes(documents)
    read_all(documents[:20])
    plain = best_of(lambda: [sum(1 for _ in PLAIN_PASS.finditer(document.text)) for document in documents])
    reader = _ready_reader()
    found = sum(len(reader.read(document).statements) for document in documents[:100])
    one = best_of(lambda: [reader.read(document) for document in documents])
    with ProcessPoolExecutor(options.jobs) as pool:
        on_all_cores(documents[:20], options.jobs, pool)
        every = best_of(lambda: on_all_cores(documents, options.jobs, pool), clock=time.perf_counter)
    print(
        f"text             {size:8.2f} MB in {len(documents)} documents ({found / _megabytes(documents[:100]):.0f} statements/MB)"
    )
    print(f"plain re pass    {size / plain:8.2f} MB/s")
    print(f"reading, 1 core  {size / one:8.2f} MB/s   ratio to the pass {plain / one:.3f}   (must {MUST}, goal {GOAL})")
    print(f"reading, {options.jobs} cores {size / every:8.2f} MB/s")
    if find_spec("underthesea"):
        megabytes, seconds = named_entities(documents)
        print(
            f"underthesea ner  {megabytes / seconds:8.3f} MB/s   reading is {size / one / (megabytes / seconds):.0f} times as fast"
        )
    else:
        print("underthesea ner  not installed: make bench NER=1")
    parts = stages(documents[: max(20, len(documents) // 10)])
    whole = sum(parts.values())
    for stage, seconds in parts.items():
        print(f"  {stage:24} {seconds / whole:6.1%}")


if __name__ == "__main__":
    main()
