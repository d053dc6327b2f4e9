"""Reading the types of bodies from their data files, and holding them by code."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from camket.units.bodies.body_type import NATION, BodyType
from camket.units.errors import UnitsError
from camket.units.kind import Kind, Level
from camket.vocabulary.data_file import Entry, Plain, read_entries

PACKAGED = Path(__file__).with_name("types")

_KINDS: dict[str, list[str]] = {
    **{kind.value: [kind.value] for kind in Kind},
    **{f"{level.name.lower()}_level": [kind.value for kind in Kind if kind.level is level] for level in Level},
    "nation": [NATION],
}


class BodyTypeError(UnitsError):
    """An entry of a file of body types that cannot be so."""

    def __init__(self, path: Path, code: str, reason: str) -> None:
        """``code`` is the entry's."""
        super().__init__(f"{path.name}, loại cơ quan «{code}»: {reason}")


@cache
def load_types() -> Mapping[str, BodyType]:
    """The packaged types by code, read once, in the order of the files."""
    return read_types(PACKAGED)


def read_types(folder: Path) -> Mapping[str, BodyType]:
    """The types of all files in ``folder``, by code. Raises BodyTypeError, or VocabularyError for what is no YAML."""
    types: dict[str, BodyType] = {}
    for path in sorted(folder.glob("*.yml")):
        for one in _types(path):
            if one.code in types:
                raise BodyTypeError(path, one.code, f"đã có trong {types[one.code].branch}.yml; hãy bỏ một nơi")
            types[one.code] = one
    _check(types, folder)
    return MappingProxyType(types)


def _types(path: Path) -> Iterator[BodyType]:
    for code, entry in read_entries(path, {}).items():
        whole: Entry = {**entry, "code": code, "branch": path.stem, "kinds": _kinds(path, code, entry.get("kinds", []))}
        try:
            # every scalar comes as text; the type says whether it is a day or true
            yield msgspec.convert(whole, BodyType, strict=False)
        except msgspec.ValidationError as error:
            raise BodyTypeError(path, code, f"{error}; hãy sửa lại mục này") from error


def _kinds(path: Path, code: str, written: Plain) -> list[Plain]:
    if not isinstance(written, list) or not all(isinstance(one, str) and one in _KINDS for one in written):
        raise BodyTypeError(path, code, f"«kinds» phải là danh sách trong số: {', '.join(_KINDS)}")
    return [str(kind) for one in written for kind in _KINDS[str(one)]]


def _check(types: Mapping[str, BodyType], folder: Path) -> None:
    for one in types.values():
        path = folder / f"{one.branch}.yml"
        if not one.names:
            raise BodyTypeError(path, one.code, "chưa có tên gọi nào; hãy ghi ít nhất một tên ở «names»")
        if one.first and one.last and one.last < one.first:
            raise BodyTypeError(path, one.code, f"ngày cuối {one.last} trước ngày đầu {one.first}")
        if one.early and not (one.first and one.early <= one.first):
            raise BodyTypeError(path, one.code, f"«early» {one.early} phải trước ngày đầu «first»")
        unknown = [code for code in (*one.takes_over, *filter(None, [one.under])) if code not in types]
        if unknown:
            raise BodyTypeError(path, one.code, f"nhắc đến loại chưa có: {', '.join(unknown)}")
