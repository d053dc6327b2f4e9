"""Answers: in what sense a reply answers, or how far a task has come, by the words it uses."""

import re

from camket.reading.matching import PhraseMatcher
from camket.vocabulary.discourse import Discourse

_ORDER = ("generic", "refuse", "defer", "accept", "delegate", "done")
_STATES = ("late", "not_started", "in_progress", "done")
_GRANTED = re.compile(
    r"đã được [^,;.]{3,60}? (?:phê duyệt|đầu tư|bố trí|giải quyết|sửa chữa|xây dựng|khắc phục|chấp thuận|hỗ trợ|cấp)(?!\w)"
)
"""Done by somebody: "đã được UBND huyện phê duyệt"."""
_ADVERSATIVE = re.compile(r"(?<!\w)(?:tuy nhiên|nhưng|song|tuy vậy)(?!\w)")


class AnswerReader:
    """Statuses of replies and states of progress, from discourse.yml."""

    def __init__(self, discourse: Discourse) -> None:
        self._statuses = PhraseMatcher(
            {word: status for status, words in discourse.response_status.items() for word in words}
        )
        self._states = PhraseMatcher(
            {word: state for state, words in discourse.progress_states.items() for word in words}
        )

    def status(self, key: str, start: int, end: int) -> str | None:
        """What a reply amounts to, None where nothing tells: a refusal or a deferral outweighs what was done.

        A wish to do more after what was done ("đã sửa chữa …; khi có điều kiện sẽ …") takes nothing back.
        """
        words = key[start:end]
        first: dict[str, int] = {}
        for one in self._statuses.find(words):
            first.setdefault(one.entry, one.start)
        if passive := _GRANTED.search(words):
            first["done"] = min(passive.start(), first.get("done", len(words)))
        done, defer = first.get("done"), first.get("defer")
        if done is not None and defer is not None and done < defer and not _ADVERSATIVE.search(words, done, defer):
            del first["defer"]
        if "done" in first and "defer" not in first and "refuse" not in first and "generic" not in first:
            return min((status for status in ("done", "accept", "delegate") if status in first), key=first.__getitem__)
        return next((status for status in _ORDER if status in first), None)

    def state(self, key: str, start: int, end: int) -> str | None:
        """How far a task has come; late and not started outweigh the rest."""
        found = {one.entry for one in self._states.find(key[start:end])}
        return next((state for state in _STATES if state in found), None)
