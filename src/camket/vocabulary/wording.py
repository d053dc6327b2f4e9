"""The notation of wordings in the data files: one line for the many ways one thing is written.

``(x)`` may be left out, ``<a|b>`` is one of the two, ``$NTM`` is any of the shared wordings of that name:
"(tỷ lệ) hộ <nghèo|cận nghèo>" is four wordings, the fullest first.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

_PIECE = re.compile(r"\((?P<optional>[^()<>]*)\)|<(?P<choice>[^<>]*)>|\$(?P<shared>[^\W\d_]+)")
_NOTATION = frozenset("(<$")

Shared = Mapping[str, Sequence[str]]


def expand(pattern: str, shared: Shared) -> tuple[str, ...]:
    """Return every wording of ``pattern``, each once, spaces made single. Raise KeyError on an unknown $NAME."""
    if _NOTATION.isdisjoint(pattern):
        return (pattern,)
    wordings = (" ".join("".join(parts).split()) for parts in product(*_choices(pattern, shared)))
    return tuple(dict.fromkeys(wording.replace(" ,", ",") for wording in wordings))


def _choices(pattern: str, shared: Shared) -> Iterator[Sequence[str]]:
    end = 0
    for piece in _PIECE.finditer(pattern):
        yield (pattern[end : piece.start()],)
        yield _choice(piece, shared)
        end = piece.end()
    yield (pattern[end:],)


def _choice(piece: re.Match[str], shared: Shared) -> Sequence[str]:
    if piece["shared"] is not None:
        return shared[piece["shared"]]
    if piece["choice"] is not None:
        return _alternatives(piece["choice"], shared)
    return (*_alternatives(piece["optional"], shared), "")


def _alternatives(written: str, shared: Shared) -> list[str]:
    return [wording for one in written.split("|") for wording in _shared_only(one, shared)]


def _shared_only(pattern: str, shared: Shared) -> tuple[str, ...]:
    """Expand what stands inside a bracket, where only $NAME may occur; its spaces are kept ("triệu( đồng)")."""
    if "$" not in pattern:
        return (pattern,)
    return tuple("".join(parts) for parts in product(*_choices(pattern, shared)))
