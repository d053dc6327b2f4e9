"""Persons: the body or unit behind those who speak for it."""

import re

from camket.reading.structure.bodies import PERSON_NAME
from camket.vocabulary.discourse import load_surnames

_PEOPLE = re.compile(
    r"(?:(?:một số|nhiều|đông đảo|các|những|đại diện|ý kiến) ){0,2}(?:cử tri|nhân dân|người dân|bà con|lãnh đạo)"
    r"(?: và (?:nhân dân|cử tri))?(?: (?:của|tại|ở))? ",
    re.IGNORECASE,
)


def without_persons(words: str) -> str:
    """The words without a person's name at their end, or people in front: "Bí thư Huyện ủy" of "Bí thư Huyện ủy Lò Thị An".

    The voters of a unit speak for that unit: "xã Thanh Nưa" of "cử tri xã Thanh Nưa".
    """
    people = _PEOPLE.match(words)
    parts = (words[people.end() :] if people else words).split(" ")
    for index in range(1, len(parts) - 1):
        if parts[index].lower() in load_surnames() and PERSON_NAME.fullmatch(" ".join(parts[index:])):
            return " ".join(parts[:index])
    return " ".join(parts)
