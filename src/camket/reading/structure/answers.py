"""Answers: in what sense a reply answers, or how far a task has come, by the words it uses."""

from camket.reading.matching import PhraseMatcher
from camket.vocabulary.discourse import Discourse

_ORDER = ("refuse", "defer", "accept", "delegate", "done")


class AnswerReader:
    """Statuses of replies and states of progress, from discourse.yml."""

    def __init__(self, discourse: Discourse) -> None:
        self._statuses = PhraseMatcher({word: status for status, words in discourse.response_status.items() for word in words})
        self._states = PhraseMatcher({word: state for state, words in discourse.progress_states.items() for word in words})

    def status(self, key: str, start: int, end: int) -> str:
        """What a reply amounts to: a refusal or a deferral outweighs the rest; "generic" where nothing tells."""
        found = {one.entry for one in self._statuses.find(key[start:end])}
        return next((status for status in _ORDER if status in found), "generic")

    def state(self, key: str, start: int, end: int) -> str | None:
        """How far a task has come; late and not started outweigh the rest."""
        found = {one.entry for one in self._states.find(key[start:end])}
        return next((state for state in ("late", "not_started", "in_progress", "done") if state in found), None)
