"""Actions: what can be done in the ledger, and by which roles. The data stands in ``actions.yml``."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from camket.ledger.models.account import Role
from camket.vocabulary.yaml_file import load_yaml

ANY = "any"
"""The relation of a role that may do an action whatever its unit is to the thing."""


class Action(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An action. ``by``: the roles that may do it, each with the relation to the thing that its unit or body must have.

    ``where``: "thing", where the role must hold where the thing is; "whole", on the whole country; "anywhere", somewhere.
    """

    label: str
    by: Mapping[Role, str]
    where: Literal["thing", "whole", "anywhere"] = "thing"

    def roles(self, relation: str) -> frozenset[Role]:
        """The roles that may do it to a thing to which they stand in ``relation``."""
        return frozenset(role for role, asked in self.by.items() if asked in {ANY, relation})

    def allows(self, role: Role, relations: Iterable[str]) -> bool:
        """Whether one in ``role``, standing in ``relations`` to the thing, may do it."""
        asked = self.by.get(role)
        return asked is not None and any(asked in {ANY, relation} for relation in relations)


@cache
def load_actions() -> Mapping[str, Action]:
    """The actions by code, read once a process."""
    return load_yaml(Path(__file__).with_name("actions.yml"), dict[str, Action])


def action_of(code: str) -> Action:
    """The action of a code. Raises LookupError: to ask for one that is not in the data is a mistake in the program."""
    try:
        return load_actions()[code]
    except KeyError:
        raise LookupError(f"actions.yml has no action {code}") from None
