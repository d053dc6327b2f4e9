"""Permissions: who may do what to which thing. Nothing is allowed but what ``actions.yml`` gives to a role that holds there."""

from camket.ledger.permissions.deciding import can, relations_to, require
from camket.ledger.permissions.visible import visible_to

__all__ = ["can", "relations_to", "require", "visible_to"]
