"""What documents are called: by their file names, told apart where several files share one."""

from collections.abc import Iterable
from pathlib import PurePath


def distinct_names(paths: Iterable[PurePath]) -> list[str]:
    """File names, with as many folders before them as it takes to tell files of one name apart."""
    parts = [path.parts for path in paths]
    depths = [1] * len(parts)
    while clashing := _clashing(parts, depths):
        for index in clashing:
            depths[index] += 1
    return [_printable("/".join(one[-depth:])) for one, depth in zip(parts, depths, strict=True)]


def _clashing(parts: list[tuple[str, ...]], depths: list[int]) -> list[int]:
    seen: dict[tuple[str, ...], list[int]] = {}
    for index, (one, depth) in enumerate(zip(parts, depths, strict=True)):
        seen.setdefault(one[-depth:], []).append(index)
    return [index for same in seen.values() if len(same) > 1 for index in same if depths[index] < len(parts[index])]


def _printable(name: str) -> str:
    """A file name whose bytes are no UTF-8 still has to be printed."""
    return name.encode("utf-8", "replace").decode("utf-8")
