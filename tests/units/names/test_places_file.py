"""Places that are no units: the packaged file and an installation's own."""

from datetime import date
from pathlib import Path

import pytest

from camket.units.errors import TableError
from camket.units.names import Resolver
from camket.units.places import Place, load_places, read_places
from camket.units.table import load_register

HEADER = "unit\tname\tkind\tfirst\tlast\n"


def test_own_places_come_after_the_packaged_ones(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (tmp_path / "places.tsv").write_text(HEADER + "a\tHoa Mai\tbản\t\t\n", "utf-8")
    (own / "places.tsv").write_text(HEADER + "b\tHoa Đào\tkhu kinh tế\t2020-01-01\t2022-12-31\n", "utf-8")
    first, second = read_places(tmp_path, own)
    assert first == Place("a", "Hoa Mai", "bản")
    assert second.full_name == "khu kinh tế Hoa Đào"
    assert [second.covers(date(year, 6, 1)) for year in (2019, 2021, 2023)] == [False, True, False]


def test_no_file_means_no_places(tmp_path: Path) -> None:
    assert read_places(tmp_path) == ()


@pytest.mark.parametrize("row", ["a\t\tbản\t\t", "\tHoa Mai\tbản\t\t", "a\tHoa Mai\t\t\t", "a\tHoa Mai\tbản\t31/2\t"])
def test_a_row_that_cannot_be_names_its_line(tmp_path: Path, row: str) -> None:
    (tmp_path / "places.tsv").write_text(HEADER + row + "\n", "utf-8")
    with pytest.raises(TableError, match=r"places.tsv, dòng 2"):
        read_places(tmp_path)


def test_packaged_places_lie_in_units_of_their_days() -> None:
    register = load_register()
    ends = [(place, day) for place in load_places() for day in (place.first, place.last) if day is not None]
    assert load_places()
    assert [place.name for place in load_places() if place.unit not in register] == []
    assert [place.full_name for place, day in ends if not register[place.unit].exists(day)] == []


@pytest.mark.parametrize(
    ("name", "day", "unit"),
    [
        ("Khu kinh tế Vũng Áng", date(2024, 1, 1), "42"),
        ("KKT mở Chu Lai", date(2024, 1, 1), "49"),
        ("khu kinh tế Chu Lai", date(2026, 1, 1), "48@2025"),
        ("KKT Dung Quất, tỉnh Quảng Ngãi", date(2026, 1, 1), "51@2025"),
    ],
)
def test_packaged_places_are_found(name: str, day: date, unit: str) -> None:
    assert Resolver(load_register(), load_places()).resolve(name, on=day).unit == unit
