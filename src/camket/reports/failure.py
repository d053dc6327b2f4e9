"""What could not be read, and why."""

import msgspec


class Failure(msgspec.Struct, frozen=True):
    """A file that could not be read; ``reason`` is for the user, in Vietnamese."""

    name: str
    reason: str
