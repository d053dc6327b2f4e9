"""Loading a web page: all of its text in document order, its furniture marked by structure, and what it says of itself.

Extractors of main text (trafilatura and its like) drop rows of tables, answers to voters and pages without
article markup, and a figure that is lost cannot be asked for; so everything is kept, and what is furniture
is said (``Place.furniture``) or left to its wording (:mod:`camket.reading.structure.lines`).
"""

import html
import re
from datetime import datetime

from lxml import etree

from camket.reading.document import Document, PageFacts, Place
from camket.reading.loading.assembly import Assembly
from camket.reading.loading.decoding import Raw, conversion_warning, losses, read_bytes, storable
from camket.reading.loading.legacy import convert_line, recognise
from camket.reading.loading.markup import parse
from camket.reading.loading.page_text import Block, PageText

_DECLARED = re.compile(rb"""charset\s{0,3}=\s{0,3}["']?\s{0,3}([A-Za-z0-9_-]{2,30})""")
_DECLARATION_WITHIN = 4096
_DECLARATION_OF_XML = re.compile(r"^\s{0,100}<\?xml[^>]{0,200}\?>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]{0,5000}>")
_SILENT = re.compile(r"<(script|style)\b.{0,200000}?</\1\s{0,9}>", re.IGNORECASE | re.DOTALL)
_INLINE = frozenset(("b", "i", "u", "em", "strong", "span", "font", "a", "sub", "sup", "small"))
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "pubdate",
    "date",
    "dc.date.issued",
    "publish-date",
    "dc.created",
)
_TITLE = ("og:title", "twitter:title", "dc.title")
_LINKED_DATA = re.compile(r'"datePublished"\s{0,5}:\s{0,5}"([^"]{8,40})"')
_TOO_DEEP = "trang web lồng quá nhiều lớp thẻ: chỉ đọc được phần chữ, không giữ được bảng"


def load_html(data: bytes, name: str) -> Document:
    """Read a web page. Scripts, styles and embedded files are left out; everything a person sees is kept."""
    raw = _decoded(data)
    text, _ = storable(raw.text)
    text = _DECLARATION_OF_XML.sub("", text)
    root, whole = parse(text)
    facts = PageFacts() if root is None else _facts(root)
    blocks = PageText(root, facts.title or "").blocks if root is not None and whole else _stripped(text)
    warnings = raw.warnings if whole else (*raw.warnings, _TOO_DEEP)
    return _document(name, blocks, Raw("", raw.encoding, warnings), facts)


def _document(name: str, blocks: list[Block], raw: Raw, facts: PageFacts) -> Document:
    encoding, warnings = raw.encoding, raw.warnings
    legacy = recognise(" ".join(block.text for block in blocks))
    if legacy is not None:
        encoding, warnings = legacy, (*warnings, conversion_warning(legacy))
    assembly = Assembly()
    for block in blocks:
        assembly.line(convert_line(block.text, legacy) if legacy else block.text, block.place)
    text = assembly.text()
    return Document(
        name=name, text=text, places=tuple(assembly.places), format="html", encoding=encoding, facts=facts,
        warnings=(*warnings, *losses(text)),
    )  # fmt: skip


def _decoded(data: bytes) -> Raw:
    """Decode a page: UTF-8 where it is that, else by its declared encoding, else by what reads as Vietnamese."""
    raw = read_bytes(data)
    declared = _DECLARED.search(data[:_DECLARATION_WITHIN])
    if raw.encoding != "cp1252" or declared is None:
        return raw
    try:
        return Raw(data.decode(declared[1].decode("ascii"), "replace"), declared[1].decode("ascii").lower(), ())
    except LookupError:
        return raw


def _facts(root: etree._Element) -> PageFacts:
    meta = {
        (element.get("property") or element.get("name") or element.get("itemprop") or "").lower(): element.get(
            "content"
        )
        or ""
        for element in root.iter("meta")
    }
    heading = next((" ".join("".join(element.itertext()).split()) for element in root.iter("h1")), "")
    titles = [heading, *(meta.get(key, "") for key in _TITLE), *(element.text or "" for element in root.iter("title"))]
    dates = [*(meta.get(key, "") for key in _PUBLISHED), *_linked_dates(root)]
    return PageFacts(
        title=next((storable(" ".join(title.split()))[0] for title in titles if title.strip()), None),
        published=next((moment for moment in map(_moment, dates) if moment is not None), None),
        byline=meta.get("author", "").strip() or None,
        source=meta.get("og:site_name", "").strip() or None,
    )


def _linked_dates(root: etree._Element) -> list[str]:
    scripts = (element.text or "" for element in root.iter("script") if "json" in (element.get("type") or ""))
    found = [match[1] for script in scripts for match in _LINKED_DATA.finditer(script[:200_000])]
    return [
        *found,
        *(element.get("datetime") or "" for element in root.iter("time") if element.get("pubdate") is not None),
    ]


def _moment(written: str) -> datetime | None:
    """Return the local time of an ISO 8601 moment, None of anything else."""
    try:
        return datetime.fromisoformat(written.strip()).replace(tzinfo=None)
    except ValueError:
        return None


def _stripped(text: str) -> list[Block]:
    """Return the lines of a page that nests too deep to be parsed, its tags taken away."""
    without = _TAG.sub(lambda tag: "" if tag[2].lower() in _INLINE else "\n", _SILENT.sub("\n", text))
    lines = (html.unescape(line).strip() for line in without.split("\n"))
    return [
        Block(line, Place(0, "paragraph", paragraph=number))
        for number, line in enumerate((one for one in lines if one), 1)
    ]
