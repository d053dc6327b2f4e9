"""Scoreboards by field: the boards of the fields add up to the board of all."""

from collections.abc import Iterator

from camket.reading.checks.check import Check
from camket.reading.checks.evidence import Evidence
from camket.reading.checks.relation import Relation
from camket.reading.statements import Scoreboard

_REACH = 8  # boards looked at after the one of all fields


def _find(evidence: Evidence) -> Iterator[Check]:
    boards = [one for one in evidence.scoreboards if one.met is not None and one.total is not None]
    for index, whole in enumerate(boards):
        parts = _parts(whole, boards[index + 1 : index + 1 + _REACH])
        if len(parts) > 1:
            yield _check(evidence, whole, parts)


def _parts(whole: Scoreboard, following: list[Scoreboard]) -> list[Scoreboard]:
    """The boards right after ``whole`` whose totals make up its total; empty where none do."""
    parts: list[Scoreboard] = []
    for one in following:
        parts.append(one)
        total = sum(part.total or 0 for part in parts)
        if total >= (whole.total or 0):
            return parts if total == whole.total else []
    return []


def _check(evidence: Evidence, whole: Scoreboard, parts: list[Scoreboard]) -> Check:
    met = sum(part.met or 0 for part in parts)
    holds = met == whole.met
    shown = " + ".join(f"{part.met}/{part.total}" for part in parts)
    return Check(
        relation=SCOREBOARD_FIELDS.name, holds=holds, places=evidence.quotes(whole, *parts),
        arithmetic=f"{shown} = {met}/{whole.total}" + ("" if holds else f" ≠ {whole.met}/{whole.total}"),
        note=None if holds else f"Cần kiểm tra: các lĩnh vực cộng lại có {met} chỉ tiêu đạt, văn bản nêu {whole.met}.",
    )  # fmt: skip


SCOREBOARD_FIELDS = Relation("scoreboard_fields", "Chỉ tiêu đạt của các lĩnh vực cộng lại = chỉ tiêu đạt chung", _find)
