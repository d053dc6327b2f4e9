"""The words of loss of one document: what may be lost and what happened to it, and those of one item apart."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from camket.reading.lexing.patterns import folded
from camket.reading.lexing.tokens import Quantity
from camket.reading.matching import Found
from camket.reading.rules.loss_place import BRACKET
from camket.reading.scan import Scan
from camket.reading.spans import Spans
from camket.vocabulary.folding import fold

Words = Found[frozenset[str]]

_CAUSES = tuple(map(fold, ("do ", "vì ", "bởi ", "chịu ")))
_CAUSE = folded(r"(?<!\w)(?:do|vì|bởi|chịu) $")
_DEEP = folded(r"(?:ngập|sâu|cao|dài)(?: sâu)?(?: trong nước)?(?: từ| khoảng| trên| gần| hơn| đến| tới)* $")
_NONE: Spans[Words] = Spans(())


class Segment(Struct, frozen=True):
    """An item without the insides of its brackets, and the words found in it (places as in the document)."""

    key: str
    start: int
    end: int
    quantities: tuple[Quantity, ...]
    nouns: Spans[Words]
    states: Spans[Words]


class LossWords:
    """The words of loss of one document."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.states: Spans[Words] = scan.lexicon.loss_states.find(scan.key)

    @cached_property
    def nouns(self) -> Spans[Words]:
        """All nouns; not looked for where nothing happened."""
        return self.scan.lexicon.loss_nouns.find(self.scan.key)

    def segment(self, start: int, end: int) -> Segment:
        """Return the words of loss in [start, end), brackets blanked so that they part nothing; of what counts nothing, none."""
        counted = self.scan.quantities.within(start, end)
        if not counted:
            return Segment("", start, end, (), _NONE, _NONE)
        bare = self.scan.key[start:end]
        nouns, states = self.nouns.within(start, end), self.states.within(start, end)
        if "(" in bare:
            bare = BRACKET.sub(lambda match: " " * len(match.group()), bare)
            nouns, states = (tuple(one for one in words if bare[one.start - start] != " ") for words in (nouns, states))
        quantities = tuple([  # a blank is the inside of a bracket
            one for one in counted if bare[one.start - start] != " " and not self._says_how_badly(one)
        ])  # fmt: skip
        return Segment(bare, start, end, quantities, Spans(nouns, sort=False), _happened(bare, states, start))

    def _says_how_badly(self, quantity: Quantity) -> bool:
        """ "ngập 1-3 m", "thiệt hại từ 30-50%" tell how badly; the second of "3 nhà/17 khẩu" is the first told again."""
        key, start, unit = self.scan.key, quantity.start, quantity.unit
        if unit in ("%", "điểm %") or key[start - 1 : start] == "/":
            return True
        return unit in ("m", None) and _DEEP.search(key[max(0, start - 30) : start]) is not None


def _happened(bare: str, states: Sequence[Words], start: int) -> Spans[Words]:
    """States but for causes: "do ảnh hưởng của bão", "do sạt lở đất"."""
    return Spans([one for one in states if not _is_cause(bare, one.start - start)], sort=False) if states else _NONE


def _is_cause(bare: str, at: int) -> bool:
    return bare.endswith(_CAUSES, 0, at) and _CAUSE.search(bare[max(0, at - 8) : at]) is not None
