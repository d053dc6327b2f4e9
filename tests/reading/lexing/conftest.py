"""What the tests of lexing share: one call that reads a text with the packaged vocabulary."""

import datetime
from collections.abc import Callable

import pytest

from camket.reading.lexicon import Lexicon
from camket.reading.lexing.scanner import Tokens, scan_tokens
from camket.vocabulary import load_vocabulary
from camket.vocabulary.folding import fold


@pytest.fixture(scope="session")
def published() -> datetime.date:
    """The day on which the texts of these tests are published."""
    return datetime.date(2024, 8, 10)


@pytest.fixture(scope="session")
def tokens(published: datetime.date) -> Callable[..., Tokens]:
    """Reads all tokens of a text; ``published`` may be given as None."""
    lexicon = Lexicon(load_vocabulary())
    given = published

    def read(text: str, published: datetime.date | None = given) -> Tokens:
        return scan_tokens(fold(text), lexicon, published)

    return read
