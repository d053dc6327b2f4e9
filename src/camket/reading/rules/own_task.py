"""Own tasks: what the unit itself plans, ordered by nobody above."""

from collections.abc import Iterator

from camket.reading.lexing.deadlines import deadline
from camket.reading.rules.rule import Rule
from camket.reading.rules.wording import governed, pieces_of
from camket.reading.scan import Scan
from camket.reading.statements import OwnTask


def _own_tasks(scan: Scan) -> Iterator[OwnTask]:
    for item in governed(scan, "own_task"):
        until = deadline(scan.key, item.body, item.end, scan.today, scan.document.text)
        yield OwnTask(
            text=scan.text(item.body, item.end), start=item.body, end=item.end, rule="own_task.planned", section=item.section,
            about=item.about, pieces=pieces_of(item), owner=(item.governor.addressee if item.governor else None) or item.about,
            deadline=until.iso_or_words if until else None,
        )  # fmt: skip


RULES = (Rule("own_task.planned", "Trong thời gian tới|Nhiệm vụ trọng tâm: <đơn vị> <việc>; <việc>", _own_tasks),)


def find(scan: Scan) -> Iterator[OwnTask]:
    """The own tasks of a document, in order."""
    for rule in RULES:
        yield from rule.make(scan)
