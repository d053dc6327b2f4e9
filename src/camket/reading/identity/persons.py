"""Persons: the body or unit behind those who speak for it."""

import re
from collections.abc import Iterator

from camket.reading.structure.bodies import PERSON_NAME
from camket.vocabulary.discourse import load_surnames

_PEOPLE = re.compile(
    r"(?:(?:một số|nhiều|đông đảo|các|những|đại diện|ý kiến) ){0,2}(?:cử tri|nhân dân|người dân|bà con|lãnh đạo)"
    r"(?: và (?:nhân dân|cử tri))?(?: (?:của|tại|ở))? ",
    re.IGNORECASE,
)


def less_persons(words: str) -> Iterator[str]:
    """The words, then without people in front, then without a person's name at the end.

    The voters of a unit speak for that unit: "xã Thanh Nưa" of "cử tri xã Thanh Nưa"; whoever has a post, for the body
    of the post: "Bí thư Huyện ủy" of "Bí thư Huyện ủy Lò Thị An".
    """
    yield words
    people = _PEOPLE.match(words)
    if people:
        words = words[people.end() :]
        yield words
    parts = words.split(" ")
    for index in range(1, len(parts) - 1):
        if parts[index].lower() in load_surnames() and PERSON_NAME.fullmatch(" ".join(parts[index:])):
            yield " ".join(parts[:index])
            return
