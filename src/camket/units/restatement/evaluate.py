"""Evaluating a trace: the value by the indicator's own rule, or the cause and reason why there is none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from camket.units.flows import Flow
from camket.units.register import Register
from camket.units.restatement.apportioning import Rules
from camket.units.restatement.comparable import breaks_within, told
from camket.units.restatement.figure import Figure, Key
from camket.units.restatement.outcome import Cause, Part, RestatedFigure, Side
from camket.units.restatement.reporting import beyond_horizon, called
from camket.units.restatement.trace import Trace, Traces
from camket.units.share import Quantity, Share

_SHOWN = 8
"""Names in a reason before "and so many more"."""


class Refused(Exception):  # noqa: N818 - not an error: an answer, caught where figures are put together
    """A figure cannot be had; carries the cause and the reason."""

    def __init__(self, cause: Cause, reason: str) -> None:
        super().__init__(reason)
        self.cause = cause


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that an evaluation looks at: the figures, and the traces of every key on one map."""

    register: Register
    rules: Rules
    figures: Sequence[Figure]
    at: Mapping[tuple[str, Key], int]
    traces: Mapping[Key, Traces]
    day: date


def evaluate(ledger: Ledger, unit: str, key: Key, trace: Trace) -> RestatedFigure:
    """The figure of ``unit`` on the ledger's map. Raises Refused."""
    figure = ledger.figures[next(iter(trace.parts))]
    if trace.alone is not None:
        return _unchanged(ledger, unit, figure, trace)
    _may_be_put_together(ledger, key, trace)
    match ledger.rules.aggregation(key.indicator).rule:
        case "sum":
            parts, scale = _sum(ledger, key, trace), 1
        case "ratio":
            parts, scale = _ratio(ledger, unit, key)
        case "weighted_mean":
            parts, scale = _mean(ledger, key, trace), 1
        case "none":
            raise Refused(Cause.NO_RULE, _no_rule(ledger, key, trace))
    return _result(ledger, unit, figure, parts, scale)


def _unchanged(ledger: Ledger, unit: str, figure: Figure, trace: Trace) -> RestatedFigure:
    value, weight = Fraction(figure.value), _weight(ledger, figure)
    weighed = weight or None
    acts = next(iter(trace.parts.values())).acts
    part = Part(figure, Fraction(1), value * (weighed or 1), weighed, acts=acts)
    return RestatedFigure(
        unit, figure.indicator, figure.period, figure.role, ledger.day, value, (part,),
        weight, estimated=figure.estimated, unchanged=True, caution=beyond_horizon(ledger.register, [figure]),
    )  # fmt: skip


def _result(ledger: Ledger, unit: str, figure: Figure, parts: Sequence[Part], scale: int) -> RestatedFigure:
    below = _contributed(parts, "denominator") or Fraction(1)
    value = scale * (_contributed(parts, "value") + _contributed(parts, "numerator")) / below
    weights = [part.weight for part in parts if part.weight is not None]
    weight = sum(weights, Fraction(0)) if weights else None
    return RestatedFigure(
        unit, figure.indicator, figure.period, figure.role, ledger.day, value / (weight or 1), tuple(parts), weight,
        scale=scale, estimated=any(part.figure.estimated or part.share != 1 for part in parts),
        caution=beyond_horizon(ledger.register, (part.figure for part in parts)),
    )  # fmt: skip


def _contributed(parts: Iterable[Part], side: Side) -> Fraction:
    return sum((part.contribution for part in parts if part.side == side), Fraction(0))


def _may_be_put_together(ledger: Ledger, key: Key, trace: Trace) -> None:
    if trace.mixed:
        reason = "gộp số liệu của hai cấp, trong đó số của cấp trên đã gồm số của cấp dưới; hãy giữ một cấp"
        raise Refused(Cause.OVERLAP, reason)
    if trace.overlap:
        units = ", ".join(called(ledger.register, unit, ledger.day) for unit in trace.overlap)
        reason = f"có phần được báo cáo hai lần, trước và sau thay đổi của {units}; hãy giữ số theo một bản đồ"
        raise Refused(Cause.OVERLAP, reason)
    measure = ledger.rules.measure(key.indicator)
    if other := {ledger.figures[one].measure for one in trace.parts} - {"", measure}:
        reason = f"số liệu ghi bằng {', '.join(sorted(other))}, chỉ cộng được số ghi bằng {measure}"
        raise Refused(Cause.MEASURE, reason)
    if within := breaks_within(ledger.rules, key.indicator, key.first.year, key.last.year):
        raise Refused(
            Cause.BREAK, f"kỳ của số liệu vắt qua chỗ đổi cách tính, {told(within)}; mỗi phần có thể một cách"
        )


def _no_rule(ledger: Ledger, key: Key, trace: Trace) -> str:
    units = _listed(_origin(ledger, one) for one in trace.parts)
    return f"«{ledger.rules.label(key.indicator)}» không cộng được từ các phần ({units}); phải thu thập lại"


def _sum(ledger: Ledger, key: Key, trace: Trace, side: Side = "value") -> list[Part]:
    quantity = ledger.rules.quantity(key.indicator)
    _complete(ledger, trace, quantity, f"chưa có số liệu «{ledger.rules.label(key.indicator)}» của")
    amounts = [
        (one, flow, flow.of(quantity).times(Fraction(ledger.figures[one].value)))
        for one, flow in _felt(trace, quantity)
    ]
    _known(ledger, (amount for _, _, amount in amounts))
    return [_part(ledger.figures[one], flow, quantity, side) for one, flow, _ in amounts]


