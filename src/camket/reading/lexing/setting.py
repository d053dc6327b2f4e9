"""What every token reader is given: the key, the words of the field, and the day the text was written."""

import datetime

import msgspec

from camket.reading.lexing.measures import Measures
from camket.reading.lexing.qualifiers import Qualifiers


class Setting(msgspec.Struct, frozen=True, gc=False):
    """One document's key and what is needed to read its numbers; ``published`` resolves what has no year."""

    key: str
    measures: Measures
    qualifiers: Qualifiers
    published: datetime.date | None
