"""Same: a thing as a cache key by identity, for what is compiled or computed once and never changes."""


class Same[T]:
    """Equal only to another ``Same`` of the very same object, which it keeps alive while it is a key."""

    __slots__ = ("thing",)

    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.thing is self.thing