def _part(figure: Figure, flow: Flow, quantity: Quantity, side: Side, weight: Fraction | None = None) -> Part:
    # an unknown share that comes this far is that of a figure of zero: whatever the share, it gives zero
    share = flow.of(quantity).known or Fraction(0)
    gives = share * Fraction(figure.value)
    if weight is None:
        return Part(figure, share, gives, None, side, flow.acts)
    return Part(figure, share, gives * weight, share * weight, side, flow.acts)


def _ratio(ledger: Ledger, unit: str, key: Key) -> tuple[list[Part], int]:
    rule, label = ledger.rules.aggregation(key.indicator), ledger.rules.label(key.indicator)
    scale = ledger.rules.scale(key.indicator)
    if scale is None or rule.numerator is None or rule.denominator is None:
        raise Refused(
            Cause.NO_RULE, f"«{label}» ghi bằng {ledger.rules.measure(key.indicator)}, không tính được từ tỷ số"
        )
    above = _base(ledger, unit, key.of(rule.numerator), "numerator")
    below = _base(ledger, unit, key.of(rule.denominator), "denominator")
    if not _contributed(below, "denominator"):
        raise Refused(Cause.ZERO_BASE, f"mẫu số «{ledger.rules.label(rule.denominator)}» bằng 0")
    return [*above, *below], scale


def _base(ledger: Ledger, unit: str, key: Key, side: Side) -> list[Part]:
    trace = ledger.traces.get(key, {}).get(unit)
    word = "tử số" if side == "numerator" else "mẫu số"
    label = ledger.rules.label(key.indicator)
    if trace is None:
        raise Refused(Cause.MISSING_BASE, f"cần {word} «{label}» của từng phần, chưa có số liệu nào")
    try:
        _may_be_put_together(ledger, key, trace)
        return _sum(ledger, key, trace, side)
    except Refused as refused:
        cause = Cause.MISSING_BASE if refused.cause is Cause.MISSING_PART else refused.cause
        raise Refused(cause, f"{word} «{label}»: {refused}") from None


def _mean(ledger: Ledger, key: Key, trace: Trace) -> list[Part]:
    code = ledger.rules.aggregation(key.indicator).weight or ""
    quantity = ledger.rules.quantity(code)
    _complete(ledger, trace, quantity, f"chưa có số liệu «{ledger.rules.label(key.indicator)}» của")
    felt = _felt(trace, quantity)
    weights = [_weight(ledger, ledger.figures[one]) for one, _ in felt]
    if lacking := [_origin(ledger, one) for (one, _), weight in zip(felt, weights, strict=True) if weight is None]:
        raise Refused(Cause.MISSING_BASE, f"thiếu quyền số «{ledger.rules.label(code)}» của {_listed(lacking)}")
    known = [weight for weight in weights if weight is not None]
    _known(ledger, (flow.of(quantity).times(weight) for (_, flow), weight in zip(felt, known, strict=True)))
    parts = [
        _part(ledger.figures[one], flow, quantity, "value", weight)
        for (one, flow), weight in zip(felt, known, strict=True)
    ]
    if not sum((part.weight or Fraction(0) for part in parts), Fraction(0)):
        raise Refused(Cause.ZERO_BASE, f"quyền số «{ledger.rules.label(code)}» bằng 0")
    return parts


def _weight(ledger: Ledger, figure: Figure) -> Fraction | None:
    """The figure's own weight, or the figure of the weight's indicator for the same unit and period."""
    code = ledger.rules.aggregation(figure.indicator).weight
    if figure.weight is not None or code is None:
        return None if figure.weight is None else Fraction(figure.weight)
    place = ledger.at.get((figure.unit, figure.key.of(code)))
    return None if place is None else Fraction(ledger.figures[place].value)


def _felt(trace: Trace, quantity: Quantity) -> list[tuple[int, Flow]]:
    """The parts that have people, or land, at all."""
    return [(one, flow) for one, flow in trace.parts.items() if flow.of(quantity)]


def _complete(ledger: Ledger, trace: Trace, quantity: Quantity, words: str) -> None:
    if absent := [unit for unit, flow in trace.absent.items() if flow.of(quantity)]:
        units = _listed(sorted({called(ledger.register, unit, day) for unit, day in absent}))
        raise Refused(Cause.MISSING_PART, f"{words} {units}")


def _known(ledger: Ledger, amounts: Iterable[Share]) -> None:
    unknowns = sorted({unknown for amount in amounts for unknown in amount.unknowns})
    if unknowns:
        one = unknowns[0]
        act = f" theo {one.act}" if one.act else ""
        source, target = (called(ledger.register, unit, one.day) for unit in (one.source, one.target))
        reason = f"không rõ tỷ lệ {one.quantity.word} của {source} chuyển sang {target} ngày {one.day:%d/%m/%Y}{act}"
        raise Refused(Cause.UNKNOWN_SHARE, reason)


def _origin(ledger: Ledger, place: int) -> str:
    figure = ledger.figures[place]
    return called(ledger.register, figure.unit, figure.day)


def _listed(names: Iterable[str]) -> str:
    shown = list(names)
    more = len(shown) - _SHOWN
    return ", ".join(shown[:_SHOWN]) + (f" và {more} đơn vị nữa" if more > 0 else "")
