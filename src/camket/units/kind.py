"""Kinds of administrative units and their levels (Constitution 2013, article 110; Law 72/2025/QH15, article 1)."""

from enum import IntEnum, StrEnum


class Level(IntEnum):
    """The level of a unit; the district level ended on 30 June 2025."""

    PROVINCE = 1
    DISTRICT = 2
    COMMUNE = 3


class Kind(StrEnum):
    """What a unit is. Values are the codes of the packaged table."""

    PROVINCE = "province"
    MUNICIPALITY = "municipality"
    RURAL_DISTRICT = "rural_district"
    URBAN_DISTRICT = "urban_district"
    TOWN = "town"
    CITY = "city"
    COMMUNE = "commune"
    TOWNSHIP = "township"
    WARD = "ward"
    SPECIAL_ZONE = "special_zone"

    @property
    def level(self) -> Level:
        """The level on which units of this kind stand."""
        return _LEVELS[self]

    @property
    def word(self) -> str:
        """The Vietnamese word before the name: "huyện" in "huyện Điện Biên"."""
        return _WORDS[self]


_LEVELS = {
    Kind.PROVINCE: Level.PROVINCE,
    Kind.MUNICIPALITY: Level.PROVINCE,
    Kind.RURAL_DISTRICT: Level.DISTRICT,
    Kind.URBAN_DISTRICT: Level.DISTRICT,
    Kind.TOWN: Level.DISTRICT,
    Kind.CITY: Level.DISTRICT,
    Kind.COMMUNE: Level.COMMUNE,
    Kind.TOWNSHIP: Level.COMMUNE,
    Kind.WARD: Level.COMMUNE,
    Kind.SPECIAL_ZONE: Level.COMMUNE,
}
_WORDS = {
    Kind.PROVINCE: "tỉnh",
    Kind.MUNICIPALITY: "thành phố",
    Kind.RURAL_DISTRICT: "huyện",
    Kind.URBAN_DISTRICT: "quận",
    Kind.TOWN: "thị xã",
    Kind.CITY: "thành phố",
    Kind.COMMUNE: "xã",
    Kind.TOWNSHIP: "thị trấn",
    Kind.WARD: "phường",
    Kind.SPECIAL_ZONE: "đặc khu",
}
