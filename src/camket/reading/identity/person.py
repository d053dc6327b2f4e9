"""Persons: a body's name without that of the person who speaks for it."""

from camket.reading.structure.bodies import PERSON_NAME
from camket.vocabulary.discourse import load_surnames


def without_person(words: str) -> str:
    """The words before a person's name that ends them: "Bí thư Huyện ủy" of "Bí thư Huyện ủy Lò Thị An"."""
    parts = words.split(" ")
    for index in range(1, len(parts) - 1):
        name = " ".join(parts[index:])
        if parts[index].lower() in load_surnames() and PERSON_NAME.fullmatch(name):
            return " ".join(parts[:index])
    return words
