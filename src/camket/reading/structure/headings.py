"""Headings: lines that name the part they open ("III. Kiến nghị, đề xuất") or who owes what follows ("1. Sở Tài chính:")."""

import re

import msgspec

from camket.reading.lexing.sought import Head
from camket.reading.structure.bodies import BodyReader
from camket.reading.structure.sentences import Sentence
from camket.reading.structure.source import Source
from camket.vocabulary.discourse import Discourse, Part
from camket.vocabulary.folding import fold

_SHORT = 160
_TITLE_REST = 30
_OWNER_TAIL = re.compile(r"\s*(?:chịu trách nhiệm|có trách nhiệm|thực hiện các nhiệm vụ|chủ trì)?[\s:.]*$")


_TO = Head(r"(?:đối với|kiến nghị với|với)\s")
_VERBS = frozenset(("yêu cầu", "kiến nghị", "đề xuất", "kết luận", "trả lời", "phản hồi"))
"""Headings that are verbs too: "Yêu cầu UBND xã …" orders, and heads nothing."""
_AFTER_VERB = re.compile(r"\s*(?:$|:|,|;|của|với|đối với|về|và|năm|cụ thể|chung|khác|như sau|cử tri(?:\s?:|$)|tại|sau)")


class Heading(msgspec.Struct, frozen=True, gc=False):
    """``part`` it opens or ``owner`` it names; ``whole`` when the sentence is nothing but the heading."""

    start: int
    end: int
    part: Part | None
    owner: str | None
    whole: bool


class HeadingReader:
    """Recognises headings by their words."""

    def __init__(self, discourse: Discourse, bodies: BodyReader) -> None:
        self._bodies = bodies
        self._parts = {fold(word): part for part in discourse.headings for word in part.words}
        words = sorted(self._parts, key=len, reverse=True)
        self._pattern = Head(
            r"(?:(?:một số|những|các|về|phần|đánh giá|công tác)\s){0,2}?("
            + "|".join(map(re.escape, words))
            + r")(?!\w)"
        )

    def read(self, source: Source, sentence: Sentence) -> Heading | None:
        """The heading that the sentence is, or that leads it up to a colon; None where it is none."""
        if sentence.kind == "table" or not sentence.first:
            return None
        text, key, start, end = source.text, source.key, sentence.start, sentence.end
        colon = key.find(":", start, min(end, start + _SHORT))
        if colon < 0:
            if end - start > _SHORT:
                return None
            shown = sentence.marked or sentence.kind in ("heading", "title")
            # The second letter tells most lines from those all in capitals.
            if not shown and (text[start + 1 : start + 2].islower() or not text[start:end].isupper()):
                return None
        elif end - start > _SHORT:
            end = colon
        return self._part(key, sentence, end, colon) or self._owner(text, key, sentence, colon)

    def _part(self, key: str, sentence: Sentence, end: int, colon: int) -> Heading | None:
        match = self._pattern.match(key, sentence.start, end)
        if match is None or (colon < 0 and end - match.end() > 90):
            return None
        titled = sentence.kind == "title" and end - match.end() <= _TITLE_REST
        if sentence.kind != "heading" and colon < 0 and not (sentence.marked or titled):
            return None
        whole = colon < 0 or colon >= sentence.end - 1
        if not whole and colon - match.end() > 60:
            return None
        if match.group(1) in _VERBS and not _AFTER_VERB.match(key, match.end(), end):
            return None
        return Heading(sentence.start, end if whole else colon + 1, self._parts[match.group(1)], None, whole)

    def _owner(self, text: str, key: str, sentence: Sentence, colon: int) -> Heading | None:
        if colon < 0 and not sentence.marked and sentence.kind != "heading":
            return None
        prefix = _TO.match(key, sentence.start, sentence.end)
        phrase = self._bodies.read(text, key, prefix.end() if prefix else sentence.start, sentence.end)
        if phrase is None:
            return None
        whole = _OWNER_TAIL.match(key, phrase.end, sentence.end)
        led = key[phrase.end : phrase.end + 1] == ":" and phrase.end + 1 < sentence.end
        closed = whole is not None and (key[sentence.end - 1] == ":" or sentence.marked or sentence.kind == "heading")
        if not (led or closed):
            return None
        return Heading(sentence.start, phrase.end, None, text[phrase.start : phrase.end], closed)
