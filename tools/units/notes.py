"""The making of a new commune as told in words: "hợp nhất thị trấn U Minh, một phần của xã Nguyễn Phích và ...".

The words were typed by hand by their author, with slips in spelling; they are read for the names of the parts.
"""

import re
import unicodedata
from dataclasses import dataclass, replace

_MERGE = re.compile(
    r"(?:h[ợơọ]p nh[ấâ]t?t?|hợp thành|,\s*nhất|trên cơ sở(?: nhập)?|Sắp xếp)(?: của| từ| các và)?\s*", re.IGNORECASE
)
_TAIL = re.compile(r"\.?\s*Bỏ cấp huyện.*$", re.DOTALL)
_RESULT = re.compile(r"\s*\bthành(?:\s*(?:[xX][ãa]|[pP]hường|[đĐ]ặc khu).*)?$")
_UNMERGED = re.compile(r"giữ nguyên", re.IGNORECASE)
_RENAMED = re.compile(r"từ\s+(.*?)\s+thành\s", re.IGNORECASE)
_ASIDE = re.compile(
    r"\s*(?:\((?:trước|sau)[^)]*\)|\bhiện nay\b|\bcùng thuộc\b|\bsau khi sắp xếp theo.*?Điều này|\b(?:có )?(?:toàn bộ )?"
    r"diện tích(?: tự nhiên)?(?: là [\d.,]+ ?km2)?|,? ?(?:và )?quy mô dân số(?: là)?(?: [\d.]+ người)?)\s*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[,;]|\s+(?:và|với)\s+|(?<=[a-zà-ỹ])\s+(?=(?:1|một) phần )")
_OF = re.compile(r"^(?:tỉnh|thành phố|huyện|thị xã|quận)\s", re.IGNORECASE)
_ITEM = re.compile(
    r"^(?:(?:và|p|toàn bộ|của|các|hợp nhất|gồm)\s*(?=[\s1mpxt]))*(?P<part>(?:một|1) ?phần|phần còn lại|còn lại)?\s*"
    r"(?:(?:còn lại|của|các|còn lại của)\s+)*"
    r"(?P<kind>(?:(?:xã|phường|thị trấn|trị trấn|ã)(?=\s|[A-ZĐÂĂÊÔƠƯÁÀẢÃẠ0-9])\s*)*)(?P<name>.*?)\s*"
    r"(?:\((?P<within>[^)]*)\)?|\bthuộc\s+(?P<of>.*))?$",
    re.IGNORECASE,
)
_EMPTY = {"", "các", "của", "xã", "x", "p"}
_KINDS = {"xã": "commune", "ã": "commune", "phường": "ward", "thị trấn": "township", "trị trấn": "township"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a new commune as named: kind where one is said, name as written, whether only a part, and where."""

    kind: str
    name: str
    partial: bool
    within: str


def unmerged(text: str) -> bool:
    """Whether the note says that the commune went on as it was."""
    return _UNMERGED.match(text) is not None


def key(name: str) -> str:
    """A name for comparison: without diacritics, spaces, case and signs; "Phường 03" and "3" are alike."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    bare = re.sub(r"[^a-z0-9]", "", bare.replace("đ", "d").replace("ð", "d"))
    return bare.lstrip("0") if bare.isdigit() else {"iv": "4"}.get(bare, bare)


def read(text: str) -> list[Part]:
    """The parts named in a note, in its order; where it names none, the unit that it was renamed from."""
    words = _TAIL.sub("", text)
    start = _MERGE.search(words)
    if start is None:
        renamed = _RENAMED.search(words)
        words = renamed[1] if renamed else ""
    else:
        words = _ASIDE.sub(" ", _RESULT.sub("", words[start.end() :]))
    parts: list[Part] = []
    for item in _SEPARATOR.split(words):
        bare = item.strip(" .")
        if _OF.match(bare) and parts:
            parts[-1] = replace(parts[-1], within=f"{parts[-1].within}, {bare}".strip(", "))
        elif (found := _ITEM.match(bare)) and found["name"].strip(" .").casefold() not in _EMPTY:
            parts.append(_part(found, parts[-1].kind if parts else ""))
    return parts


def _part(found: re.Match[str], before: str) -> Part:
    said = re.findall("xã|ã|phường|t[hr]ị trấn", found["kind"], re.IGNORECASE)
    kind = _KINDS[said[-1].casefold()] if said else before
    within = (found["within"] or found["of"] or "").strip()
    return Part(kind, found["name"].strip(" ."), found["part"] is not None, within)
