"""What may be meant: proposed from likeness of wording and place, among what the account sees."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from camket.ledger.models import Account, Commitment, CommitmentLink, Statement
from camket.ledger.queries.likeness import likeness, meant_by, raised_before
from camket.ledger.services.link import link

COMMUNE, OTHER = "03253@2025", "03301@2025"
ASKED = "sớm bố trí vốn sửa cầu treo bản Noong Liếng"
Person = Callable[..., Account]
Owed = Callable[..., Commitment]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (ASKED, ASKED.upper(), Fraction(1)),
        ("sửa cầu treo", "Đề nghị sửa cầu treo, sớm.", Fraction(1)),
        ("sửa cầu treo", "sửa cầu máng", Fraction(1, 2)),
        ("sửa cầu treo", "mua máy bơm", Fraction(0)),
        ("", "sửa cầu", Fraction(0)),
    ],
)
def test_likeness_is_how_much_of_the_shorter_stands_in_the_longer(one: str, other: str, share: Fraction) -> None:
    assert likeness(one, other) == likeness(other, one) == share


def test_an_answer_is_proposed_for_the_petition_whose_words_it_repeats(person: Person, owed: Owed) -> None:
    petition = owed("petition", text=ASKED)
    owed("petition", text="mua máy bơm chống hạn cho xã")
    owed("petition", text=ASKED, unit=OTHER)
    owed("directive", text=ASKED)
    answer = Statement(kind="response", text=f"Về việc {ASKED}: Sở đã ghi nhận.", about=COMMUNE)
    (found,) = meant_by(person("office", "11"), answer)
    assert (found.commitment, found.share) == (petition, Fraction(1))
    assert meant_by(person("office", OTHER), answer) == []


def test_news_is_compared_by_what_it_refers_to(person: Person, owed: Owed) -> None:
    task = owed("directive", text="rà soát hộ nghèo ở các bản vùng cao")
    news = Statement(kind="progress", text="Đạt 60%.", about=COMMUNE, data={"refers_to": "Rà soát hộ nghèo ở các bản"})
    assert [one.commitment for one in meant_by(person("office", "11"), news)] == [task]


def test_a_place_is_also_what_it_came_from(person: Person, owed: Owed) -> None:
    old = "03253"
    before = owed("petition", text=ASKED, unit=old, made_on=date(2024, 5, 5))
    again = owed("petition", text=ASKED)
    assert [one.commitment for one in raised_before(person("office", "vn"), again)] == [before]


def test_what_is_linked_already_is_not_proposed_again(
    person: Person, owed: Owed, django_assert_max_num_queries: Any
) -> None:
    first, second = owed("petition", text=ASKED), owed("petition", text=ASKED)
    office = person("office", "11")
    with django_assert_max_num_queries(3):
        assert [one.commitment for one in raised_before(office, second)] == [first]
    link(office, CommitmentLink.Kind.RAISED_AGAIN, second, first)
    assert raised_before(office, Commitment.objects.get(pk=second.pk)) == []
