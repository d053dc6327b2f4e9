"""Tables of names: what fails is listed beside the rest."""

from datetime import date

from camket.units.names import NamedRow, Resolver, resolve_table

DAY = date(2024, 5, 1)


def test_failures_stand_beside_the_rest(resolver: Resolver) -> None:
    rows = [
        NamedRow("xã Thanh Luông", DAY, "tỉnh Điện Biên"),
        NamedRow("xã Thanh Luôn", DAY, "11"),
        NamedRow("Thanh Nưa", DAY),
        NamedRow("xã Thanh Nưa", "31/02/2024"),
        NamedRow("xã Thanh Nưa", DAY, "huyện Ở Đâu Đó"),
        NamedRow("huyện", DAY, about="huyện Nậm Pồ"),
    ]
    table = resolve_table(resolver, rows, first_number=2)
    assert [(row.number, row.resolution.unit) for row in table.resolved] == [(2, "c2"), (7, "101")]
    assert [(row.number, row.proposals) for row in table.failed] == [
        (3, ("xã Thanh Luông",)),
        (4, ("xã Thanh Nưa, huyện Điện Biên, tỉnh Điện Biên", "xã Thanh Nưa, huyện Mù Chải, tỉnh Yên Sơn")),
        (5, ()),
        (6, ()),
    ]
    assert table.failed[0].reason == (
        "Dòng 3: «xã Thanh Luôn»: Không có đơn vị nào mang tên này. Cần tên một đơn vị có thật trong «11» vào ngày 01/05/2024."
    )
    assert "31/02/2024" in table.failed[2].reason
    assert "huyện Ở Đâu Đó" in table.failed[3].reason


def test_a_thousand_names(resolver: Resolver) -> None:
    rows = [NamedRow(f"xã Không Có {number}" if number % 4 else "xã Thanh Luông", DAY) for number in range(1000)]
    table = resolve_table(resolver, rows)
    assert (len(table.resolved), len(table.failed)) == (250, 750)
    assert table.failed[0].number == 2
