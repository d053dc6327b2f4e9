"""One paragraph of a Word document: its text, what it is, its list, and the boxes floating beside it."""

from dataclasses import dataclass, field

from lxml import etree

from camket.reading.loading.fonts import written_in
from camket.reading.loading.numbering import W, whole

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SIGNS = {
    f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "", f"{W}ptab": "\t",
}  # fmt: skip
_SKIPPED = {
    f"{W}{tag}"
    for tag in ("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt")
}
_CAPTIONS = ("caption", "chú thích")
_HEADINGS = ("heading", "title", "subtitle", "tiêu đề")
_BODY_LEVEL = 9  # an outline level of 9 is body text (ECMA-376 part 1, 17.3.1.20)
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its name, the style it is based on, and the list and outline level it brings."""

    name: str = ""
    base: str = ""
    number: str | None = None
    depth: int = 0
    outline: int | None = None
    font: str = ""


@dataclass(slots=True)
class Typed:
    """A paragraph as read. ``joined``: its end was deleted, so that the next one goes on in the same line."""

    text: str = ""
    kind: str = "paragraph"
    number: str | None = None
    depth: int = 0
    joined: bool = False
    boxes: list[etree._Element] = field(default_factory=list)


def read_styles(root: etree._Element | None) -> dict[str, Style]:
    """Read the ``w:styles`` part into styles by their id."""
    if root is None:
        return {}
    return {style.get(f"{W}styleId", ""): _style(style) for style in root.iterchildren(f"{W}style")}


def read_paragraph(element: etree._Element, styles: dict[str, Style]) -> Typed:
    """Read a ``w:p``; tracked deletions, hidden words and field codes are left out."""
    typed = Typed()
    properties = element.find(f"{W}pPr")
    chain = _chain(styles, _val(properties, "pStyle") or _default(styles))
    pieces: list[tuple[str, str]] = []
    _collect(element, next((style.font for style in chain if style.font), ""), pieces, typed.boxes)
    typed.text = written_in(pieces)
    typed.kind = _kind(properties, chain)
    typed.number, typed.depth = _list(properties, chain)
    typed.joined = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
    return typed


def _collect(element: etree._Element, font: str, pieces: list[tuple[str, str]], boxes: list[etree._Element]) -> None:
    for child in element:
        tag = child.tag
        if tag in (f"{W}t", _MATH_TEXT):
            pieces.append((font, child.text or ""))
        elif tag in _SIGNS:
            pieces.append((font, _SIGNS[tag]))
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag == f"{_MC}AlternateContent":
            # The choice and its fallback draw the same thing twice.
            _collect_first(child, font, pieces, boxes)
        elif tag == f"{W}r":
            if not _hidden(child):
                _collect(child, _font(child.find(f"{W}rPr")) or font, pieces, boxes)
        elif isinstance(tag, str) and tag not in _SKIPPED:
            _collect(child, font, pieces, boxes)


def _collect_first(
    element: etree._Element, font: str, pieces: list[tuple[str, str]], boxes: list[etree._Element]
) -> None:
    for option in element:
        before = len(pieces) + len(boxes)
        _collect(option, font, pieces, boxes)
        if len(pieces) + len(boxes) > before:
            return


def _hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val") not in ("0", "false", "off")


def _font(properties: etree._Element | None) -> str:
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    if fonts is None:
        return ""
    return fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""


def _style(element: etree._Element) -> Style:
    properties = element.find(f"{W}pPr")
    number, depth = _own_list(properties)
    outline = _val(properties, "outlineLvl")
    return Style(
        name=(_val(element, "name") or "").lower(),
        base=_val(element, "basedOn") or "",
        number=number,
        depth=depth,
        outline=None if outline is None else whole(outline, _BODY_LEVEL),
        font=_font(element.find(f"{W}rPr")),
    )


def _default(styles: dict[str, Style]) -> str:
    return "Normal" if "Normal" in styles else ""


def _chain(styles: dict[str, Style], key: str) -> list[Style]:
    chain: list[Style] = []
    while key in styles and len(chain) < _LONGEST_CHAIN:
        chain.append(styles[key])
        key = styles[key].base
    return chain


def _kind(properties: etree._Element | None, chain: list[Style]) -> str:
    outline = _val(properties, "outlineLvl")
    levels = [whole(outline, _BODY_LEVEL)] if outline is not None else []
    levels += [style.outline for style in chain if style.outline is not None]
    if (levels and levels[0] < _BODY_LEVEL) or any(style.name.startswith(_HEADINGS) for style in chain):
        return "heading"
    return "caption" if any(style.name in _CAPTIONS for style in chain) else "paragraph"


def _list(properties: etree._Element | None, chain: list[Style]) -> tuple[str | None, int]:
    number, depth = _own_list(properties)
    for style in chain:
        if number is None:
            number, depth = style.number, style.depth or depth
    # List 0 takes a paragraph out of the list that its style puts it in.
    return (None, 0) if number == "0" else (number, depth)


def _own_list(properties: etree._Element | None) -> tuple[str | None, int]:
    listed = None if properties is None else properties.find(f"{W}numPr")
    return _val(listed, "numId"), whole(_val(listed, "ilvl"))


def _val(parent: etree._Element | None, tag: str) -> str | None:
    child = None if parent is None else parent.find(f"{W}{tag}")
    return None if child is None else child.get(f"{W}val")
