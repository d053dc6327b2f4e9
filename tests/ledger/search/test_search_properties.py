"""Laws of search, on texts made up of syllables in every spelling."""

import itertools
import unicodedata
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camket.ledger.models import Account, Document
from camket.ledger.search.question import terms
from camket.ledger.search.search import Hit, search
from camket.ledger.search.word import keys, words

_ONSETS = ["", *"b c ch d đ g gi h k kh l m n ng ngh nh ph q qu r s t th tr v x".split()]
_VOWELS = "a ă â e ê i o ô ơ u ư y oa oe uy iê ươ uô ay ây".split()
_TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
_ENDS = ["", "", *"c ch m n ng nh p t".split()]


@st.composite
def syllables(draw: st.DrawFn) -> str:
    """A syllable, its tone on any vowel, in any case, composed or not."""
    vowels = draw(st.sampled_from(_VOWELS))
    place = draw(st.integers(1, len(vowels)))
    toned = vowels[:place] + draw(st.sampled_from(_TONES)) + vowels[place:]
    word = draw(st.sampled_from(_ONSETS)) + toned + draw(st.sampled_from(_ENDS))
    cased = draw(st.sampled_from([word, word.upper(), word.capitalize()]))
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), cased)


_TEXTS = st.lists(
    st.one_of(syllables(), st.integers(0, 3000).map(str), st.text(min_size=1, max_size=5)), min_size=1, max_size=12
)
_PARTED = st.sampled_from([" ", ", ", "\n", " - ", "/", " “", "; "])
_SLOW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def joined(parts: list[str], between: str) -> str:
    return between.join(parts).replace("\x00", " ").encode(errors="ignore").decode()


def bare_of(text: str) -> str:
    """Written as on a keyboard without Vietnamese."""
    marks = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in marks if unicodedata.category(letter) != "Mn")


def one(hits: tuple[Hit, ...], key: int) -> Hit | None:
    return next((hit for hit in hits if hit.key == key), None)


@_SLOW
@given(parts=_TEXTS, between=_PARTED, data=st.data())
def test_a_word_of_a_text_is_found_with_and_without_its_diacritics(
    parts: list[str], between: str, data: st.DataObject, kept: Callable[..., Document], reader: Account
) -> None:
    text = joined(parts, between)
    listed = list(words(text))
    if not listed:
        return
    document = kept(text)
    word = data.draw(st.sampled_from(listed))
    written = text[word.start : word.end]
    found = one(search(reader, f"{written} ", limit=100).hits, document.pk)
    assert found is not None
    assert found.exact or not terms(f"{written} ")[0].marked
    if keys(bare_of(written))[0] == word.bare:
        assert one(search(reader, f"{bare_of(written)} ", limit=100).hits, document.pk)


@_SLOW
@given(parts=_TEXTS, between=_PARTED, data=st.data())
def test_marks_are_in_the_text_and_are_the_words_asked(
    parts: list[str], between: str, data: st.DataObject, kept: Callable[..., Document], reader: Account
) -> None:
    text = joined(parts, between)
    listed = list(words(text))
    if not listed:
        return
    document = kept(text)
    start = data.draw(st.integers(0, len(listed) - 1))
    phrase = listed[start : start + data.draw(st.integers(1, 3))]
    typed = " ".join(word.bare for word in phrase)
    found = one(search(reader, f'"{typed}"', limit=100).hits, document.pk)
    assert found is not None
    wanted = [keys(word.bare)[0] for word in phrase]
    for passage in found.passages:
        assert text[passage.start : passage.start + len(passage.text)] == passage.text
        assert passage.marks
        for mark in passage.marks:
            marked = [word.bare for word in words(text[mark.start : mark.end])]
            assert any(marked[at : at + len(wanted)] == wanted for at in range(len(marked)))
            assert passage.start <= mark.start < mark.end <= passage.start + len(passage.text)


@_SLOW
@given(parts=st.lists(st.lists(syllables(), min_size=1, max_size=6), min_size=1, max_size=4), data=st.data())
def test_what_is_found_is_what_a_look_at_every_text_finds(
    parts: list[list[str]], data: st.DataObject, kept: Callable[..., Document], reader: Account
) -> None:
    made = {kept(" ".join(one)).pk: list(words(" ".join(one))) for one in parts}
    some = data.draw(st.lists(st.sampled_from([*itertools.chain(*parts)]), min_size=1, max_size=3))
    quoted = data.draw(st.booleans())
    typed = '"' + " ".join(some) + '"' if quoted else " ".join(some) + " "
    asked = [keys(word)[0] for word in some]
    expected = {key for key, listed in made.items() if _there([word.bare for word in listed], asked, quoted)}
    page = search(reader, typed, limit=100)
    assert not page.more
    assert {hit.key for hit in page.hits} & made.keys() == expected


def _there(listed: list[str], asked: list[str], quoted: bool) -> bool:
    if quoted:
        return any(listed[at : at + len(asked)] == asked for at in range(len(listed)))
    return set(asked) <= set(listed)
