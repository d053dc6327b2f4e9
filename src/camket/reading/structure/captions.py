"""Captions: a line under a picture, which may say who spoke and chaired but reports nothing."""

import re

from camket.reading.lexing.sought import Head
from camket.vocabulary.furniture import furniture

_WORDS = furniture().caption
_LIMIT = 220


def _any_of(name: str) -> str:
    return "|".join(re.escape(word) for word in sorted(_WORDS[name], key=len, reverse=True))


_CREDIT = re.compile(r"[(.,-]\s{0,2}ảnh\s?:")
_OPENING = Head(rf"(?:{_any_of('people')}|{_any_of('views')})(?!\w)", (*_WORDS["people"], *_WORDS["views"]))
# A title before a name, so that the line speaks of one person and not of an office.
_TITLED = re.compile(rf"\(?(?:{_any_of('titles')}):? (?=\w)")
_SIGHT = re.compile(rf"(?:{_any_of('sights')})(?!\w)")
_ACT = re.compile(rf"(?<!\w)(?:{_any_of('acts')})(?!\w)")
_SCENE = re.compile(rf"(?<!\w)(?:{_any_of('scenes')})(?!\w)")
_SPEECH = re.compile(rf"(?<!\w)(?:{_any_of('speech')})(?!\w)")
_DIGIT = re.compile(r"\d")
# A number that counts or measures something; numbers of days, years, sessions and terms do not.
_ORDINAL = re.compile(
    r"(?:ngày|tháng|năm|quí|thứ|khóa|khoá|kì|số|nhiệm kì|giai đoạn|sáng|chiều|tối|họp|đợt|quốc lộ|ql|loại|lớp|-|–)\s?[\d/.-]++"
    r"|\d{1,2}/\d{1,4}(?:/\d{4})?|\d{4}\s?-\s?\d{4}"
)


def is_caption(key: str, text: str) -> bool:
    """Whether a line of text is a caption: a sight, a credited picture, or a person acting in a scene and no more."""
    if len(key) > _LIMIT or text[0].islower():
        return False
    if "ảnh" in key and _CREDIT.search(key):
        return True
    inner, in_brackets = _unbracketed(key)
    opening = _OPENING.match(inner, 0)
    if opening is None or not _is_single_clause(inner) or _has_figure(inner):
        return False
    return _SIGHT.match(inner) is not None or _is_scene(inner, opening.end(), text, in_brackets=in_brackets)


def _unbracketed(key: str) -> tuple[str, bool]:
    in_brackets = key[0] == "(" and key[-1] in ").;" and ")" in key[-2:]
    return (key.strip("(). "), True) if in_brackets else (key.rstrip(" ."), False)


def _is_single_clause(inner: str) -> bool:
    return ". " not in inner.replace("tp. ", "tp.") and ";" not in inner and ":" not in inner and "…" not in inner


def _has_figure(inner: str) -> bool:
    if _DIGIT.search(inner) is None:
        return False
    return "%" in inner or _DIGIT.search(_ORDINAL.sub("", inner)) is not None


def _is_scene(inner: str, after: int, text: str, *, in_brackets: bool) -> bool:
    act = _ACT.search(inner, after)
    if act is None or _SPEECH.search(inner):
        return False
    # An unfinished line needs a named person or the scene; a whole sentence must end in the scene.
    if in_brackets or not text.endswith("."):
        return in_brackets or _names_someone(inner, text) or _SCENE.search(inner, act.end()) is not None
    scene = _last(_SCENE, inner, act.end())
    return scene is not None and len(inner) - scene <= _TAIL


_TAIL = 45
"""Letters that the name of a scene may take to the end of a caption: "hội nghị Ban Chấp hành Đảng bộ huyện"."""


def _names_someone(inner: str, text: str) -> bool:
    titled = _TITLED.match(inner)
    return titled is not None and text[titled.end()].isupper()


def _last(pattern: re.Pattern[str], inner: str, start: int) -> int | None:
    found = [match.start() for match in pattern.finditer(inner, start)]
    return found[-1] if found else None
