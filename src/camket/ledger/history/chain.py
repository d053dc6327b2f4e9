"""The chain: what ties each entry to the one before."""

import hashlib
import secrets
from datetime import UTC, datetime

from camket.ledger.history.canonical import canonical

BEGINNING = "0" * 64
"""What the first entry holds in place of the hash of one before."""


def new_salt() -> str:
    """A salt, so that what a cleared payload said cannot be guessed from its digest."""
    return secrets.token_hex(16)


def digest_of(salt: str, payload: str) -> str:
    """SHA-256 of salt and payload."""
    return hashlib.sha256(f"{salt}{payload}".encode()).hexdigest()


def hash_of(sequence: int, change: str, previous: str, actor: str, at: datetime, verb: str, digest: str) -> str:
    """SHA-256 over an entry's place, author, time, verb and digest, and the hash before it."""
    said = canonical(
        [sequence, change, previous, actor, at.astimezone(UTC).isoformat(timespec="microseconds"), verb, digest]
    )
    return hashlib.sha256(said.encode()).hexdigest()
