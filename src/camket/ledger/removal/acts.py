"""Acts: a legal act is one for all documents that cite it; told anew by those that are left when one of them goes."""

from collections.abc import Iterable, Mapping
from typing import Any

from camket.ledger.accept.citation import act_columns
from camket.ledger.accept.reading import as_told
from camket.ledger.models.legal_act import Citing
from camket.reading import statements as told


def told_anew(citings: Iterable[Citing]) -> Mapping[str, Any]:
    """The columns of an act as the citings, of which there must be one, tell of it; the living ones first."""
    columns: dict[str, Any] = {}
    for citing in sorted(citings, key=lambda one: (one.withdrawn, one.pk)):
        if citing.statement is None:
            continue
        said = act_columns(citing.statement, as_told(citing.statement, told.Citation))
        columns = columns or {**said, "withdrawn": citing.withdrawn}
        columns |= {name: said[name] for name in _LEARNT if not columns[name]}
    return columns


_LEARNT = ("issuer", "date", "replaces", "replaces_key")
"""What the first that cites an act need not say."""
