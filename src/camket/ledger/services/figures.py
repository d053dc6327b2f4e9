"""Choosing among figures: which of several to use, and which later one takes the place of an earlier."""

from camket.ledger.errors import InvalidError
from camket.ledger.history.writing import writing
from camket.ledger.models.account import Account
from camket.ledger.models.observation import Observation
from camket.ledger.permissions import require
from camket.ledger.permissions.scope import today

_SAME = ("indicator", "label", "unit", "period", "category")


def recommend(account: Account, observation: Observation, note: str) -> Observation:
    """Mark the figure as the one to use among those of its indicator, unit and period, and say why; the others stay.

    Raises DeniedError, ConflictError, InvalidError.
    """
    require(account, "observation.recommend", observation)
    _must_count(observation)
    if not note.strip():
        raise InvalidError(f"chọn số liệu số {observation.pk} cần ghi vì sao; hãy bổ sung")
    with writing(account.name, "observation.recommend", note) as made:
        same = {name: getattr(observation, name) for name in _SAME}
        for other in Observation.objects.filter(**same, recommended=True, withdrawn=False).exclude(pk=observation.pk):
            made.alter(other, recommended=False)
        return made.alter(
            observation, recommended=True, recommended_by=account, recommended_on=today(), recommended_note=note
        )


def supersede(account: Account, older: Observation, newer: Observation) -> Observation:
    """A later bulletin's figure takes the place of an earlier one, from the day that the later one is as of.

    Raises DeniedError, ConflictError, and InvalidError where the later is not later, or tells of something else.
    """
    require(account, "observation.recommend", older)
    require(account, "observation.recommend", newer)
    _must_count(older)
    _must_count(newer)
    told = [(one.indicator, one.unit, one.category) for one in (older, newer)]
    if told[0] != told[1] or older.pk == newer.pk:
        raise InvalidError(
            f"số liệu số {newer.pk} không cùng chỉ tiêu, loại và đơn vị với số {older.pk} nên không thay được"
        )
    if older.as_of is None or newer.as_of is None or newer.as_of < older.as_of:
        raise InvalidError(
            f"số liệu số {newer.pk} không mới hơn số {older.pk} ({newer.as_of} và {older.as_of}); hãy xem lại"
        )
    with writing(account.name, "observation.supersede") as made:
        return made.alter(older, superseded_by=newer, superseded_on=newer.as_of)


def _must_count(observation: Observation) -> None:
    if observation.withdrawn or observation.superseded_by_id is not None:
        raise InvalidError(f"số liệu số {observation.pk} đã rút hoặc đã có số liệu thay; hãy chọn số liệu khác")
