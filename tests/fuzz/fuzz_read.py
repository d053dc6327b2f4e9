"""Coverage-guided fuzzing of reading: does any text make it raise, hang, or find what does not stand there?

    python tests/fuzz/fuzz_read.py [FOLDER] [-max_total_time=300] [any other option of libFuzzer]

Inputs that reached new code are kept in FOLDER and are where the next run begins; without it they are forgotten. An
input that fails is written to the working directory as crash-*, timeout-* or oom-*; given as only argument it is run
again.
"""

import sys

import atheris

with atheris.instrument_imports(include=["camket.reading", "camket.vocabulary"]):
    from camket.reading.read import Reader

from mutating import mutated
from properties import check_reading
from running import run
from seeds import texts

from camket.reading.document import Document
from camket.reading.loading.assembly import settle
from camket.vocabulary import load_vocabulary

READER = Reader(load_vocabulary())


def one_input(data: bytes) -> None:
    """Read what the bytes say, as a text file's text would be read."""
    document = Document("thử.txt", settle(data.decode("utf-8", "ignore")))
    check_reading(document, READER.read(document))


if __name__ == "__main__":
    run(one_input, sys.argv, texts(), mutated)
