"""The packaged vocabulary, whose rules the figures of these tests follow."""

import pytest

from camket.vocabulary.vocabulary import Vocabulary, load_vocabulary


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary()
