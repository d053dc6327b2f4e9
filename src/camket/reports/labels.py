"""The Vietnamese words for codes: kinds, fields, values. Words of the vocabulary come from the vocabulary."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from camket.vocabulary import Vocabulary, load_vocabulary
from camket.vocabulary.yaml_file import load_yaml

_FILE = Path(__file__).with_name("labels.yml")


class KindLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a kind is shown: its name, the letter beside its colour, and the colour's hue in degrees."""

    label: str
    sign: str
    hue: int


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All labels of ``labels.yml``, and those of the vocabulary under ``values``."""

    kinds: Mapping[str, KindLabel]
    fields: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]
    sections: Mapping[str, str]
    deadlines: Mapping[str, str]
    deadline_units: Mapping[str, str]
    places: Mapping[str, str]
    pieces: Mapping[str, str]

    def field(self, name: str, kind: str = "") -> str:
        """The heading of a field, where a kind has one of its own (kind.field) that one."""
        return self.fields.get(f"{kind}.{name}") or self.fields.get(name, name)

    def value(self, field: str, code: str) -> str:
        """The words for a field's code; what has no words of its own is shown as it is."""
        return self.values.get(field, {}).get(code, code)

    def deadline(self, words: str) -> str:
        """A deadline that is no date: "end of term", "10 working days", or the document's own words."""
        number, _, unit = words.partition(" ")
        if unit in self.deadline_units:
            return f"{number} {self.deadline_units[unit]}".strip()
        return self.deadlines.get(words, words)


@cache
def load_labels() -> Labels:
    """The labels, read once a process."""
    plain = load_yaml(_FILE, dict[str, Any])
    plain["values"] |= _of_vocabulary(load_vocabulary())
    return msgspec.convert(plain, Labels)


def _of_vocabulary(vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    words = {
        "category": {code: entry.label_vi for code, entry in vocabulary.loss_categories.items()},
        "hazard": {code: entry.label_vi for code, entry in vocabulary.hazards.items()},
        "qualifier": {code: entry.label_vi for code, entry in vocabulary.qualifiers.items()},
        "theme": {code: entry.label_vi for code, entry in vocabulary.themes.items()},
    }
    # Units are shown as documents write them; only money's code is no word people use.
    words["unit"] = {code: unit.label_vi for code, unit in vocabulary.units.items() if unit.quantity == "money"}
    words["change_unit"] = words["unit"]
    return words
