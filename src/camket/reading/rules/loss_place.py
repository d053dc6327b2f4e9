"""Places of losses: the unit that a count or an item names, unless it names several."""

import re
from bisect import bisect_left

from camket.reading.rules.citation_parts import UPPER
from camket.reading.scan import Scan
from camket.reading.structure.item import Item

_LEVELS = (
    "bản",
    "thôn",
    "ấp",
    "khóm",
    "khu phố",
    "tổ dân phố",
    "xã",
    "phường",
    "thị trấn",
    "huyện",
    "thị xã",
    "quận",
    "thành phố",
    "tỉnh",
)
_LEVEL = "|".join(sorted(_LEVELS, key=len, reverse=True))
_NAME = rf"[{UPPER}][^\W\d_]*(?:(?:[ -]| - (?=Huế|Vũng Tàu|Tháp Chàm))[{UPPER}][^\W\d_]*){{0,4}}"
_UNIT_NAME = rf"(?:{_LEVEL}|TP\.?|TX\.?) (?:{_NAME}|\d{{1,2}}(?!\d))"
_REGIONS = "Nam Trung Bộ|Bắc Trung Bộ|Tây Nguyên|Tây Bắc|Đông Bắc|Bắc Bộ|Trung Bộ|Nam Bộ|miền Trung|miền Bắc|miền núi phía Bắc|Đồng bằng sông Cửu Long"
_WIDE = re.compile(
    rf"(?:tại|ở|trên địa bàn|Tại|Ở) (?P<place>{_REGIONS}|"
    rf"(?!(?:Ban|Hội|Ủy|Sở|Bộ|Công|Đoàn|Đảng|Văn|Trung|Chi|Tổng|Cục|Trường|Trạm|Nhà|Việt)[ -])[{UPPER}][^\W\d_]+(?:[ -][{UPPER}][^\W\d_]*){{1,3}})"
)
_HAPPENED = re.compile(
    rf"(?:[Tt]rên địa bàn|[Tt]ại|[Ởở]|thuộc|địa bàn|xuống|quét qua|ập vào|tràn vào) (?:địa bàn |khu vực )?(?P<place>{_UNIT_NAME})"
)
# Each word is written out in both cases: ``re`` leaps to the next of four first letters, not to one of a class.
_SEVERAL_UNITS = re.compile(
    r"(?:tại|Tại|ở|Ở|trên địa bàn|Trên địa bàn) (?:các|nhiều|một số|những|\d{1,3}|hai|ba|bốn) (?:tỉnh|huyện|xã|thôn|bản|địa phương|khu vực)"
)
BRACKET = re.compile(r"\([^()]{0,900}\)?")
PLACE_BEFORE = re.compile(
    rf"(?P<first>^|[,;(] ?|trong đó |riêng )?(?:(?P<led>(?:tại|ở|riêng|Tại|Ở|Riêng|là|địa bàn) (?:các |địa bàn )?)?"
    rf"(?P<place>{_UNIT_NAME}|{_NAME})(?P<link> (?:có|với|làm|là|bị|ghi nhận|thiệt hại|đã có)|:|,)?)[ :]{{0,2}}"
    r"(?:có |là |trên |hơn |gần |khoảng |ước |bị |làm )*$"
)
PLACE_AFTER = re.compile(rf" (?:tại|ở|thuộc|trên địa bàn|của(?= (?:{_LEVEL}) )) (?P<place>{_UNIT_NAME}|{_NAME})")
# After a place: it is one of several, and none of them the place of the whole count.
_MORE_PLACES = re.compile(
    rf"(?P<more>(?:[,;] (?:TP\.? ?)?{_NAME}){{0,4}})(?P<joined>,? và (?:các |(?:{_LEVEL}|TP\.?|TX\.?) )?{_NAME})?"
)
_LAST_OF_SEVERAL = re.compile(rf"{_NAME}(?:,| và|, và) (?:(?:{_LEVEL}|TP\.?|TX\.?) )?$")
_NO_NAMES = frozenset(
    {"Trong", "Trên", "Dưới", "Khoảng", "Riêng", "Còn", "Nam", "Tổng", "Gồm", "Toàn", "Hiện", "Ngoài"}
)
_SHORTEST_NAME = 2
PLACE_HERE = re.compile(rf" (?P<place>{_UNIT_NAME})")
PLACE_ALONE = re.compile(rf"\(\s*(?:ở |tại )?(?P<place>{_UNIT_NAME}|{_NAME})\s*\)")


def place_of(scan: Scan, item: Item) -> str | None:
    """The deepest unit that the item says it happened in; "" where it names several."""
    counts = [one.start for one in scan.quantities.within(item.start, item.end) if one.unit]
    told = BRACKET.sub("", scan.text(item.start, min(counts, default=item.end)))
    found = [match["place"] for match in _HAPPENED.finditer(told) if not is_one_of_several(told, match)]
    wide = None if found else _WIDE.search(told)
    if wide is not None:
        return "" if is_one_of_several(told, wide) else wide["place"]
    return min(found, key=_depth, default="" if _SEVERAL_UNITS.search(told) else None)


def several_units(scan: Scan) -> list[int]:
    """Where the text speaks of several units at once, in order: "tại các tỉnh Hà Tĩnh, Quảng Bình"."""
    return [match.start() for match in _SEVERAL_UNITS.finditer(scan.document.text)]


def names_several(scan: Scan, item: Item, several: list[int]) -> bool:
    """Whether an item speaks of several units, which the text does at ``several``."""
    index = bisect_left(several, item.start)
    if index == len(several) or several[index] >= item.end:
        return False
    return _SEVERAL_UNITS.search(scan.document.text, item.start, item.end) is not None


def is_one_of_several(text: str, place: re.Match[str]) -> bool:
    """Whether a place is the first of several: "tại huyện Mộc Châu và Thuận Châu", "ở Ninh Bình, Huế, Đà Nẵng".

    A bare "xã Nậm Vì, Mường Nhé" names a place and the one it lies in.
    """
    following = _MORE_PLACES.match(text, place.end("place"))
    if following is None:
        return False
    bare = not place["place"][0].islower()
    return following["joined"] is not None or (bare and following["more"].count(",") > 1)


def place_before(scan: Scan, floor: int, end: int, *, bare: bool = False) -> str | None:
    """The place that leads up to ``end``, not before ``floor``; ``bare``: a name alone is enough.

    "" where it is the last of several: "tại Hà Tĩnh, Quảng Bình và Quảng Trị có".
    """
    window = scan.text(max(floor, end - 70), end)
    match = PLACE_BEFORE.search(window)
    if match is None:
        return None
    place = match["place"]
    if _LAST_OF_SEVERAL.search(window, 0, match.start("place")):
        return ""
    said = bare or match["led"] or match["link"] or match["first"] is not None or place[0].islower()
    named = " " in place or (bare and len(place) > _SHORTEST_NAME and place not in _NO_NAMES)
    return place if named and said else None


def _depth(place: str) -> int:
    return next((level for level, word in enumerate(_LEVELS) if place.lower().startswith(word)), len(_LEVELS))
