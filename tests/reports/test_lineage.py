"""The story and the picture of a unit's lineage."""

import hashlib
import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import cast

import pytest
from lxml import etree

from camket.reports.lineage import draw, events_of
from camket.units.act import Act
from camket.units.kind import Kind
from camket.units.lineage import lineage
from camket.units.move import ChangeKind, Move
from camket.units.org_unit import OrgUnit, State
from camket.units.register import Register
from camket.units.table import load_register

EARLY, LATE = date(2012, 8, 25), date(2025, 7, 1)
EVE = timedelta(days=1)
NS = "{http://www.w3.org/2000/svg}"


def unit(
    code: str, name: str, first: date | None = None, last: date | None = None, kind: Kind = Kind.COMMUNE
) -> OrgUnit:
    return OrgUnit(code, (State(code, name, kind, None if kind is Kind.PROVINCE else "P", first, last),))


def small() -> Register:
    """One commune splits in two; one of these is renamed, gives a part away, and merges with the other."""
    units = [
        unit("P", "Lạc & <Hồng>", kind=Kind.PROVINCE),
        unit("D", "Khe Sâu", last=LATE - EVE, kind=Kind.RURAL_DISTRICT),
        unit("1", "Phiêng Cũ", last=EARLY - EVE),
        unit("2", 'Nậm "Một" & <Hai>', EARLY, LATE - EVE),
        OrgUnit(
            "3",
            (
                State("3", "Nậm Ba", Kind.COMMUNE, "P", EARLY, date(2019, 12, 31)),
                State("3", "Nậm Ba Mới", Kind.TOWNSHIP, "P", date(2020, 1, 1), LATE - EVE),
            ),
        ),
        unit("4", "Phiêng Mới", LATE),
    ]
    moves = [
        Move(EARLY, ChangeKind.SPLIT, "1", "2", "45/NQ-CP", population=Decimal("0.355"), area=Decimal("0.2")),
        Move(EARLY, ChangeKind.SPLIT, "1", "3", "45/NQ-CP", population=Decimal("0.645"), area=Decimal("0.8")),
        Move(date(2020, 1, 1), ChangeKind.LEVEL, "3", "3", "7/NQ"),
        Move(date(2021, 1, 1), ChangeKind.TRANSFER, "3", "2", None, note="bản Na"),
        Move(LATE, ChangeKind.MERGE, "2", "4", "9/NQ", whole=True),
        Move(LATE, ChangeKind.MERGE, "3", "4", "9/NQ", whole=True),
        Move(LATE, ChangeKind.ABOLITION, "D", None, "203/2025/QH15"),
    ]
    acts = [Act("45/NQ-CP", "Chính phủ", EARLY, EARLY, "Nghị quyết về việc điều chỉnh")]
    return Register(units, moves, acts)


def picture(register: Register, one: str) -> etree._Element:
    return etree.fromstring(draw(lineage(register, one), register))


def texts(root: etree._Element) -> list[str]:
    return ["".join(cast("list[str]", element.xpath(".//text()"))) for element in root.iter(f"{NS}text")]


def boxes(root: etree._Element) -> dict[str, tuple[float, ...]]:
    return {
        group.get("data-unit", ""): tuple(float(group[0].get(name, "")) for name in ("x", "y", "width", "height"))
        for group in root.iter(f"{NS}g")
        if group.get("data-unit")
    }


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return all(one[axis] < other[axis] + other[axis + 2] and other[axis] < one[axis] + one[axis + 2] for axis in (0, 1))


def test_the_story_tells_each_event_in_order() -> None:
    register = small()
    told = [(event.day.year, event.sentence) for event in events_of(lineage(register, "1"), register)]
    assert told == [
        (
            2012,
            'Thành lập xã Nậm "Một" & <Hai> (tỉnh Lạc & <Hồng>) từ một phần xã Phiêng Cũ (35,5 % dân số, 20 % diện tích).',
        ),
        (2012, "Thành lập xã Nậm Ba (tỉnh Lạc & <Hồng>) từ một phần xã Phiêng Cũ (64,5 % dân số, 80 % diện tích)."),
        (2020, "Xã Nậm Ba trở thành thị trấn Nậm Ba Mới."),
        (2021, 'Xã Nậm "Một" & <Hai> nhận thêm một phần thị trấn Nậm Ba Mới (bản Na).'),
        (
            2025,
            'Thành lập xã Phiêng Mới (tỉnh Lạc & <Hồng>) từ toàn bộ xã Nậm "Một" & <Hai> và toàn bộ thị trấn Nậm Ba Mới.',
        ),
    ]


def test_the_story_cites_acts_and_says_where_none_is_known() -> None:
    register = small()
    citations = [event.citation for event in events_of(lineage(register, "1"), register)]
    assert citations[0] == "Nghị quyết 45/NQ-CP ngày 25/08/2012 của Chính phủ"
    assert citations[3] == "chưa rõ văn bản"
    assert citations[4] == "9/NQ"


