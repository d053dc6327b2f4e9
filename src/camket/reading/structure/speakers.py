"""Speakers: who the subject of a governing verb is."""

import re

import msgspec
from msgspec.structs import replace

from camket.reading.matching import Found
from camket.reading.structure.bodies import PERSON_NAME, PROPER_NAME, BodyPhrase, BodyReader
from camket.reading.structure.source import Source

COMMUNE = 2.0
DISTRICT = 3.0
PROVINCE = 4.0

_SUBJECT_GAP = re.compile(r"[\s,]*(?:\w+\s){0,5}")
_PRONOUN = re.compile(r"(?:đồng chí|đ/c|ông|bà)$")
_TITLE = re.compile(r"(?<!\w)(?:đồng chí|đ/c|ông|bà)\s")
_DETERMINER = re.compile(r"(?<!\w)(?:các|một số|những|nhiều)\s$")
_LEVEL = re.compile(r"(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu|thôn|bản)(?!\w)")
_NAMED_LEVEL = re.compile(r"(?<!\w)(?:huyện|thị xã|quận|các xã|xã|các phường|phường|thị trấn|thôn|bản)\s")
_MORE_NAMES = 8
_PRONOUN_REACH = 30
_VOTERS = "cử tri"


class Speaker(msgspec.Struct, frozen=True, gc=False):
    """Who speaks: as written, and the step on the rank ladder; ``at`` is where the text names him."""

    name: str
    rank: float | None
    at: int = -1


class SpeakerReader:
    """Finds the subject of a verb."""

    def __init__(self, bodies: BodyReader) -> None:
        self._bodies = bodies

    def subject(self, source: Source, start: int, end: int, last: Speaker | None) -> Speaker | None:
        """The speaker named between ``start`` and the verb at ``end``, or the last one where "Đồng chí" stands alone."""
        best: BodyPhrase | None = None
        covered = start
        for found in source.cues.bodies.within(start, end):
            if found.start < covered:
                continue
            phrase = self._phrase(source, found, start, end)
            if phrase is None and _is_pronoun(source, found):
                if end - found.end < _PRONOUN_REACH and source.cues.bodies.at(found.end + 1) is None:
                    return last
                continue
            if phrase is not None:
                best = _joined(source, best, phrase)
                covered = phrase.end
        if best is None or not _SUBJECT_GAP.fullmatch(source.key, _past_names(source, best, end, covered), end):
            return None
        return _speaker(source, start, end, best, last)

    def _phrase(self, source: Source, found: Found[str], start: int, end: int) -> BodyPhrase | None:
        if _is_pronoun(source, found):
            name = PERSON_NAME.match(source.text, found.end + 1, end)
            return BodyPhrase(found.end + 1, name.end(), None) if name else None
        determiner = _DETERMINER.search(source.key, max(start, found.start - 10), found.start)
        if determiner and not source.key.startswith("các", found.start):
            whole = self._bodies.read_one(source.text, source.key, determiner.start(), end)
            if whole is not None:
                return whole
        phrase = self._bodies.read_one(source.text, source.key, found.start, end)
        return phrase or (_post(source, found, end) if found.entry == "post" else None)


def _is_pronoun(source: Source, found: Found[str]) -> bool:
    return found.entry == "title" and _PRONOUN.match(source.key[found.start : found.end]) is not None


def _post(source: Source, found: Found[str], end: int) -> BodyPhrase:
    name = PERSON_NAME.match(source.text, found.end + 1, end)
    return BodyPhrase(found.start, name.end() if name else found.end, None)


def _joined(source: Source, best: BodyPhrase | None, phrase: BodyPhrase) -> BodyPhrase:
    """Bodies of one rank, or voters and where they live, joined by a comma speak together."""
    key = source.key
    if best is None or key[best.end : phrase.start] not in (" và ", ", "):
        return phrase
    voters = key.startswith(_VOTERS, best.start)
    if voters and key[phrase.start : phrase.end] == _VOTERS:
        return best
    if phrase.rank == best.rank or (voters and _LEVEL.match(key, phrase.start)):
        return BodyPhrase(best.start, phrase.end, best.rank if voters else phrase.rank)
    return phrase


def _past_names(source: Source, best: BodyPhrase, end: int, covered: int) -> int:
    """Past further names of the same level: "xã A, B và C đề nghị"."""
    position = max(best.end, covered)
    if not _NAMED_LEVEL.search(source.key, best.start, best.end):
        return position
    for _ in range(_MORE_NAMES):
        joint = next((sign for sign in (", ", " và ") if source.key.startswith(sign, position)), None)
        name = PROPER_NAME.match(source.text, position + len(joint), end) if joint else None
        if name is None:
            break
        position = name.end()
    return position


def _speaker(source: Source, start: int, end: int, phrase: BodyPhrase, last: Speaker | None) -> Speaker:
    text = source.text
    words = text[phrase.start : _past_names(source, phrase, end, phrase.end)]
    held = PERSON_NAME.match(text, phrase.end + 1, end) if text[phrase.end : phrase.end + 1] == " " else None
    if held is not None:
        return Speaker(held.group(), phrase.rank, phrase.start)
    titled = _TITLE.search(source.key, start, phrase.start + 1)
    if titled and (name := PERSON_NAME.match(text, titled.end(), end)):
        words = name.group()
    if phrase.rank is None and last is not None and words in last.name:
        return replace(last, at=phrase.start)
    return Speaker(words, phrase.rank, titled.start() if titled else phrase.start)
