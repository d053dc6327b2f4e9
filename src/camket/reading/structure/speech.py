"""Speech: who asks or orders whom in a sentence, by the governing verb, its subject, its addressee and their ranks."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from camket.reading.matching import Found
from camket.reading.structure.bodies import PROPER_NAME, BodyPhrase, BodyReader
from camket.reading.structure.item import Role
from camket.reading.structure.sentences import Sentence
from camket.reading.structure.source import Source
from camket.reading.structure.speakers import COMMUNE, DISTRICT, PROVINCE, Speaker, SpeakerReader
from camket.vocabulary.discourse import GovernorWords, Strength
from camket.vocabulary.folding import fold

_BEFORE_ADDRESSEE = re.compile(
    r"\s*(?:(?:thêm|rõ|gửi đến|gửi tới|tới|đến|với|đối với|rằng|là|về việc|về vấn đề|cho)\s|,\s)?\s*"
)
_LIST_OPENING = re.compile(
    r"\s*,?\s*(?:(?:về|giải quyết|xem xét|thực hiện|quan tâm|tập trung|làm tốt|một số|các|những|nhiều ý kiến xoay quanh|nhiều|với|trong thời gian tới"
    r"|thời gian tới|cần"
    r"|triển khai|tập trung thực hiện)\s+){0,5}"
    r"(?:(?:nội dung|vấn đề|nhiệm vụ|việc|ý|giải pháp|công việc|nhiệm vụ trọng tâm)"
    r"[^:;.,]{0,50})?,?\s?(?:sau đây|như sau|sau|gồm|cụ thể|là|như)?\s*:\s*"
)
_TOPICS_OPENING = re.compile(
    r"\s*(?:một số|các|những|nhiều)\s(?:nội dung|vấn đề|việc)(?:\s\w+){0,3}?(?:,\svề|\sliên quan đến|\snhư)\s"
)
"""A list of what is asked for without a colon: "kiến nghị một số vấn đề, về …; …"."""
_AFTER_ADDRESSEE = re.compile(
    r"\s*,?\s*(?:theo (?:chức năng|nhiệm vụ|thẩm quyền)(?:,? (?:chức năng|nhiệm vụ|thẩm quyền|quyền hạn)){0,2}(?: được giao| của mình)?,?\s+)?"
    r"(?:(?:cần phải|cần|phải|nên|có trách nhiệm|có nhiệm vụ|rằng)\s+)?(?:phải\s+)?"
)
_GENERIC = re.compile(
    r"\s*(?:một số|các|những|nhiều)\s(?:nhiệm vụ|nội dung|giải pháp|vấn đề|biện pháp|kiến nghị|chủ trương)(?![^.;]{0,60}:)"
)
_TOPIC = re.compile(r"(?:công tác|việc|vấn đề|tiến độ|chủ trương|kinh phí|nguồn vốn|một số|cơ chế|chính sách|các)\s")
_JOINED = re.compile(r"(?:[,;:]|\bvà|đồng thời|\bcũng)\s*(?:đồng thời |cũng |và )?$")
_TOLD = re.compile(r"(?<!\w)(?:đã|luôn|thường xuyên|kịp thời)(?!\w)")
_NOUN_USE = re.compile(
    r"(?:các|những|một số|nhiều|nội dung|ý kiến|công văn|tờ trình|văn bản|đơn|phiếu|giấy|hồ sơ|lời|sự|của|theo|về|đối với|về các"
    r"|đáp ứng|được|bị|mọi|từng|yêu cầu)\s$"
)
_DISCUSSED = re.compile(r"(?:thảo luận|trao đổi),?\s$")
_FAIR = re.compile(r"(?:là|rất|hoàn toàn) (?:rất )?(?:cần thiết|chính đáng|phù hợp|xác đáng|có cơ sở)")
_TAKEN_UP = re.compile(r"tiếp thu|theo |ý kiến (?!\d)|đề nghị|về ")
"""Words before "cử tri" by which an answer takes up what it answers."""
_ADVISED = re.compile(r"(?:tham mưu|tham mưu cho|đề xuất|giúp|báo cáo|trình|đề nghị|kiến nghị)\s$")
"""Before a superior who is asked to order."""
_NARRATIVE = 40
"""An assignment by nobody, so far into a sentence of results, is part of what is told."""


class Speech(msgspec.Struct, frozen=True, gc=False):
    """One governing verb at work. ``body`` is where the governed wording starts; ``opens_list`` after a colon."""

    start: int
    end: int
    body: int
    role: Role
    speaker: Speaker | None
    addressee: str | None
    strength: Strength | None
    opens_list: bool


class _Addressed(msgspec.Struct, frozen=True, gc=False):
    """Who is spoken to, where what is said to him starts, and whether it is a list."""

    addressee: BodyPhrase | None
    body: int
    listed: bool


class SpeechReader:
    """Finds the governing verbs of a sentence and decides which way they speak."""

    def __init__(self, bodies: BodyReader, governors: Iterable[GovernorWords]) -> None:
        """``governors`` are the verbs of discourse.yml."""
        self._bodies = bodies
        self._speakers = SpeakerReader(bodies)
        self._verbs = {fold(word): one for one in governors for word in one.words}

    def subject(self, source: Source, start: int, end: int, last: Speaker | None) -> Speaker | None:
        """The speaker named between ``start`` and the verb at ``end``, or the last one where "Đồng chí" stands alone."""
        return self._speakers.subject(source, start, end, last)

    def speeches(self, source: Source, sentence: Sentence, section: str, last: Speaker | None) -> Iterator[Speech]:
        """The speeches of a sentence in order."""
        before: Speech | None = None
        for masked in source.cues.governors.within(sentence.start, sentence.end):
            found = self._unmasked(source, sentence, masked)
            words = found.entry
            if words is None or _names_a_thing(source.key, sentence, found):
                continue
            if before is not None and (
                found.start < before.body or not _speaks_anew(source.key, sentence, found, before)
            ):
                continue
            speech = self._speech(source, sentence, found, words, section, last, before)
            if speech is not None:
                before = speech
                yield speech

    def _unmasked(
        self, source: Source, sentence: Sentence, found: Found[GovernorWords | None]
    ) -> Found[GovernorWords | None]:
        """The verb in a harmless phrase: "Lê Văn Đạt yêu cầu" is a name, "UBND tỉnh giao Sở A tham mưu …" gives no figure."""
        if found.entry is None and source.in_name(found.start):
            verb = source.key.find(" ", found.start, found.end) + 1
            return Found(verb, found.end, self._verbs.get(source.key[verb : found.end]))
        if found.entry is not None or not source.key.endswith(" giao", found.start, found.end):
            return found
        addressed = self._addressed(source, found.end, sentence, "assign")
        phrase = addressed.addressee
        if phrase is None or phrase.rank is None or source.cues.tasks.at(addressed.body) is None:
            return found
        return Found(found.end - 4, found.end, self._verbs["giao"])

    def _speech(
        self, source: Source, sentence: Sentence, found: Found[GovernorWords | None], words: GovernorWords, section: str,
        last: Speaker | None, before: Speech | None,
    ) -> Speech | None:  # fmt: skip
        addressed = self._addressed(source, found.end, sentence, words.role)
        if not addressed.listed and _GENERIC.match(source.key, found.end, sentence.end):
            return Speech(found.start, found.end, found.end, "plain", None, None, None, opens_list=False)
        start = before.body if before else sentence.start
        speaker = self._speakers.subject(source, start, found.start, last)
        if not self._governs(source, sentence, found, words, addressed, speaker):
            return None
        role = _direction(words, speaker, addressed.addressee, section, source.about.rank if source.about else DISTRICT)
        if role == "directive" and _is_narrated(sentence, found, words, addressed, speaker, section, before):
            return None
        if role == "petition" and section == "responses" and not _asks_anew(source, sentence, found, speaker):
            return None
        named = source.text[addressed.addressee.start : addressed.addressee.end] if addressed.addressee else None
        strength = (words.strength or "request") if role == "directive" else None
        return Speech(found.start, found.end, addressed.body, role, speaker, named, strength, addressed.listed)

    def _addressed(self, source: Source, start: int, sentence: Sentence, role: str) -> _Addressed:
        key, end = source.key, sentence.end
        position = _past(_BEFORE_ADDRESSEE, key, start, end)
        ahead = source.cues.openers.at(position)
        if ahead is not None and ahead.entry == "future":
            position = _past(_BEFORE_ADDRESSEE, key, ahead.end + (key[ahead.end : ahead.end + 1] == ","), end)
        addressee = self._bodies.read(source.text, key, position, end) or _named_unit(source, position, end)
        after = addressee.end if addressee else start
        opening = _LIST_OPENING.match(key, after, end)
        if opening is None and role == "petition":
            opening = _TOPICS_OPENING.match(key, after, end)
        if opening:
            return _Addressed(addressee, opening.end(), listed=True)
        if addressee:
            return _Addressed(addressee, _past(_AFTER_ADDRESSEE, key, addressee.end, end), listed=False)
        return _Addressed(None, position, listed=False)

    def _governs(
        self, source: Source, sentence: Sentence, found: Found[GovernorWords | None], words: GovernorWords,
        addressed: _Addressed, speaker: Speaker | None,
    ) -> bool:  # fmt: skip
        """Whether the verb has something to govern, and is not told of as done."""
        if words.spoken and (speaker is None or _TOLD.search(source.key, sentence.start, found.start)):
            return False
        if words.spoken and speaker and _ADVISED.search(source.key, max(sentence.start, speaker.at - 16), speaker.at):
            return False
        if addressed.addressee is None and not addressed.listed:
            if words.strength == "assign" or addressed.body >= sentence.end > found.end + 1:
                return False
            if addressed.body < sentence.end and not _can_govern(
                source, addressed.body, sentence, found, words, speaker
            ):
                return False
        soft = addressed.listed and words.strength in ("advise", "suggest")
        if soft and source.cues.tasks.at(addressed.body) is None:
            return self._bodies.read(source.text, source.key, addressed.body, sentence.end) is not None
        return True


def _past(pattern: re.Pattern[str], key: str, start: int, end: int) -> int:
    match = pattern.match(key, start, end)
    return match.end() if match else start


def _names_a_thing(key: str, sentence: Sentence, found: Found[GovernorWords | None]) -> bool:
    """Whether the word is a noun here ("các kiến nghị"), or what was talked about."""
    before = max(sentence.start, found.start - 14)
    return bool(_NOUN_USE.search(key, before, found.start) or _DISCUSSED.search(key, before, found.start))


def _speaks_anew(key: str, sentence: Sentence, found: Found[GovernorWords | None], before: Speech) -> bool:
    """Whether a later verb speaks anew; inside an order "đề xuất", "kiến nghị" are tasks."""
    if found.entry is not None and found.entry.role == "petition" and before.role == "directive":
        return False
    return _JOINED.search(key, max(sentence.start, found.start - 20), found.start) is not None


def _named_unit(source: Source, position: int, end: int) -> BodyPhrase | None:
    """A unit by its bare name, where what it must do follows: "lưu ý Hà Tĩnh cần …"."""
    name = PROPER_NAME.match(source.text, position, end)
    if name is None or name.end() >= end or source.cues.tasks.at(name.end() + 1) is None:
        return None
    return BodyPhrase(position, name.end(), None)


def _can_govern(
    source: Source, body: int, sentence: Sentence, found: Found[GovernorWords | None], words: GovernorWords,
    speaker: Speaker | None,
) -> bool:  # fmt: skip
    if source.cues.tasks.at(body) is not None:
        return True
    if words.role == "directive":
        return False
    if words.role == "petition" and source.key.startswith(("về việc ", "về vấn đề "), found.end + 1):
        return True
    if speaker is not None and speaker.rank == 1.0 and source.key.startswith("phản ánh", found.start):
        return True
    return _TOPIC.match(source.key, body, sentence.end) is not None


def _is_narrated(
    sentence: Sentence, found: Found[GovernorWords | None], words: GovernorWords, addressed: _Addressed,
    speaker: Speaker | None, section: str, before: Speech | None,
) -> bool:  # fmt: skip
    """Whether an order by nobody is part of what results tell."""
    if speaker is not None or section in ("conclusion", "other"):
        return False
    if addressed.addressee is None and not addressed.listed:
        return True
    far = before is None and found.start - sentence.start > _NARRATIVE
    return words.strength == "assign" and section in ("results", "opening") and far


def _asks_anew(source: Source, sentence: Sentence, found: Found[GovernorWords | None], speaker: Speaker | None) -> bool:
    """Among answers, whether voters ask again, or an answer only takes up what they asked."""
    if speaker is None or (speaker.rank == 1.0 and not sentence.first):
        return False
    if _FAIR.search(source.key, found.end, sentence.end):
        return False
    return speaker.rank != 1.0 or not _TAKEN_UP.search(source.key, sentence.start, found.start)


def _direction(
    words: GovernorWords, speaker: Speaker | None, addressee: BodyPhrase | None, section: str, about: float
) -> Role:
    above = speaker.rank if speaker else None
    below = addressee.rank if addressee else None
    if above is not None and below is not None and (above > below or above < below):
        return "directive" if above > below else "petition"
    if words.role == "directive":
        return "directive"
    if words.role == "petition" or section == "petitions":
        return "petition"
    if section == "conclusion":
        return "directive"
    if above is not None and above >= COMMUNE and addressee is not None and below is None:
        return "directive"
    return _by_one_rank(above, below, about)


def _by_one_rank(above: float | None, below: float | None, about: float) -> Role:
    """Where only one side's rank is known, the unit under review is taken for the other."""
    if above is not None:
        return "directive" if above >= PROVINCE and above > about else "petition"
    if below is not None:
        return "petition" if below > about else "directive"
    return "petition"
