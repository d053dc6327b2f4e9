"""Explaining: a candidate's reasons as Vietnamese sentences with the days and names they are about."""

from datetime import date

from camket.units.names.reason import Reason
from camket.units.names.resolution import Candidate
from camket.units.register import Register


def explain(candidate: Candidate, register: Register) -> tuple[str, ...]:
    """One sentence a reason; the end of a unit with its last day and its successors."""
    return tuple(_sentence(reason, candidate, register) for reason in candidate.reasons)


def _sentence(reason: Reason, candidate: Candidate, register: Register) -> str:
    unit = register[candidate.unit]
    if reason is Reason.ENDED and unit.last is not None:
        heirs = ", ".join(register[one].latest.full_name for one in candidate.successors)
        return f"Đơn vị kết thúc ngày {unit.last:%d/%m/%Y}" + (f"; tiếp nhận địa bàn: {heirs}." if heirs else ".")
    if reason is Reason.FORMER_NAME and candidate.state.last is not None:
        return f"Tên cũ, dùng đến {_day(candidate.state.last)}; nay là {unit.latest.full_name}."
    if reason is Reason.PLACE and candidate.place is not None:
        return f"«{candidate.place.full_name}» không phải đơn vị hành chính; thuộc {candidate.state.full_name}."
    return reason.sentence


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
