"""Speech: who asks or orders whom in a sentence, by the governing verb, its subject, its addressee and their ranks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from camket.reading.matching import Found
from camket.reading.structure.bodies import PERSON_NAME, PROPER_NAME, BodyPhrase, BodyReader
from camket.reading.structure.cues import Cues
from camket.reading.structure.item import Role
from camket.reading.structure.sentences import Sentence
from camket.reading.structure.source import Source
from camket.vocabulary.discourse import GovernorWords, Strength

DISTRICT = 3.0
PROVINCE = 4.0

_BEFORE_ADDRESSEE = re.compile(r"\s*(?:(?:thêm|rõ|tới|đến|với|đối với|rằng|là|về việc|cho)\s)?\s*")
_LIST_OPENING = re.compile(
    r"\s*,?\s*(?:(?:về|giải quyết|xem xét|thực hiện|quan tâm|tập trung|làm tốt|một số|các|những|với|trong thời gian tới|thời gian tới|cần"
    r"|triển khai|tập trung thực hiện)\s+){0,5}(?:(?:nội dung|vấn đề|nhiệm vụ|việc|ý|giải pháp|công việc|nhiệm vụ trọng tâm|nội dung công việc)"
    r"[^:;.,]{0,50})?(?:sau đây|như sau|sau|gồm|cụ thể|là|như)?\s*:\s*"
)
_AFTER_ADDRESSEE = re.compile(r"\s*,?\s*(?:(?:cần phải|cần|phải|nên|có trách nhiệm|có nhiệm vụ|rằng)\s+)?(?:phải\s+)?")
_GENERIC = re.compile(r"\s*(?:một số|các|những|nhiều)\s(?:nhiệm vụ|nội dung|giải pháp|vấn đề|biện pháp|kiến nghị|chủ trương)(?![^.;]{0,60}:)")
_TOPIC = re.compile(r"(?:công tác|việc|vấn đề|tiến độ|chủ trương|kinh phí|nguồn vốn|một số|cơ chế|chính sách|các)\s")
_SUBJECT_GAP = re.compile(r"[\s,]*(?:\w+\s){0,5}")
_JOINED = re.compile(r"(?:[,;:]|\bvà|đồng thời|\bcũng)\s*(?:đồng thời |cũng |và )?$")
_TOLD = re.compile(r"(?<!\w)(?:đã|luôn|thường xuyên|kịp thời)(?!\w)")
_PRONOUN = re.compile(r"(?:đồng chí|đ/c|ông|bà)$")
_NOUN_USE = re.compile(r"(?:các|những|một số|nhiều|nội dung|ý kiến|công văn|tờ trình|văn bản|đơn|phiếu|giấy|hồ sơ|lời|sự|của|theo|về|đối với|về các|đáp ứng|được|bị|mọi|từng|yêu cầu)\s$")


class Speaker(NamedTuple):
    """Who speaks: as written, and the step on the rank ladder."""

    name: str
    rank: float | None


class Speech(NamedTuple):
    """One governing verb at work. ``body`` is where the governed wording starts; ``opens_list`` after a colon."""

    start: int
    end: int
    body: int
    role: Role
    speaker: Speaker | None
    addressee: str | None
    strength: Strength | None
    opens_list: bool


class SpeechReader:
    """Finds the governing verbs of a sentence and decides which way they speak."""

    def __init__(self, bodies: BodyReader, assign: GovernorWords) -> None:
        """``assign`` is the entry of "giao"."""
        self._bodies = bodies
        self._assign = assign

    def speeches(
        self, source: Source, sentence: Sentence, section: str, last: Speaker | None
    ) -> Iterator[Speech]:
        """The speeches of a sentence in order."""
        key = source.key
        before: Speech | None = None
        for masked in source.cues.governors.within(sentence.start, sentence.end):
            found = self._unmasked(source, sentence, masked)
            if found.entry is None or _NOUN_USE.search(key, max(sentence.start, found.start - 12), found.start):
                continue
            if before is not None and (found.start < before.body or not self._nested(key, sentence, found, before)):
                continue
            speech = self._speech(source, sentence, found, section, last, before)
            if speech is not None:
                before = speech
                yield speech

    def _unmasked(
        self, source: Source, sentence: Sentence, found: Found[GovernorWords | None]
    ) -> Found[GovernorWords | None]:
        """ "tỉnh giao" gives a figure, unless a body and its task follow: "UBND tỉnh giao Sở A tham mưu …"."""
        if found.entry is not None or not source.key.endswith(" giao", found.start, found.end):
            return found
        phrase = self._bodies.read(source.text, source.key, found.end + 1, sentence.end)
        if phrase is None or phrase.rank is None or source.cues.tasks.at(phrase.end + 1) is None:
            return found
        return Found(found.end - 4, found.end, self._assign)

    @staticmethod
    def _nested(key: str, sentence: Sentence, found: Found[GovernorWords | None], before: Speech) -> bool:
        """Whether a later verb speaks anew; inside an order "đề xuất", "kiến nghị" are tasks."""
        assert found.entry is not None
        if found.entry.role == "petition" and before.role == "directive":
            return False
        return _JOINED.search(key, max(sentence.start, found.start - 20), found.start) is not None

    def _speech(
        self, source: Source, sentence: Sentence, found: Found[GovernorWords | None], section: str,
        last: Speaker | None, before: Speech | None,
    ) -> Speech | None:  # fmt: skip
        text, key, cues = source.text, source.key, source.cues
        about = source.about.rank if source.about else DISTRICT
        words = found.entry
        assert words is not None
        position = _BEFORE_ADDRESSEE.match(key, found.end, sentence.end).end()  # type: ignore[union-attr]
        if _GENERIC.match(key, found.end, sentence.end):
            return Speech(found.start, found.end, found.end, "plain", None, None, None, opens_list=False)
        addressee = self._bodies.read(text, key, position, sentence.end) or self._named_unit(text, key, position, sentence, cues)
        body = addressee.end if addressee else position
        opening = _LIST_OPENING.match(key, addressee.end if addressee else found.end, sentence.end)
        if opening:
            body = opening.end()
        elif addressee:
            body = _AFTER_ADDRESSEE.match(key, body, sentence.end).end()  # type: ignore[union-attr]
        elif body < sentence.end and not self._can_govern(key, body, sentence, words, cues):
            return None
        if words.strength == "assign" and addressee is None and not opening:
            return None
        speaker = self.subject(source, before.body if before else sentence.start, found.start, last)
        if words.spoken and (speaker is None or _TOLD.search(key, sentence.start, found.start)):
            return None
        role = _direction(words, speaker, addressee, section, about)
        if role == "directive" and addressee is None and not opening and speaker is None and section not in ("conclusion", "other"):
            return None
        strength = (words.strength or "request") if role == "directive" else None
        if section == "responses" and role == "petition" and (speaker is None or speaker.rank == 1.0):
            return None
        if opening and words.strength in ("advise", "suggest") and cues.tasks.at(body) is None and not self._bodies.read(text, key, body, sentence.end):
            return None
        named = text[addressee.start : addressee.end] if addressee else None
        return Speech(found.start, found.end, body, role, speaker, named, strength, opening is not None)

    @staticmethod
    def _named_unit(text: str, key: str, position: int, sentence: Sentence, cues: Cues) -> BodyPhrase | None:
        """A unit by its bare name, where what it must do follows: "lưu ý Hà Tĩnh cần …"."""
        name = PROPER_NAME.match(text, position, sentence.end)
        if name is None or name.end() >= sentence.end or cues.tasks.at(name.end() + 1) is None:
            return None
        return BodyPhrase(position, name.end(), None)

    @staticmethod
    def _can_govern(key: str, body: int, sentence: Sentence, words: GovernorWords, cues: Cues) -> bool:
        task = cues.tasks.at(body)
        if task is not None:
            return True
        if body >= sentence.end:
            return False
        return words.role != "directive" and _TOPIC.match(key, body, sentence.end) is not None

    def subject(self, source: Source, start: int, end: int, last: Speaker | None) -> Speaker | None:
        """The speaker named between ``start`` and the verb at ``end``, or the last one where "Đồng chí" stands alone."""
        text, key, cues = source.text, source.key, source.cues
        best: BodyPhrase | None = None
        covered = start
        for found in cues.bodies.within(start, end):
            if found.start < covered:
                continue
            if found.entry == "title" and _PRONOUN.match(key[found.start : found.end]):
                name = PERSON_NAME.match(text, found.end + 1, end)
                phrase: BodyPhrase | None = BodyPhrase(found.end + 1, name.end(), None) if name else None
                if name is None and end - found.end < 30:
                    return last
            else:
                phrase = self._bodies.read_one(text, key, found.start, end) or _post(text, found, end)
            if phrase is not None:
                joined = best is not None and key[best.end : phrase.start] in (" và ", ", ") and (
                    phrase.rank == best.rank or key.startswith("cử tri", best.start)
                )
                best = BodyPhrase(best.start, phrase.end, phrase.rank) if joined and best else phrase
                covered = phrase.end
        if best is None or not _SUBJECT_GAP.fullmatch(key, best.end, end):
            return None
        return self._speaker(text, key, start, best, last)

    @staticmethod
    def _speaker(text: str, key: str, start: int, phrase: BodyPhrase, last: Speaker | None) -> Speaker:
        words = text[phrase.start : phrase.end]
        held = PERSON_NAME.match(text, phrase.end + 1) if text[phrase.end : phrase.end + 1] == " " else None
        if held is not None:
            return Speaker(held.group(), phrase.rank)
        titled = re.search(r"(?:đồng chí|đ/c|ông|bà)\s", key[start : phrase.start + 1])
        if titled and (name := PERSON_NAME.match(text, start + titled.end())):
            words = name.group()
        rank = phrase.rank
        if rank is None and last is not None and words in last.name:
            return last
        return Speaker(words, rank)


def _post(text: str, found: Found[str], end: int) -> BodyPhrase:
    name = PERSON_NAME.match(text, found.end + 1, end)
    return BodyPhrase(found.start, name.end() if name else found.end, None)


def _direction(words: GovernorWords, speaker: Speaker | None, addressee: BodyPhrase | None, section: str, about: float) -> Role:
    above = speaker.rank if speaker else None
    below = addressee.rank if addressee else None
    if words.role == "directive":
        return "directive"
    if above is not None and below is not None and above != below:
        return "directive" if above > below else "petition"
    if words.role == "petition":
        return "petition"
    if section in ("petitions", "conclusion"):
        return "petition" if section == "petitions" else "directive"
    if above is not None:
        return "directive" if above >= PROVINCE and above > about else "petition"
    if below is not None:
        return "petition" if below > about else "directive"
    return "petition"
