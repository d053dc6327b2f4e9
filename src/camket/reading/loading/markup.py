"""A web page as a tree: parsed whatever its bytes, its furniture told by tags and by the names of its classes."""

import re
from functools import lru_cache

from lxml import etree

from camket.vocabulary.furniture import furniture

SILENT_TAGS = frozenset(
    "script style noscript template svg math iframe object embed applet canvas video audio select textarea input head "
    "meta link base map source track".split()
)
"""Elements whose content nobody reads on the page."""

_MARKUP = furniture().markup
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_NAME_LIMIT = 200
_MOST = 0.3
"""An element that holds this share of a page's plain words is no furniture, whatever it is called."""
_OVERLONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,20})\s[^<>]{20000,}>")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LAYOUT_CELL = 600
"""A cell with so many letters in a table of one or two rows holds a page, not a value."""


def parse(text: str) -> tuple[etree._Element | None, bool]:
    """Return the root of a page (None when there is nothing in it) and whether all of it was parsed.

    Fetches nothing and expands no entity of a document type. What nests deeper than libxml2's bound is cut off.
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True, remove_comments=True)
    # The parser compares each attribute of an element with those before it, so thousands of them take minutes.
    text = _OVERLONG_TAG.sub(r"<\1>", text)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, not text.strip()
    return root, not any("xcessive depth" in entry.message for entry in parser.error_log)


def tag_of(element: etree._Element) -> str:
    """Return the element's name in lower case ("" for a comment)."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


class Marks:
    """Which elements of a page are furniture, and which tables hold data rather than the page itself."""

    def __init__(self, root: etree._Element) -> None:
        self.plain = _plain_lengths(root)
        self.total = max(self.plain.get(root, 0), 1)
        self.titled = _around_titles(root)

    def kind(self, element: etree._Element) -> str | None:
        """Return the kind of furniture that an element's tag, class or id names; None for content."""
        tag = tag_of(element)
        if tag in ("html", "body", "h1", "main", "article"):
            return None
        found = _MARKUP.tags.get(tag) or _named(element)
        # A page may keep its whole text in a form, or in "no-sidebar"; a header inside the article holds its title.
        if found is None or self.plain.get(element, 0) > self.total * _MOST:
            return None
        return None if found == "navigation" and element in self.titled else found


def is_data(table: etree._Element) -> bool:
    """Whether a table's rows are rows of values: no tables or headings inside, two columns, no page-long cell."""
    if next(table.iterdescendants("table", *_HEADINGS), None) is not None or table.get("role") == "presentation":
        return False
    rows = list(table.iterdescendants("tr"))
    widest = max((sum(tag_of(cell) in ("td", "th") for cell in row) for row in rows), default=0)
    if widest <= 1:
        return False
    few = 2
    return len(rows) > few or all(len("".join(row.itertext())) <= _LAYOUT_CELL for row in rows)


def _named(element: etree._Element) -> str | None:
    for attribute in ("class", "id"):
        value = element.get(attribute)
        if value and len(value) <= _NAME_LIMIT:
            found = _kind_of_name(value)
            if found:
                return found
    return None


@lru_cache(maxsize=4096)
def _kind_of_name(value: str) -> str | None:
    words = [word.lower() for word in _WORDS.findall(value)]
    for word in words:
        if word in _MARKUP.names:
            return _MARKUP.names[word]
    letters = "".join(words)
    return next((kind for part, kind in _MARKUP.parts.items() if part in letters), None)


def _around_titles(root: etree._Element) -> set[etree._Element]:
    """Return every element that holds a first-level heading."""
    around: set[etree._Element] = set()
    for title in root.iter("h1"):
        for ancestor in title.iterancestors():
            if ancestor in around:
                break
            around.add(ancestor)
    return around


def _plain_lengths(root: etree._Element) -> dict[etree._Element, int]:
    """Return for each element the letters inside it that stand outside links and silent elements."""
    lengths: dict[etree._Element, int] = {}
    linked = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = tag_of(element)
        if event == "start":
            linked += tag == "a" or tag in SILENT_TAGS
            lengths[element] = 0 if linked else len((element.text or "").strip())
            continue
        linked -= tag == "a" or tag in SILENT_TAGS
        parent = element.getparent()
        if parent is not None:
            lengths[parent] += lengths[element] + (0 if linked else len((element.tail or "").strip()))
    return lengths
