"""The picture: a lineage as SVG."""

from datetime import date
from functools import cache
from pathlib import Path

from lxml import etree

from camket.reports.lineage.arrows import Arrow
from camket.reports.lineage.boxes import Block, Placed
from camket.reports.lineage.layout import MARGIN, Layout, lay_out
from camket.reports.lineage.story import events_of
from camket.reports.lineage.wording import act_words, clean, day_words, life_words, name_words, share_words, unit_words
from camket.units.lineage import Lineage
from camket.units.move import Move
from camket.units.path import path_of
from camket.units.register import Register

_SVG = "http://www.w3.org/2000/svg"
_INSET = 12.0
_BIG, _SMALL = 11.0, 7.4
"""Widths of a letter of the title and of the line below it, with room for wide ones."""
_LEGEND = (
    ("move", ((0, 0), (34, 0)), "toàn bộ", 100.0),
    ("move part", ((0, 0), (34, 0)), "một phần", 110.0),
    ("move change", ((14, 0), (20, -6), (26, 0), (20, 6), (14, 0)), "đổi tên, đổi loại hoặc đổi cấp trên", 0.0),
)


def draw(lineage: Lineage, register: Register) -> bytes:
    """The SVG of a lineage as UTF-8 bytes; the same lineage gives the same bytes."""
    layout = lay_out(lineage, register)
    width = max(layout.width, len(_title(lineage)) * _BIG, len(_subtitle(lineage, register)) * _SMALL) + 2 * MARGIN
    root = etree.Element(
        f"{{{_SVG}}}svg",
        {
            "class": "lineage",
            "role": "img",
            "lang": "vi",
            "aria-labelledby": "lineage-title lineage-story",
            "width": f"{width:g}",
            "height": f"{layout.height:g}",
            "viewBox": f"0 0 {width:g} {layout.height:g}",
        },
        nsmap={None: _SVG},
    )
    _head(root, lineage, register)
    _element(root, "rect", {"class": "paper", "width": "100%", "height": "100%"})
    _headings(root, layout, lineage, register)
    for placed in layout.boxes:
        _box(root, placed, layout, lineage)
    for arrow in layout.arrows:
        _arrow(root, arrow, register)
    for arrow in layout.arrows:
        _text(root, "share", *arrow.at, arrow.label)
    _legend(root, layout)
    etree.indent(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _head(root: etree._Element, lineage: Lineage, register: Register) -> None:
    """What a screen reader says, the style, and the shape of an arrow's head."""
    _element(root, "title", {"id": "lineage-title"}, _title(lineage))
    story = [f"{day_words(one.day)}: {one.sentence} ({one.citation})" for one in events_of(lineage, register)]
    _element(root, "desc", {"id": "lineage-story"}, " ".join(story) or "Chưa ghi nhận thay đổi nào.")
    _element(root, "style", {}, _style())
    head = {"id": "lineage-head", "markerWidth": "9", "markerHeight": "8", "refX": "6", "refY": "4", "orient": "auto"}
    marker = _element(_element(root, "defs", {}), "marker", {**head, "markerUnits": "userSpaceOnUse"})
    _element(marker, "polygon", {"class": "head", "points": "0,0 9,4 0,8"})


def _title(lineage: Lineage) -> str:
    return f"Nguồn gốc và kế thừa của {name_words(lineage.unit.latest)}"


def _subtitle(lineage: Lineage, register: Register) -> str:
    above = path_of(register, lineage.unit, date.max).split(", ")[1:]
    life = life_words(lineage.unit.first, lineage.unit.last)
    return clean(" · ".join([*above, f"mã {lineage.unit.id}", life]))


def _headings(root: etree._Element, layout: Layout, lineage: Lineage, register: Register) -> None:
    _text(root, "headline", MARGIN, 36, _title(lineage))
    _text(root, "subline", MARGIN, 58, _subtitle(lineage, register))
    top = layout.body - 10
    for index, left in enumerate(layout.lefts):
        _text(root, "time", left, top - 4, layout.columns.heading(index))
    for index, gutter in enumerate(layout.gutters):
        lines = [day_words(layout.columns.days[index]), *gutter.acts]
        for number, line in enumerate(lines):
            height = top - 20 - 15 * (len(lines) - 1 - number)
            _text(root, "act" if number else "day", gutter.middle, height, line)
        x = f"{gutter.middle:g}"
        _element(
            root, "line", {"class": "rule", "x1": x, "x2": x, "y1": f"{top - 12:g}", "y2": f"{layout.height - 44:g}"}
        )


def _box(root: etree._Element, placed: Placed, layout: Layout, lineage: Lineage) -> None:
    unit = placed.box.unit
    kinds = ["unit"] + ["living"] * (unit.last is None) + ["self"] * (unit.id == lineage.unit.id)
    group = _element(root, "g", {"class": " ".join(kinds), "data-unit": clean(unit.id)})
    corner = {"x": placed.left, "y": placed.top, "width": placed.width, "height": placed.box.height, "rx": 5.0}
    _element(group, "rect", {name: f"{value:g}" for name, value in corner.items()})
    for block in placed.box.blocks:
        _block(group, block, placed, layout.lefts[block.column] + _INSET)


def _block(group: etree._Element, block: Block, placed: Placed, left: float) -> None:
    height = placed.middle - block.height / 2
    for line in block.name:
        _text(group, "name", left, height + 13, line)
        height += 18
    for line in block.lines:
        _text(group, "detail", left, height + 11, line)
        height += 15


def _arrow(root: etree._Element, arrow: Arrow, register: Register) -> None:
    move = arrow.move
    marked = {} if move.target in {None, move.source} else {"marker-end": "url(#lineage-head)"}
    path = _element(root, "path", {"class": _class(move), "d": arrow.path, **marked})
    _element(path, "title", {}, _tooltip(move, register))


def _class(move: Move) -> str:
    if move.target == move.source:
        return "move change"
    if move.target is None:
        return "move end"
    return "move" if move.whole else "move part"


def _tooltip(move: Move, register: Register) -> str:
    source = unit_words(register[move.source], move.day)
    target = unit_words(register[move.target], move.day) if move.target else "không có đơn vị kế thừa"
    how = "toàn bộ" if move.whole else share_words(move) or "một phần"
    words = [f"{source} → {target}", *([how] if move.target not in {None, move.source} else []), day_words(move.day)]
    return clean("; ".join(filter(None, [*words, act_words(register, move.act), move.note])))


def _legend(root: etree._Element, layout: Layout) -> None:
    x, y = MARGIN, layout.height - 20
    used = {_class(arrow.move) for arrow in layout.arrows}
    for kind, corners, words, width in (key for key in _LEGEND if key[0] in used):
        points = " ".join(f"{x + right:g},{y + down:g}" for right, down in corners)
        _element(root, "polyline", {"class": kind, "points": points})
        _text(root, "detail", x + 42, y + 4, words)
        x += 42 + width


@cache
def _style() -> str:
    return Path(__file__).with_name("picture.css").read_text("utf-8")


def _text(parent: etree._Element, kind: str, x: float, y: float, words: str) -> None:
    if words:
        _element(parent, "text", {"class": kind, "x": f"{x:g}", "y": f"{y:g}"}, words)


def _element(parent: etree._Element, tag: str, attributes: dict[str, str], words: str | None = None) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_SVG}}}{tag}", attributes)
    element.text = words
    return element
