"""The vocabulary as one frozen value, loaded from the data files beside this module."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from camket.vocabulary.data_file import Entry, VocabularyError, read_entries, read_shared
from camket.vocabulary.indicator import Indicator, Measure
from camket.vocabulary.institution import Body, DocumentType, Post
from camket.vocabulary.loss import Hazard, LossCategory
from camket.vocabulary.term import Abbreviation, Qualifier, Theme
from camket.vocabulary.unit import Unit
from camket.vocabulary.wording import Shared

DATA = Path(__file__).parent


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """The words of the field, each noun by its code, in the order of the data files."""

    indicators: Mapping[str, Indicator]
    measures: Mapping[str, Measure]
    units: Mapping[str, Unit]
    loss_categories: Mapping[str, LossCategory]
    hazards: Mapping[str, Hazard]
    abbreviations: Mapping[str, Abbreviation]
    document_types: Mapping[str, DocumentType]
    bodies: Mapping[str, Body]
    posts: Mapping[str, Post]
    qualifiers: Mapping[str, Qualifier]
    themes: Mapping[str, Theme]


@cache
def load_vocabulary() -> Vocabulary:
    """Return the packaged vocabulary; read once a process."""
    return read_vocabulary(DATA)


def read_vocabulary(folder: Path) -> Vocabulary:
    """Return the vocabulary of the data files in ``folder``. Raise VocabularyError naming file and entry."""
    shared = read_shared(folder / "wordings.yml")
    return Vocabulary(
        indicators=_indicators(folder / "indicators", shared),
        measures=_table(folder / "measures.yml", Measure, shared),
        units=_table(folder / "units.yml", Unit, shared),
        loss_categories=_table(folder / "loss_categories.yml", LossCategory, shared),
        hazards=_table(folder / "hazards.yml", Hazard, shared),
        abbreviations=_table(folder / "abbreviations.yml", Abbreviation, shared),
        document_types=_table(folder / "document_types.yml", DocumentType, shared),
        bodies=_table(folder / "bodies.yml", Body, shared),
        posts=_table(folder / "posts.yml", Post, shared),
        qualifiers=_table(folder / "qualifiers.yml", Qualifier, shared),
        themes=_table(folder / "themes.yml", Theme, shared),
    )


def _table[T](path: Path, kind: type[T], shared: Shared) -> Mapping[str, T]:
    entries = read_entries(path, shared)
    return MappingProxyType({code: _convert(code, entry, kind, path) for code, entry in entries.items()})


def _indicators(folder: Path, shared: Shared) -> Mapping[str, Indicator]:
    """Each file is a theme, named by it."""
    indicators: dict[str, Indicator] = {}
    for path in sorted(folder.glob("*.yml")):
        for code, entry in read_entries(path, shared).items():
            if code in indicators:
                message = f"{path.name}: chỉ tiêu «{code}» đã có trong {indicators[code].theme}.yml; hãy bỏ một nơi"
                raise VocabularyError(message)
            indicators[code] = _convert(code, {"theme": path.stem, **entry}, Indicator, path)
    return MappingProxyType(indicators)


def _convert[T](code: str, entry: Entry, kind: type[T], path: Path) -> T:
    try:
        # not strict: every scalar comes as text, and the type says whether it is a number or true
        return msgspec.convert({"code": code, **entry}, kind, strict=False)
    except msgspec.ValidationError as error:
        message = f"{path.name}, mục «{code}»: {error}; hãy sửa mục này theo kiểu {kind.__name__}"
        raise VocabularyError(message) from error
