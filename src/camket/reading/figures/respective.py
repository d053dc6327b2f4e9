"""Respective figures: "nông nghiệp, công nghiệp, dịch vụ lần lượt là 20%, 35%, 45%" gives each label its own number."""

import re

from camket.reading.figures.draft import Draft, Name
from camket.reading.figures.phrases import Phrases
from camket.reading.figures.sectors import sector
from camket.reading.lexing.patterns import folded
from camket.reading.scan import Scan

_RESPECTIVELY = folded(r"(?<!\w)(?:lần lượt|tương ứng|theo thứ tự)(?!\w)")
_HEAD = folded(
    r"(?:(?<!\w)(?:cơ cấu|tỷ trọng|giữa|các|ngành|kinh tế|khu vực|nhóm|gồm|là|với|của|toàn|xã|huyện|tỉnh|thành phố)(?!\w)|[ :,(])+"
)
_SEPARATORS = tuple(re.compile(one) for one in (r" - ", r";", r"(?:, | và )", r"(?:, (?!và)|,? và | - )"))


def share_out(scan: Scan, phrases: Phrases, drafts: list[Draft]) -> None:
    """Name the figures of every run that shares one label, where the label lists as many members as there are figures."""
    for run in _runs(drafts):
        first = run[0]
        said = None if first.number is None else _RESPECTIVELY.search(scan.key, first.start, first.number.start)
        members = None if said is None else _members(scan.key, first.start, said.start(), len(run))
        for draft, (start, end) in zip(run, members or (), strict=False):
            draft.name = _member(scan, phrases, draft, start, end)


def _runs(drafts: list[Draft]) -> list[list[Draft]]:
    """Figures in a row that have inherited one name."""
    runs: list[list[Draft]] = []
    for draft in drafts:
        if runs and draft.name is not None and _same(draft.name, runs[-1][-1].name):
            runs[-1].append(draft)
        else:
            runs.append([draft])
    return [run for run in runs if len(run) > 1]


def _same(one: Name, other: Name | None) -> bool:
    return one is other or one == other


def _members(key: str, start: int, end: int, count: int) -> list[tuple[int, int]] | None:
    """The stretches of a list of ``count`` members, by the first separator that gives so many."""
    for separator in _SEPARATORS:
        cuts = [(one.start(), one.end()) for one in separator.finditer(key, start, end)]
        if len(cuts) + 1 == count:
            return list(zip([start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end], strict=True))
    return None


def _member(scan: Scan, phrases: Phrases, draft: Draft, start: int, end: int) -> Name | None:
    """The name of one member: its own words, and the sector or indicator that they name."""
    head = _HEAD.match(scan.key, start, end)
    start = head.end() if head is not None else start
    text = scan.text(start, end).strip(" ,:(")
    inherited = draft.name.indicator if draft.name is not None else None
    if not text:
        return draft.name
    if inherited is not None and inherited.code.startswith("structure_"):
        return Name(start, end, text, sector(scan, start, end) or inherited)
    known = next((one.entry[0].indicator for one in phrases.within(start, end) if one.entry[0].kind != "verb"), None)
    return Name(start, end, text, known or inherited)
