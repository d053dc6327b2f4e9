"""Changing an input by words, numbers and tags: changed bytes alone seldom make another text."""

import random
import re

import atheris
from shapes import REPEATED

_WORD = re.compile(r"<[^<>]{0,300}>|\w+|\W")
_PIECES = list(REPEATED.values())
_NUMBERS = (
    "0",
    "1",
    "-1",
    "5",
    "17",
    "100",
    "2024",
    "1.000",
    "4,17",
    "12/17",
    "30/6/2024",
    "999999999999",
    "2021-2025",
)


def mutated(data: bytes, largest: int, seed: int) -> bytes:
    """Change a text, as often by words as libFuzzer does by bytes; the same for the same seed."""
    draw = random.Random(seed)  # noqa: S311 - chance for a fuzzer, no secret
    if draw.random() < 0.4:
        changed: bytes = atheris.Mutate(data, largest)
        return changed
    words = _WORD.findall(data.decode("utf-8", "surrogateescape"))
    for _ in range(draw.randint(1, 4)):
        start = draw.randint(0, len(words))
        end = min(len(words), start + draw.choice((1, 1, 2, 5, 20)))
        words[start:end] = _instead(words[start:end], words, draw)
    return "".join(words).encode("utf-8", "surrogateescape")[:largest]


def _instead(some: list[str], words: list[str], draw: random.Random) -> list[str]:
    """What to put in place of some words: nothing, the same otherwise, others of the text, a piece, a number, a rare sign."""
    elsewhere = draw.randint(0, len(words))
    sign = chr(draw.choice((draw.randint(0x20, 0x7F), draw.randint(0xA0, 0x2FFF), draw.randint(0x10000, 0x1FFFF))))
    choices: tuple[list[str], ...] = (
        [], some * 2, some[::-1], [word.upper() for word in some], words[elsewhere : elsewhere + 5],
        [*some, draw.choice(_PIECES)], [draw.choice(_PIECES), *some], [draw.choice(_NUMBERS)], [sign],
    )  # fmt: skip
    return draw.choice(choices)