def test_one_sentence_tells_all_that_changes_in_a_unit_on_a_day() -> None:
    day = date(2020, 1, 1)
    cities = [
        OrgUnit(code, (State(code, name, Kind.CITY, None, first, last),))
        for code, name, first, last in (("A", "Hà", None, day - EVE), ("B", "Hà", day, None), ("C", "Lạc", None, None))
    ]
    wards = [
        OrgUnit(
            "1", (State("1", "Một", Kind.COMMUNE, "A", None, day - EVE), State("1", "Một", Kind.COMMUNE, "B", day))
        ),
        OrgUnit("2", (State("2", "Hai", Kind.COMMUNE, "C", None, day - EVE), State("2", "Ba", Kind.WARD, "B", day))),
        OrgUnit("3", (State("3", "Tư", Kind.COMMUNE, "C", None, day - EVE), State("3", "Năm", Kind.COMMUNE, "C", day))),
    ]
    kinds = {"1": [ChangeKind.REPARENT], "2": [ChangeKind.LEVEL, ChangeKind.REPARENT], "3": [ChangeKind.RENAME]}
    moves = [Move(day, kind, one, one, "7/NQ") for one, of_one in kinds.items() for kind in of_one]
    register = Register([*cities, *wards], moves)
    told = {one: [event.sentence for event in events_of(lineage(register, one), register)] for one in kinds}
    assert told == {
        "1": ["Xã Một chuyển từ thành phố Hà cũ về trực thuộc thành phố Hà mới."],
        "2": ["Xã Hai trở thành phường Ba, chuyển từ thành phố Lạc về trực thuộc thành phố Hà."],
        "3": ["Xã Tư đổi tên thành xã Năm."],
    }


def test_a_district_ends_without_successor() -> None:
    register = small()
    (event,) = events_of(lineage(register, "D"), register)
    assert event.sentence == "Huyện Khe Sâu kết thúc hoạt động; không còn cấp huyện nên không có đơn vị kế thừa."
    assert "không có đơn vị kế thừa" in texts(picture(register, "D"))


def test_there_is_one_box_a_unit_and_one_path_a_move() -> None:
    register = small()
    root = picture(register, "1")
    assert set(boxes(root)) == {"1", "2", "3", "4"}
    paths = [path.get("class", "") for path in root.iter(f"{NS}path")]
    assert sorted(paths) == sorted(["move part"] * 3 + ["move change"] + ["move"] * 2)
    emphasised = [one.get("data-unit") for one in root.iter(f"{NS}g") if "self" in one.get("class", "")]
    assert emphasised == ["1"]


def test_days_acts_shares_and_names_stand_as_text() -> None:
    words = texts(picture(small(), "1"))
    for expected in (
        "25/08/2012",
        "Nghị quyết 45/NQ-CP",
        "35,5 % dân số, 20 % diện tích",
        'Xã Nậm "Một" & <Hai>',
        "chưa rõ văn bản",
    ):
        assert expected in words
    assert "Thị trấn Nậm Ba Mới" in words  # in the column of its new name, inside the same box
    assert "đến 24/08/2012" in words


def test_time_runs_from_left_to_right_and_a_successor_stands_between_its_sources() -> None:
    at = boxes(picture(small(), "4"))
    assert at["1"][0] < at["2"][0] == at["3"][0] < at["4"][0]
    middles = {one: box[1] + box[3] / 2 for one, box in at.items()}
    assert min(middles["2"], middles["3"]) < middles["4"] < max(middles["2"], middles["3"])


def test_a_screen_reader_is_given_title_and_story() -> None:
    root = picture(small(), "4")
    assert root.get("role") == "img"
    title, story = (root.find(f"{NS}{tag}") for tag in ("title", "desc"))
    assert title is not None
    assert story is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {story.get('id')}"
    assert title.text == "Nguồn gốc và kế thừa của xã Phiêng Mới"
    assert "25/08/2012: Thành lập" in (story.text or "")
    assert all(path.find(f"{NS}title") is not None for path in root.iter(f"{NS}path"))


def test_the_same_lineage_gives_the_same_bytes() -> None:
    assert len({hashlib.sha256(draw(lineage(small(), "1"), small())).hexdigest() for _ in range(3)}) == 1


def test_nothing_is_fetched_and_nothing_runs() -> None:
    drawn = draw(lineage(small(), "1"), small()).decode()
    assert re.findall(r"<script|href|url\((?!#)|@import|\son\w+=", drawn) == []


@pytest.mark.parametrize("name", ["\x00\x1b[2J", "]]> <script>", "Ă" * 300, "từ " * 100, "", "\ud800"])
def test_any_name_can_be_drawn(name: str) -> None:
    register = Register([unit("P", "Lạc", kind=Kind.PROVINCE), unit("1", name)])
    root = picture(register, "1")
    assert "\x1b" not in "".join(texts(root))
    assert len(boxes(root)) == 1


def test_sixty_units_in_one_stay_apart() -> None:
    olds = [unit(f"{number:02}", f"Làng {number}", last=LATE - EVE) for number in range(60)]
    moves = [Move(LATE, ChangeKind.MERGE, old.id, "X", "1/NQ", whole=True) for old in olds]
    root = picture(Register([unit("P", "Lạc", kind=Kind.PROVINCE), *olds, unit("X", "Đại", LATE)], moves), "X")
    at = boxes(root)
    assert len(at) == 61
    assert not any(overlap(one, other) for one, other in combinations(at.values(), 2))
    ends = {path.get("d", "").split()[-1] for path in root.iter(f"{NS}path")}
    assert len(ends) == 60  # each arrow has its own place on the box


def test_pictures_of_the_packaged_table_are_whole_and_nothing_overlaps() -> None:
    register = load_register()
    for one in [*register][::97]:
        line = lineage(register, one.id)
        root = picture(register, one.id)
        at = boxes(root)
        assert set(at) == {other.id for other in line.units}
        assert len(list(root.iter(f"{NS}path"))) == len(line.moves)
        assert not any(overlap(first, second) for first, second in combinations(at.values(), 2))
        width, height = float(root.get("width", "")), float(root.get("height", ""))
        assert all(x >= 0 and y >= 0 and x + w <= width and y + h <= height for x, y, w, h in at.values())
