"""Names of units: what a written name can mean on a day, with the reasons, and never a silent guess."""

from camket.units.names.asked import strip_body
from camket.units.names.explaining import explain
from camket.units.names.names_table import FailedRow, NamedRow, ResolvedRow, ResolvedTable, resolve_table
from camket.units.names.reason import Reason
from camket.units.names.resolution import Candidate, Resolution
from camket.units.names.resolver import Resolver

__all__ = [
    "Candidate",
    "FailedRow",
    "NamedRow",
    "Reason",
    "Resolution",
    "ResolvedRow",
    "ResolvedTable",
    "Resolver",
    "explain",
    "resolve_table",
    "strip_body",
]
