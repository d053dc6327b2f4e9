"""Search: what is found, in which order, and by whom."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from camket.ledger.errors import InvalidError
from camket.ledger.history.writing import writing
from camket.ledger.models import Account, Document, Role, Statement, UnitClosure
from camket.ledger.search.indexing import forget, index, rebuild_index
from camket.ledger.search.models import SearchEntry
from camket.ledger.search.search import CAP, Page, search

type Keep = Callable[..., Document]
type Member = Callable[..., Account]


def texts(page: Page) -> list[str]:
    """The statements found, in order."""
    by_key = {row.pk: row.text for row in Statement.objects.all()}
    return [by_key[hit.key] for hit in page.hits if hit.noun == "statement"]


@pytest.mark.parametrize(
    "typed",
    ["hòa bình", "hoà bình", "HOA BINH", "hoa  bình", "hoa bi", '"hoà bình"', "bình-hòa", "hòa, bình!", "binh hoa"],
)
def test_a_text_is_found_however_its_words_are_typed(typed: str, kept: Keep, reader: Account) -> None:
    kept("-", "Giữ hoà bình ở biên giới", "Bình quân đầu người")
    found = texts(search(reader, typed))
    assert found == (["Giữ hoà bình ở biên giới"] if typed != "bình-hòa" else [])


def test_what_is_spelled_as_typed_comes_first(kept: Keep, reader: Account) -> None:
    kept("-", "Bàn giao sổ", "Bán gạo", "Bản Nậm Pồ có nhiều hộ chưa có điện và phải chờ rất lâu", "Ban quản lý")
    page = search(reader, "bản ", ["statement"])
    assert texts(page)[0].startswith("Bản")
    assert [hit.exact for hit in page.hits] == [True, False, False, False]
    assert {*texts(search(reader, "ban ", ["statement"]))} == {*texts(page)}


def test_words_in_title_or_number_count_more(kept: Keep, reader: Account) -> None:
    only_text = kept("Kế hoạch trồng rừng và nhiều việc khác")
    titled = kept("Nội dung dài hơn về rừng, và kế hoạch", title="Kế hoạch trồng rừng", number="17/KH-UBND")
    page = search(reader, "ke hoach trong rung")
    assert [hit.key for hit in page.hits] == [titled.pk, only_text.pk]
    assert [(one.field, len(one.marks)) for one in page.hits[0].passages] == [("title", 4), ("text", 3)]
    assert [hit.key for hit in search(reader, "17/kh").hits] == [titled.pk]
    assert search(reader, "17/kh").hits[0].title == "Kế hoạch trồng rừng"


def test_ranks_are_the_same_on_every_database(kept: Keep, reader: Account) -> None:
    kept("Rà soát rừng, giữ rừng", "rừng", "trồng rừng và giữ rừng", "rung chuông", title="Kế hoạch rừng")

    def share(count: int, size: int) -> float:
        return count / (count + 0.3 + size / 80)

    # Found as typed: 10 + 4; in the title: 2; the sizes count what stands between fields.
    expected = [16 + share(3, 14), 14 + share(1, 2), 14 + share(2, 6), share(1, 3)]
    found = search(reader, "rừng ").hits
    assert [hit.rank for hit in found] == [round(rank, 6) for rank in sorted(expected, reverse=True)]
    assert found[0].noun == "document"


def test_a_phrase_is_words_in_a_row_and_in_one_field(kept: Keep, reader: Account) -> None:
    kept("rừng khộp", "nông thôn mới", "thôn mới trồng nông sản", title="trồng")
    assert texts(search(reader, '"nông thôn"')) == ["nông thôn mới"]
    assert texts(search(reader, '"nông thon')) == ["nông thôn mới"]
    assert len(texts(search(reader, "nông thôn"))) == 2
    assert search(reader, '"trồng rừng"').count == 0


def test_an_account_finds_only_what_it_may_see(kept: Keep, member: Member, reader: Account) -> None:
    kept("đường liên xã", "sửa đường", about="11")
    kept("đường liên bản", "sửa đường khác", about="12")
    UnitClosure.objects.create(ancestor="11", descendant="11", first="2000-01-01", last="2999-12-31")
    assert search(reader, "duong").count == 4
    office = member("van", "11")
    assert search(office, "duong").count == 2
    assert texts(search(office, "duong")) == ["sửa đường"]
    assert search(member("khach", "13", Role.REPORTER), "duong").count == 0


def test_rejected_proposals_are_not_shown(kept: Keep, reader: Account) -> None:
    kept("-", "sửa cầu", "sửa đường")
    with writing("thu", "statement reject") as made:
        made.alter(Statement.objects.get(text="sửa cầu"), state="rejected")
    assert texts(search(reader, "sua")) == ["sửa đường"]


def test_a_noun_can_be_asked_for_and_another_is_refused(kept: Keep, reader: Account) -> None:
    kept("đường", "đường")
    assert {hit.noun for hit in search(reader, "duong").hits} == {"document", "statement"}
    assert {hit.noun for hit in search(reader, "duong", ["document"]).hits} == {"document"}
    with pytest.raises(InvalidError, match="không tìm trong «account» được"):
        search(reader, "duong", ["account"])


def test_hits_come_in_pages(kept: Keep, reader: Account) -> None:
    kept("-", *(f"việc số {number}" for number in range(7)))
    first, second = search(reader, "viec", limit=5), search(reader, "viec", limit=5, skip=5)
    assert (len(first.hits), len(second.hits), first.count, first.more) == (5, 2, 7, False)
    assert len({hit.key for hit in first.hits + second.hits}) == 7
    assert search(reader, "viec", limit=-1, skip=-9).hits == ()


def test_more_than_can_be_ranked_are_said_to_be_more(kept: Keep, reader: Account) -> None:
    kept("-", *(f"việc số {number}" for number in range(CAP + 20)))
    page = search(reader, "việc", limit=10_000)
    assert (len(page.hits), page.count, page.more) == (100, CAP, True)


def test_the_index_follows_the_row(kept: Keep, reader: Account) -> None:
    document = kept("cầu treo")
    with writing("thu", "document alter") as made:
        index(made, made.alter(document, text="đường nhựa"))
    assert (search(reader, "cau treo").count, search(reader, "duong nhua").count) == (0, 1)
    with writing("thu", "document expunge") as made:
        forget(made, document)
    assert search(reader, "duong nhua").count == SearchEntry.objects.count() == 0


def test_what_is_not_written_is_not_indexed(kept: Keep, reader: Account) -> None:
    document = kept("cầu treo")
    with writing("thu", "document look") as made, pytest.raises(ValueError, match="not written by this change"):
        index(made, document)
    with pytest.raises(ZeroDivisionError):
        _alter_and_fail(document)
    assert (search(reader, "cau treo").count, search(reader, "duong nhua").count) == (1, 0)


def _alter_and_fail(document: Document) -> None:
    with writing("thu", "document alter") as made:
        index(made, made.alter(document, text="đường nhựa"))
        raise ZeroDivisionError


def test_the_index_can_be_made_anew(kept: Keep, reader: Account) -> None:
    kept("cầu treo", "sửa cầu", "làm đường", title="Sửa cầu")
    before = search(reader, "cau")
    SearchEntry.objects.filter(noun="statement").delete()
    SearchEntry.objects.filter(noun="document").update(bare=" sai ", exact=" sai ")
    assert rebuild_index() == 3
    assert search(reader, "cau") == before
    assert search(reader, "sai").count == 0


def test_the_number_of_sql_statements_does_not_grow(
    kept: Keep, reader: Account, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        kept(f"đường số {number}", f"sửa đường {number}", f"làm đường {number}")
    with django_assert_max_num_queries(17):
        assert len(search(reader, '"đường" số', limit=100).hits) == 30
    with django_assert_max_num_queries(0):
        search(reader, "?!")


@pytest.mark.parametrize(
    "typed",
    [
        '"', "'", '"""', "a\x00b", "\x00", "\ud800", "*", "a*", "-a", "a AND", "NEAR(a b, 3)", "bare:a", "a' | 'b", "a & !b",
        "((((", "a\\", "%", "_", "'; DROP TABLE ledger_entry; --", "^a", "{a b}:c", "<->", "a:*", "¶", "🙂", "a" * 10_000,
        "a " * 10_000, '"a' * 10_000, "?" * 10_000, "đ" * 10_000, "\u0301" * 500, "İ", "ﬁ", "ß", "١٢", "中文", "null",
    ],
)  # fmt: skip
def test_nothing_that_is_typed_is_an_error(typed: str, kept: Keep, reader: Account) -> None:
    kept("Sửa đường a b", "một câu ¶")
    assert search(reader, typed).count <= 2


def test_a_text_of_nothing_but_different_words_is_taken(kept: Keep, reader: Account) -> None:
    kept("đầu " + " ".join(f"từ{number:030}" for number in range(50_000)) + " cuối")
    kept("x" * 2_000_000)
    kept("đường " * 100_000 + "nhựa")
    assert search(reader, "đầu ").count == 1
    assert search(reader, '"đường nhựa"').count == 1
    assert search(reader, "x" * 100).count == 1
