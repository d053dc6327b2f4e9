"""Cues: the discourse words of a text, each list found in one pass."""

from collections.abc import Iterator
from typing import Any

import msgspec

from camket.reading.matching import Found, PhraseMatcher
from camket.reading.spans import Spans
from camket.vocabulary.discourse import BodyNames, Discourse, GovernorWords, Part


class Cues(msgspec.Struct, frozen=True, gc=False):
    """The cues of one text. Values are what the phrase stands for in its list."""

    governors: Spans[Found[GovernorWords | None]]
    tasks: Spans[Found[str]]
    parts: Spans[Found[Part]]
    openers: Spans[Found[str]]
    findings: Spans[Found[str]]
    bodies: Spans[Found[str]]


class CueFinder:
    """Finds the cues of discourse.yml in folded keys; built once."""

    def __init__(self, discourse: Discourse, names: BodyNames) -> None:
        governors: dict[str, GovernorWords | None] = {word: one for one in discourse.governors for word in one.words}
        governing = PhraseMatcher({**governors, **dict.fromkeys(discourse.masks)})
        tasks = PhraseMatcher(
            [(word, "task") for word in discourse.task_verbs]
            + [(word, "modal") for word in discourse.modals]
        )  # fmt: skip
        parts = PhraseMatcher({word: one for one in discourse.parts for word in one.words})
        openers = PhraseMatcher(
            [(word, "praise") for word in discourse.praise]
            + [(word, "judgement") for word in discourse.judgements]
            + [(word, "concession") for word in discourse.concessions]
            + [(word, "future") for word in discourse.future_openers]
            + [(word, "own_task") for word in discourse.own_task_openers]
            + [(word, "progress") for word in discourse.progress_openers]
        )
        findings = PhraseMatcher(
            [(word, "opener") for word in discourse.finding_openers]
            + [(words, "opener") for word in discourse.finding_openers for words in _counted(word, discourse)]
            + [(word, "predicate") for word in discourse.finding_predicates]
            + [(word, "noun") for word in set(discourse.finding_openers) & set(discourse.finding_predicates)]
            + [(word, "cause") for word in discourse.cause_openers]
            + [(word, "strong") for word in discourse.finding_strong]
            + [(word, "mask") for word in discourse.finding_masks]
        )
        bodies = PhraseMatcher(
            [(word, "head") for head in names.heads for word in head.words]
            + [(word, "post") for word in names.posts]
            + [(word, "title") for word in names.titles]
        )
        self._matchers: tuple[PhraseMatcher[Any], ...] = (governing, tasks, parts, openers, findings, bodies)
        for one in self._matchers:
            one.enlist()

    def find(self, key: str) -> Cues:
        """All cues of ``key``."""
        return Cues(*(matcher.find(key) for matcher in self._matchers))


def _counted(word: str, discourse: Discourse) -> Iterator[str]:
    """ "một số hạn chế", "còn một số hạn chế"."""
    for count in discourse.finding_counts:
        yield from (f"{lead}{count} {word}" for lead in ("", "còn ", "vẫn còn "))
