"""Texts that no office wrote end in true statements, and in time: a watchdog stops the one that would not."""

from functools import cache

import pytest
from properties import check_reading
from shapes import NAMES, raw, shape

from camket.reading.bounded import BoundedPool, run_bounded
from camket.reading.document import Document
from camket.reading.loading import load_bytes
from camket.reading.read import Reader
from camket.vocabulary import load_vocabulary

LENGTH = 20_000
TWO_MEGABYTES = 2_000_000
# Each takes seconds; a pattern that goes back over what it has seen would take hours.
HUGE = ("digits", "digits and dots", "spaces", "open brackets", "letters", "one letter, all accents", "base64")


@cache
def reader() -> Reader:
    return Reader(load_vocabulary())


def read_text(text: str) -> int:
    """In a process of its own: load a text as a file, read it, look at what was found."""
    document = load_bytes(text.encode(), "thử.txt")
    reading = reader().read(document)
    check_reading(document, reading)
    return len(reading.statements)


def read_shape(named: tuple[str, int]) -> int:
    return read_text(raw(*named))


def test_every_shape_is_read_in_time_and_what_is_found_is_true() -> None:
    named = [(name, LENGTH) for name in NAMES]
    outcomes = BoundedPool(1, seconds=60, megabytes=3000).map_unordered(read_shape, named)
    assert {name: outcome for (name, _), outcome in outcomes if not isinstance(outcome, int)} == {}


@pytest.mark.parametrize("name", HUGE)
def test_two_megabytes_without_an_end_are_read_in_time(name: str) -> None:
    run_bounded(read_shape, (name, TWO_MEGABYTES), seconds=120, megabytes=4000)


def test_a_hundred_thousand_lines_are_read_in_time() -> None:
    run_bounded(read_text, "Mở lớp\n" * 100_000, seconds=120, megabytes=4000)


def test_one_sentence_of_thousands_of_figures_is_read_in_time() -> None:
    """Each figure inherits from the words before it; looking through all of them each time would take hours."""
    sentence = "hoàn thành 12/17 chỉ tiêu, tỷ lệ hộ nghèo còn 5%, giảm 2% so với năm 2023; "
    assert run_bounded(read_text, sentence * 2000, seconds=120, megabytes=4000) > 2000


def test_a_hostile_text_is_read_the_same_twice() -> None:
    document = Document("thử.txt", shape("all pieces mixed", LENGTH))
    assert reader().read(document) == reader().read(document)
