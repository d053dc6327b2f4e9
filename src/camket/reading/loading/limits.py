"""How much of a file is accepted before it is refused as too large."""

from dataclasses import dataclass

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds. The defaults take any office document and stop a bomb.

    ``ratio`` is how many times a packed file may grow when unpacked; files of less than ``ratio_from`` bytes
    unpacked are left alone, since a small file of blanks packs very tightly and does no harm.
    """

    bytes: int = 100 * _MEGABYTE
    unpacked: int = 400 * _MEGABYTE
    ratio: int = 200
    ratio_from: int = 8 * _MEGABYTE
    members: int = 10_000
    characters: int = 50_000_000
    pages: int = 2_000
    scanned_pages: int = 300
    pixels: int = 80_000_000
    conversion_seconds: float = 90
    page_seconds: float = 60
