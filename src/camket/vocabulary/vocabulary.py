"""The vocabulary as one frozen value, loaded from the data files beside this module."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import msgspec

from camket.vocabulary.data_file import Plain, VocabularyError, read_entries, read_shared
from camket.vocabulary.indicator import Indicator, Measure
from camket.vocabulary.institution import Body, DocumentType, Post
from camket.vocabulary.loss import Hazard, LossCategory
from camket.vocabulary.term import Abbreviation, Qualifier, Theme
from camket.vocabulary.unit import Unit
from camket.vocabulary.wording import Shared

DATA = Path(__file__).parent

T = TypeVar("T")


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
    nouns = {"measures": Measure, "units": Unit, "loss_categories": LossCategory, "hazards": Hazard,
             "abbreviations": Abbreviation, "document_types": DocumentType, "bodies": Body, "posts": Post,
             "qualifiers": Qualifier, "themes": Theme}  # fmt: skip
    tables = {noun: _table(folder / f"{noun}.yml", kind, shared) for noun, kind in nouns.items()}
    return Vocabulary(indicators=_indicators(folder / "indicators", shared), **tables)  # type: ignore[arg-type]


def _table(path: Path, kind: type[T], shared: Shared) -> Mapping[str, T]:
    entries = read_entries(path, shared)
    return MappingProxyType({code: _convert({"code": code, **entry}, kind, path) for code, entry in entries.items()})


def _indicators(folder: Path, shared: Shared) -> Mapping[str, Indicator]:
    """Each file is a theme, named by it."""
    indicators: dict[str, Indicator] = {}
    for path in sorted(folder.glob("*.yml")):
        for code, entry in read_entries(path, shared).items():
            if code in indicators:
                message = f"{path.name}: chỉ tiêu «{code}» đã có trong {indicators[code].theme}.yml; hãy bỏ một nơi"
                raise VocabularyError(message)
            indicators[code] = _convert({"code": code, "theme": path.stem, **entry}, Indicator, path)
    return MappingProxyType(indicators)


def _convert(entry: dict[str, Plain], kind: type[T], path: Path) -> T:
    try:
        return msgspec.convert(entry, kind, strict=False)  # not strict: every scalar comes as text
    except msgspec.ValidationError as error:
        message = f"{path.name}, mục «{entry['code']}»: {error}; hãy sửa mục này theo kiểu {kind.__name__}"
        raise VocabularyError(message) from error
